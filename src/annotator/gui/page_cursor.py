"""The sentence cursor: which sentence the reviewer is at, and the range it was extended to."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SentenceCursor:
    """The current sentence and the one from which the range extends; -1 without sentences.

    >>> cursor = SentenceCursor.at(3, count=9).moved(5, count=9, extend=True)
    >>> cursor.range, cursor.moved(4, count=9, extend=True).range
    (range(3, 6), range(3, 5))
    """

    current: int = -1
    anchor: int = -1

    @classmethod
    def at(cls, number: int, *, count: int) -> SentenceCursor:
        """Return a cursor at one sentence, or at the nearest there is."""
        number = min(max(number, 0), count - 1)
        return cls(number, number)

    def moved(self, number: int, *, count: int, extend: bool = False) -> SentenceCursor:
        """Return the cursor at another sentence, its anchor kept if it is to extend."""
        target = SentenceCursor.at(number, count=count)
        if not extend or self.anchor < 0:
            return target
        return SentenceCursor(target.current, self.anchor)

    def collapsed(self) -> SentenceCursor:
        """Return the cursor without its range."""
        return SentenceCursor(self.current, self.current)

    @property
    def range(self) -> range:
        """The numbers of the sentences between anchor and current, both included."""
        if self.current < 0:
            return range(0)
        return range(min(self.current, self.anchor), max(self.current, self.anchor) + 1)
