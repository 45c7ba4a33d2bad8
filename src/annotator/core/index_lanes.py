"""Columns of numbers that are shifted as a whole, at the pace of memory.

Plain Python adds to one number at a time. But a column's bytes are also one long integer, whose
digits are the column's numbers, and the shift times 1 0 0 0 1 0 0 0 1 … is another: one addition
of the two shifts all. No digit carries into the next as long as none is negative or too large,
before and after; that is what makes it right for places relative to a base.
"""

from __future__ import annotations

from array import array
from functools import cache
from sys import byteorder

_BITS = 8 * array("i").itemsize


@cache
def _ones(doublings: int) -> int:
    """Return the integer of 1, 2, 4, 8, … digits that are all 1."""
    return int.from_bytes(array("i", [1]) * (1 << doublings), byteorder)


def shifted(column: array[int], distance: int) -> array[int]:
    """Return the numbers moved by ``distance``; none may be, or become, negative.

    >>> shifted(array("i", [0, 7, 9]), 5)
    array('i', [5, 12, 14])
    """
    count = len(column)
    doublings = count.bit_length()
    ones = _ones(doublings) >> _BITS * ((1 << doublings) - count)
    digits = int.from_bytes(column.tobytes(), byteorder) + distance * ones
    return array("i", digits.to_bytes(column.itemsize * count, byteorder))
