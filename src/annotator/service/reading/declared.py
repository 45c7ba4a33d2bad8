"""What a file declares of its article, brought into the form in which articles keep it."""

from __future__ import annotations

import re

_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_].*)?", re.DOTALL)
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_COMMAS = re.compile(r",(?!\s*(?:Jr|Sr|MD|PhD)\b)")
LONGEST_FIELD = 500
_DIRECTIONS = ("ltr", "rtl")


def primary_language(tag: str | None) -> str:
    """Return the first part of a language tag in lower case; empty where there is none.

    >>> primary_language("pt-BR"), primary_language("x-default"), primary_language(None)
    ('pt', '', '')
    """
    found = _LANGUAGE.fullmatch((tag or "").strip())
    return found[1].lower() if found and found[1].lower() != "und" else ""


def declared_direction(value: str | None) -> str:
    """Return ``ltr`` or ``rtl`` where one is declared, else nothing.

    >>> declared_direction("RTL"), declared_direction("auto")
    ('rtl', '')
    """
    found = (value or "").strip().lower()
    return found if found in _DIRECTIONS else ""


def web_address(value: str | None) -> str:
    """Return an address of the web; empty for anything else.

    >>> web_address(" https://example.org/a "), web_address("javascript:x()")
    ('https://example.org/a', '')
    """
    found = (value or "").strip()
    good = found.lower().startswith(("http://", "https://")) and len(found.split()) == 1
    return found if good else ""


def published_date(value: str | None) -> str:
    """Return the day of a time in ISO 8601, or in other words what is written there.

    >>> published_date("2026-11-22T10:00:00+02:00"), published_date("last May")
    ('2026-11-22', 'last May')
    """
    text = one_line(value)
    found = _DATE.match(text)
    return found[0] if found else text


def author_names(value: str | None) -> tuple[str, ...]:
    """Return the names in a list of authors, between semicolons or else commas.

    >>> author_names("Lee, Ann; Chen, Bo"), author_names("Ann Lee, Bo Chen, Jr")
    (('Lee, Ann', 'Chen, Bo'), ('Ann Lee', 'Bo Chen, Jr'))
    """
    line = one_line(value)
    names = line.split(";") if ";" in line else _COMMAS.split(line)
    return tuple(dict.fromkeys(filter(None, (name.strip() for name in names))))


def one_line(value: str | None) -> str:
    r"""Return words on one line, without ends and runs of spaces, at most 500 characters.

    >>> one_line(" Dam \n declared  safe")
    'Dam declared safe'
    """
    return " ".join((value or "").replace("\0", " ").split())[:LONGEST_FIELD].strip()
