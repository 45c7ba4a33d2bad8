"""Ids by key of very many objects that are gone, 24 bytes each."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from typing import TYPE_CHECKING

from annotator.store.columns import uuid_text

if TYPE_CHECKING:
    from collections.abc import Iterable

_LENGTH = 16


class KeyedIds:
    r"""The ids of some keys, which are given in their order.

    >>> ids = KeyedIds([(3, bytes(15) + b"\x01"), (7, bytes(16))])
    >>> ids.get(3), ids.get(4)
    ('00000000-0000-0000-0000-000000000001', None)
    """

    def __init__(self, rows: Iterable[tuple[int, bytes]] = ()) -> None:
        self._keys = array("q")
        self._ids = bytearray()
        for key, uuid in rows:
            self._keys.append(key)
            self._ids += uuid

    def get(self, key: int) -> str | None:
        """Return the id of a key, None where it is none of them."""
        place = bisect_left(self._keys, key)
        if place == len(self._keys) or self._keys[place] != key:
            return None
        start = place * _LENGTH
        return uuid_text(bytes(self._ids[start : start + _LENGTH]))
