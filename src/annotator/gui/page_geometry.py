"""Where things lie on the page: lines of text and the places of spans on them; no drawing."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias, overload

from annotator.gui.page_measure import (
    BADGE,
    BADGE_GAP,
    BAR_GUTTER,
    BAR_WIDTH,
    GUTTER,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from annotator.core.span import Span

Extent: TypeAlias = tuple[float, float]
# Neighboring characters of one visual run may lie a rounding error apart.
_TOUCHING = 0.5


class Edge(Enum):
    """An end of a highlight."""

    START = "start"
    END = "end"


@dataclass(frozen=True, slots=True)
class Cells(Sequence[Extent]):
    """The left and right edges of consecutive code points.

    Thousands lie on a page. A tuple for each would keep Python's search for garbage busy for
    longer than a key may take.

    >>> Cells.at([(0, 5), (5, 9)], across=100.0)[-1]
    (105.0, 109.0)
    """

    lefts: array[float]
    rights: array[float]

    @classmethod
    def at(cls, extents: Iterable[Extent], *, across: float) -> Cells:
        """Return cells so far to the right of where these are."""
        lefts, rights = array("d"), array("d")
        for left, right in extents:
            lefts.append(left + across)
            rights.append(right + across)
        return cls(lefts, rights)

    def __len__(self) -> int:
        return len(self.lefts)

    @overload
    def __getitem__(self, number: int) -> Extent: ...
    @overload
    def __getitem__(self, number: slice) -> list[Extent]: ...
    def __getitem__(self, number: int | slice) -> Extent | list[Extent]:
        """Return the edges of a code point, or of several."""
        if isinstance(number, slice):
            return list(zip(self.lefts[number], self.rights[number], strict=True))
        return self.lefts[number], self.rights[number]

    def __iter__(self) -> Iterator[Extent]:
        return zip(self.lefts, self.rights, strict=True)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text: its code points, its baseline, and where each of them stands.

    ``cells`` holds the left and right edge of every code point from ``start`` on. A combining
    mark shares the cell of its base. ``end`` leaves out the white space at the line's end,
    ``full_end`` does not. ``pieces`` are the stretches of cells that lie side by side, by
    number: one, unless the line mixes directions. ``left`` is where a line without text begins.
    """

    start: int
    end: int
    full_end: int
    baseline: float
    cells: Sequence[Extent]
    pieces: tuple[tuple[int, int], ...]
    left: float = 0.0

    def runs(self, start: int, end: int) -> list[Extent]:
        """Return the extents of a span on this line, from left to right, joined where they touch.

        A span has several where its line mixes directions.
        """
        low, high = max(start, self.start) - self.start, min(end, self.end) - self.start
        if low >= high:
            return []
        if len(self.pieces) == 1:
            return [self._extent(low, high)]
        return joined(
            self._extent(max(low, first), min(high, last))
            for first, last in self.pieces
            if first < high and last > low
        )

    def _extent(self, low: int, high: int) -> Extent:
        first, last = self.cells[low], self.cells[high - 1]
        return min(first[0], last[0]), max(first[1], last[1])

    def x_before(self, position: int) -> float:
        """Return where the code point at a position begins, or where the line ends before it."""
        number = position - self.start
        if number < len(self.cells):
            return self.cells[max(number, 0)][0]
        return self.cells[-1][1] if self.cells else self.left

    def position_at(self, x: float) -> int | None:
        """Return the code point under a place on this line, or None beside the text."""
        for number, (left, right) in enumerate(self.cells[: self.end - self.start]):
            if left <= x < right:
                return self.start + number
        return None


def joined(extents: Iterable[Extent]) -> list[Extent]:
    """Return the union of extents, sorted; empty ones are left out.

    >>> joined([(8, 9), (0, 3), (3, 5), (4, 4)])
    [(0, 5), (8, 9)]
    """
    union: list[Extent] = []
    for left, right in sorted(extents):
        if right <= left:
            continue
        if union and left - union[-1][1] <= _TOUCHING:
            union[-1] = (union[-1][0], max(union[-1][1], right))
        else:
            union.append((left, right))
    return union


