"""JSON from elsewhere: numbers as they are written, no key twice, one value after another."""

from __future__ import annotations

import json
from sys import intern
from typing import TYPE_CHECKING, Any

from annotator.core.table_errors import shown_name
from annotator.service.reading.files import LARGEST_ARTICLE

if TYPE_CHECKING:
    import io
    from collections.abc import Callable, Generator, Iterator

_CHUNK = 1 << 16
_SPACES = " \t\r\n"
_ENDS = _SPACES + ",]}"
# Values deeper than this are refused by the decoder itself, unless each is very long.
_MOST_LEVELS = 100
# A number or a word that ends where what was read ends may go on.
_LONGEST_WORD = 24
_WRAPPERS = frozenset((
    "articles", "items", "data", "results", "result", "rows", "docs", "documents", "records",
    "entries", "posts", "news", "stories", "hits", "response", "feed", "list",
))  # fmt: skip
_AROUND = ("response", "hits", "data")


_TOO_DEEP = "it is nested too deeply"
_TOO_LONG = f"it is longer than {LARGEST_ARTICLE:,} characters"


class BadJsonError(ValueError):
    """JSON that cannot be understood; its text says why."""


class Number(str):
    """A number as it is written."""

    __slots__ = ()


def value_of(text: str) -> object:
    """Return the value of a JSON text.

    Raises:
        BadJsonError: it is none.

    >>> value_of('{"n": 1e999, "date": NaN}')
    {'n': '1e999', 'date': None}
    """
    try:
        return _DECODER.decode(text)
    except json.JSONDecodeError as error:
        raise BadJsonError(_reason(error)) from error
    except RecursionError as error:
        raise BadJsonError(_TOO_DEEP) from error


def values_by_line(text: io.TextIOBase) -> Iterator[tuple[int, object]]:
    """Yield the value of each line that is not empty with the line's number, or a ``BadJsonError``.

    Of a line that is longer than any article, the rest is passed over.
    """
    number = 0
    while line := text.readline(LARGEST_ARTICLE):
        number += 1
        try:
            if line.strip():
                yield number, value_of(_whole(line, text))
        except BadJsonError as error:
            yield number, error


def _whole(line: str, text: io.TextIOBase) -> str:
    if len(line) < LARGEST_ARTICLE or line.endswith("\n"):
        return line
    while (rest := text.readline(LARGEST_ARTICLE)) and not rest.endswith("\n"):
        pass
    raise BadJsonError(_TOO_LONG)


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        seen: set[str] = set()
        twice = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value] # adding returns nothing, which is what is asked
        raise BadJsonError(f"it has “{shown_name(twice)}” twice")
    return found


