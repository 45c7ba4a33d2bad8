"""Where highlights of a file belong in an article's present text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from annotator.core.anchor_scores import CONTEXT
from annotator.core.anchor_values import Outcome
from annotator.core.canonical import canonical_text
from annotator.core.foreign_offsets import ForeignOffsets
from annotator.core.foreign_places import Placing
from annotator.core.records import BETWEEN_SPANS, quote_of
from annotator.core.span import Span

if TYPE_CHECKING:
    from annotator.core.anchor_quote import Found
    from annotator.core.foreign_places import Place
    from annotator.core.foreign_values import ForeignHighlight, Reading
    from annotator.core.records import Unplaced
    from annotator.service.incoming_articles import Meant


class PlacedHighlight(NamedTuple):
    """The spans that a highlight is kept with, its words, and why it waits if it does."""

    spans: tuple[Span, ...]
    quote: str
    found: Found
    unplaced: Unplaced | None
    cue: Span | None


class Places:
    """Places highlights in one article; in a text other than the file's, by their words."""

    def __init__(self, meant: Meant, reading: Reading) -> None:
        self._text, self._same = meant.text, meant.same
        self._foreign = meant.text if meant.same else canonical_text(meant.foreign).text
        self._placing = Placing(self._foreign, ForeignOffsets(meant.foreign, reading))
        self._present = self._placing if meant.same else Placing(meant.text, None)

    def place(self, one: ForeignHighlight) -> PlacedHighlight:
        """Return how a highlight is kept in the present text."""
        if self._same:
            return self._kept(one, self._placing.place(one))
        there = self._placing.place(one)
        known = self._quoted(one, there.spans) if there.outcome is Outcome.PLACED else one
        return self._kept(known, self._present.place(known))

    def _quoted(self, one: ForeignHighlight, spans: tuple[Span, ...]) -> ForeignHighlight:
        """Return a highlight by the words that it has in the file's text."""
        text, first, last = self._foreign, spans[0].start, spans[-1].end
        return replace(
            one,
            quotes=tuple(text[span.start : span.end] for span in spans),
            spans=tuple((span.start, span.end) for span in spans),
            prefix=text[max(0, first - CONTEXT) : first],
            suffix=text[last : last + CONTEXT],
            inexact=False,
        )

    def _kept(self, one: ForeignHighlight, place: Place) -> PlacedHighlight:
        unplaced = place.unplaced(one)
        if unplaced is None:
            quote = quote_of(self._text, place.spans)
            return PlacedHighlight(place.spans, quote, place.found, None, place.cue)
        at = min(place.near, len(self._text))
        quote = BETWEEN_SPANS.join(one.quotes)
        return PlacedHighlight((Span(at, at),), quote, place.found, unplaced, None)
