"""The borders between what is seen as one character and between words, in code points.

A question costs the text around the place that is asked for, not the text there is.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from PySide6.QtCore import QTextBoundaryFinder

from annotator.core.span import Span
from annotator.gui.bridge import places

if TYPE_CHECKING:
    from collections.abc import Callable

_Edge: TypeAlias = "Callable[[Span], int]"
_Kind = QTextBoundaryFinder.BoundaryType
# Nothing before such a character has a say in where borders lie behind it.
_CALM = re.compile("[\\s\u4e00-\u9fff]")
_REACH = 64
_WIDER = 8


class _Near(NamedTuple):
    """What stands around a place: borders or words that are sure, and how far they reach."""

    first: int
    end: int
    borders: list[int]


def is_border(text: str, position: int) -> bool:
    r"""Tell whether no visible character is split at a position.

    >>> is_border("e\u0301x", 1), is_border("e\u0301x", 2)
    (False, True)
    """
    return position in (0, len(text)) or position in _near(text, position, _REACH).borders


def character_start(text: str, position: int) -> int:
    r"""Return the last border before a position, 0 at the beginning.

    >>> character_start("ae\u0301x", 3)
    1
    """
    reach = _REACH
    while True:
        near = _near(text, position, reach)
        before = [border for border in near.borders if border < position]
        if before or near.first == 0:
            return before[-1] if before else 0
        reach *= _WIDER


def character_end(text: str, position: int) -> int:
    r"""Return the first border after a position, the length of the text at its end.

    >>> character_end("ae\u0301x", 1)
    3
    """
    reach = _REACH
    while True:
        near = _near(text, position, reach)
        after = next((border for border in near.borders if border > position), None)
        if after is not None or near.end == len(text):
            return len(text) if after is None else after
        reach *= _WIDER


def whole_characters(text: str, span: Span) -> Span:
    r"""Return a span widened to whole visible characters.

    >>> whole_characters("ae\u0301x", Span(2, 2)), whole_characters("ae\u0301x", Span(0, 2))
    (Span(start=1, end=3), Span(start=0, end=3))
    """
    start, end = span.start, span.end
    if not is_border(text, start):
        start = character_start(text, start)
    return Span(start, end if is_border(text, end) else character_end(text, end))


def word_at(text: str, position: int) -> Span | None:
    """Return the word that goes on both before and after a position.

    >>> word_at("It rained.", 5), word_at("It rained.", 3)
    (Span(start=3, end=9), None)
    """
    words = _words(text, position, _REACH)
    return next((word for word in words if word.start < position < word.end), None)


def next_word_start(text: str, position: int) -> int | None:
    """Return where the first word begins after a position, None where there is none.

    >>> next_word_start("It rained.", 0), next_word_start("It rained.", 3)
    (3, None)
    """
    return _first(text, position, lambda word: word.start)


def next_word_end(text: str, position: int) -> int | None:
    """Return where the first word ends after a position, None where there is none.

    >>> next_word_end("It rained.", 2)
    9
    """
    return _first(text, position, lambda word: word.end)


def word_start_before(text: str, position: int) -> int | None:
    """Return where the last word begins before a position, None where there is none.

    >>> word_start_before("It rained.", 9), word_start_before("It rained.", 0)
    (3, None)
    """
    return _last(text, position, lambda word: word.start)


def word_end_before(text: str, position: int) -> int | None:
    """Return where the last word ends before a position, None where there is none.

    >>> word_end_before("It rained.", 9)
    2
    """
    return _last(text, position, lambda word: word.end)


def whole_words(text: str, span: Span) -> Span:
    """Return a span widened to the whole words that it cuts into.

    >>> whole_words("It rained.", Span(1, 5))
    Span(start=0, end=9)
    """
    span = whole_characters(text, span)
    first, last = word_at(text, span.start), word_at(text, span.end)
    return Span(first.start if first else span.start, last.end if last else span.end)


def _first(text: str, position: int, edge: _Edge) -> int | None:
    reach = _REACH
    while True:
        found = [edge(word) for word in _words(text, position, reach)]
        after = next((place for place in found if place > position), None)
        if after is not None or position + reach >= len(text):
            return after
        reach *= _WIDER


def _last(text: str, position: int, edge: _Edge) -> int | None:
    reach = _REACH
    while True:
        found = [edge(word) for word in _words(text, position, reach)]
        before = [place for place in found if place < position]
        if before or position - reach <= 0:
            return before[-1] if before else None
        reach *= _WIDER


def _words(text: str, position: int, reach: int) -> list[Span]:
    """Return the words around a place; those that are cut off by the reach are left out."""
    first, end = _stretch(text, position, reach)
    borders = _sure(text, first, end, _Kind.Grapheme) & _sure(text, first, end, _Kind.Word)
    pairs = pairwise(sorted(borders))
    return [Span(low, high) for low, high in pairs if any(map(str.isalnum, text[low:high]))]


def _near(text: str, position: int, reach: int) -> _Near:
    first, end = _stretch(text, position, reach)
    return _Near(first, end, sorted(_sure(text, first, end, _Kind.Grapheme)))


def _sure(text: str, first: int, end: int, kind: _Kind) -> set[int]:
    """Return those borders of a stretch that do not come from where it was cut off."""
    return {
        stop
        for stop in _stops(text, kind, first, end)
        if (stop > first or first == 0) and (stop < end or end == len(text))
    }


def _stretch(text: str, position: int, reach: int) -> tuple[int, int]:
    """Return a stretch around a place that begins and ends at calm characters."""
    low = max(position - reach, 0)
    while low > 0:
        start = max(low - reach, 0)
        calm = [match.start() for match in _CALM.finditer(text, start, low)]
        low = calm[-1] if calm else start
        if calm:
            break
    after = _CALM.search(text, min(position + reach, len(text)))
    return low, after.end() if after else len(text)


def _stops(text: str, kind: _Kind, first: int, end: int) -> list[int]:
    piece = text[first:end]
    if kind is _Kind.Grapheme:
        return [first, *(first + stop for stop in _ends_of_characters(piece))]
    finder = QTextBoundaryFinder(kind, piece)
    units = [0]
    while (unit := finder.toNextBoundary()) >= 0:
        units.append(unit)
    return [first + place for place in places(piece, units)]


def _ends_of_characters(piece: str) -> list[int]:
    r"""Return the ends of extended grapheme clusters (Unicode Standard Annex 29, ``\X``).

    Qt has borders within emoji and flags that stand among Indic, Thai, Khmer, Burmese or
    Tibetan letters.
    """
    import regex  # noqa: PLC0415 - the first paint asks for no border

    return [match.end() for match in regex.finditer(r"\X", piece)]
