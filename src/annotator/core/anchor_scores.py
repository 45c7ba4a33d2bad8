"""How much speaks for a place: likeness of the quote, of what surrounds it, and nearness."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol, cast

if TYPE_CHECKING:
    from annotator.core.span import Span

# Code points of text before and behind a quotation that tell it from its like.
CONTEXT: Final = 48
# Below this likeness to the quote nothing is placed, whatever surrounds it.
LEAST_LIKE: Final = 0.6
# A rival that comes so close in score leaves the choice to the reviewer.
CLOSE: Final = 0.15
# Words that are more like the quote than those at its place must stay back so far in score.
CLEARLY: Final = 0.3
# Likeness of what surrounds a place at which that speaks for it, and at which it decides.
CONTEXT_SPEAKS: Final = 0.6
CONTEXT_DECIDES: Final = 0.85
# At its place, or among its old surroundings, a quote may have been altered as far as this.
STILL_SURE: Final = 0.85
# Quotes longer than this are compared letter by letter only where the texts' gaps tell of them.
LONGEST_COMPARED: Final = 8_000

# Of the quote, what stands before it, behind it, and how near it is to where it is expected.
_WEIGHTS: Final = (0.5, 0.2, 0.2, 0.1)


class Evidence(NamedTuple):
    """What speaks for a place, each part from 0 to 1, or None where nothing is known of it."""

    quote: float
    prefix: float | None = None
    suffix: float | None = None
    position: float | None = None

    @property
    def score(self) -> float:
        """All that is known in one figure from 0 to 1; 1 where everything is as it was.

        >>> Evidence(1, 1, 1, 1).score, Evidence(1, 0, 0, 0).score, Evidence(1).score
        (1.0, 0.5, 1.0)
        """
        known = [pair for pair in zip(_WEIGHTS, self, strict=True) if pair[1] is not None]
        total = sum(weight * part for weight, part in known if part)
        return round(total / sum(weight for weight, _ in known), 6)

    @property
    def context(self) -> float:
        """The likeness of both sides on average, of one where only that is known, else 0."""
        known = [part for part in (self.prefix, self.suffix) if part is not None]
        return sum(known) / len(known) if known else 0.0

    @property
    def side(self) -> float:
        """The likeness of the side that is more alike."""
        return max(self.prefix or 0.0, self.suffix or 0.0)

    @property
    def least(self) -> float:
        """The likeness of the side that is less alike."""
        return min(self.prefix or 0.0, self.suffix or 0.0)


class Surroundings(NamedTuple):
    """The words before and behind a quotation."""

    prefix: str
    suffix: str

    @classmethod
    def of(cls, text: str, span: Span) -> Surroundings:
        """Return what surrounds a span of a text.

        >>> from annotator.core.span import Span
        >>> Surroundings.of("a red fox", Span(2, 5))
        Surroundings(prefix='a ', suffix=' fox')
        """
        low = max(0, span.start - CONTEXT)
        return cls(text[low : span.start], text[span.end : span.end + CONTEXT])

    def likeness(self, text: str, span: Span) -> tuple[float, float]:
        """Return how like the surroundings of a span in another text are, before and behind.

        Only as much is compared as is known here.
        """
        low = max(0, span.start - max(len(self.prefix), 1))
        high = span.end + max(len(self.suffix), 1)
        return likeness(self.prefix, text[low : span.start]), likeness(
            self.suffix, text[span.end : high]
        )


def likeness(one: str, other: str) -> float:
    r"""Return which part of the longer text stays if one becomes the other letter by letter.

    All blanks are alike, however many. Of texts beyond LONGEST_COMPARED nothing is told: 0.

    >>> likeness("12 killed", "21 killed") > 0.7, likeness("a\nb", "a b"), likeness("a", "")
    (True, 1.0, 0.0)
    """
    if one == other:
        return 1.0
    if max(len(one), len(other)) > LONGEST_COMPARED:
        return 0.0
    one, other = " ".join(one.split()), " ".join(other.split())
    if one == other or not one or not other:
        return float(one == other)
    return _levenshtein().normalized_similarity(one, other)


def telling(quote: str) -> int:
    """Return a quote's length in letters; a Chinese or Japanese character tells as much as three.

    >>> telling("a red fox"), telling("北京大学")
    (9, 12)
    """
    return len(quote) if quote.isascii() else sum(3 if one > "\u2e7f" else 1 for one in quote)


class _Levenshtein(Protocol):
    def normalized_similarity(self, one: str, other: str) -> float: ...


@cache
def _levenshtein() -> _Levenshtein:
    """Return rapidfuzz's comparison, imported on first use."""
    return cast("_Levenshtein", import_module("rapidfuzz.distance.Levenshtein"))
