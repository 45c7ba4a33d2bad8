"""Spans of highlights for formats that hold less: one span each, none over another."""

from __future__ import annotations

from bisect import bisect_left, insort
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

from annotator.core.offsets import Utf16Map

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from annotator.core.span import Span
    from annotator.service.exchange_ports import SentArticle, SentHighlight


class Piece(NamedTuple):
    """One span of a highlight, its words, and which of how many it is, from 0."""

    sent: SentHighlight
    span: Span
    quote: str
    part: int
    parts: int


def pieces(article: SentArticle) -> Iterator[Piece]:
    """Yield every span that has text, by highlight in user order; those without any are left out.

    Checks nothing: the words are the text at the span.
    """
    text = article.revision.text
    for one in article.highlights():
        spans = [span for span in one.highlight.spans if len(span)]
        for part, span in enumerate(spans):
            yield Piece(one, span, text[span.start : span.end], part, len(spans))


class Spanned(Protocol):
    """Something with a place in a text."""

    @property
    def span(self) -> Span:
        """Where it is."""
        ...


S = TypeVar("S", bound=Spanned)


def without_overlap(found: Iterable[S]) -> tuple[list[S], list[S]]:
    """Return the pieces to keep, in the order of the text, and those left out for them.

    The longest win, of equally long ones the first in the order given: the same input always
    gives the same. Costs O(n log n).

    >>> without_overlap([])
    ([], [])
    """
    ranked = sorted(enumerate(found), key=lambda one: (-len(one[1].span), one[0]))
    taken: list[tuple[int, int]] = []
    kept: list[S] = []
    left: list[tuple[int, S]] = []
    for number, piece in ranked:
        start, end = piece.span.start, piece.span.end
        place = bisect_left(taken, (start, end))
        before = place > 0 and taken[place - 1][1] > start
        behind = place < len(taken) and taken[place][0] < end
        if before or behind:
            left.append((number, piece))
        else:
            insort(taken, (start, end))
            kept.append(piece)
    kept.sort(key=lambda one: one.span.start)
    return kept, [piece for _, piece in sorted(left, key=lambda one: one[0])]


class Utf16Spans:
    """Spans of one text in UTF-16 units, as Java and JavaScript count."""

    def __init__(self, text: str) -> None:
        self._map = Utf16Map(text)

    def __call__(self, span: Span) -> tuple[int, int]:
        """Return a span's start and end in UTF-16 units."""
        return self._map.to_utf16(span.start), self._map.to_utf16(span.end)
