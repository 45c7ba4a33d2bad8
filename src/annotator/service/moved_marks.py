"""Which reviewed marks outlive another text: those whose sentences have the same words."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from annotator.core.sentences import SentenceIndex
from annotator.core.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.core.anchor_map import TextMap
    from annotator.core.paragraph_changes import KeptParagraphs
    from annotator.core.records import Revision
    from annotator.service.revision_ports import Bearing


def moved_marks(
    bearing: Bearing,
    revision: Revision,
    *,
    kept: KeptParagraphs,
    compared: Callable[[], TextMap],
) -> dict[int, Span | None]:
    """Return the new span of each mark that does not stay in its paragraph, or None, by key."""
    sentences = _Sentences(bearing.revision, revision)
    found: dict[int, Span | None] = {}
    for key, start, end in bearing.placed.marks:
        span = Span(start, end)
        if kept.span(span) is None:
            low, high = compared().touching(span)
            moved = span.shifted(compared().kept(low)[2]) if low == high else None
            found[key] = moved if moved and sentences.same(span, moved) else None
    return found


class _Sentences:
    """The sentences of two texts, cut when they are first asked for."""

    def __init__(self, old: Revision, new: Revision) -> None:
        self._sides = old, new

    @cached_property
    def _indexes(self) -> list[SentenceIndex]:
        return [SentenceIndex.from_boundaries(one.text, one.sentence_ends) for one in self._sides]

    def same(self, old: Span, new: Span) -> bool:
        """Tell whether the sentences on two spans have the same words."""
        hulls = []
        for revision, index, span in zip(self._sides, self._indexes, (old, new), strict=True):
            numbers = index.covering(span)
            hull = span
            if len(numbers):
                hull = Span(index.span(numbers[0]).start, index.span(numbers[-1]).end)
            hulls.append(revision.text[hull.start : hull.end])
        return hulls[0] == hulls[1]
