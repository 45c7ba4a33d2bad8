"""What a person writes of an article, brought into the form in which articles keep it."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from annotator.core.claim_hints import looks_like_date
from annotator.core.metadata_errors import NoDayError, NoLanguageCodeError, NoWebAddressError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(-[a-z0-9]{1,8})*")
_WEB: Final = ("http", "https")


def language_code(typed: str) -> str:
    """Return a language's code as it is kept; empty where there is none.

    >>> language_code("pt_BR"), language_code("")
    ('pt-br', '')

    Raises:
        NoLanguageCodeError: it is no such code.
    """
    code = typed.strip().lower().replace("_", "-")
    if code and not _LANGUAGE.fullmatch(code):
        raise NoLanguageCodeError(typed)
    return code


def day_published(typed: str) -> str:
    """Return a day, month, year or point in time in ISO 8601; empty where there is none.

    >>> day_published("2026-03"), day_published("2026-03-14T09:30:00Z")
    ('2026-03', '2026-03-14T09:30:00Z')

    Raises:
        NoDayError: it is no such thing.
    """
    day = typed.strip()
    if day and not looks_like_date(day):
        try:
            datetime.fromisoformat(day)
        except ValueError:
            raise NoDayError(typed) from None
    return day


def web_address(typed: str) -> str:
    """Return an address of the web; empty where there is none.

    >>> web_address(" https://example.org/dam ")
    'https://example.org/dam'

    Raises:
        NoWebAddressError: it is none of the web, or could do something where it is opened.
    """
    address = typed.strip()
    try:
        parts = urlsplit(address)
        leads = parts.scheme in _WEB and bool(parts.hostname) and len(address.split()) == 1
    except ValueError:
        leads = False
    if address and not leads:
        raise NoWebAddressError(typed)
    return address


KEPT_AS: Final[Mapping[str, Callable[[str], str]]] = {
    "language": language_code,
    "published": day_published,
    "url": web_address,
}
"""By field, what brings into form what is written there."""
