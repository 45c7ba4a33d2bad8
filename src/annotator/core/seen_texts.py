"""A set of very many short texts, of which nothing is asked but whether one came before."""

from __future__ import annotations

from hashlib import blake2b
from typing import Final

_SIZE: Final = 16
# The first two bytes of a digest choose its shelf, so that a million texts are some 15 on each.
_SHELF: Final = 2


class SeenTexts:
    """Ids that were met, each kept as a digest of 16 bytes; a million cost some 25 megabytes.

    No two texts have the same digest, as far as anybody can tell.

    >>> seen = SeenTexts()
    >>> seen.add("T1"), seen.add("T1"), "T1" in seen, "T2" in seen
    (True, False, True, False)
    """

    __slots__ = ("_shelves",)

    def __init__(self) -> None:
        self._shelves: dict[bytes, bytearray] = {}

    def __contains__(self, text: str) -> bool:
        """Tell whether a text came before."""
        digest = _digest(text)
        return _holds(self._shelves.get(digest[:_SHELF], b""), digest)

    def add(self, text: str) -> bool:
        """Take note of a text; tell whether it is new."""
        digest = _digest(text)
        shelf = self._shelves.setdefault(digest[:_SHELF], bytearray())
        if _holds(shelf, digest):
            return False
        shelf += digest
        return True


def _digest(text: str) -> bytes:
    # Half a character, as damaged files have it, is a text as any other here.
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_SIZE).digest()


def _holds(shelf: bytes | bytearray, digest: bytes) -> bool:
    found = shelf.find(digest)
    while found % _SIZE and found >= 0:
        found = shelf.find(digest, found + 1)
    return found >= 0
