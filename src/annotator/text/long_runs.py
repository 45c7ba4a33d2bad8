"""Runs of one mark without end: they tell nothing of sentences, and cost their reader dear."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final, NamedTuple, Self

# A reader of quotations may look behind each mark for another as far as the text goes.
_KEPT: Final = 200
# Only the first mark of a run is followed by those like it.
_LONG_RUN: Final = re.compile(rf"([^\w\s])(?<!\1\1)\1{{{_KEPT},}}")


class Shortened(NamedTuple):
    """A text in which long runs of one mark are cut short, with the way back to the whole one.

    Making it reads the text once; a question costs O(log runs).

    >>> short = Shortened.of("So" + "." * 1000 + " No.")
    >>> len(short.text), short.whole(2), short.whole(202), short.whole(206)
    (206, 2, 1002, 1006)
    """

    text: str
    ends: tuple[int, ...]
    missing: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Self:
        """Return a text, cut short; it is itself where no run is long."""
        if len(text) <= _KEPT:
            return cls(text, (), ())
        parts, ends, missing, low = [], [], [], 0
        left_out = 0
        for match in _LONG_RUN.finditer(text):
            end = match.start() + _KEPT
            parts.append(text[low:end])
            ends.append(end - left_out)
            left_out += match.end() - end
            missing.append(left_out)
            low = match.end()
        return cls("".join([*parts, text[low:]]), tuple(ends), tuple(missing))

    def whole(self, place: int) -> int:
        """Return where the whole text has a place; that behind a run stays behind it."""
        number = bisect_right(self.ends, place)
        return place + self.missing[number - 1] if number else place
