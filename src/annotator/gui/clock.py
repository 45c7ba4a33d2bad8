"""Stored times as a reader wants them: local, short, the months in the window's language."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate

from annotator.gui.language import spoken_locale

if TYPE_CHECKING:
    from annotator.core.records import Timestamp


def clock_time(timestamp: Timestamp | None) -> str:
    """Return the local time of day with seconds, empty where there is no time."""
    return _local(timestamp).strftime("%H:%M:%S") if timestamp else ""


def day_and_time(timestamp: Timestamp) -> str:
    """Return the local day and minute."""
    local = _local(timestamp)
    return f"{_day(local.date())}, {local.strftime('%H:%M')}"


def moment(timestamp: Timestamp | None, *, today: date | None = None) -> str:
    """Return the local time of day, before it the day where it is not today's; empty for none.

    >>> moment("2026-03-04T09:30:00+00:00", today=date(2026, 3, 9))[:11]
    '4 Mar 2026,'
    """
    if timestamp is None:
        return ""
    is_today = _local(timestamp).date() == (today or datetime.now().astimezone().date())
    return clock_time(timestamp) if is_today else day_and_time(timestamp)


def day(published: str) -> str:
    """Return a date of publication in short, as it is written where it is no ISO date.

    >>> day("2026-03-04T09:30:00Z"), day("last spring")
    ('4 Mar 2026', 'last spring')
    """
    try:
        found = date.fromisoformat(published[:10])
    except ValueError:
        return published
    return _day(found)


def _day(found: date) -> str:
    return spoken_locale().toString(QDate(found.year, found.month, found.day), "d MMM yyyy")


def _local(timestamp: Timestamp) -> datetime:
    return datetime.fromisoformat(timestamp).astimezone()
