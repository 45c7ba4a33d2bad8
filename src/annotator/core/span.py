"""Spans of a text, in code points."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.core.errors import InvertedSpanError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The stretch of a text from ``start`` up to, and not including, ``end``, in code points.

    >>> Span(2, 5).overlaps(Span(5, 9))
    False
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if self.start < 0 or self.end < self.start:
            raise InvertedSpanError(self.start, self.end)

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share at least one code point.

        >>> Span(2, 6).overlaps(Span(5, 9))
        True
        """
        return max(self.start, other.start) < min(self.end, other.end)

    def contains(self, position: int) -> bool:
        """Tell whether the code point at ``position`` lies inside.

        >>> Span(2, 5).contains(5)
        False
        """
        return self.start <= position < self.end

    def shifted(self, distance: int) -> Span:
        """Return the span moved by ``distance`` code points.

        >>> Span(2, 5).shifted(3)
        Span(start=5, end=8)
        """
        return Span(self.start + distance, self.end + distance)

    def united(self, other: Span) -> Span:
        """Return the smallest span that holds both.

        >>> Span(2, 5).united(Span(8, 9))
        Span(start=2, end=9)
        """
        return Span(min(self.start, other.start), max(self.end, other.end))
