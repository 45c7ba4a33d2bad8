"""Positions in a foreign text as this program counts: code points of the canonical text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from annotator.core.canonical import canonical_text
from annotator.core.foreign_values import Newlines, Reading, Unit
from annotator.core.offsets import OffsetOutsideTextError, Utf8Map, Utf16Map

_MARK = "\ufeff"
_LINE_END = re.compile("\r\n|\r|\n")


class ForeignOffsets:
    r"""Positions of one text, as a reading counts them, and in code points of its canonical text.

    ``text`` is as the file has it, with its byte order mark and line ends. Building costs one
    scan; a conversion O(log of the line ends and of the characters above U+FFFF).

    >>> offsets = ForeignOffsets("\ufeffa😀\r\nb", Reading(Unit.UTF16, Newlines.CRLF))
    >>> offsets.span(0, 3), offsets.span(5, 6), offsets.foreign(3, 4)
    ((0, 2), (3, 4), (5, 6))
    """

    __slots__ = ("_breaks", "_lead", "_length", "_reading", "_seconds", "_units")

    def __init__(self, text: str, reading: Reading) -> None:
        canonical = canonical_text(text).text
        marks = len(text) - len(text.lstrip(_MARK))
        counted = _counted(text[marks:], canonical, reading.newlines)
        self._reading = reading
        self._length = len(canonical)
        self._units = _Units(counted, reading.unit)
        # A mark that the text was read without counts once where the reading counts it.
        self._lead = _Units(_MARK * max(1, marks), reading.unit).length if reading.bom else 0
        # Each line end of two characters: where its second one stands, and its place in the text.
        self._seconds = [one.start() + 1 for one in _LINE_END.finditer(counted) if one[0] == "\r\n"]
        self._breaks = [second - 1 - rank for rank, second in enumerate(self._seconds)]

    @property
    def length(self) -> int:
        """The length of the text as the reading counts."""
        return self._lead + self._units.length

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return a foreign span as start and end in code points of the canonical text.

        Raises:
            OffsetOutsideTextError: the text has no such position.

        """
        return self._inwards(start), self._inwards(end + self._reading.inclusive)

    def foreign(self, start: int, end: int) -> tuple[int, int]:
        """Return a span in code points of the canonical text as the reading counts it.

        Raises:
            OffsetOutsideTextError: the text has no such position.

        """
        return self._outwards(start), self._outwards(end) - self._reading.inclusive

    def _inwards(self, position: int) -> int:
        try:
            point = self._units.to_code_point(position - self._lead)
        except OffsetOutsideTextError as error:
            raise OffsetOutsideTextError(position, self.length, self._reading.name) from error
        # Between the two characters of a line end is before it.
        return point - bisect_right(self._seconds, point)

    def _outwards(self, position: int) -> int:
        if not 0 <= position <= self._length:
            raise OffsetOutsideTextError(position, self._length, "code points")
        point = position + bisect_left(self._breaks, position)
        return self._units.from_code_point(point) + self._lead


class _Units:
    """Positions of one text in code points and in some unit."""

    def __init__(self, text: str, unit: Unit) -> None:
        self.length = len(text)
        self._map: Utf16Map | Utf8Map | None = None
        if unit is Unit.UTF16:
            self._map = Utf16Map(text)
        elif unit is Unit.UTF8:
            self._map = Utf8Map(text)
        if self._map is not None:
            self.length = self._map.length

    def to_code_point(self, position: int) -> int:
        if self._map is not None:
            return self._map.to_code_point(position)
        if not 0 <= position <= self.length:
            raise OffsetOutsideTextError(position, self.length, "code points")
        return position

    def from_code_point(self, point: int) -> int:
        if self._map is None:
            return point
        if isinstance(self._map, Utf16Map):
            return self._map.to_utf16(point)
        return self._map.to_utf8(point)


def _counted(text: str, canonical: str, newlines: Newlines) -> str:
    """Return a text, which is without a mark, with the line ends that a reading counts."""
    if newlines is Newlines.AS_IS:
        return text
    return canonical if newlines is Newlines.LF else canonical.replace("\n", "\r\n")
