"""Bringing the highlights of an article to the desk behind its text: what is seen first, then all.

A long article has a hundred thousand highlights, its first screen some hundred. So the desk starts
with none. What lies in the paragraphs that are looked at is read when they are, and everything
is read besides, slice by slice, into an index of its own that takes the place of the first one
at the end. Changes meanwhile alter the first index as they always do, and it is right about all
that they touched: there the second one is set right by it, whenever the rest was read.
"""

from __future__ import annotations

from collections import Counter
from operator import itemgetter
from typing import TYPE_CHECKING

from annotator.core.errors import AnnotatorError
from annotator.core.highlight_index import HighlightIndex
from annotator.service.placed_highlights import PlacedHighlights

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.service.ports import ArticleOutline, HighlightRow, PlacedKeys, Queries

# So many are read at a time: it takes some five milliseconds, and the page loads between.
SLICE = 1_000
# Highlights are sorted in drawers of so many code points, since sorting all would take too long.
_DRAWER = 32_768
# Paragraphs are looked at with their neighbors, for whoever looks goes on to those.
_NEIGHBORS = 8

REVIEWED = "reviewed"
Mark = tuple[int, int, int]
_HIGHLIGHT_START = itemgetter(2)
_MARK_START = itemgetter(1)


class Filling:
    """What of an article is at the desk while the rest is still to come.

    ``placed`` and ``marks`` are right about all that was looked at and all that was altered.
    """

    def __init__(self, queries: Queries, outline: ArticleOutline) -> None:
        self.placed = PlacedHighlights()
        self.marks: HighlightIndex[str] = HighlightIndex()
        self.counts: Counter[str] = Counter(outline.counts)
        self._queries = queries
        self._revision = outline.revision
        self._looked_at = bytearray(len(outline.revision.sentence_ends))
        self._altered: set[int] = set()
        self._altered_marks: set[int] = set()
        self._failure: AnnotatorError | None = None
        self._slices = self._fill()

    def look_at(self, first: int, last: int) -> None:
        """Have all that lies in these paragraphs, by number; costs a question at the first time.

        Where that fails, the next ``step`` tells it.
        """
        missing = self._looked_at.find(0, first, last + 1)
        if missing < 0:
            return
        low = max(missing - _NEIGHBORS, 0)
        paragraphs = range(low, min(last + 1 + _NEIGHBORS, len(self._looked_at)))
        try:
            found = self._queries.placed_near(self._revision, paragraphs)
        except AnnotatorError as error:
            self._failure = error
            return
        self._looked_at[low : paragraphs.stop] = bytes([1]) * len(paragraphs)
        # What is not here is new: reading now tells no less than the changes told so far.
        fresh = {row.key for row in found.highlights if row.key not in self.placed}
        self.placed.add(row for row in found.highlights if row.key in fresh)
        for key, start, end in found.marks:
            if key not in self.marks:
                self.marks.add(key, start, end, REVIEWED)

    def alter(self, key: int) -> None:
        """Take note that a highlight is now what ``placed`` has of it."""
        self._altered.add(key)

    def alter_mark(self, key: int) -> None:
        """Take note that a mark is now what ``marks`` has of it."""
        self._altered_marks.add(key)

    def step(self) -> bool:
        """Do some milliseconds' work; tell whether there is more.

        Once there is not, ``placed`` and ``marks`` hold everything. Raises what reading raised.
        """
        if self._failure is not None:
            raise self._failure
        return next(self._slices, False)

    def _fill(self) -> Iterator[bool]:
        drawers: dict[int, list[HighlightRow]] = {}
        mark_drawers: dict[int, list[Mark]] = {}
        keys: list[int] = []
        mark_keys: list[int] = []
        last: PlacedKeys = (-1, -1)
        while True:
            read = self._queries.placed_behind(self._revision, last, SLICE)
            if read.last == last:
                break
            last = read.last
            for row in read.highlights:
                drawers.setdefault(row[2] // _DRAWER, []).append(row)
            keys += [row[0] for row in read.highlights]
            mark_keys += [mark[0] for mark in read.marks]
            for mark in read.marks:
                mark_drawers.setdefault(mark[1] // _DRAWER, []).append(mark)
            yield True
        placed = PlacedHighlights(keys=keys)
        for number in sorted(drawers):
            placed.extend(sorted(drawers.pop(number), key=_HIGHLIGHT_START))
            yield True
        marks: HighlightIndex[str] = HighlightIndex(keys=mark_keys)
        for number in sorted(mark_drawers):
            ordered = sorted(mark_drawers.pop(number), key=_MARK_START)
            marks.extend((key, start, end, REVIEWED) for key, start, end in ordered)
            yield True
        self._set_right(placed, marks)
        self.placed, self.marks = placed, marks

    def _set_right(self, placed: PlacedHighlights, marks: HighlightIndex[str]) -> None:
        """Bring what was altered meanwhile to what it is now."""
        for key in self._altered:
            placed.take_over(key, self.placed)
        for key in self._altered_marks:
            if key in marks:
                marks.remove(key)
            if key in self.marks:
                marks.add(key, *self.marks.get(key))
