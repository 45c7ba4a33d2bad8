"""Labels as small numbers, and how often each is used."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    Column = array[int]
else:
    Column = array

LabelT = TypeVar("LabelT", bound="Hashable")

BYTE_CODES = 256
"""How many codes fit into one byte."""


class LabelCodes(Generic[LabelT]):
    """A code for every label met so far, and the number of highlights of each.

    >>> codes = LabelCodes()
    >>> [codes.count_in(label) for label in ("claim", "opinion", "claim")]
    [0, 1, 0]
    >>> codes.counts
    {'claim': 2, 'opinion': 1}
    """

    __slots__ = ("_codes", "counts", "labels")

    def __init__(self) -> None:
        self._codes: dict[LabelT, int] = {}
        self.labels: list[LabelT] = []
        self.counts: dict[LabelT, int] = {}

    def code_of(self, label: LabelT) -> int | None:
        """Return the code of a label, or None if no highlight ever had it."""
        return self._codes.get(label)

    def count_in(self, label: LabelT) -> int:
        """Count one highlight more for a label; return its code, a new one if it is new."""
        code = self._codes.get(label)
        if code is None:
            code = self._codes[label] = len(self.labels)
            self.labels.append(label)
        self.counts[label] = self.counts.get(label, 0) + 1
        return code

    def count_out(self, code: int) -> None:
        """Count one highlight fewer for the label of a code."""
        label = self.labels[code]
        remaining = self.counts[label] - 1
        if remaining:
            self.counts[label] = remaining
        else:
            del self.counts[label]


class WideCodes(Column):
    """A column of label codes that do not fit into bytes, searched as bytes are."""

    def find(self, code: int, start: int) -> int:
        """Return the first row from ``start`` on that has the code, or -1."""
        try:
            return self.index(code, start)
        except ValueError:
            return -1

    def rfind(self, code: int, start: int, stop: int) -> int:
        """Return the last row from ``start`` up to ``stop`` that has the code, or -1."""
        return next((row for row in range(stop - 1, start - 1, -1) if self[row] == code), -1)


def wide_codes(codes: Sequence[int]) -> WideCodes:
    """Make a column of label codes that do not fit into bytes."""
    return WideCodes("i", list(codes))  # given bytes, it would take four of them for one number
