"""What looks wrong in a claim record's words: hints, which never keep anything from being kept."""

from __future__ import annotations

import re
from datetime import date
from typing import Final
from urllib.parse import urlsplit

_PARTS: Final = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def looks_like_link(text: str) -> bool:
    """Tell whether a text can be an address on the web.

    >>> looks_like_link("https://example.org/a"), looks_like_link("example"), looks_like_link("")
    (True, False, False)
    """
    if re.search(r"\s", text):
        return False
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme.casefold() in {"http", "https"} and "." in (parts.hostname or "")


def looks_like_date(text: str) -> bool:
    """Tell whether a text is a year, a month or a day as ISO 8601 writes them.

    >>> [looks_like_date(text) for text in ("2026", "2026-03", "2026-03-14", "14 March")]
    [True, True, True, False]
    """
    if not _PARTS.fullmatch(text) or not text.isascii():
        return False
    try:
        date.fromisoformat(text + "0000-01-01"[len(text) :])
    except ValueError:
        return False
    return True
