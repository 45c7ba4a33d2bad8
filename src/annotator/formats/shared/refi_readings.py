"""How programs count the positions in the REFI-QDA projects that they write."""

from __future__ import annotations

from annotator.core.foreign_values import Newlines, Reading, Unit

OURS = Reading(Unit.CODE_POINT, Newlines.LF)
NVIVO = Reading(Unit.UTF16, Newlines.CRLF)
# Behind our name where we counted as NVivo does.
NVIVO_MARK = " (as NVivo counts)"
_OUR_NAME = "Fact Annotator"
_BY_ORIGIN = (
    ("nvivo", NVIVO),
    ("atlas.ti", Reading(Unit.CODE_POINT, Newlines.LF)),
    ("maxqda", Reading()),
    ("qualcoder", Reading()),
)


def is_ours(origin: str) -> bool:
    """Tell whether this program wrote a project."""
    return origin.startswith(_OUR_NAME)


def reading_of(origin: str) -> Reading | None:
    """Return how the program of that name counts; None where nobody knows.

    >>> reading_of("NVivo for Windows 12.6").name
    'utf-16,crlf'
    """
    if is_ours(origin):
        return NVIVO if origin.endswith(NVIVO_MARK) else OURS
    low = origin.casefold()
    return next((reading for name, reading in _BY_ORIGIN if name in low), None)


def tells_quotes(origin: str) -> bool:
    """Tell whether a selection's name is exactly its words, unless it is cut."""
    return is_ours(origin) or "qualcoder" in origin.casefold()
