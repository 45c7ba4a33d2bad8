"""Positions of one text by every reading at once, for the price of one scan for each unit.

``ForeignOffsets`` is the measure: what is told here is what it tells, as a test says. There each
reading is built by itself; here they share the canonical text, its lines and the maps of units.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate, product
from typing import TYPE_CHECKING, Final

from annotator.core.canonical import canonical_text
from annotator.core.foreign_values import Newlines, Reading, Unit
from annotator.core.offsets import Utf8Map, Utf16Map

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

READINGS: Final = tuple(
    Reading(unit, newlines, bom=bom, inclusive=inclusive)
    for inclusive, bom, unit, newlines in product((False, True), (False, True), Unit, Newlines)
)
"""Every way to count positions, the likelier ones first."""

_MARK = "\ufeff"
_LINE_END = re.compile("\r\n|\r|\n")
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_MARK_BYTES = 3


def unlikeness(one: Reading, other: Reading) -> int:
    """Return in how much a reading differs from another; what is rare counts twice.

    >>> unlikeness(Reading(Unit.UTF16), Reading()), unlikeness(Reading(Unit.UTF8), Reading())
    (1, 2)
    """
    units = 0 if one.unit is other.unit else 1 + (one.unit is Unit.UTF8)
    flags = (one.bom is not other.bom) + (one.inclusive is not other.inclusive)
    return units + (one.newlines is not other.newlines) + 2 * flags


class Features:
    """What a text has that makes readings differ.

    >>> one = Features("naïve")
    >>> one.alike(Reading()) == one.alike(Reading(Unit.UTF16)) != one.alike(Reading(Unit.UTF8))
    True
    """

    __slots__ = ("ascii", "astral", "carriage", "crlf", "key", "marks", "newline")

    def __init__(self, text: str) -> None:
        self.marks = len(text) - len(text.lstrip(_MARK)) if text.startswith(_MARK) else 0
        body = text[self.marks :] if self.marks else text
        self.ascii = body.isascii()
        self.astral = not self.ascii and _ASTRAL.search(body) is not None
        self.carriage = "\r" in body
        self.newline = self.carriage or "\n" in body
        self.crlf = self._line_ends(body)
        self.key = (self.marks > 0, self.ascii, self.astral, self.newline, self.crlf)

    def _line_ends(self, body: str) -> Newlines:
        """Return as which of the others line ends count that count as they are, if as one."""
        pairs = body.count("\r\n") if self.carriage else 0
        if not pairs:
            return Newlines.LF
        alone = body.count("\r") + body.count("\n") - 2 * pairs
        return Newlines.AS_IS if alone else Newlines.CRLF

    @property
    def question(self) -> bool:
        """Tell whether tools that know of no more than the text's own marks count differently."""
        return self.astral or self.carriage or self.marks > 0

    def alike(self, reading: Reading) -> Hashable:
        """Return what is the same for readings that give the same positions everywhere."""
        return *self.way(reading), self.lead(reading), reading.inclusive

    def lead(self, reading: Reading) -> int:
        """Return how many units a reading counts before the first character."""
        marks = max(1, self.marks) if reading.bom else 0
        return marks * (_MARK_BYTES if reading.unit is Unit.UTF8 else 1)

    def way(self, reading: Reading) -> tuple[Unit, Newlines]:
        """Return the first unit and newlines that count in this text as those of a reading."""
        unit, newlines = reading.unit, reading.newlines
        if self.ascii or (unit is Unit.UTF16 and not self.astral):
            unit = Unit.CODE_POINT
        if not self.newline:
            newlines = Newlines.LF
        elif newlines is Newlines.AS_IS:
            newlines = self.crlf
        return unit, newlines


class ReadingPositions:
    r"""A text's positions as any reading counts them, in code points of the canonical text.

    Building costs one scan, and a unit or a newline convention one more at its first use.

    Raises:
        NulCharacterError: if the text holds a NUL character.
        LoneSurrogateError: if it holds half of a surrogate pair.

    >>> positions = ReadingPositions("a😀\r\nb")
    >>> positions.inwards(Reading(Unit.UTF16), [0, 3, 5, 9])
    [0, 2, 3, None]
    """

    def __init__(self, text: str) -> None:
        self.features = Features(text)
        self.text = canonical_text(text).text
        self._raw = text
        self._units: dict[Unit, _Unit] = {}
        self._seconds: dict[tuple[Unit, Newlines], Sequence[int]] = {}

    def inwards(self, reading: Reading, positions: Sequence[int]) -> list[int | None]:
        """Return positions in code points, None for those that the text does not have."""
        way = unit, newlines = self.features.way(reading)
        if unit not in self._units:
            self._units[unit] = _Unit(self.text, unit)
        counted = self._units[unit]
        if way not in self._seconds:
            self._seconds[way] = self._second_places(counted, newlines)
        seconds = self._seconds[way]
        lead = self.features.lead(reading)
        low, high = lead, lead + counted.length + len(seconds)
        point = counted.point
        return [
            point(place - lead - bisect_right(seconds, place - lead))
            if low <= place <= high
            else None
            for place in positions
        ]

    def _second_places(self, counted: _Unit, newlines: Newlines) -> Sequence[int]:
        """Return where the second character stands of every line end that counts as two."""
        if newlines is Newlines.LF:
            return ()
        ends: Sequence[int] = counted.line_ends
        if newlines is Newlines.AS_IS:
            ends = [end for end, double in zip(ends, self._doubles, strict=True) if double]
        return [end + rank + 1 for rank, end in enumerate(ends)]

    @cached_property
    def _doubles(self) -> list[bool]:
        """For every line end of the text as it is, whether it is one of two characters."""
        return [len(one) > 1 for one in _LINE_END.findall(self._raw)]


class _Unit:
    """The canonical text in one unit: its length, its line ends, and the way back."""

    def __init__(self, text: str, unit: Unit) -> None:
        self._text, self._unit = text, unit
        self.length = len(text)
        self.point: Callable[[int], int] = int
        if unit is not Unit.CODE_POINT:
            units = Utf16Map(text) if unit is Unit.UTF16 else Utf8Map(text)
            self.length, self.point = units.length, units.to_code_point

    @cached_property
    def line_ends(self) -> list[int]:
        """Where its line ends stand, in the unit."""
        lines = self._text.split("\n")
        if self._unit is Unit.UTF16:
            sizes = [len(line.encode("utf-16-le")) // 2 for line in lines]
        elif self._unit is Unit.UTF8:
            sizes = [len(line.encode()) for line in lines]
        else:
            sizes = [len(line) for line in lines]
        ends = [end + rank for rank, end in enumerate(accumulate(sizes))]
        return ends[:-1]
