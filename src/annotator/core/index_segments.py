"""Disjoint runs for painting, out of highlights that overlap."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.core.index_tiers import Found

    Run = tuple[int, int, tuple[int, ...]]
    """Start, end, and in user order the keys of all highlights that cover the run."""


def runs(found: Sequence[Found], start: int, end: int) -> list[Run]:
    """Cut what was found, given in user order, into runs within the stretch.

    Stretches without a highlight yield no run, and empty highlights none either.
    Costs O(hits · depth).

    >>> runs([(0, -6, 1, 0), (4, -9, 2, 0)], 2, 8)
    [(2, 4, (1,)), (4, 6, (1, 2)), (6, 8, (2,))]
    """
    pieces = [
        (max(begin, start), min(-negative, end), key)
        for begin, negative, key, _ in found
        if max(begin, start) < min(-negative, end)
    ]
    ends = sorted([(stop, key) for _, stop, key in pieces])
    made: list[Run] = []
    open_keys: list[int] = []  # appended to in user order, so that it stays in user order
    begun = ended = 0
    for left, right in pairwise(_edges(pieces)):
        while ends[ended][0] == left:
            open_keys.remove(ends[ended][1])
            ended += 1
        while begun < len(pieces) and pieces[begun][0] == left:
            open_keys.append(pieces[begun][2])
            begun += 1
        if open_keys:
            made.append((left, right, tuple(open_keys)))
    return made


def _edges(pieces: Iterable[tuple[int, int, int]]) -> list[int]:
    """Return all places where a piece starts or ends, each once."""
    return sorted({edge for begin, stop, _ in pieces for edge in (begin, stop)})
