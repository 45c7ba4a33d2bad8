"""The search for the nearest highlight before or behind a place, of one label or of any.

Each tier has a nearest of its own, and the best of them bounds the search in the others. The
tier of the shortest highlights is the densest as a rule: a *look* into it comes first, as its
answer mostly leaves nothing to find for the others. But a label may be rare there, and then the
sparse tiers bound the search through the dense one, which goes on last.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotator.core.index_tiers import Found, Tier

    Nearest = Callable[[Sequence[Tier], int, int | None], Found | None]

_LOOK = 4
_ENDLESS = 1 << 62


def first_after(tiers: Sequence[Tier], position: int, code: int | None) -> Found | None:
    """Return the first in user order that starts after ``position``."""
    dense = tiers[0]
    look = best = _first_after(dense, position, code, None, _LOOK) if dense.blocks else None
    for tier in tiers[:0:-1]:
        if tier.blocks:
            best = _first_after(tier, position, code, best)
    if look is None and dense.blocks:
        best = _first_after(dense, position, code, best)
    return best


def last_before(tiers: Sequence[Tier], position: int, code: int | None) -> Found | None:
    """Return the last in user order that starts before ``position``."""
    dense = tiers[0]
    look = best = _last_before(dense, position, code, None, _LOOK) if dense.blocks else None
    for tier in tiers[:0:-1]:
        if tier.blocks:
            best = _last_before(tier, position, code, best)
    if look is None and dense.blocks:
        best = _last_before(dense, position, code, best)
    return best


def _first_after(
    tier: Tier, position: int, code: int | None, best: Found | None, look: int = _ENDLESS
) -> Found | None:
    """Return the tier's first that starts after ``position``, unless ``best`` comes before it.

    Gives up if nothing is found in so many blocks. Costs O(log n), and a search at the pace of
    memory through the blocks passed over.
    """
    blocks, bases = tier.blocks, tier.bases
    number, base = bases.floor(position)
    stop = number + look
    while True:
        block = blocks[number]
        starts, codes = block.starts, block.codes
        row = bisect_right(starts, position - base)
        while row < len(starts):
            if code is not None and (row := codes.find(code, row)) < 0:
                break
            start = starts[row] + base
            if best is not None and best[0] < start:
                return best
            found = start, -start - block.lengths[row], block.keys[row], codes[row]
            if best is None or found < best:
                best = found
            row += 1
        number += 1
        if number == len(blocks) or (best is None and number >= stop):
            return best
        base = bases[number]
        if best is not None and best[0] < base:
            return best


def _last_before(
    tier: Tier, position: int, code: int | None, best: Found | None, look: int = _ENDLESS
) -> Found | None:
    """Return the tier's last that starts before ``position``, unless ``best`` comes after it.

    Gives up, and costs, what `_first_after` does.
    """
    blocks, bases = tier.blocks, tier.bases
    number, base = bases.floor(position - 1)
    stop = number - look
    while True:
        block = blocks[number]
        starts, codes = block.starts, block.codes
        row = bisect_left(starts, position - base)
        while row:
            row = row - 1 if code is None else codes.rfind(code, 0, row)
            if row < 0:
                break
            start = starts[row] + base
            if best is not None and start < best[0]:
                return best
            found = start, -start - block.lengths[row], block.keys[row], codes[row]
            if best is None or best < found:
                best = found
        number -= 1
        if number < 0 or (best is None and number <= stop):
            return best
        if best is not None and base < best[0]:
            return best
        base = bases[number]
