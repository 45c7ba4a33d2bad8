"""Where the index keeps which key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable

PlaceT = TypeVar("PlaceT")

# A table may have this many slots per key, and a few for the start, before keys go to a dict.
_SLOTS_PER_KEY = 4
_FIRST_SLOTS = 64


class Places(Generic[PlaceT]):
    """A mapping of integers that takes 8 bytes per key where keys lie close together.

    A dict takes 30 to 60. Row numbers of a database mostly follow one another, so they are kept
    in a table of slots, and only the outliers in a dict.

    >>> places: Places[str] = Places([7, 8])
    >>> places.put(7, "here")
    >>> places.get(7), places.get(8), places.get(7_000_000)
    ('here', None, None)
    """

    __slots__ = ("_count", "_first", "_rest", "_table")

    def __init__(self, keys: list[int]) -> None:
        self._first = min(keys, default=0)
        self._count = 0
        self._rest: dict[int, PlaceT] = {}
        width = max(keys, default=-1) - self._first + 1
        dense = width <= _SLOTS_PER_KEY * len(keys) + _FIRST_SLOTS
        self._table: list[PlaceT | None] = [None] * width if dense else []

    def __len__(self) -> int:
        return self._count

    def get(self, key: int) -> PlaceT | None:
        """Return the place of ``key``, or None."""
        slot = key - self._first
        if 0 <= slot < len(self._table):
            return self._table[slot]
        return self._rest.get(key)

    def put(self, key: int, place: PlaceT) -> None:
        """Note the place of a key that has none."""
        self._count += 1
        slot = key - self._first
        if 0 <= slot < len(self._table):
            self._table[slot] = place
        else:
            self._put_outside(key, place)

    def put_all(self, keys: Iterable[int], place: PlaceT) -> None:
        """Note one place of many keys that have none."""
        first, table = self._first, self._table
        width = len(table)
        for key in keys:
            if 0 <= key - first < width:
                table[key - first] = place
                self._count += 1
            else:
                self.put(key, place)
                first, width = self._first, len(table)

    def move(self, keys: Iterable[int], place: PlaceT) -> None:
        """Note a new place of keys that have one."""
        first, table, rest = self._first, self._table, self._rest
        width = len(table)
        for key in keys:
            if 0 <= key - first < width:
                table[key - first] = place
            else:
                rest[key] = place

    def pop(self, key: int) -> None:
        """Forget the place of a key that has one."""
        self._count -= 1
        slot = key - self._first
        if 0 <= slot < len(self._table):
            self._table[slot] = None
        else:
            del self._rest[key]

    def _put_outside(self, key: int, place: PlaceT) -> None:
        """Lengthen the table if ``key`` is close behind it, else use the dict."""
        if not self._table and not self._rest:
            self._first = key
        width, slot = len(self._table), key - self._first
        if width <= slot < _SLOTS_PER_KEY * self._count + _FIRST_SLOTS:
            between = range(self._first + width, key)
            self._table.extend(self._rest.pop(number, None) for number in between)
            self._table.append(place)
        else:
            self._rest[key] = place