def pieces(cells: Sequence[Extent]) -> tuple[tuple[int, int], ...]:
    """Cut a line's cells where the next one in the text is not the next one in sight.

    >>> pieces([(0, 1), (1, 2), (8, 9), (7, 8), (7, 8)])
    ((0, 2), (2, 5))
    """
    made: list[tuple[int, int]] = []
    start, forward = 0, None
    for number, (before, after) in enumerate(pairwise(cells), 1):
        if before == after:
            continue
        ahead = abs(after[0] - before[1]) <= _TOUCHING
        joins = ahead or abs(after[1] - before[0]) <= _TOUCHING
        if joins and forward in (None, ahead):
            forward = ahead
        else:
            made.append((start, number))
            start, forward = number, None
    return (*made, (start, len(cells)))


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some consecutive lines of one block: what is planned and painted together."""

    block: int
    lines: tuple[Line, ...]
    _starts: list[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", [line.start for line in self.lines])

    @property
    def start(self) -> int:
        """The first code point."""
        return self.lines[0].start

    @property
    def end(self) -> int:
        """The position after the last code point."""
        return self.lines[-1].full_end

    def numbers_over(self, start: int, end: int) -> range:
        """Return the numbers of the lines that a span shares a code point with."""
        if start >= self.end:
            return range(0)
        return range(self.line_of(start), bisect_left(self._starts, end))

    def lines_over(self, start: int, end: int) -> tuple[Line, ...]:
        """Return the lines that a span shares a code point with."""
        numbers = self.numbers_over(start, end)
        return self.lines[numbers.start : numbers.stop]

    def lines_under(self, span: Span) -> tuple[Line, ...]:
        """Return the lines that a span lies on, one without a character included."""
        first = self.line_of(max(span.start, self.start))
        return self.lines[first : self.line_of(max(span.end - 1, span.start)) + 1]

    def line_of(self, position: int) -> int:
        """Return the number of the line at which a code point of the stretch stands."""
        return max(bisect_right(self._starts, position) - 1, 0)


def lanes(hits: Sequence[tuple[int, int, int, object]], start: int, end: int) -> dict[int, int]:
    """Give each highlight, by key, the lane in which its line is drawn between two positions.

    Highlights that share a code point never share a lane. Those that run through the whole
    stretch get the outer lanes, so that they do not crowd out what is told only here.

    >>> lanes([(1, 0, 9, "a"), (2, 0, 4, "a"), (3, 2, 6, "a"), (4, 5, 8, "a")], 0, 9)
    {2: 0, 3: 1, 4: 0, 1: 2}
    """
    ordered = sorted(hits, key=lambda hit: hit[1] <= start and hit[2] >= end)
    through = sum(hit[1] <= start and hit[2] >= end for hit in hits)
    ends: list[int] = []
    given: dict[int, int] = {}
    for key, begin, stop, _ in ordered[: len(ordered) - through]:
        lane = next((lane for lane, free in enumerate(ends) if free <= begin), len(ends))
        ends[lane : lane + 1] = [stop]
        given[key] = lane
    for key, *_ in ordered[len(ordered) - through :]:
        given[key] = len(ends)
        ends.append(end)
    return given


@dataclass(frozen=True, slots=True)
class Margin:
    """The margin in which letters, check marks and the sentence's bar stand.

    ``near`` is the edge of the column at its side; ``mirrored`` puts it to the right.
    """

    near: float
    mirrored: bool = False

    def slot(self, number: int) -> float:
        """Return the left edge of the place for a mark; 0 is the nearest to the text."""
        away = GUTTER + number * (BADGE + BADGE_GAP)
        return self.near + away if self.mirrored else self.near - away - BADGE

    @property
    def bar(self) -> float:
        """The left edge of the current sentence's bar."""
        return self.near + BAR_GUTTER - BAR_WIDTH if self.mirrored else self.near - BAR_GUTTER
