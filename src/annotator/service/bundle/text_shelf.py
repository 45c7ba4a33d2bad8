"""The texts that quotes are taken from, of which those used last are at hand."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

MOST_KEPT: Final = 20_000_000


class TextShelf:
    """Texts by their hashes; all that are kept have so many code points together at most."""

    def __init__(self, fetch: Callable[[str], str | None], *, most: int = MOST_KEPT) -> None:
        self._fetch, self._most = fetch, most
        self._kept: OrderedDict[str, str | None] = OrderedDict()
        self._size = 0

    def text(self, sha256: str) -> str | None:
        """Return a text, None where nobody has it."""
        if sha256 in self._kept:
            self._kept.move_to_end(sha256)
            return self._kept[sha256]
        text = self._kept[sha256] = self._fetch(sha256)
        # Even of what nobody has it is known that nobody has it.
        self._size += _weight(text)
        while self._size > self._most and len(self._kept) > 1:
            self._size -= _weight(self._kept.popitem(last=False)[1])
        return text


def _weight(text: str | None) -> int:
    return len(text or "") + 100
