"""What lies so far from all that changed between two texts that its place is beyond doubt."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from annotator.core.anchor_decision import AMPLE

if TYPE_CHECKING:
    from annotator.core.anchor_map import TextMap
    from annotator.core.span import Span


class BeyondDoubt:
    """Tells of a span at once what anchoring it would come to, or that this must be done.

    Building costs the gaps, a question O(log gaps).

    >>> from annotator.core.anchor_map import TextMap
    >>> from annotator.core.span import Span
    >>> text = "It rained for days. " * 4 + "Nobody came to see the dam, and so nobody saw it go."
    >>> beyond = BeyondDoubt(TextMap(text + " Yes." + text, text + " No." + text))
    >>> beyond.place(Span(0, 18)), beyond.place(Span(100, 132))
    (Span(start=0, end=18), None)
    """

    def __init__(self, found: TextMap) -> None:
        self._zones: list[tuple[int, int, int]] = []
        last = len(found.gaps)
        for number in range(last + 1):
            low, high, shift = found.kept(number)
            # Where words repeat themselves, a gap may as well be as far away as it can slide.
            start = low + found.slide(number - 1).right + AMPLE if number else low
            end = high - found.slide(number).left - AMPLE if number < last else high
            if start < end:
                self._zones.append((start, end, shift))
        self._starts = [zone[0] for zone in self._zones]

    def place(self, span: Span) -> Span | None:
        """Return where a span stands that changed in nothing, None where that is to be decided."""
        number = bisect_right(self._starts, span.start) - 1
        if number < 0 or span.end > self._zones[number][1]:
            return None
        return span.shifted(self._zones[number][2])
