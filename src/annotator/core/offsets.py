"""Conversion of positions: code points, the measure of this program, to foreign units and back."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate

from annotator.core.errors import UsageError

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_BLOCK = 256
# A byte of the form 10xxxxxx continues a character; every other byte starts one.
_CONTINUATION_BYTES = bytes(range(0x80, 0xC0))


class OffsetOutsideTextError(UsageError):
    """A position that the text does not have."""

    def __init__(self, offset: int, length: int, unit: str) -> None:
        self.offset, self.length, self.unit = offset, length, unit
        super().__init__(
            f"Position {offset} lies outside the text: give one from 0 to {length} ({unit})."
        )


class Utf16Map:
    """Positions of one text in code points and in UTF-16 units, as Qt and JavaScript count.

    Only the characters above U+FFFF, which take two units, are remembered; most texts have
    none. Building costs one scan; a conversion costs O(log of their number).

    >>> units = Utf16Map("a😀b")
    >>> units.to_utf16(2), units.to_code_point(3)
    (3, 2)
    """

    __slots__ = ("_length", "_pairs", "_positions")

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._positions: list[int] = []
        if not text.isascii():
            self._positions = [match.start() for match in _ASTRAL.finditer(text)]
        self._pairs = [position + rank for rank, position in enumerate(self._positions)]

    @property
    def length(self) -> int:
        """The length of the text in UTF-16 units."""
        return self._length + len(self._positions)

    def to_utf16(self, position: int) -> int:
        """Return the UTF-16 unit at which the code point ``position`` starts.

        Raises:
            OffsetOutsideTextError: if the text has no such position.
        """
        if not 0 <= position <= self._length:
            raise OffsetOutsideTextError(position, self._length, "code points")
        return position + bisect_left(self._positions, position)

    def to_code_point(self, unit: int) -> int:
        """Return the code point that holds the UTF-16 unit ``unit``.

        The bias is towards the start: a unit inside a surrogate pair belongs to the
        character that the pair makes, so its position is that character's.

        Raises:
            OffsetOutsideTextError: if the text has no such unit.

        >>> Utf16Map("😀b").to_code_point(1)
        0
        """
        if not 0 <= unit <= self.length:
            raise OffsetOutsideTextError(unit, self.length, "UTF-16 units")
        return unit - bisect_left(self._pairs, unit)


class Utf8Map:
    """Positions of one text in code points and in bytes of its UTF-8 form.

    Building costs one pass; a conversion reads at most one block of the text. A lone
    surrogate counts three bytes, so that the map is total.

    >>> Utf8Map("naïve").to_utf8(3)
    4
    """

    __slots__ = ("_sums", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._sums: list[int] | None = None
        if not text.isascii():
            blocks = (_size(text[i : i + _BLOCK]) for i in range(0, len(text), _BLOCK))
            self._sums = list(accumulate(blocks, initial=0))

    @property
    def length(self) -> int:
        """The length of the text in bytes."""
        return len(self._text) if self._sums is None else self._sums[-1]

    def to_utf8(self, position: int) -> int:
        """Return the byte at which the code point ``position`` starts.

        Raises:
            OffsetOutsideTextError: if the text has no such position.
        """
        if not 0 <= position <= len(self._text):
            raise OffsetOutsideTextError(position, len(self._text), "code points")
        if self._sums is None:
            return position
        block = position // _BLOCK
        return self._sums[block] + _size(self._text[block * _BLOCK : position])

    def to_code_point(self, byte: int) -> int:
        """Return the code point that holds the byte ``byte``, with the bias of Utf16Map.

        Raises:
            OffsetOutsideTextError: if the text has no such byte.

        >>> Utf8Map("naïve").to_code_point(3)
        2
        """
        if not 0 <= byte <= self.length:
            raise OffsetOutsideTextError(byte, self.length, "bytes of UTF-8")
        if self._sums is None or byte == self.length:
            return byte if self._sums is None else len(self._text)
        block = bisect_right(self._sums, byte) - 1
        start = block * _BLOCK
        encoded = _encoded(self._text[start : start + _BLOCK])
        head = encoded[: byte - self._sums[block] + 1]
        return start + len(head.translate(None, _CONTINUATION_BYTES)) - 1


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _size(text: str) -> int:
    return len(_encoded(text))
