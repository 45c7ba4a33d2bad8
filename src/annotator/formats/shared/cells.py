"""Cells of the tables that this program writes: escaped, cut to fit."""

from __future__ import annotations

import re

LONGEST_CELL = 32_767
"""What a cell of a workbook holds at most, in UTF-16 units."""
_ESCAPES = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}
_TO_ESCAPE = re.compile(r"[\\\t\n\r]|\A\"")
_ESCAPED = re.compile(r"\\([\\tnr\"])")
_MEANT = {"\\": "\\", "t": "\t", "n": "\n", "r": "\r", '"': '"'}
# What XML has no way to say, a line end that it would alter, and what looks like what it becomes.
_UNSAYABLE = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")


def escaped(value: str) -> str:
    r"""Return a cell without tabs, line ends, and a quotation mark at its beginning.

    >>> print(escaped('"a\tb" c:\\d'))
    \"a\tb" c:\\d
    """
    return _TO_ESCAPE.sub(lambda found: _ESCAPES.get(found[0], '\\"'), value)


def unescaped(value: str) -> str:
    r"""Return what a cell was escaped for.

    >>> unescaped("a\\tb\\\\n")
    'a\tb\\n'
    """
    return _ESCAPED.sub(lambda found: _MEANT[found[1]], value) if "\\" in value else value


def sayable_in_xml(value: str) -> str:
    r"""Return a cell in which workbooks say control characters in their own way.

    >>> sayable_in_xml("a\x01_x0041_")
    'a_x0001__x005F_x0041_'
    """
    return _UNSAYABLE.sub(lambda found: f"_x{ord(found[0]):04X}_", value)


def utf16_length(value: str) -> int:
    """Return how many UTF-16 units a text has."""
    return len(value.encode("utf-16-le", "surrogatepass")) // 2


def cut(value: str) -> str:
    """Return a text that a cell of a workbook holds, with an ellipsis where the rest is left out.

    >>> len(cut("a" * 40_000)), cut("dam")
    (32767, 'dam')
    """
    if utf16_length(value) <= LONGEST_CELL:
        return value
    data = value.encode("utf-16-le", "surrogatepass")[: 2 * (LONGEST_CELL - 1)]
    return data.decode("utf-16-le", "ignore") + "…"
