"""The lines of metadata between dashes that may stand before a text."""

from __future__ import annotations

import re
from typing import NamedTuple

MOST_LINES = 200
_FENCE = re.compile(r"-{3}[ \t]*")
_END = re.compile(r"(?:-{3}|\.{3})[ \t]*")
_PAIR = re.compile(r"([A-Za-z][\w .-]{0,60}?)[ \t]*:(?:[ \t]+(.*)|)")
_ITEM = re.compile(r"[ \t]*-[ \t]+(.*)")


class FrontMatter(NamedTuple):
    """The values by name, in lower case, each one or several; and the text after them."""

    fields: dict[str, tuple[str, ...]]
    text: str

    def first(self, *names: str) -> str:
        """Return the first value of the first of the names that has one."""
        return next((self.fields[name][0] for name in names if self.fields.get(name)), "")

    def all(self, *names: str) -> tuple[str, ...]:
        """Return all values of the first of the names that has one."""
        return next((self.fields[name] for name in names if self.fields.get(name)), ())


def front_matter(text: str) -> FrontMatter:
    r"""Split metadata from the text after it; without any, all is text.

    It is what plain lines of ``key: value`` and lists say; nothing else of YAML is understood.

    >>> front_matter("---\ntitle: 'Dam: safe'\nauthors: [Ann, Bo]\n---\nText.").fields
    {'title': ('Dam: safe',), 'authors': ('Ann', 'Bo')}
    """
    lines = text.split("\n", MOST_LINES)
    if not _FENCE.fullmatch(lines[0]):
        return FrontMatter({}, text)
    end = next((at for at, line in enumerate(lines) if at and _END.fullmatch(line)), 0)
    fields = _fields(lines[1:end])
    if not fields:  # a line across the page
        return FrontMatter({}, text)
    return FrontMatter(fields, "\n".join(lines[end + 1 :]))


def _fields(lines: list[str]) -> dict[str, tuple[str, ...]]:
    fields: dict[str, tuple[str, ...]] = {}
    name = ""
    for line in lines:
        pair, item = _PAIR.fullmatch(line), _ITEM.fullmatch(line)
        if pair:
            name = pair[1].lower()
            fields[name] = _values(pair[2] or "")
        elif item and name:
            fields[name] += _values(item[1])
        elif line.strip() and not line.startswith((" ", "\t", "#")):
            return {}
    return fields


def _values(written: str) -> tuple[str, ...]:
    written = written.strip()
    inside = written[1:-1].split(",") if written[:1] + written[-1:] == "[]" else [written]
    return tuple(filter(None, (_unquoted(one.strip()) for one in inside)))


def _unquoted(value: str) -> str:
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "'\""
    return value[1:-1] if quoted else value
