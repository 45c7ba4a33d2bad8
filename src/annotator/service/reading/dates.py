"""The day that a date in a file means, in whatever of the usual ways it is written."""

from __future__ import annotations

import datetime as dt
import re
from email.utils import parsedate_to_datetime

from annotator.service.reading.declared import one_line

_ISO = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T\d{4,6}.*)?")
_LOCAL = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)")
# Seconds and milliseconds since 1970, as long as they are between 2001 and 2286.
_SECONDS = re.compile(r"\d{10}(?:\.\d+)?")
_MILLISECONDS = re.compile(r"\d{13}")
_MONTHS = 12


def published_day(value: str) -> str:
    """Return the day in ISO 8601, or what is written where no day is certain.

    The day is the writer's own, whatever the zone. Where day and month can be told apart by
    nothing, the words stay.

    >>> published_day("Sun, 13 May 2018 23:32:22 +0800"), published_day("31.12.2026")
    ('2018-05-13', '2026-12-31')
    >>> published_day("2026/1/9 10:00"), published_day("03/04/2026"), published_day("in May")
    ('2026-01-09', '03/04/2026', 'in May')
    """
    text = one_line(value)
    found = _ISO.match(text)
    if found:
        return _day(found[1], found[3], found[4]) or text
    compact = _COMPACT.fullmatch(text)
    if compact:
        return _day(*compact.groups()) or text
    return _of_local(text) or _of_mail(text) or _of_clock(text) or text


def _of_local(text: str) -> str:
    found = _LOCAL.match(text)
    if not found:
        return ""
    first, sign, second, year = found.groups()
    if sign == "." or int(first) > _MONTHS or first == second:
        return _day(year, second, first)
    return _day(year, first, second) if int(second) > _MONTHS else ""


def _of_mail(text: str) -> str:
    try:
        return parsedate_to_datetime(text).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


def _of_clock(text: str) -> str:
    if _MILLISECONDS.fullmatch(text):
        text = text[:-3]
    elif not _SECONDS.fullmatch(text):
        return ""
    return dt.datetime.fromtimestamp(float(text), dt.UTC).date().isoformat()


def _day(year: str, month: str, day: str) -> str:
    try:
        return dt.date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""
