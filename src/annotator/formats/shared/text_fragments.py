"""Links to words of a page, as the Text Fragments specification has them: ``#:~:text=…``.

A browser looks for whole words, within one paragraph, and takes the first place that fits. So
words that a highlight cuts are told whole, long ones and those of several paragraphs by how they
begin and end, and words that stand more than once with those around them.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from annotator.core.span import Span

DELIMITER = ":~:"
# Longer quotes are told by their first and last words, as browsers do it.
LONGEST_EXACT = 300
LONGEST_END = 100
_FEWEST_WORDS, _MOST_WORDS = 4, 12
_MOST_AROUND = 8
# No word that stands between spaces is longer; scripts without spaces are left as they are.
_LONGEST_WORD = 64
_WORD = re.compile(r"\S+")
_WIDE = ("W", "F")


class Directive(NamedTuple):
    """One text directive: what is marked, or how it begins and ends, and the words around it."""

    start: str
    end: str = ""
    prefix: str = ""
    suffix: str = ""

    def __str__(self) -> str:
        """Return it as it stands in an address."""
        parts = (
            f"{encoded(self.prefix)}-" if self.prefix else "",
            encoded(self.start),
            encoded(self.end),
            f"-{encoded(self.suffix)}" if self.suffix else "",
        )
        return "text=" + ",".join(part for part in parts if part)


def encoded(words: str) -> str:
    """Return words as a parameter of a directive, in which dash, comma and ampersand have meaning.

    >>> encoded("well-known, A&B – 1+1"), encoded("~é")
    ('well%2Dknown%2C%20A%26B%20%E2%80%93%201%2B1', '~%C3%A9')
    """
    return quote(words, safe="").replace("-", "%2D")


def linked(address: str, directives: Iterable[Directive]) -> str:
    """Return an address that leads to some words; one that is not of the web stays as it is.

    >>> linked("https://example.org/#top", [Directive("foo"), Directive("bar", prefix="a")])
    'https://example.org/#top:~:text=foo&text=a-,bar'
    """
    told = "&".join(map(str, directives))
    if not told or not address.lower().startswith(("http://", "https://")):
        return address
    whole = address.partition(DELIMITER)[0]
    return f"{whole}{'' if '#' in whole else '#'}{DELIMITER}{told}"


class TextFragments:
    """The directives for places in one text; each costs a few searches through it."""

    def __init__(self, text: str) -> None:
        self._text = text
        folded = text.lower()  # browsers do not tell capitals from small letters
        self._folded = folded if len(folded) == len(text) else text

    def of(self, spans: Iterable[Span]) -> Iterator[Directive]:
        """Yield a directive for each span; none for one without any words."""
        for span in spans:
            start, end = self.whole_words(span.start, span.end)
            if start < end:
                yield self._directive(start, end)

    def whole_words(self, start: int, end: int) -> tuple[int, int]:
        """Return a place without the spaces at its ends, and with all of the words that it cuts."""
        text = self._text
        while start < end and text[start].isspace():
            start += 1
        while start < end and text[end - 1].isspace():
            end -= 1
        if start == end:
            return start, end
        first, last = start, end
        while start > 0 and first - start < _LONGEST_WORD and _joined(text, start):
            start -= 1
        while end < len(text) and end - last < _LONGEST_WORD and _joined(text, end):
            end += 1
        return (
            start if first - start < _LONGEST_WORD else first,
            end if end - last < _LONGEST_WORD else last,
        )

    def _directive(self, start: int, end: int) -> Directive:
        whole = self._text[start:end]
        if len(whole) <= LONGEST_EXACT and "\n" not in whole:
            prefix, suffix = ("", "") if self._is_only(start, end) else self._around(start, end)
            return Directive(whole, prefix=prefix, suffix=suffix)
        head, tail = self._head(start, end), self._tail(start, end)
        prefix = "" if self._is_only(start, head) else self._around(start, head)[0]
        found = self._folded.find(self._folded[tail:end], head)
        suffix = "" if found == tail else self._around(tail, end)[1]
        return Directive(self._text[start:head], self._text[tail:end], prefix, suffix)

    def _is_only(self, start: int, end: int) -> bool:
        words = self._folded[start:end]
        first = self._folded.find(words)
        return first == start and self._folded.find(words, first + 1) < 0

    def _around(self, start: int, end: int) -> tuple[str, str]:
        """Return the words before and behind a place, as many as make it the only one."""
        before, behind = self._before(start), self._behind(end)
        first, last = start, end
        for count in range(1, _MOST_AROUND + 1):
            first = before[-count] if count <= len(before) else first
            last = behind[count - 1] if count <= len(behind) else last
            if self._is_only(first, last):
                break
        return self._text[first:start].strip(), self._text[end:last].strip()

    def _before(self, start: int) -> list[int]:
        """Return where the words begin that stand before a place, within their paragraph."""
        stop = len(self._text[max(0, start - 1000) : start].rstrip()) + max(0, start - 1000)
        line = max(self._text.rfind("\n", 0, stop) + 1, stop - 500)
        return [found.start() for found in _WORD.finditer(self._text, line, stop)]

    def _behind(self, end: int) -> list[int]:
        """Return where the words end that stand behind a place, within their paragraph."""
        found = _WORD.search(self._text, end, end + 1000)
        begin = found.start() if found else end
        line = self._text.find("\n", begin)
        stop = min(line if line >= 0 else len(self._text), begin + 500)
        return [one.end() for one in _WORD.finditer(self._text, begin, stop)]

    def _head(self, start: int, end: int) -> int:
        """Return the end of the first words of a place, as many as make them the only ones."""
        line = self._text.find("\n", start, end)
        stop = line if line >= 0 else start + (end - start) // 2
        found = [one.end() for one in _WORD.finditer(self._text, start, stop)][:_MOST_WORDS]
        fitting = [one for one in found if one - start <= LONGEST_END]
        if not fitting:
            return min(stop, start + LONGEST_END)
        for place in fitting[_FEWEST_WORDS - 1 :]:
            if self._is_only(start, place):
                return place
        return fitting[-1]

    def _tail(self, start: int, end: int) -> int:
        """Return the start of the last words of a place: some that stand nowhere in it before."""
        line = self._text.rfind("\n", start, end)
        begin = line + 1 if line >= 0 else end - (end - start) // 2
        found = [one.start() for one in _WORD.finditer(self._text, begin, end)][-_MOST_WORDS:]
        fitting = [one for one in reversed(found) if end - one <= LONGEST_END]
        if not fitting:
            return max(begin, end - LONGEST_END)
        for place in fitting[_FEWEST_WORDS - 1 :]:
            if self._folded.find(self._folded[place:end], start) == place:
                return place
        return fitting[-1]


def _joined(text: str, place: int) -> bool:
    """Tell whether a place lies inside of a word, in a script that has spaces between them."""
    return _in_word(text[place - 1]) and _in_word(text[place])


def _in_word(sign: str) -> bool:
    if sign.isspace() or unicodedata.east_asian_width(sign) in _WIDE:
        return False
    return sign.isalnum() or sign in "_\u200c\u200d" or unicodedata.category(sign)[0] == "M"
