"""The text of a piece of HTML by the standard library alone, where no page is to be understood."""

from __future__ import annotations

import re
from html.parser import HTMLParser

SILENT = frozenset(("script", "style", "template", "head", "noscript"))
_INLINE = frozenset(("a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "i", "kbd", "mark", "q",
                     "s", "samp", "small", "span", "strong", "sub", "sup", "u", "var", "font",
                     "del", "ins", "label", "time", "wbr"))  # fmt: skip
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_SPACES = re.compile(r"[ \t\n\f\r]+")


def bare_text(html: str) -> list[str]:
    r"""Return the lines of text in a piece of HTML: one for each block, without scripts.

    >>> bare_text("<div>One <b>word</b>.<p>Two&nbsp;&amp; three<script>x()</script></div>")
    ['One word.', 'Two\xa0& three']
    """
    parser = _TextParser()
    # One that is never closed costs the parser the square of what follows.
    parser.feed(_COMMENT.sub("", html))
    parser.close()
    lines = (_SPACES.sub(" ", line).strip(" ") for line in "".join(parser.parts).split("\0"))
    return [line for line in lines if line]


class _TextParser(HTMLParser):
    """Gathers text, with a NUL where a line ends."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag in SILENT and not self._silent:
            self._silent = tag
        elif tag not in _INLINE:
            self.parts.append("\0")

    def handle_endtag(self, tag: str) -> None:
        if tag == self._silent:
            self._silent = ""
        elif tag not in _INLINE:
            self.parts.append("\0")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(data.replace("\0", "\ufffd"))
