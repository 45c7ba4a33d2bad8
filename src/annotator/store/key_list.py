"""The keys of a long list in their order, eight bytes each."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_SIZE = 8


class KeyList:
    """Integer keys, each there once, in an order that its user keeps.

    >>> keys = KeyList([7, 5, 9])
    >>> keys.position(9), keys.page(1, 5), len(keys)
    (2, [5, 9], 3)
    """

    def __init__(self, keys: Iterable[int] = ()) -> None:
        self._bytes = bytearray()
        self.extend(keys)

    def __len__(self) -> int:
        """Return the number of keys."""
        return len(self._bytes) // _SIZE

    def __getitem__(self, position: int) -> int:
        """Return the key at a position."""
        return _key(self._bytes[position * _SIZE : (position + 1) * _SIZE])

    def extend(self, keys: Iterable[int]) -> None:
        """Add keys at the end."""
        self._bytes += array("q", keys).tobytes()

    def page(self, start: int, end: int) -> list[int]:
        """Return the keys from one position up to another."""
        return array("q", bytes(self._bytes[start * _SIZE : end * _SIZE])).tolist()

    def position(self, key: int) -> int | None:
        """Return where a key is; looks through all of them, a few milliseconds for a million."""
        wanted = _bytes(key)
        # Most bytes are zeros, which stop a search at every step; those that tell are few.
        telling = wanted.strip(b"\0") or wanted
        lead = wanted.index(telling)
        found = self._bytes.find(telling)
        while found >= 0:
            start = found - lead
            if start % _SIZE == 0 and self._bytes[start : start + _SIZE] == wanted:
                return start // _SIZE
            found = self._bytes.find(telling, found + 1)
        return None

    def insert(self, position: int, key: int) -> None:
        """Put a key at a position."""
        place = position * _SIZE
        self._bytes[place:place] = _bytes(key)

    def delete(self, position: int) -> None:
        """Take out the key at a position."""
        del self._bytes[position * _SIZE : (position + 1) * _SIZE]


def _bytes(key: int) -> bytes:
    return array("q", [key]).tobytes()


def _key(found: bytearray) -> int:
    return array("q", bytes(found))[0]
