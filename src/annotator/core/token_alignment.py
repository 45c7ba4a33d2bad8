"""Which tokens of two texts correspond, found in a time that grows with their length.

Runs of tokens that stand once in either text are anchors, as in a patience diff; between two
anchors the search goes on. Only stretches that are short, or that repeat themselves so much that
nothing in them is unique, are compared with everything against everything.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence

    Anchor = tuple[int, int]
    Thorough = Callable[[Sequence[str], Sequence[str]], "Iterable[Gap] | None"]
    """Compares tokens where no anchor is to be found, or gives up with None."""

_RUNS = (4, 1)
_DEPTH = 12
_SHORT = 10_000


class Gap(NamedTuple):
    """Tokens of the old text that gave way to tokens of the new one; one of the two may be none."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int


def gaps(old: Sequence[str], new: Sequence[str], thorough: Thorough) -> list[Gap]:
    """Return where two sequences of tokens differ, in order.

    >>> gaps("the red fox".split(), "the bad old fox".split(), lambda old, new: None)
    [Gap(old_start=1, old_end=2, new_start=1, new_end=3)]
    """
    found: list[Gap] = []
    _compare(_Stretch(old, new, Gap(0, len(old), 0, len(new)), _DEPTH), thorough, found)
    return found


def rising(pairs: Sequence[Anchor]) -> list[Anchor]:
    """Return the longest part of the pairs whose second numbers rise; the first ones do already.

    >>> rising([(0, 5), (1, 1), (2, 3), (3, 2), (4, 9)])
    [(1, 1), (3, 2), (4, 9)]
    """
    lasts: list[int] = []
    rows: list[int] = []
    before: list[int] = []
    for row, (_, second) in enumerate(pairs):
        length = bisect_left(lasts, second)
        lasts[length : length + 1] = [second]
        rows[length : length + 1] = [row]
        before.append(rows[length - 1] if length else -1)
    chain = []
    row = rows[-1] if rows else -1
    while row >= 0:
        chain.append(pairs[row])
        row = before[row]
    return chain[::-1]


class _Stretch(NamedTuple):
    """A part of both sequences that is to be compared, and how often it may be cut further."""

    old: Sequence[str]
    new: Sequence[str]
    where: Gap
    depth: int


def _compare(stretch: _Stretch, thorough: Thorough, found: list[Gap]) -> None:
    where = _trimmed(stretch)
    old, new = (
        stretch.old[where.old_start : where.old_end],
        stretch.new[where.new_start : where.new_end],
    )
    if not old or not new or len(old) == len(new) == 1:
        if old or new:
            found.append(where)
        return
    anchors = []
    if len(old) * len(new) > _SHORT and stretch.depth:
        anchors = _anchors(old, new)
    if not anchors:
        inside = _short(old, new) if len(old) * len(new) <= _SHORT else thorough(old, new)
        found += [where] if inside is None else [_moved(gap, where) for gap in inside]
        return
    low, new_low = where.old_start, where.new_start
    for i, j in (*anchors, (len(old), len(new))):
        high, new_high = where.old_start + i, where.new_start + j
        part = Gap(low, high, new_low, new_high)
        _compare(_Stretch(stretch.old, stretch.new, part, stretch.depth - 1), thorough, found)
        low, new_low = high, new_high


def _moved(gap: Gap, where: Gap) -> Gap:
    return Gap(
        gap.old_start + where.old_start,
        gap.old_end + where.old_start,
        gap.new_start + where.new_start,
        gap.new_end + where.new_start,
    )


def _trimmed(stretch: _Stretch) -> Gap:
    """Leave out what both begin and end with."""
    old, new, (low, high, new_low, new_high), _ = stretch
    while low < high and new_low < new_high and old[low] == new[new_low]:
        low, new_low = low + 1, new_low + 1
    while low < high and new_low < new_high and old[high - 1] == new[new_high - 1]:
        high, new_high = high - 1, new_high - 1
    return Gap(low, high, new_low, new_high)


def _short(old: Sequence[str], new: Sequence[str]) -> list[Gap]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return [Gap(*places) for tag, *places in matcher.get_opcodes() if tag != "equal"]


def _anchors(old: Sequence[str], new: Sequence[str]) -> list[Anchor]:
    """Return runs that stand once in either, as far as they keep their order."""
    for length in _RUNS:
        places = _unique(new, length)
        common = [(i, places[run]) for run, i in _unique(old, length).items() if run in places]
        if common:
            return rising(common)
    return []


def _unique(tokens: Sequence[str], length: int) -> dict[Hashable, int]:
    """Return where each run of this many tokens stands that stands there alone, in order."""
    runs: list[Hashable] = list(zip(*(tokens[skip:] for skip in range(length)), strict=False))
    counts = Counter(runs)
    return {run: place for place, run in enumerate(runs) if counts[run] == 1}
