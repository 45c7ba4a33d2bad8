"""Whether the places of highlights and marks lie in their texts, and read what is said of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from annotator.core.records import BETWEEN_SPANS
from annotator.core.table_errors import shown_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from annotator.team.shared import Json, SharedObject

_SHOWN: Final = 60


def misplaced(one: SharedObject, text_of: Callable[[str], str | None]) -> Iterator[str]:
    """Yield what is wrong with the places of an object, where the texts are at hand.

    Costs the slices that it quotes; what has no place has nothing wrong with it.
    """
    for value in one.fields.get("place", ()):
        for sha256, entry in value.value.items():
            text = text_of(sha256)
            if text is not None:
                yield from _wrong(entry, text)


def _wrong(entry: Json, text: str) -> Iterator[str]:
    spans, cue = entry["spans"], entry.get("cue")
    for start, end in spans if cue is None else (*spans, cue):
        if end > len(text):
            yield f"{start} to {end} lies outside of the text"
            return
    if "quote" not in entry or entry.get("unplaced") is not None:
        return
    found = BETWEEN_SPANS.join([text[start:end] for start, end in spans])
    # One that lost its place stands at none.
    if found != entry["quote"] and not all(start == end for start, end in spans):
        hull = f"{spans[0][0]} to {max(end for _, end in spans)}"
        yield f"{hull} reads “{short(found)}”, not “{short(entry['quote'])}”"


def short(words: Json) -> str:
    """Return words fit for a sentence."""
    return shown_name(" ".join(str(words).split())[:_SHOWN])
