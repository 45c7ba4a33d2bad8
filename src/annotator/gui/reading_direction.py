"""Which way a piece of text reads, for rows that show pieces of many texts."""

from __future__ import annotations

from functools import lru_cache
from unicodedata import bidirectional

from PySide6.QtCore import Qt

# A piece without a letter among these says nothing that a row could show.
SAMPLE = 300


@lru_cache(maxsize=4096)
def reads_leftward(text: str) -> bool:
    """Tell whether the first letter of a text belongs to a script that is read from the right.

    >>> reads_leftward("الطريق"), reads_leftward("The road"), reads_leftward("12 – ")
    (True, False, False)
    """
    kinds = (bidirectional(character) for character in text[:SAMPLE])
    return next((kind != "L" for kind in kinds if kind in {"L", "R", "AL"}), False)


def direction_of(text: str) -> Qt.LayoutDirection:
    """Return the direction in which a piece of text is laid out."""
    leftward = reads_leftward(text)
    return Qt.LayoutDirection.RightToLeft if leftward else Qt.LayoutDirection.LeftToRight
