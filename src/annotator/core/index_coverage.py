"""How much of the text is covered, per label and in all, settled when it is asked for.

The text is divided into *stretches* of some thousand code points, and each keeps its own figures:
how much of it each label covers, and how many highlights of each label hold it whole. Changes are
only noted. Asked for a figure, the tally goes through the notes: a highlight that holds a stretch
whole adds to or takes from a count, and every other stretch touched is marked stale; then the
stale ones are counted anew from the index. So a figure costs what changed since the last one, and
a highlight as long as the article costs a count per stretch.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from annotator.core.index_steps import Steps

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.core.index_tiers import Found

ANY = -1
"""The code that stands for all labels together."""

_EDIT, _ADDED, _REMOVED = 0, 1, -1
_STRETCH = 2048
_FEWEST_HITS = 32
_ENDLESS = 1 << 62


class Stretch(NamedTuple):
    """The figures of one stretch, by label code."""

    whole: dict[int, int]
    """How many highlights hold it whole."""
    partly: dict[int, int]
    """How much of it the others cover."""

    def covered(self, code: int, length: int) -> int:
        """Return how much of the stretch, so long, the label covers."""
        return length if code in self.whole else self.partly.get(code, 0)


class Coverage:
    """Exact figures of the text covered; `settle` brings them up to date."""

    __slots__ = ("_length", "_notes", "_stale", "_starts", "_stretches", "_totals")

    def __init__(self, length: int = _STRETCH) -> None:
        self._length = length
        self._forget()

    def _forget(self) -> None:
        """Drop all figures, so that the next question counts afresh."""
        self._starts = Steps([0])
        self._stretches = [Stretch({}, {})]
        self._stale = bytearray(b"\1")
        self._totals: dict[int, int] = {}
        self._notes: list[tuple[int, int, int, int]] | None = None

    @property
    def notes_changes(self) -> bool:
        """True once figures were asked for, so that changes are to be told."""
        return self._notes is not None

    def note_added(self, start: int, end: int, code: int) -> None:
        """Note a highlight that came."""
        if self._notes is not None:
            self._note(_ADDED, start, end, code)

    def note_removed(self, start: int, end: int, code: int) -> None:
        """Note a highlight that went."""
        if self._notes is not None:
            self._note(_REMOVED, start, end, code)

    def note_edit(self, position: int, removed: int, inserted: int) -> None:
        """Note an edit."""
        if self._notes is not None:
            self._note(_EDIT, position, removed, inserted)

    def settle(
        self, collect: Callable[[int, int], list[Found]], text_end: int, number: int
    ) -> dict[int, int]:
        """Return the figures by label code, up to date.

        ``collect`` finds what overlaps a stretch, in order; nothing ends behind ``text_end``;
        ``number`` tells how many highlights there are.
        """
        for kind, first, second, third in self._notes or ():
            if kind == _EDIT:
                self._replay_edit(first, second, third)
            else:
                self._replay_highlight(kind, first, second, third)
        self._notes = []
        widest = max(self._length, text_end // (number // _FEWEST_HITS + 1))
        index = self._stale.find(1)
        while index >= 0:
            self._divide(index, widest, text_end)
            self._count(index, collect)
            index = self._stale.find(1, index)
        return self._totals

    def _note(self, kind: int, first: int, second: int, third: int) -> None:
        """Keep a change for later, unless there are so many that counting afresh is cheaper."""
        notes = self._notes
        if notes is None:
            return
        notes.append((kind, first, second, third))
        if len(notes) > 1024 + 4 * len(self._stretches):
            self._forget()

    def _end_of(self, index: int) -> int:
        """Return where a stretch ends; the last one has no end."""
        return self._starts[index + 1] if index + 1 < len(self._starts) else _ENDLESS

    def _replay_highlight(self, sign: int, start: int, end: int, code: int) -> None:
        """Bring one highlight into the figures, or out of them."""
        first = self._starts.bisect_right(start) - 1
        for index in range(first, self._starts.bisect_left(end)):
            if self._stale[index] or start == end:
                continue
            left, right = self._starts[index], self._end_of(index)
            if start <= left and right <= end:
                self._count_whole(index, sign, code)
                self._count_whole(index, sign, ANY)
            else:
                self._mark(index)

    def _count_whole(self, index: int, sign: int, code: int) -> None:
        """Note one highlight more, or fewer, that holds a stretch whole."""
        stretch = self._stretches[index]
        length = self._end_of(index) - self._starts[index]
        before = stretch.covered(code, length)
        count = stretch.whole.get(code, 0) + sign
        if count:
            stretch.whole[code] = count
        else:
            del stretch.whole[code]
        self._totals[code] = self._totals.get(code, 0) + stretch.covered(code, length) - before

    def _replay_edit(self, position: int, removed: int, inserted: int) -> None:
        """Join all stretches that an edit touches, even at an edge, and move those behind."""
        starts = self._starts
        first = max(0, starts.bisect_left(position) - 1)
        stop = starts.bisect_right(position + removed)
        for index in range(first, stop):
            self._mark(index)
        if first + 1 < stop:
            starts.delete(first + 1, stop)
            del self._stretches[first + 1 : stop]
            del self._stale[first + 1 : stop]
        starts.shift(first + 1, inserted - removed)

    def _mark(self, index: int) -> None:
        """Take a stretch out of the totals until it is counted anew."""
        if self._stale[index]:
            return
        self._add_up(index, -1)
        self._stale[index] = 1

    def _add_up(self, index: int, sign: int) -> None:
        """Add a stretch to the totals, or take it out."""
        stretch = self._stretches[index]
        length = self._end_of(index) - self._starts[index]
        for code in stretch.whole.keys() | stretch.partly.keys():
            total = self._totals.get(code, 0)
            self._totals[code] = total + sign * stretch.covered(code, length)

    def _divide(self, index: int, widest: int, text_end: int) -> None:
        """Cut a stretch that grew too long; all its pieces are stale."""
        left = self._starts[index]
        right = min(self._end_of(index), max(left, text_end))
        if right - left <= 2 * widest:
            return
        cuts = range(left + widest, right, widest)
        for cut in reversed(cuts):
            self._starts.insert(index + 1, cut)
        self._stretches[index + 1 : index + 1] = [Stretch({}, {}) for _ in cuts]
        self._stale[index + 1 : index + 1] = b"\1" * len(cuts)

    def _count(self, index: int, collect: Callable[[int, int], list[Found]]) -> None:
        """Count a stretch anew."""
        left, right = self._starts[index], self._end_of(index)
        whole: dict[int, int] = {}
        partly: dict[int, int] = {}
        reached: dict[int, int] = {}
        for start, negative, _, code in collect(left, right):
            end = min(-negative, right)
            for each in (code, ANY):
                if start <= left and end == right:
                    whole[each] = whole.get(each, 0) + 1
                    continue
                gain = end - max(start, reached.get(each, left))
                if gain > 0:
                    partly[each] = partly.get(each, 0) + gain
                    reached[each] = end
        self._stretches[index] = Stretch(whole, partly)
        self._stale[index] = 0
        self._add_up(index, 1)
