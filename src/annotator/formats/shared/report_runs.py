"""A text with its highlights cut into runs, paragraph by paragraph, as reports show it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from annotator.service.printing import Run

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MOST_BEGUN = 6
"""So many highlights are named where they begin; the list below the text has them all."""


class Placed(NamedTuple):
    """A span of a highlight: its place, its label, and the highlight's number."""

    start: int
    end: int
    label: int
    number: int


def paragraphs(text: str, placed: Iterable[Placed]) -> Iterator[tuple[Run, ...]]:
    r"""Yield the runs of each line of a text; an empty line has none.

    Costs sorting the spans, and for each run the labels over it: ten thousand highlights over
    each other are as quick as side by side.

    >>> lines = paragraphs("ab\nc", [Placed(1, 4, 0, 1)])
    >>> [[(run.text, run.labels) for run in line] for line in lines]
    [[('a', ()), ('b', (0,))], [('c', (0,))]]
    """
    sweep = _Sweep(placed)
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        yield tuple(sweep.runs(text, start, end))
        start = end + 1


class _Sweep:
    """Goes from border to border of the spans, knowing which labels are open."""

    def __init__(self, placed: Iterable[Placed]) -> None:
        spans = [one for one in placed if one.start < one.end]
        self._starts = sorted(spans, key=lambda one: (one.start, -one.end, one.number))
        self._ends = sorted((one.end, one.label) for one in spans)
        self._begun = self._ended = 0
        self._open: dict[int, int] = {}  # the number of open spans of each label, as they began

    def runs(self, text: str, start: int, end: int) -> Iterator[Run]:
        """Yield the runs of a line, which comes behind those asked for before."""
        if start == end:
            return
        place = start
        begins = self._begin(place)  # with what began at the newline before, or on empty lines
        self._end(place)
        while place < end:
            stop = min(self._next(), end)
            ends = self._ended < len(self._ends) and self._ends[self._ended][0] == stop
            yield Run(
                text[place:stop],
                tuple(self._open),
                tuple((one.label, one.number) for one in begins[:MOST_BEGUN]),
                max(0, len(begins) - MOST_BEGUN),
                ends,
            )
            place = stop
            self._end(place)
            if place < end:
                begins = self._begin(place)

    def _next(self) -> int:
        """Return the next place where a span begins or ends."""
        found = [self._ends[self._ended][0]] if self._ended < len(self._ends) else []
        if self._begun < len(self._starts):
            found.append(self._starts[self._begun].start)
        return min(found, default=1 << 62)

    def _begin(self, place: int) -> list[Placed]:
        first = self._begun
        while self._begun < len(self._starts) and self._starts[self._begun].start <= place:
            label = self._starts[self._begun].label
            self._open[label] = self._open.get(label, 0) + 1
            self._begun += 1
        return self._starts[first : self._begun]

    def _end(self, place: int) -> None:
        while self._ended < len(self._ends) and self._ends[self._ended][0] <= place:
            label = self._ends[self._ended][1]
            self._open[label] -= 1
            if not self._open[label]:
                del self._open[label]
            self._ended += 1
