"""The text of a task of Label Studio, and where its regions stand: plain, a page, or a dialogue."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from annotator.core.offsets import OffsetOutsideTextError, Utf16Map
from annotator.formats.shared.html_nodes import HtmlNodes
from annotator.formats.shared.span_values import BadSpanError, position_of, span_of, words
from annotator.service.reading.json_values import Number

if TYPE_CHECKING:
    from annotator.formats.shared.label_studio_config import Config

_PAGE = re.compile(r"\s*<(?:!doctype|[a-z][\w-]*[\s>/])", re.IGNORECASE)
_CLOSING = re.compile(r"</[a-z]", re.IGNORECASE)
_LINK = re.compile(r"\S*/\S*\Z")
_SPEAKERS = ("author", "speaker", "user", "name", "role")
_SAID = ("text", "utterance", "content", "body", "phrase")
# What tasks carry along and is not what was marked.
_BESIDE = frozenset(
    ("article_id", "text_sha256", "title", "url", "publisher", "published", "language", "direction")
)


class Shown(Protocol):
    """The text that was marked."""

    @property
    def text(self) -> str:
        """The text that positions count in."""
        ...

    def place(self, value: Mapping[str, Any]) -> tuple[tuple[int, int] | None, str]:
        """Return the span of a region's value, None where only its words tell, and its words.

        Raises:
            BadSpanError: it has neither.

        """
        ...


def key_of(result: Mapping[str, Any], data: Mapping[str, Any], config: Config) -> str:
    """Return the field of a task that a result is about; empty where none holds a text."""
    named = words(result.get("to_name"))
    told = words(result.get("source")).removeprefix("$")
    for key in (config.fields.get(named, ""), told, named):
        if key and _is_text(data.get(key)):
            return key
    return text_key(data, config)


def text_key(data: Mapping[str, Any], config: Config) -> str:
    """Return the field of a task that holds its text; empty where none does."""
    shown = [key for key in config.fields.values() if _is_text(data.get(key))]
    if shown:
        return shown[0]
    texts = [key for key, value in data.items() if _is_text(value) and key not in _BESIDE]
    texts = [key for key in texts if not (isinstance(data[key], str) and _LINK.match(data[key]))]
    if "text" in texts or not texts:
        return "text" if texts else ""
    return max(texts, key=lambda key: len(data[key]) if isinstance(data[key], str) else 1)


def shown_text(value: object, *, page: bool) -> Shown:
    """Return what was shown of a field's value: ``page`` tells that it is known to be HTML."""
    if isinstance(value, str):
        looks = _PAGE.match(value) and _CLOSING.search(value)
        return _Page(value) if page or looks else _Plain(value)
    return _Dialogue(value if isinstance(value, list) else [])


def _is_text(value: object) -> bool:
    if isinstance(value, str):
        return not isinstance(value, Number) and bool(value.strip())
    told = isinstance(value, list) and value
    return bool(told) and all(isinstance(one, dict) and _said(one) for one in value)  # type: ignore[attr-defined] # a list, as told


class _Plain:
    def __init__(self, text: str) -> None:
        self.text = text

    def place(self, value: Mapping[str, Any]) -> tuple[tuple[int, int] | None, str]:
        return span_of(value.get("start"), value.get("end")), _quote(value)


class _Page:
    """HTML, as lines; positions are among its text nodes, counted by either unit."""

    def __init__(self, page: str) -> None:
        self._nodes = HtmlNodes(page)
        self._units: Utf16Map | None = None
        self.text = self._nodes.text

    def place(self, value: Mapping[str, Any]) -> tuple[tuple[int, int] | None, str]:
        quote = _quote(value).replace("\\n", "\n")
        first: tuple[int, int] | None = None
        for begin, behind in self._places(value):
            start, end = self._nodes.span(begin, behind)
            if start >= end:
                continue
            if not quote or self.text[start:end].split() == quote.split():
                return (start, end), self.text[start:end] if quote else ""
            first = first or (start, end)
        if first is None and not quote:
            raise BadSpanError("its place is not in the page")
        return first, quote

    def _places(self, value: Mapping[str, Any]) -> list[tuple[int, int]]:
        """Return where among the text nodes a region may be, what is likeliest first."""
        found = []
        told = value.get("globalOffsets")
        if isinstance(told, dict):
            span = span_of(told.get("start"), told.get("end"))
            found += [span, *self._as_utf16(span)]
        start, end = value.get("start"), value.get("end")
        if words(start).startswith("/") and words(end).startswith("/"):
            ends = (start, value.get("startOffset")), (end, value.get("endOffset"))
            first, last = (self._in_node(words(one), position_of(at or 0)) for one, at in ends)
            found += [pair for pair in zip(first, last, strict=False) if pair[0] <= pair[1]]
        elif start is not None and not found:
            span = span_of(start, end)
            found += [span, *self._as_utf16(span)]
        return found

    def _in_node(self, path: str, offset: int) -> list[int]:
        """Return a position in a node, counted in code points and in UTF-16 units; or none."""
        begin, at = self._nodes.at(path, 0), self._nodes.at(path, offset)
        if begin is None or at is None:
            return []
        if self._units is None:
            self._units = Utf16Map(self._nodes.raw)
        units = self._units.to_utf16(begin) + offset
        if at != begin + offset or units > self._units.length:  # an element, or behind its end
            return [at, at]
        return [at, self._units.to_code_point(units)]

    def _as_utf16(self, span: tuple[int, int]) -> list[tuple[int, int]]:
        if self._units is None:
            self._units = Utf16Map(self._nodes.raw)
        try:
            return [(self._units.to_code_point(span[0]), self._units.to_code_point(span[1]))]
        except OffsetOutsideTextError:
            return []


class _Dialogue:
    """What several people say, a line each with the name before it; positions are in each."""

    def __init__(self, said: Sequence[object]) -> None:
        self._starts: list[int] = []
        lines: list[str] = []
        length = 0
        for one in said:
            turn = one if isinstance(one, dict) else {}
            name = next((words(turn[key]) for key in _SPEAKERS if turn.get(key)), "")
            before = f"{name}: " if name else ""
            self._starts.append(length + len(before))
            lines.append(before + _said(turn))
            length += len(lines[-1]) + 1
        self.text = "\n".join(lines)

    def place(self, value: Mapping[str, Any]) -> tuple[tuple[int, int] | None, str]:
        first, last = position_of(value.get("start")), position_of(value.get("end"))
        if max(first, last) >= len(self._starts):
            raise BadSpanError("nobody says so much")
        start = self._starts[first] + position_of(value.get("startOffset"))
        end = self._starts[last] + position_of(value.get("endOffset"))
        return span_of(start, end), _quote(value).replace("\\n", "\n")


def _said(turn: Mapping[str, Any]) -> str:
    return next((words(turn[key]) for key in _SAID if turn.get(key)), "")


def _quote(value: Mapping[str, Any]) -> str:
    told = value.get("text")
    return words(told) if isinstance(told, str) else ""
