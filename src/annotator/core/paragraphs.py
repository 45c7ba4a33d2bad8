"""Paragraphs of a text: where each one lies, and spans cut along them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple, Self

from annotator.core.errors import UsageError
from annotator.core.span import Span


class NoSuchParagraphError(UsageError):
    """A paragraph number that the text does not have."""

    def __init__(self, number: int, count: int) -> None:
        self.number, self.count = number, count
        super().__init__(f"There is no paragraph {number}: give one from 0 to {count - 1}.")


class PositionOutsideTextError(UsageError):
    """A position or a piece that lies outside the text."""

    def __init__(self, position: int, length: int) -> None:
        self.position, self.length = position, length
        super().__init__(f"Position {position} lies outside the text: give one from 0 to {length}.")


class ScatteredPiecesError(UsageError):
    """Pieces that do not follow one another and so make no single span."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.pieces = tuple(pieces)
        super().__init__(
            f"The {len(self.pieces)} pieces make no single span: give them in order, each"
            " starting where the one before it ends."
        )


class ParagraphTextMissingError(UsageError):
    """The question for a paragraph's words where only lengths are known."""

    def __init__(self, number: int) -> None:
        self.number = number
        super().__init__(
            f"The words of paragraph {number} are not at hand: build the paragraphs from the text."
        )


class Piece(NamedTuple):
    """A stretch inside one paragraph, in code points; the paragraph's newline may be its last."""

    paragraph: int
    start: int
    length: int


class Paragraphs:
    r"""The paragraphs of a text, which is their join by newlines.

    A paragraph occupies its characters and the newline that ends it (the last has none), so
    the paragraphs partition the text. Every question costs O(log n) or less.

    >>> paragraphs = Paragraphs("One.\nTwo.")
    >>> [paragraphs.text(i) for i in range(len(paragraphs))]
    ['One.', 'Two.']
    """

    __slots__ = ("_starts", "_text")

    def __init__(self, text: str) -> None:
        self._text: str | None = text
        self._starts = _starts(map(len, text.split("\n")))

    @classmethod
    def from_lengths(cls, lengths: Iterable[int]) -> Self:
        """Return the paragraphs of a text of which only these lengths are known.

        >>> Paragraphs.from_lengths([4, 4]).start(1)
        5
        """
        paragraphs = cls("")
        paragraphs._text = None
        paragraphs._starts = _starts(lengths)
        return paragraphs

    def __len__(self) -> int:
        return len(self._starts) - 1

    @property
    def length(self) -> int:
        """The length of the whole text in code points."""
        return self._starts[-1] - 1

    def start(self, number: int) -> int:
        """Return the position of the paragraph's first code point."""
        self._require(number)
        return self._starts[number]

    def end(self, number: int) -> int:
        """Return the position after the paragraph's last code point, its newline not counted."""
        self._require(number)
        return self._starts[number + 1] - 1

    def text(self, number: int) -> str:
        """Return the paragraph's words, without its newline.

        Raises:
            ParagraphTextMissingError: if these paragraphs were made of lengths alone.
        """
        if self._text is None:
            raise ParagraphTextMissingError(number)
        return self._text[self.start(number) : self.end(number)]

    def at(self, position: int) -> int:
        r"""Return the number of the paragraph that occupies ``position``.

        The position after the last code point belongs to the last paragraph.

        >>> [Paragraphs("a\n\nb").at(position) for position in range(5)]
        [0, 0, 1, 2, 2]
        """
        if not 0 <= position <= self.length:
            raise PositionOutsideTextError(position, self.length)
        return bisect_right(self._starts, position) - 1

    def pieces(self, span: Span) -> list[Piece]:
        r"""Cut a span into one piece per paragraph it touches; an empty span is one empty piece.

        >>> Paragraphs("One.\nTwo.").pieces(Span(2, 8))
        [Piece(paragraph=0, start=2, length=3), Piece(paragraph=1, start=0, length=3)]
        """
        first = self.at(span.start)
        last = self.at(span.end - 1) if len(span) else first
        if span.end > self.length:
            raise PositionOutsideTextError(span.end, self.length)
        return [self._piece(number, span) for number in range(first, last + 1)]

    def span(self, pieces: Sequence[Piece | tuple[int, int, int]]) -> Span:
        """Return the span that these pieces make up: the inverse of ``pieces``.

        Raises:
            ScatteredPiecesError: if they do not follow one another.
            PositionOutsideTextError: if one reaches beyond its paragraph.
        """
        spans = [self._placed(Piece(*piece)) for piece in pieces]
        gapless = all(a.end == b.start for a, b in pairwise(spans))
        if not spans or not gapless:
            raise ScatteredPiecesError([Piece(*piece) for piece in pieces])
        return Span(spans[0].start, spans[-1].end)

    def _piece(self, number: int, span: Span) -> Piece:
        origin = self._starts[number]
        start = max(span.start, origin)
        end = min(span.end, self._starts[number + 1])
        return Piece(number, start - origin, end - start)

    def _placed(self, piece: Piece) -> Span:
        start = self.start(piece.paragraph) + piece.start
        limit = min(self._starts[piece.paragraph + 1], self.length)
        if piece.start < 0 or piece.length < 0 or start + piece.length > limit:
            raise PositionOutsideTextError(start + piece.length, self.length)
        return Span(start, start + piece.length)

    def _require(self, number: int) -> None:
        if not 0 <= number < len(self):
            raise NoSuchParagraphError(number, len(self))


def _starts(lengths: Iterable[int]) -> list[int]:
    """Return where each paragraph starts, and where one after the last would."""
    return list(accumulate((length + 1 for length in lengths), initial=0))
