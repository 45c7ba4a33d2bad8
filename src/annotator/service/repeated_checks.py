"""What a file says twice of a highlight, compared: units, words around it, lengths of quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.foreign_values import Newlines, Unit
from annotator.core.offsets import Utf8Map, Utf16Map
from annotator.core.records import BETWEEN_SPANS
from annotator.service.remarks import Remark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.core.foreign_values import Beside, ForeignHighlight, Reading

    Hull = tuple[int, int]

# What is encoded sooner than its end is looked up.
_SHORT = 128


class UnitMaps:
    """Positions of one text in other units; what is needed is built once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._utf16: Utf16Map | None = None
        self._utf8: Utf8Map | None = None

    def hull(self, hull: Hull, unit: Unit) -> Hull:
        """Return a start and an end in code points as a unit counts them."""
        if unit is Unit.UTF16:
            self._utf16 = utf16 = self._utf16 or Utf16Map(self.text)
            return utf16.to_utf16(hull[0]), utf16.to_utf16(hull[1])
        if unit is Unit.UTF8:
            self._utf8 = utf8 = self._utf8 or Utf8Map(self.text)
            start = utf8.to_utf8(hull[0])
            if hull[1] - hull[0] <= _SHORT:
                return start, start + len(self.text[hull[0] : hull[1]].encode())
            return start, utf8.to_utf8(hull[1])
        return hull


def repeated(one: ForeignHighlight, beside: Beside) -> Iterator[str]:
    """Yield what is wrong in what is said twice, as far as no text is needed."""
    for unit, (start, end) in beside.units.items():
        if start is None or end is None:
            yield Remark.NO_NUMBER.of(unit=unit)
    if beside.hull is None or not one.spans:
        return
    start, end = min(span[0] for span in one.spans), max(span[1] for span in one.spans)
    if beside.hull != (start, end):
        told_start, told_end = beside.hull
        yield Remark.OTHER_HULL.of(start=start, end=end, told_start=told_start, told_end=told_end)


def around(hull: Hull, beside: Beside, maps: UnitMaps) -> Iterator[str]:
    """Yield what is wrong in what is said of a hull of code points of a text."""
    start, end = hull
    for unit, told in beside.units.items():
        if told != (right := maps.hull(hull, unit)) and None not in told:
            yield Remark.OTHER_UNITS.of(
                start=right[0], end=right[1], unit=unit, told_start=told[0], told_end=told[1]
            )
    text = maps.text
    if beside.quote is not None and beside.quote != text[start:end]:
        yield Remark.OTHER_QUOTE.of(start=start, end=end)
    if not text.startswith(beside.begins, start):
        yield Remark.BEGINS_OTHERWISE.of(told=beside.begins, start=start)
    if not text.endswith(beside.prefix, 0, start):
        yield Remark.OTHER_PREFIX.of()
    if not text.startswith(beside.suffix, end):
        yield Remark.OTHER_SUFFIX.of()


def lengths(one: ForeignHighlight, reading: Reading, *, sure: bool) -> Iterator[str]:
    """Yield what cannot be right in quotes whose text is not at hand.

    Where a reading is not ``sure``, a quote may have the length that any unit gives it, and white
    space that was drawn together.
    """
    if not one.spans or not one.quotes or one.inexact or one.unplaced:
        return
    wrong = list(_lengths(one, reading, sure=sure))
    yield from wrong
    beside = one.beside
    if not wrong and beside is not None and sure and reading.newlines is Newlines.AS_IS:
        yield from _within(one, beside, reading)


def _lengths(one: ForeignHighlight, reading: Reading, *, sure: bool) -> Iterator[str]:
    widths = [end - start + reading.inclusive for start, end in one.spans]
    if len(widths) != len(one.quotes):
        if not sure or len(one.quotes) != 1:
            return
        widths = [sum(widths) + len(BETWEEN_SPANS) * (len(widths) - 1)]
        # The sign between spans is as long in code points only.
        if reading.unit is not Unit.CODE_POINT:
            return
    for (start, end), width, quote in zip(one.spans, widths, one.quotes, strict=False):
        fits = _fits(quote, width, reading) if sure else _may_fit(quote, width)
        if not fits:
            yield Remark.OTHER_LENGTH.of(start=start, end=end, count=len(quote))


def _within(one: ForeignHighlight, beside: Beside, reading: Reading) -> Iterator[str]:
    """Yield what a hull's words say against its spans' words and its other units."""
    words = beside.quote if beside.quote is not None else one.quotes[0]
    if beside.quote is None and len(one.quotes) != 1:
        return
    for unit, (start, end) in beside.units.items():
        if start is not None and end is not None and end - start != size_in(words, unit):
            yield Remark.OTHER_LENGTH_IN.of(start=start, end=end, unit=unit)
    if beside.quote is None or reading.unit is not Unit.CODE_POINT or reading.inclusive:
        return
    first = min(span[0] for span in one.spans)
    for (start, end), quote in zip(one.spans, one.quotes, strict=False):
        if words[start - first : end - first] != quote:
            yield Remark.NOT_IN_QUOTE.of(start=start, end=end)


def size_in(words: str, unit: Unit) -> int:
    """Return how long words are in a unit."""
    if unit is Unit.UTF16:
        return Utf16Map(words).length
    return Utf8Map(words).length if unit is Unit.UTF8 else len(words)


def _fits(quote: str, width: int, reading: Reading) -> bool:
    if "\n" in quote and reading.newlines is not Newlines.LF:
        return width in {size_in(quote, reading.unit) + more for more in (0, quote.count("\n"))}
    return width == size_in(quote, reading.unit)


def _may_fit(quote: str, width: int) -> bool:
    """Tell whether a quote may be a slice that is so long, however it is counted."""
    tight = len("".join(quote.split()))
    if tight != len(quote):
        return width + 1 >= tight
    return any(width + more == size_in(quote, unit) for unit in Unit for more in (0, 1))
