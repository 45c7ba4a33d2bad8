"""Where the text nodes of stored HTML stand, by the paths under which browsers know them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from annotator.formats.shared.html_lines import HtmlLines

_VOID = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
))  # fmt: skip
# Fragments of pages are shown inside of others, which have these already.
_AROUND = frozenset(("html", "head", "body"))
# What a browser closes by itself before an element of that name, up to the name given.
_CLOSED_BY = {
    "li": ({"li"}, {"ul", "ol"}),
    "td": ({"td", "th"}, {"tr", "table"}),
    "th": ({"td", "th"}, {"tr", "table"}),
    "tr": ({"tr"}, {"table", "tbody", "thead", "tfoot"}),
    "tbody": ({"thead", "tbody"}, {"table"}),
    "p": ({"p"}, {"div", "td", "li", "section", "article", "blockquote", "table"}),
    "div": ({"p"}, {"div", "td", "li", "section", "article", "blockquote", "table"}),
}
_DEEPEST = 1_000
_STEP = re.compile(r"/?([\w()-]+)(?:\[(\d+)\])?")
_TEXT = "text()"


@dataclass(slots=True)
class _Open:
    """An element that is open: its name and path, and how many children of each name it has."""

    name: str
    path: str
    counts: dict[str, int] = field(default_factory=dict)

    def next_path(self, name: str) -> str:
        number = self.counts[name] = self.counts.get(name, 0) + 1
        return f"{self.path}/{name}[{number}]"


class HtmlNodes(HtmlLines):
    """A page's text, with the place in ``raw`` of each of its nodes.

    >>> page = HtmlNodes("<div><p>One <b>fine</b> day</p></div>")
    >>> page.at("/div[1]/p[1]/text()[2]", 1), page.at("/div/p/b", 0), page.at("/div[2]", 0)
    (9, 4, None)
    """

    def __init__(self, page: str) -> None:
        self._open = [_Open("", "")]
        self._nodes: dict[str, tuple[int, int]] = {}
        self._children: dict[str, list[int]] = {}
        super().__init__(page)

    def at(self, path: str, offset: int) -> int | None:
        """Return where a position in a node stands in ``raw``; None where there is no such node.

        In a text node ``offset`` counts its characters, in an element its children.
        """
        steps = [(name, number or "1") for name, number in _STEP.findall(path)]
        known = "".join(f"/{name}[{number}]" for name, number in steps if name not in _AROUND)
        if known in self._nodes:
            start, length = self._nodes[known]
            return start + min(offset, length)
        children = self._children.get(known)
        if children is None:
            return None
        return children[min(offset, len(children) - 1)]

    def _words(self, words: str) -> None:
        before = self._raw_length
        super()._words(words)
        length = self._raw_length - before
        if length and len(self._open) < _DEEPEST:
            self._child(before)
            self._nodes[self._open[-1].next_path(_TEXT)] = before, length

    def _tag(self, name: str, *, closes: bool) -> None:
        super()._tag(name, closes=closes)
        if name in _AROUND:
            return
        if closes:
            self._close({name}, set())
            return
        if name in _CLOSED_BY:
            self._close(*_CLOSED_BY[name])
        if name == "tr" and self._open[-1].name == "table":
            self._begin("tbody")
        self._begin(name)
        if name in _VOID:
            self._close({name}, set())

    def _begin(self, name: str) -> None:
        if len(self._open) >= _DEEPEST:
            return
        self._child(self._raw_length)
        path = self._open[-1].next_path(name)
        self._open.append(_Open(name, path))
        self._children[path] = []

    def _child(self, at: int) -> None:
        path = self._open[-1].path
        if path:
            self._children[path].append(at)

    def _close(self, names: set[str], within: set[str]) -> None:
        """Close the innermost open element of these names, unless one of others is around it."""
        for place in range(len(self._open) - 1, 0, -1):
            if self._open[place].name in names:
                for one in self._open[place:]:
                    self._children[one.path].append(self._raw_length)
                del self._open[place:]
                return
            if self._open[place].name in within:
                return
