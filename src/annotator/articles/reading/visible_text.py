"""The lines of text that a tree of markup shows: one for each block, cell or line break."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from lxml.etree import _Element
    from lxml.html import HtmlElement

HTML_INLINE = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "img", "ins", "kbd", "label", "mark", "meter", "nobr", "output", "progress", "q",
    "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time",
    "tt", "u", "var", "wbr",
))  # fmt: skip
HTML_SILENT = frozenset((
    "audio", "canvas", "datalist", "embed", "head", "iframe", "math", "noembed", "noframes",
    "noscript", "object", "script", "select", "style", "svg", "template", "textarea", "title",
    "video",
))  # fmt: skip
# Without content, which the parser does not know of these.
_VOID = ("embed", "source", "track")
HTML_KEPT = frozenset(("pre", "listing", "xmp", "plaintext"))
_BREAKS = frozenset(("br", "lb", "hr"))
_SPACES = re.compile(r"[ \t\n\f\r]+")
_KEEPING = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)", re.IGNORECASE)
_HIDING = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)


def release_what_follows(root: HtmlElement) -> None:
    """Take out of elements without content what stands after them on their page."""
    for element in list(root.iter(*_VOID)):
        element.drop_tag()


def keeps_lines(element: _Element, kept: Container[str] = HTML_KEPT) -> bool:
    """Tell whether an element shows the line ends in its text, by its kind or its style."""
    if element.tag in kept:
        return True
    # Of words in a line, as some editors write it on each, it says nothing about lines.
    return element.tag not in HTML_INLINE and bool(_KEEPING.search(element.get("style", "")))


def visible_lines(
    root: _Element,
    *,
    inline: Container[str] = HTML_INLINE,
    silent: Container[str] = HTML_SILENT,
    kept: Container[str] = HTML_KEPT,
) -> Iterator[str]:
    """Yield the lines of text below an element, with their spaces as a browser shows them.

    What is in ``inline`` goes on in the same line, what is in ``silent`` or hidden shows
    nothing, and what is in ``kept`` keeps its own lines and spaces. Takes no stack, however
    deep the tree.
    """
    from lxml.etree import iterwalk  # noqa: PLC0415 - part of an extra

    line = _Line()
    walk = iterwalk(root, events=("start", "end", "comment", "pi"))
    silence: _Element | None = None
    for event, element in walk:
        if event == "start":
            if silence is None and _is_silent(element, silent):
                silence = element
            if silence is not None:
                walk.skip_subtree()
                continue
            yield from line.enter(element, inline=inline, kept=kept)
        elif event == "end":
            if element is silence:
                silence = None
            else:
                yield from line.leave(element, inline=inline, kept=kept)
            if element is not root:
                line.add(element.tail)
        else:
            line.add(element.tail)
    yield from line.taken()


def _is_silent(element: _Element, silent: Container[str]) -> bool:
    if element.tag in silent or "hidden" in element.attrib:
        return True
    return bool(_HIDING.search(element.get("style", ""))) or (
        element.tag == "dialog" and "open" not in element.attrib
    )


class _Line:
    """The line that is being put together."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._kept = 0

    def enter(
        self, element: _Element, *, inline: Container[str], kept: Container[str]
    ) -> Iterator[str]:
        if element.tag not in inline:
            yield from self.taken()
        self._kept += keeps_lines(element, kept)
        self.add(element.text)

    def leave(
        self, element: _Element, *, inline: Container[str], kept: Container[str]
    ) -> Iterator[str]:
        if element.tag not in inline:
            yield from self.taken()
        self._kept -= keeps_lines(element, kept)

    def add(self, text: str | None) -> None:
        if text:
            self._parts.append(text)

    def taken(self) -> Iterator[str]:
        """Yield what is complete, and begin anew."""
        text = "".join(self._parts)
        self._parts.clear()
        if self._kept:
            lines = text.replace("\r\n", "\n").replace("\r", "\n").strip("\n").split("\n")
            yield from (line.rstrip(" \t") for line in lines if text.strip())
            return
        text = _SPACES.sub(" ", text).strip(" ")
        if text:
            yield text
