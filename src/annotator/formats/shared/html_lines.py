"""The words of stored HTML as lines, and where each position among its text nodes stands there."""

from __future__ import annotations

import html
import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_COMMENT = "<!--"
_COMMENT_END = "-->"
# Possessive throughout, so that nothing in it is tried twice.
_TAG = re.compile(r"""<(/?)([A-Za-z][^\s/<>]*+)(?:[^<>"']|"[^"]*+"|'[^']*+')*+>|<[!?][^<>]*+>""")
_STRETCHES = re.compile(r"[ \t\n\r\f]+|[^ \t\n\r\f]+")
_SPACES = " \t\n\r\f"
_LINES = frozenset((
    "address", "article", "aside", "blockquote", "body", "br", "caption", "dd", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hr", "html", "li", "main", "nav", "ol", "p", "pre", "section", "table", "tbody",
    "tfoot", "thead", "tr", "ul",
))  # fmt: skip
_CELLS = frozenset(("td", "th"))
_UNSEEN = frozenset(("script", "style", "template", "title"))
_OUTSIDE = frozenset(("html", "head"))
_KEPT = "pre"


class HtmlLines:
    r"""A page's text: every block a line, spaces as a browser shows them.

    ``raw`` is what the text nodes hold, one after another, as parsers of HTML see them.

    >>> page = HtmlLines("<p>One <b>fine</b>\n day</p><p>Two &amp; three</p>")
    >>> page.text
    'One fine day\nTwo & three'
    >>> page.raw
    'One fine\n dayTwo & three'
    >>> page.span(9, 16)
    (9, 16)
    """

    def __init__(self, page: str) -> None:
        self._raw: list[str] = []
        self._out: list[str] = []
        self._raw_length = self._length = 0
        self._runs: list[tuple[int, int, int]] = []
        self._space = -1
        self._between = ""
        self._kept = self._unseen = 0
        self._begun = self._cut_line = False
        for tag, closes, words in _tokens(page.replace("\r\n", "\n").replace("\r", "\n")):
            if words:
                self._words(words)
            if tag:
                self._tag(tag, closes=closes)
        self.raw, self.text = "".join(self._raw), "".join(self._out)
        self._starts = [raw for raw, _, _ in self._runs]
        self._ends = [raw + length for raw, _, length in self._runs]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch of ``raw`` stands in ``text``; its ends shrink to what is shown.

        Nothing of what is not shown is left, so that an end may come before its start.
        """
        first = bisect_right(self._ends, start)
        last = bisect_left(self._starts, end) - 1
        if first >= len(self._runs) or last < 0:
            return self._length, 0
        raw, out, _ = self._runs[first]
        begin = out + max(0, start - raw)
        raw, out, length = self._runs[last]
        return begin, out + min(length, end - raw)

    def _tag(self, name: str, *, closes: bool) -> None:
        self._begun = self._begun or name not in _OUTSIDE
        self._cut_line = name == _KEPT and not closes
        if name in _UNSEEN:
            self._unseen = max(0, self._unseen + (-1 if closes else 1))
        if name == _KEPT:
            self._kept = max(0, self._kept + (-1 if closes else 1))
        if name in _LINES:
            self._between = "\n"
        elif name in _CELLS and not closes and self._between != "\n":
            self._between = "\t"

    def _words(self, words: str) -> None:
        if not self._begun:  # before a page begins, spaces are nothing
            words = words.lstrip(_SPACES)
            self._begun = bool(words)
        if self._cut_line:
            words, self._cut_line = words.removeprefix("\n"), False
        self._raw.append(words)
        if not self._unseen:
            for found in _STRETCHES.finditer(words):
                self._stretch(found[0], self._raw_length + found.start())
        self._raw_length += len(words)

    def _stretch(self, words: str, at: int) -> None:
        if words[0] in _SPACES and not self._kept:
            self._space = at if self._space < 0 else self._space
            return
        if self._between:
            if self._length:
                self._out.append(self._between)
                self._length += 1
        elif self._space >= 0 and self._length:
            self._run(" ", self._space)
        self._between, self._space = "", -1
        self._run(words.replace("\r", "\n"), at)

    def _run(self, words: str, at: int) -> None:
        """Show some words that stand at a place of ``raw``."""
        if self._runs:
            raw, out, length = self._runs[-1]
            if raw + length == at and out + length == self._length:
                self._runs[-1] = raw, out, length + len(words)
            else:
                self._runs.append((at, self._length, len(words)))
        else:
            self._runs.append((at, self._length, len(words)))
        self._out.append(words)
        self._length += len(words)


def _tokens(page: str) -> Iterator[tuple[str, bool, str]]:
    """Yield tags, whether each closes, and words that come before one."""
    last_comment = page.rfind(_COMMENT_END)
    at = begin = 0
    while (at := page.find("<", at)) >= 0:
        if page.startswith(_COMMENT, at):
            yield "", False, html.unescape(page[begin:at])
            if at > last_comment:  # it swallows the rest
                return
            begin = at = page.index(_COMMENT_END, at) + len(_COMMENT_END)
        elif found := _TAG.match(page, at):
            yield (found[2] or "").lower(), bool(found[1]), html.unescape(page[begin:at])
            begin = at = found.end()
        else:
            at += 1
    yield "", False, html.unescape(page[begin:])
