"""Where highlights of a file belong in an article's present text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.core.anchor_values import Outcome
from annotator.core.canonical import canonical_text
from annotator.core.foreign_offsets import ForeignOffsets
from annotator.core.foreign_places import Placing
from annotator.core.offsets import OffsetOutsideTextError
from annotator.core.records import BETWEEN_SPANS, Unplaced, quote_of
from annotator.core.span import Span

if TYPE_CHECKING:
    from annotator.core.foreign_places import Placed
    from annotator.core.foreign_values import ForeignHighlight, Reading
    from annotator.service.incoming_articles import Meant

CONTEXT = 32


class Places:
    """Places highlights in one article; in a text other than the file's, by their words."""

    def __init__(self, meant: Meant, reading: Reading) -> None:
        self._meant = meant
        self._offsets = ForeignOffsets(meant.foreign, reading)
        self._foreign = meant.text if meant.same else canonical_text(meant.foreign).text
        self._placing = Placing(self._foreign, self._offsets)
        self._present = self._placing if meant.same else Placing(meant.text, None)

    def place(self, one: ForeignHighlight) -> Placed:
        """Return where a highlight belongs in the present text."""
        if self._meant.same or not one.spans:
            return self._present.place(one)
        there = self._placing.place(one)
        if there.outcome is not Outcome.PLACED:
            return self._present.place(replace(one, spans=()))
        return self._present.place(self._quoted(one, there.spans))

    def _quoted(self, one: ForeignHighlight, spans: tuple[Span, ...]) -> ForeignHighlight:
        """Return a highlight by the words that it has in the file's text."""
        text, first, last = self._foreign, spans[0].start, spans[-1].end
        return replace(
            one,
            spans=(),
            quotes=tuple(text[span.start : span.end] for span in spans),
            prefix=text[max(0, first - CONTEXT) : first],
            suffix=text[last : last + CONTEXT],
            inexact=False,
        )

    def cue(self, one: ForeignHighlight) -> Span | None:
        """Return where the words lie that attribute it, if the file's text is the present one."""
        if one.cue is None or not self._meant.same:
            return None
        try:
            start, end = self._offsets.span(*one.cue)
        except OffsetOutsideTextError:
            return None
        return Span(start, end) if start < end else None

    def kept(
        self, one: ForeignHighlight, placed: Placed
    ) -> tuple[tuple[Span, ...], str, Unplaced | None]:
        """Return the spans and the quote to be kept, and why there is no place if there is none."""
        text = self._meant.text
        if placed.outcome is Outcome.PLACED:
            return placed.spans, quote_of(text, placed.spans), None
        at = min(placed.spans[0].start if placed.spans else 0, len(text))
        quote = BETWEEN_SPANS.join(one.quotes)
        unplaced = Unplaced(placed.outcome.value, one.prefix, one.suffix, placed.candidates)
        return (Span(at, at),), quote, unplaced
