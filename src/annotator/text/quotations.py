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
    closers = _Closers(text)
    position = 0
    while (match := _OPENER.search(text, position)) is not None:
        start = match.end()
        end = closers.behind(match[0], start)
        position = start if end is None else end + 1
        shortest = _SHORTEST_ASIDE if match[0] in _BRACKETS else _SHORTEST_QUOTATION
        if end is not None and end - start >= shortest:
            yield Span(start, end)


class _Closers:
    """Where the next of each closing mark stands; asked in order, it reads a text once for each."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._next: dict[str, int] = {}

    def behind(self, opener: str, start: int) -> int | None:
        """Return where what was opened before ``start`` is closed, or None."""
        text = self._text
        if opener in _TWO_FACED and (start == len(text) or not _opens(text[start])):
            return None
        end = min(self._from(closer, start) for closer in _CLOSERS[opener])
        return end if end < len(text) else None

    def _from(self, closer: str, start: int) -> int:
        """Return where a mark stands next, the end of the text where nowhere."""
        if self._next.get(closer, -1) < start:
            found = self._text.find(closer, start)
            self._next[closer] = found if found >= 0 else len(self._text)
        return self._next[closer]


def _opens(following: str) -> bool:
    return following.isalnum() or following in "([‘'…¿¡$€£#@"
