"""Cells that a spreadsheet would run as formulas.

A cell that begins with ``=``, ``+``, ``-``, ``@``, a tab or a line end would be run as a formula by
a spreadsheet: an apostrophe goes before it. One that begins with apostrophes and then such a sign
gets one more in any case, so that taking one away always gives back what was there.
"""

from __future__ import annotations

import re
from typing import Final

FORMULA: Final = re.compile(r"'*[=+\-@\t\r\n]")


def guarded(value: str, *, guard: bool) -> str:
    """Return what a cell shows instead of running it.

    >>> guarded("=1+1", guard=True), guarded("'-1", guard=False), guarded("dam", guard=True)
    ("'=1+1", "''-1", 'dam')
    """
    if not FORMULA.match(value) or not (guard or value.startswith("'")):
        return value
    return f"'{value}"


def unguarded(value: str) -> str:
    """Return what a cell was guarded for.

    >>> unguarded("'=1+1"), unguarded("''-1"), unguarded("'tis")
    ('=1+1', "'-1", "'tis")
    """
    return value[1:] if value.startswith("'") and FORMULA.match(value) else value
