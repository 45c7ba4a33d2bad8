"""How much of the text is covered, per label and in all, settled when it is asked for.

The text is divided into *stretches* of some thousand code points, and each keeps its own figures:
how much of it each label covers, and how many highlights of each label hold it whole. Changes are
only noted. Asked for a figure, the tally goes through the notes: a highlight that holds a stretch
whole adds to or takes from a count, an edit within a stretch moves its figures by what the edit
found there, and every other stretch touched is marked stale; then the stale ones are counted anew
from the index. So a figure costs what changed since the last one, and a highlight as long as the
article costs a count per stretch.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from annotator.core.index_steps import Steps

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from annotator.core.index_tiers import Found

    Collect = Callable[[int, int], list[Found]]
    Note = tuple[int, int, int, int, Sequence[Found]]

ANY = -1
"""The code that stands for all labels together."""

_EDIT, _ADDED, _REMOVED = 0, 1, -1
_STRETCH = 2048
_FEWEST_HITS = 32
_MOST_NOTED = 4096
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

    __slots__ = (
        "_length",
        "_noted",
        "_notes",
        "_stale",
        "_starts",
        "_stretches",
        "_text_end",
        "_totals",
        "_widest",
    )

    def __init__(self, length: int = _STRETCH) -> None:
        self._length = self._widest = length
        self._text_end = 0
        self._forget()

    def _forget(self) -> None:
        """Drop all figures, so that the next question counts afresh."""
        self._starts = Steps([0])
        self._stretches = [Stretch({}, {})]
        self._stale = bytearray(b"\1")
        self._totals: dict[int, int] = {}
        self._notes: list[Note] | None = None
        self._noted = 0

    @property
    def notes_changes(self) -> bool:
        """True once figures were asked for, so that changes are to be told."""
        return self._notes is not None

    def note_added(self, start: int, end: int, code: int) -> None:
        """Note a highlight that came."""
        if self._notes is not None:
            self._note((_ADDED, start, end, code, ()))

    def note_removed(self, start: int, end: int, code: int) -> None:
        """Note a highlight that went."""
        if self._notes is not None:
            self._note((_REMOVED, start, end, code, ()))

    def note_edit(
        self, position: int, removed: int, inserted: int, changed: Sequence[Found]
    ) -> None:
        """Note an edit, and all highlights whose text it changed, as they were, in user order."""
        if self._notes is not None:
            self._note((_EDIT, position, removed, inserted, changed))

    def settle(self, collect: Collect, text_end: int, number: int) -> dict[int, int]:
        """Return the figures by label code, up to date.

        ``collect`` finds what overlaps a stretch, in order; nothing ends behind ``text_end``;
        ``number`` tells how many highlights there are.
        """
        self._text_end = text_end
        self._widest = max(self._length, text_end // (number // _FEWEST_HITS + 1))
        for kind, first, second, third, changed in self._notes or ():
            if kind == _EDIT:
                self._replay_edit(first, second, third, changed)
            else:
                self._replay_highlight(kind, first, second, third)
        self._notes = []
        self._noted = 0
        index = self._stale.find(1)
        while index >= 0:
            self._divide(index)
            self._count(index, collect)
            index = self._stale.find(1, index)
        return self._totals

    def _note(self, note: Note) -> None:
        """Keep a change for later, unless there are so many that counting afresh is cheaper."""
        notes = self._notes
        if notes is None:
            return
        notes.append(note)
        self._noted += 1 + len(note[-1])
        if self._noted > _MOST_NOTED + 4 * len(self._stretches):
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

    def _replay_edit(
        self, position: int, removed: int, inserted: int, changed: Sequence[Found]
    ) -> None:
        """Bring an edit into the figures: within a stretch exactly, else by joining stretches."""
        starts = self._starts
        first = max(0, starts.bisect_left(position) - 1)
        stop = starts.bisect_right(position + removed)
        if first + 1 == stop and starts[first] < position and not self._stale[first]:
            self._add_up(first, -1)
            self._replay_inside(first, position, position + removed, inserted, changed)
            starts.shift(stop, inserted - removed)
            self._add_up(first, 1)
            if self._too_long(first):
                self._mark(first)
            return
        for index in range(first, stop):
            self._mark(index)
        if first + 1 < stop:
            starts.delete(first + 1, stop)
            del self._stretches[first + 1 : stop]
            del self._stale[first + 1 : stop]
        starts.shift(first + 1, inserted - removed)

    def _replay_inside(
        self, index: int, position: int, stop: int, inserted: int, changed: Sequence[Found]
    ) -> None:
        """Count out the text that went, and in what came, of those that hold the stretch partly.

        The edit touches neither edge of the stretch, so that who holds it whole still does.
        """
        left, right = self._starts[index], self._end_of(index)
        partly = self._stretches[index].partly
        reached: dict[int, int] = {}
        around: set[int] = set()
        for start, negative, _, code in changed:
            if start <= left and right <= -negative:
                continue
            end = min(-negative, stop)
            for each in (code, ANY):
                loss = end - max(start, reached.get(each, position))
                if loss > 0:
                    partly[each] -= loss
                    reached[each] = end
            if start < position and stop < -negative:
                around.update((code, ANY))
        for each in around:
            partly[each] += inserted

    def _mark(self, index: int) -> None:
        """Take a stretch out of the totals until it is counted anew."""
        if self._stale[index]:
            return
        self._add_up(index, -1)
        self._stale[index] = 1

    def _add_up(self, index: int, sign: int) -> None:
        """Add a stretch to the totals, or take it out."""
        totals = self._totals
        whole, partly = self._stretches[index]
        length = sign * (self._end_of(index) - self._starts[index])
        for code in whole:
            totals[code] = totals.get(code, 0) + length
        for code, covered in partly.items():
            if code not in whole:
                totals[code] = totals.get(code, 0) + sign * covered

    def _too_long(self, index: int) -> bool:
        """Tell whether a stretch is to be divided."""
        end = min(self._end_of(index), self._text_end)
        return end - self._starts[index] > 2 * self._widest

    def _divide(self, index: int) -> None:
        """Cut a stale stretch that grew too long; all its pieces are stale."""
        if not self._too_long(index):
            return
        left, right = self._starts[index], min(self._end_of(index), self._text_end)
        length = -(-(right - left) // ((right - left) // self._widest))
        cuts = range(left + length, right, length)
        for cut in reversed(cuts):
            self._starts.insert(index + 1, cut)
        self._stretches[index + 1 : index + 1] = [Stretch({}, {}) for _ in cuts]
        self._stale[index + 1 : index + 1] = b"\1" * len(cuts)

    def faults(self, collect: Collect) -> Iterator[str]:
        """Yield a sentence for each figure that counting anew denies.

        1. There are as many starts, stretches and marks of staleness, the first start being 0.
        2. A stretch that is not stale has the figures of a fresh count.
        3. The totals are the sums over these stretches.

        Figures wait for `settle` while changes are noted; then there is nothing to compare.
        """
        if len({len(self._starts), len(self._stretches), len(self._stale)}) != 1 or self._starts[0]:
            yield "coverage: the stretches do not partition the text"
        if self._notes is None or self._notes:
            return
        totals: Counter[int] = Counter()
        for index, stretch in enumerate(self._stretches):
            if self._stale[index]:
                continue
            left, right = self._starts[index], self._end_of(index)
            counted = _counted(collect(left, right), left, right)
            kept = {code: covered for code, covered in stretch.partly.items() if covered}
            if counted != (stretch.whole, kept):
                yield f"coverage: {counted} in the stretch at {left}, kept is {stretch}"
            for code in counted.whole.keys() | counted.partly.keys():
                totals[code] += counted.covered(code, right - left)
        if totals != Counter(self._totals):
            yield f"coverage: {dict(totals)} in all, kept is {self._totals}"

    def _count(self, index: int, collect: Collect) -> None:
        """Count a stretch anew."""
        left, right = self._starts[index], self._end_of(index)
        self._stretches[index] = _counted(collect(left, right), left, right)
        self._stale[index] = 0
        self._add_up(index, 1)


def _counted(found: Iterable[Found], left: int, right: int) -> Stretch:
    """Count the stretch that all that was found overlaps, given in user order."""
    whole: dict[int, int] = {}
    partly: dict[int, int] = {}
    reached: dict[int, int] = {}
    for start, negative, _, code in found:
        end = min(-negative, right)
        for each in (code, ANY):
            if start <= left and end == right:
                whole[each] = whole.get(each, 0) + 1
                continue
            gain = end - max(start, reached.get(each, left))
            if gain > 0:
                partly[each] = partly.get(each, 0) + gain
                reached[each] = end
    return Stretch(whole, partly)