def _sharing(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    return _pairs([(intern(key), value) for key, value in pairs])


def _decoder(pairs: Callable[[list[tuple[str, Any]]], dict[str, Any]]) -> json.JSONDecoder:
    # Numbers are what is written: some have ten thousand digits, and others leading to infinity.
    return json.JSONDecoder(
        object_pairs_hook=pairs,
        parse_int=Number,
        parse_float=Number,
        parse_constant=lambda _name: None,
        strict=False,
    )


_DECODER = _decoder(_pairs)
# Within one text the decoder keeps each key once; those of values that are put together, this one.
_SHARING = _decoder(_sharing)


def _key(value: object) -> str:
    if not isinstance(value, str) or isinstance(value, Number):
        raise BadJsonError("a key is no text")
    return value


def _reason(error: json.JSONDecodeError, before: int = 0) -> str:
    words = error.msg[:1].lower() + error.msg[1:].removesuffix(" at")
    return f"{words} at character {before + error.pos + 1}"


class JsonStream:
    """The records in a JSON text, read piece by piece: no more than one of them is in memory.

    None may have more than ``longest`` characters. Of lists that are longer than what is read at
    once, no more than the first ``most`` items are kept, where that is said, and none of those
    under the keys ``passed``.
    """

    def __init__(
        self,
        file: io.TextIOBase,
        *,
        longest: int = LARGEST_ARTICLE,
        most: int | None = None,
        passed: frozenset[str] = frozenset(),
    ) -> None:
        self._file, self._longest, self._most, self._passing = file, longest, most, passed
        self._text = ""
        self._at = 0
        self._ended = False
        self._passed = 0

    def records(self) -> Iterator[object]:
        """Yield the items of a list, of the list in an object that wraps one, or objects in a row.

        Raises:
            BadJsonError: what follows cannot be understood.

        """
        while self._next():
            if self._next() == "[":
                yield from self._items()
            elif self._next() == "{":
                single = yield from self._object(depth=1)
                if single is not None:
                    yield single
            else:
                yield self._value()
            if self._next() == ",":
                self._take(",")

    def items_under(self, key: str, beside: dict[str, object]) -> Iterator[object]:
        """Yield the items of the list that an object has under a key.

        What it has under others is put into ``beside`` as it is come upon.

        Raises:
            BadJsonError: what follows cannot be understood, or is no object.

        """
        self._take("{")
        while self._next() != "}":
            name = _key(self._value())
            self._take(":")
            if name == key and self._next() == "[":
                yield from self._items()
            else:
                beside[name] = self._value()
            if self._next() != "}":
                self._take(",")
        self._take("}")

    def _items(self) -> Iterator[object]:
        self._take("[")
        while self._next() != "]":
            yield self._value()
            if self._next() != "]":
                self._take(",")
        self._take("]")

    def _object(self, *, depth: int) -> Generator[object, None, dict[str, Any] | None]:
        """Yield what an object wraps, or return the object itself where it wraps nothing."""
        self._take("{")
        pairs: list[tuple[str, Any]] = []
        wrapped, start = False, self._passed
        while self._next() != "}":
            key = _key(self._value())
            self._take(":")
            first = self._wrapper(key, depth)
            if first == "[":
                wrapped = True
                yield from self._items()
            elif first == "{":
                inner = yield from self._object(depth=depth + 1)
                wrapped = wrapped or inner is None
                pairs.append((key, inner))
            else:
                pairs.append((key, self._under(key)))
                self._refuse_endless(self._passed - start)
            if self._next() != "}":
                self._take(",")
        self._take("}")
        return None if wrapped else _pairs(pairs)

    def _wrapper(self, key: str, depth: int) -> str:
        """Return what a list of objects, or what may be an object around one, begins with.

        Empty for anything else, and under a name that such ones do not have.
        """
        first = self._next() if key.casefold() in _WRAPPERS else ""
        if first == "[":
            return first if self._after(1) == "{" else ""
        around = first == "{" and depth == 1 and key.casefold() in _AROUND
        return first if around else ""

    def _after(self, count: int) -> str:
        """Return the next character but ``count`` that is no space."""
        at = self._at + count
        while True:
            while at < len(self._text) and self._text[at] in _SPACES:
                at += 1
            if at < len(self._text):
                return self._text[at]
            at -= self._at  # what is done with is dropped
            if not self._more():
                return ""

    def _next(self) -> str:
        """Return the next character that is no space, which stays; empty at the end."""
        while True:
            while self._at < len(self._text) and self._text[self._at] in _SPACES:
                self._at += 1
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more():
                return ""

    def _take(self, sign: str) -> None:
        found = self._next()
        if found != sign:
            raise BadJsonError(
                f"a “{sign}” is missing before “{shown_name(found)}”"
                if found
                else "it ends too early"
            )
        self._at += 1

    def whole(self) -> object:
        """Return the one value that the text is.

        Raises:
            BadJsonError: it is none, or something follows.

        """
        value = self._value()
        if found := self._next():
            raise BadJsonError(f"“{shown_name(found)}” follows it")
        return value

    def _value(self, level: int = 0) -> Any:  # noqa: ANN401 - whatever stands there
        """Take the next value, reading on for as long as it goes on.

        One that is longer than what is read at once is put together of those in it, so that its
        text is never in memory with it.
        """
        self._next()
        decoder = _SHARING if level else _DECODER
        while True:
            try:
                value, end = decoder.raw_decode(self._text, self._at)
            except json.JSONDecodeError as error:
                before = self._passed - len(self._text)
                early = error.pos < len(self._text) - _LONGEST_WORD
                broken = early and not error.msg.startswith("Unterminated")
                if not broken and len(self._text) - self._at >= _CHUNK and self._next() in "[{":
                    return self._put_together(level + 1)
                if broken or not self._more():
                    raise BadJsonError(_reason(error, before)) from error
                continue
            except RecursionError as error:
                raise BadJsonError(_TOO_DEEP) from error
            # Reading on drops what is done with; what is left over stays.
            left = len(self._text) - end
            if self._is_whole(end) or not self._more():
                self._at = len(self._text) - left
                return value

    def _put_together(self, level: int) -> object:
        """Take a list or an object value by value."""
        if level > _MOST_LEVELS:
            raise BadJsonError(_TOO_DEEP)
        start = self._place
        items: list[Any] = []
        pairs: list[tuple[str, Any]] = []
        opening = self._next()
        closing = "]" if opening == "[" else "}"
        self._take(opening)
        while self._next() != closing:
            value = self._value(level)
            if opening == "{":
                self._take(":")
                pairs.append((_key(value), self._under(value, level)))
            elif self._most is None or len(items) < self._most:
                items.append(value)
            self._refuse_endless(self._place - start)
            if self._next() != closing:
                self._take(",")
        self._take(closing)
        return items if opening == "[" else _pairs(pairs)

    def _under(self, key: str, level: int = 0) -> Any:  # noqa: ANN401 - whatever stands there
        """Take the value under a key."""
        before = self._most
        self._most = 0 if key in self._passing else before
        value = self._value(level)
        self._most = before
        return value

    @property
    def _place(self) -> int:
        """How many characters are done with."""
        return self._passed - len(self._text) + self._at

    def _is_whole(self, end: int) -> bool:
        """Tell whether a value that ends here cannot go on in what was not yet read."""
        if self._text[end - 1] in '"]}' or len(self._text) - end > _LONGEST_WORD:
            return True
        return end < len(self._text) and self._text[end] in _ENDS

    def _more(self) -> bool:
        """Read as much again as is not done with, so that a long value is not read too often."""
        self._text, self._at = self._text[self._at :], 0
        self._refuse_endless(len(self._text))
        if not self._ended:
            found = self._file.read(max(_CHUNK, len(self._text)))
            self._ended = not found
            self._passed += len(found)
            self._text += found
        return not self._ended

    def _refuse_endless(self, length: int) -> None:
        if length > self._longest:
            raise BadJsonError(f"it is longer than {self._longest:,} characters")
