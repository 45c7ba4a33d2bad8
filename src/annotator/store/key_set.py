"""A set of keys of which nothing is asked but whether one is in it: a bit for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class KeySet:
    """Positive integer keys; a million of them cost an eighth of a megabyte.

    >>> keys = KeySet([3, 70])
    >>> 70 in keys, 71 in keys, 7_000 in keys, len(keys)
    (True, False, False, 2)
    """

    def __init__(self, keys: Iterable[int] = ()) -> None:
        self._bits = bytearray()
        self._number = 0
        for key in keys:
            self.add(key)

    def __len__(self) -> int:
        """Return the number of keys."""
        return self._number

    def __contains__(self, key: object) -> bool:
        """Tell whether a key is in it."""
        if not isinstance(key, int) or not 0 <= key >> 3 < len(self._bits):
            return False
        return bool(self._bits[key >> 3] >> (key & 7) & 1)

    def add(self, key: int) -> None:
        """Add a key."""
        place, bit = key >> 3, 1 << (key & 7)
        if place >= len(self._bits):
            self._bits.extend(bytes(place + 1 - len(self._bits) + len(self._bits) // 8))
        if not self._bits[place] & bit:
            self._bits[place] |= bit
            self._number += 1
