"""Which paragraphs of a text a newer one has still, and where a span lies in them now."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from annotator.core.editable_sentences import Hunk
from annotator.core.text_edits import thorough
from annotator.core.token_alignment import gaps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.core.span import Span


class Run(NamedTuple):
    """Paragraphs that stayed: by number, and where their text lies in the old and new text."""

    first: int
    new_first: int
    paragraphs: int
    start: int
    end: int
    shift: int


def hunks_between(old: Sequence[str], new: Sequence[str]) -> list[Hunk]:
    """Return where the paragraphs of two texts differ, in order.

    >>> hunks_between(["a", "b", "c"], ["a", "x", "y", "c"])
    [Hunk(old=range(1, 2), new=range(1, 3))]
    """
    found: list[Hunk] = []
    for gap in gaps(old, new, thorough):
        here, there = range(*gap[:2]), range(*gap[2:])
        if found and found[-1].old.stop == here.start and found[-1].new.stop == there.start:
            last = found.pop()
            here = range(last.old.start, here.stop)
            there = range(last.new.start, there.stop)
        found.append(Hunk(here, there))
    return found


class KeptParagraphs:
    """The paragraphs outside of all hunks; a question costs O(log hunks).

    >>> from annotator.core.span import Span
    >>> old, new = ["One.", "Two.", "Three."], ["Two.", "Three."]
    >>> kept = KeptParagraphs(old, new, hunks_between(old, new))
    >>> kept.span(Span(5, 9)), kept.span(Span(0, 3))
    (Span(start=0, end=4), None)
    """

    def __init__(self, old: Sequence[str], new: Sequence[str], hunks: Sequence[Hunk]) -> None:
        starts, new_starts = _starts(old), _starts(new)
        self.runs: list[Run] = []
        first = new_first = 0
        for hunk in (*hunks, Hunk(range(len(old), len(old)), range(len(new), len(new)))):
            count = hunk.old.start - first
            if count:
                start, end = starts[first], starts[hunk.old.start] - 1
                shift = new_starts[new_first] - start
                self.runs.append(Run(first, new_first, count, start, end, shift))
            first, new_first = hunk.old.stop, hunk.new.stop
        self._starts = [run.start for run in self.runs]

    def span(self, span: Span) -> Span | None:
        """Return where a span lies now; None where not all of it lies in paragraphs kept."""
        number = bisect_right(self._starts, span.start) - 1
        if number < 0 or span.end > self.runs[number].end:
            return None
        return span.shifted(self.runs[number].shift)


def _starts(paragraphs: Sequence[str]) -> list[int]:
    return list(accumulate((len(one) + 1 for one in paragraphs), initial=0))
