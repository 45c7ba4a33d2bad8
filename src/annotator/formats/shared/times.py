"""Times as other tools write them, in the way of this program."""

from __future__ import annotations

import datetime as dt
import re

# Seconds and milliseconds since 1970, as long as they are between 2001 and 2286.
_SECONDS = re.compile(r"\d{10}(?:\.\d+)?")
_MILLISECONDS = re.compile(r"\d{13}")
_OURS = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")
_THOUSAND = 1000


def iso_time(value: object) -> str:
    """Return a time as UTC with milliseconds and a ``Z``; empty where it is none.

    One that names no zone is taken for UTC, a number for seconds or milliseconds since 1970.

    >>> iso_time("2026-03-04T07:06:07.89+02:00"), iso_time("1700000000"), iso_time("in May")
    ('2026-03-04T05:06:07.890Z', '2023-11-14T22:13:20.000Z', '')
    """
    words = "" if value is None else str(value).strip()
    try:
        moment = _moment(words)
        return words if _OURS.fullmatch(words) else _written(moment)
    except (ValueError, OverflowError):
        return ""


def _moment(words: str) -> dt.datetime:
    if _MILLISECONDS.fullmatch(words):
        return dt.datetime.fromtimestamp(int(words) / _THOUSAND, dt.UTC)
    if _SECONDS.fullmatch(words):
        return dt.datetime.fromtimestamp(float(words), dt.UTC)
    return dt.datetime.fromisoformat(words)


def _written(moment: dt.datetime) -> str:
    utc = moment.astimezone(dt.UTC) if moment.tzinfo else moment
    return utc.replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"
