"""Quotations and bracketed asides in a text, whose sentences deserve a look of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from annotator.core.span import Span

_CLOSERS = {
    "“": "”",
    "„": "“”",
    "”": "”",
    "«": "»",
    "»": "«",
    '"': '"',
    "「": "」",
    "『": "』",
    "(": ")",
    "（": "）",
}
_OPENER = re.compile("[" + re.escape("".join(_CLOSERS)) + "]")
# These close in one language and open in another: they open only right before a word.
_TWO_FACED = frozenset('”»"')
_BRACKETS = frozenset("(（")
_SHORTEST_QUOTATION = 40
_SHORTEST_ASIDE = 60


def long_interiors(text: str) -> Iterator[Span]:
    """Yield what lies inside each long quotation (40 code points) or aside in brackets (60).

    Only the outermost marks count; marks without a partner are passed over.

    >>> [len(span) for span in long_interiors("He said: “" + "word " * 8 + "” (twice).")]
    [40]
    """
    position = 0
    while (match := _OPENER.search(text, position)) is not None:
        start = match.end()
        end = _closed_at(text, match[0], start)
        position = start if end is None else end + 1
        shortest = _SHORTEST_ASIDE if match[0] in _BRACKETS else _SHORTEST_QUOTATION
        if end is not None and end - start >= shortest:
            yield Span(start, end)


def _closed_at(text: str, opener: str, start: int) -> int | None:
    """Return where what was opened before ``start`` is closed, or None."""
    if opener in _TWO_FACED and (start == len(text) or not _opens(text[start])):
        return None
    found = (text.find(closer, start) for closer in _CLOSERS[opener])
    return min((position for position in found if position >= 0), default=None)


def _opens(following: str) -> bool:
    return following.isalnum() or following in "([‘'…¿¡$€£#@"
