"""The names of readings, as ``--offsets`` takes them."""

from __future__ import annotations

from annotator.core.errors import UsageError
from annotator.core.foreign_values import Newlines, Reading, Unit

_INCLUSIVE, _MARK = "inclusive", "bom"
_UNITS = {unit.value: unit for unit in Unit}
_NEWLINES = {newlines.value: newlines for newlines in Newlines}


class UnknownReadingError(UsageError):
    """A way to count positions that there is not."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.units, self.extras = tuple(_UNITS), (*_NEWLINES, _MARK, _INCLUSIVE)
        super().__init__(
            f"“{name}” is no way to count positions: give one of {', '.join(self.units)}, and"
            f" with it, after commas, any of {', '.join(self.extras)} (as in “utf-16,crlf”)."
        )


def parse_reading(name: str) -> Reading:
    """Return the reading of that name; the unit first, the rest in any order or left out.

    Raises:
        UnknownReadingError: there is none of that name.

    >>> parse_reading("UTF-16, crlf").name
    'utf-16,crlf'
    """
    first, *rest = (part.strip().casefold() for part in name.split(","))
    newlines = [part for part in rest if part in _NEWLINES]
    known = {*newlines, _MARK, _INCLUSIVE}
    if first not in _UNITS or len(newlines) > 1 or len(set(rest)) < len(rest) or {*rest} - known:
        raise UnknownReadingError(name)
    return Reading(
        _UNITS[first],
        _NEWLINES[newlines[0]] if newlines else Newlines.AS_IS,
        bom=_MARK in rest,
        inclusive=_INCLUSIVE in rest,
    )
