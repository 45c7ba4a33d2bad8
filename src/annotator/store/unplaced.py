"""What is kept of a highlight that has no place: its candidates lie in paragraphs, as parts do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from annotator.core.records import Candidate, Unplaced

if TYPE_CHECKING:
    from annotator.store.layouts import Layout


def unplaced_state(unplaced: Unplaced | None, layout: Layout) -> dict[str, Any]:
    """Return what a state holds of it: nothing for a highlight that has its place."""
    if unplaced is None:
        return {}
    return {
        "outcome": unplaced.outcome,
        "prefix": unplaced.prefix,
        "suffix": unplaced.suffix,
        "candidates": [[layout.parts(one.spans), one.score] for one in unplaced.candidates],
    }


def unplaced_of(state: dict[str, Any] | None, layout: Layout) -> Unplaced | None:
    """Return the record of a state; candidates whose paragraphs are gone are left out."""
    if not state:
        return None
    candidates = tuple(
        Candidate(layout.spans(parts), score)
        for parts, score in state["candidates"]
        if layout.holds(parts)
    )
    return Unplaced(state["outcome"], state["prefix"], state["suffix"], candidates)
