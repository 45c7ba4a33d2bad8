"""Times as other programs write them."""

from __future__ import annotations

from datetime import UTC, datetime


def utc_time(text: str) -> str:
    """Return a time in ISO 8601 as this program keeps it; empty where it is none.

    One that does not tell its zone is taken for UTC.

    >>> utc_time("2025-02-21T16:09:07+01:00"), utc_time("2024-01-15 10:00:00"), utc_time("today")
    ('2025-02-21T15:09:07.000Z', '2024-01-15T10:00:00.000Z', '')
    """
    try:
        time = datetime.fromisoformat(text.strip())
        time = time.replace(tzinfo=UTC) if time.tzinfo is None else time.astimezone(UTC)
    except (ValueError, OverflowError):
        return ""
    return time.replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"
