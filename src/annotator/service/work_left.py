"""Whether a newer text leaves something to do that the one before did not."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from annotator.core.sentences import SentenceIndex
from annotator.core.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from annotator.core.paragraph_changes import KeptParagraphs
    from annotator.core.records import Revision
    from annotator.service.moved_highlights import HighlightMoves
    from annotator.service.revision_ports import Bearing

_TO_SETTLE: Final = ("changed", "ambiguous", "lost")


def brings_work(
    bearing: Bearing,
    revision: Revision,
    *,
    moves: HighlightMoves,
    marks: Mapping[int, Span | None],
    kept: KeptParagraphs,
) -> bool:
    """Tell whether a text brings highlights to settle or sentences that nobody reviewed.

    Highlights that waited before, and sentences with the same words that nobody reviewed before,
    are nothing new.
    """
    if any(moves.counts[name] for name in _TO_SETTLE):
        return True
    placed = bearing.placed
    was = [Span(start, end) for _, start, end in placed.marks]
    lie = [Span(row.start, row.end) for row in placed.highlights]
    now = list(_present(bearing, moves, marks=marks, kept=kept))
    before, after = _unreviewed(bearing.revision, (*was, *lie)), _unreviewed(revision, now)
    return bool(after - before)


def _present(
    bearing: Bearing,
    moves: HighlightMoves,
    *,
    marks: Mapping[int, Span | None],
    kept: KeptParagraphs,
) -> Iterator[Span]:
    """Yield where highlights and marks lie in the new text, as far as they do."""
    for row in bearing.placed.highlights:
        move, stays = moves.moves.get(row.key), kept.span(Span(row.start, row.end))
        yield from move.spans if move is not None else filter(None, (stays,))
    for key, start, end in bearing.placed.marks:
        there = marks[key] if key in marks else kept.span(Span(start, end))
        if there is not None:
            yield there


def _unreviewed(revision: Revision, spans: Iterable[Span]) -> Counter[str]:
    """Count the sentences that no span touches, by their words."""
    sentences = SentenceIndex.from_boundaries(revision.text, revision.sentence_ends)
    reviewed = {number for span in spans if len(span) for number in sentences.covering(span)}
    return Counter(
        revision.text[span.start : span.end]
        for number, span in enumerate(sentences)
        if number not in reviewed
    )
