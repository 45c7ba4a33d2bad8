"""All tiers together: highlights as numbers, found by key and by place."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from annotator.core.index_errors import UnknownKeyError
from annotator.core.index_places import Places
from annotator.core.index_tiers import Block, Tier

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.core.edit import Edit
    from annotator.core.index_tiers import Found, Row

_NO_LIMIT = 1 << 62


class Place(NamedTuple):
    """Where a highlight is stored, and where it lies."""

    block: Block
    row: int
    start: int
    end: int


class Shelves:
    """The tiers of ascending length limits, the last without one, and the key's places."""

    __slots__ = ("_limits", "places", "tiers")

    def __init__(self, keys: list[int], limits: tuple[int, ...], load: int) -> None:
        self._limits = limits
        self.places: Places[Block] = Places(keys)
        self.tiers = [Tier(limit, load, self.places) for limit in (*limits, _NO_LIMIT)]

    def fill(self, rows: Iterable[Row]) -> None:
        """Store many highlights, each in the tier of its length."""
        by_tier: list[list[Row]] = [[] for _ in self.tiers]
        limits = self._limits
        for row in rows:
            by_tier[bisect_right(limits, row[1])].append(row)
        for tier, tier_rows in zip(self.tiers, by_tier, strict=True):
            tier.fill(tier_rows)

    def insert(self, start: int, length: int, key: int, code: int) -> None:
        """Store a highlight in the tier of its length."""
        self.tiers[bisect_right(self._limits, length)].insert(start, length, key, code)

    def place(self, key: int) -> Place:
        """Return where a highlight is; raise UnknownKeyError if it is nowhere."""
        block = self.places.get(key)
        if block is None:
            raise UnknownKeyError(key)
        row = block.row_of(key)
        start = block.tier.bases[block.number] + block.starts[row]
        return Place(block, row, start, start + block.lengths[row])

    def found(self, start: int, end: int) -> list[Found]:
        """Return what overlaps the stretch, sorted into user order."""
        found: list[Found] = []
        for tier in self.tiers:
            if tier.blocks:
                tier.collect(start, end, found)
        found.sort()
        return found

    def everything(self) -> list[Found]:
        """Return all there is, sorted into user order."""
        return self.found(0, _NO_LIMIT)

    def apply(self, edit: Edit) -> list[Found]:
        """Carry out an edit; return what it reached as it was before, sorted into user order."""
        changed: list[Found] = []
        grown: list[int] = []
        for tier in self.tiers:
            if tier.blocks:
                grown += tier.apply(edit, changed)
        self._lift(grown)
        changed.sort()
        return changed

    def widen(self) -> None:
        """Make room for more label codes than fit into bytes."""
        for tier in self.tiers:
            tier.widen()

    def _lift(self, keys: Iterable[int]) -> None:
        """Move highlights that an edit lengthened to the tiers of their lengths."""
        for key in keys:
            block, row, start, end = self.place(key)
            code = block.codes[row]
            block.tier.delete(block, row)
            self.insert(start, end - start, key, code)
