"""The index's storage: highlights of like length, in blocks that are shifted as a whole.

Why this shape. A search for what overlaps a stretch has to know how far back a highlight can
start and still reach it. Search trees keep the furthest end of each subtree for that; but a few
highlights as long as the article poison those ends, and each poisoned block is scanned in vain.
A *tier* instead holds only highlights below a length limit, so that the limit itself says how
far back to look. Within a tier, blocks of a few hundred highlights keep their starts relative to
the block's base: an edit rewrites the one block it falls into and shifts the bases behind it in
one stroke. *Lengths* are stored, not ends: shifting changes one column, and no end goes stale.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from operator import itemgetter
from typing import TYPE_CHECKING

from annotator.core.index_labels import wide_codes
from annotator.core.index_lanes import shifted
from annotator.core.index_steps import Steps

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotator.core.edit import Edit
    from annotator.core.index_labels import WideCodes
    from annotator.core.index_places import Places

    Codes = bytearray | WideCodes
    Row = tuple[int, int, int, int]
    """Start, length, key and label code, as a highlight is stored."""
    Found = tuple[int, int, int, int]
    """Start, negative end, key and label code: plain tuples of these sort into user order."""


class Block:
    """Up to a few hundred highlights of one tier, in the order of their starts, as columns.

    ``tags`` holds each key's last byte: a search through bytes runs at the pace of memory.
    """

    __slots__ = ("codes", "keys", "lengths", "number", "starts", "tags", "tier")

    def __init__(self, tier: Tier, number: int) -> None:
        self.tier = tier
        self.number = number
        self.starts = array("i")
        self.lengths = array("i")
        self.keys = array("q")
        self.tags = bytearray()
        self.codes: Codes = tier.column(())

    def __len__(self) -> int:
        return len(self.keys)

    def row_of(self, key: int) -> int:
        """Return the row of a key that is here."""
        row = self.tags.index(key & 255)
        while self.keys[row] != key:
            row = self.tags.index(key & 255, row + 1)
        return row

    def insert(self, row: int, start: int, length: int, key: int, code: int) -> None:
        """Put a highlight before the one in ``row``, its start relative to the base."""
        self.starts.insert(row, start)
        self.lengths.insert(row, length)
        self.keys.insert(row, key)
        self.tags.insert(row, key & 255)
        self.codes.insert(row, code)

    def delete(self, row: int) -> None:
        """Take out the highlight in ``row``."""
        del self.starts[row], self.lengths[row], self.keys[row], self.tags[row], self.codes[row]

    def take(self, other: Block, distance: int, *, row: int = 0) -> None:
        """Append what ``other`` holds from ``row`` on, starts moved by ``distance``."""
        self.starts += shifted(other.starts[row:], distance)
        self.lengths += other.lengths[row:]
        self.keys += other.keys[row:]
        self.tags += other.tags[row:]
        self.codes.extend(other.codes[row:])
        del other.starts[row:], other.lengths[row:], other.codes[row:]
        del other.keys[row:], other.tags[row:]


class Tier:
    """All highlights shorter than ``limit``, in blocks of at most ``load``."""

    __slots__ = ("bases", "blocks", "column", "limit", "load", "places")

    def __init__(self, limit: int, load: int, places: Places[Block]) -> None:
        self.limit = limit
        self.load = load
        self.places = places
        self.bases = Steps()
        self.blocks: list[Block] = []
        self.column: Callable[[Sequence[int]], Codes] = bytearray

    def fill(self, rows: list[Row]) -> None:
        """Store many highlights. Costs sorting them, where none starts before one that is here."""
        if not rows:
            return
        rows.sort(key=itemgetter(0))
        if self.blocks and rows[0][0] < self._last_start:
            for row in rows:
                self.insert(*row)
            return
        size = max(1, self.load // 2)
        for first in range(0, len(rows), size):
            starts, lengths, keys, codes = zip(*rows[first : first + size], strict=True)
            base = starts[0]
            block = Block(self, len(self.blocks))
            block.starts = array("i", [start - base for start in starts])
            block.lengths = array("i", lengths)
            block.keys = array("q", keys)
            block.tags = bytearray([key & 255 for key in keys])
            block.codes = self.column(codes)
            self.bases.insert(block.number, base)
            self.blocks.append(block)
            self.places.put_all(keys, block)

    @property
    def _last_start(self) -> int:
        """Where the last highlight starts."""
        return self.bases[len(self.blocks) - 1] + self.blocks[-1].starts[-1]

    def widen(self) -> None:
        """Make room for more label codes than fit into bytes."""
        self.column = wide_codes
        for block in self.blocks:
            block.codes = wide_codes(block.codes)

    def insert(self, start: int, length: int, key: int, code: int) -> None:
        """Store one highlight. Costs O(block + log n), and O(blocks) when a block splits."""
        if not self.blocks:
            self.bases.insert(0, start)
            self.blocks.append(Block(self, 0))
        number = max(0, self.bases.bisect_right(start) - 1)
        block = self.blocks[number]
        base = self.bases[number]
        if start < base:
            block.starts = shifted(block.starts, base - start)
            self.bases[number] = base = start
        row = bisect_right(block.starts, start - base)
        block.insert(row, start - base, length, key, code)
        self.places.put(key, block)
        if len(block.keys) > self.load:
            self._split(block)

    def delete(self, block: Block, row: int) -> None:
        """Take out the highlight in ``row``. Costs O(block), and O(blocks) when one dissolves."""
        self.places.pop(block.keys[row])
        block.delete(row)
        if not block.keys:
            self._drop(block)
        elif len(block.keys) <= self.load // 4:
            self._merge(block)

    def collect(self, start: int, end: int, found: list[Found]) -> None:
        """Append what overlaps the stretch. Costs O(log n + starts since start - limit)."""
        bases = self.bases
        reach = start - self.limit  # whatever starts there or before ends before the stretch
        number = bases.bisect_left(end)
        base = end
        while number and base > reach:
            number -= 1
            block, base = self.blocks[number], bases[number]
            starts = block.starts
            offset = start - base
            low = bisect_left(starts, reach - base) if base < reach else 0
            middle = bisect_left(starts, offset, low)
            high = bisect_left(starts, end - base, middle)
            if low < middle:
                found += [
                    (begin + base, -base - begin - length, key, code)
                    for begin, length, key, code in zip(
                        starts[low:middle],
                        block.lengths[low:middle],
                        block.keys[low:middle],
                        block.codes[low:middle],
                        strict=True,
                    )
                    if begin + length > offset
                ]
            if middle < high:
                found += [
                    (begin + base, -base - begin - length, key, code)
                    for begin, length, key, code in zip(
                        starts[middle:high],
                        block.lengths[middle:high],
                        block.keys[middle:high],
                        block.codes[middle:high],
                        strict=True,
                    )
                ]

    def apply(self, edit: Edit, changed: list[Found]) -> list[int]:
        """Carry out an edit, note in ``changed`` what it reached, return the keys grown too long.

        Costs O(block + starts since position - limit), and the way from the last edit.
        """
        bases = self.bases
        first = max(0, bases.bisect_left(edit.position - self.limit) - 1)
        untouched = bases.bisect_left(edit.position + edit.removed)
        grown: list[int] = []
        for number in range(first, untouched):
            grown += self._edit_block(self.blocks[number], edit, changed)
        bases.shift(untouched, edit.inserted - edit.removed)
        return grown

    def _edit_block(self, block: Block, edit: Edit, changed: list[Found]) -> list[int]:
        """Carry out an edit in a block based before the removed text's end."""
        base = self.bases[block.number]
        starts, lengths = block.starts, block.lengths
        position = edit.position - base
        stop = position + edit.removed
        delta = edit.inserted - edit.removed
        grown = []
        low = bisect_left(starts, position - self.limit)
        middle = bisect_left(starts, position, low)
        high = bisect_left(starts, stop, middle)
        rows = [
            row
            for row, start, length in zip(
                range(low, middle), starts[low:middle], lengths[low:middle], strict=True
            )
            if start + length > position
        ]
        for row in (*rows, *range(middle, high)):
            start, length = starts[row], lengths[row]
            end = start + length
            changed.append((base + start, -base - end, block.keys[row], block.codes[row]))
            if row >= middle:
                shrunk = max(0, end - stop)
            else:
                shrunk = position - start if end <= stop else length + delta
            lengths[row] = shrunk
            if shrunk >= self.limit:
                grown.append(block.keys[row])
        if middle < len(starts):
            new_base = edit.map_start(base)
            moved = shifted(starts[high:], base + delta - new_base)
            if middle < high:
                landing = edit.position + edit.inserted
                moved = array("i", [landing - new_base]) * (high - middle) + moved
            starts[middle:] = moved
            if new_base != base:
                self.bases[block.number] = new_base
        return grown

    def _split(self, block: Block) -> None:
        """Move the upper half of an overfull block into a new one behind it."""
        half = len(block.keys) // 2
        distance = block.starts[half]
        upper = Block(self, block.number + 1)
        upper.take(block, -distance, row=half)
        self.bases.insert(upper.number, self.bases[block.number] + distance)
        self.blocks.insert(upper.number, upper)
        self._renumber(upper.number + 1)
        self.places.move(upper.keys, upper)

    def _merge(self, block: Block) -> None:
        """Join a block that became small with a neighbor that has room."""
        room = self.load - self.load // 4 - len(block.keys)
        for number in (block.number - 1, block.number):
            if number < 0 or number + 1 >= len(self.blocks):
                continue
            lower, upper = self.blocks[number], self.blocks[number + 1]
            if max(len(lower.keys), len(upper.keys)) <= room:
                moved = upper.keys[:]
                lower.take(upper, self.bases[number + 1] - self.bases[number])
                self.places.move(moved, lower)
                self._drop(upper)
                return

    def _drop(self, block: Block) -> None:
        """Remove an empty block."""
        del self.blocks[block.number]
        self.bases.delete(block.number)
        self._renumber(block.number)

    def _renumber(self, first: int) -> None:
        """Tell the blocks from ``first`` on where they stand now."""
        for number in range(first, len(self.blocks)):
            self.blocks[number].number = number
