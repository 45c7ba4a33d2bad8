"""How a highlight follows to another text of its article, by a revision or from a colleague.

One whose words altered, and whose place is beyond doubt all the same, goes there and is to be
reviewed again; one of which nobody can tell waits, without text, where its words were.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from annotator.core.anchor import anchors_by
from annotator.core.anchor_edges import position
from annotator.core.anchor_map import TextMap
from annotator.core.anchor_quote import QuoteFinder
from annotator.core.anchor_scores import Surroundings
from annotator.core.anchor_values import Outcome, Quotation
from annotator.core.candidate_places import best_first
from annotator.core.records import Candidate, Unplaced, quote_of
from annotator.core.span import Span
from annotator.service.pending_places import AMBIGUOUS, looked_for, pieces_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from annotator.core.anchor_values import Anchor
    from annotator.service.pending_places import Waiting


@dataclass(frozen=True, slots=True)
class Move:
    """What a highlight is to be given: places in the new text, or why it has none."""

    spans: tuple[Span, ...]
    unplaced: Unplaced | None = None
    cue: Span | None = None


class Following:
    """Finds the places of a text's highlights in another text, compared when it is first needed."""

    def __init__(self, old: str, new: str) -> None:
        self._old, self._new = old, new

    @cached_property
    def map(self) -> TextMap:
        """The comparison of the texts."""
        return TextMap(self._old, self._new)

    @cached_property
    def _finder(self) -> QuoteFinder:
        return QuoteFinder(self._new)

    def cues(self, cues: Mapping[str, Span]) -> Iterator[tuple[str, Span | None]]:
        """Yield where cues are then, by their keys; None of those whose place is in doubt."""
        quotations = [Quotation.of(key, (cue,), self._old) for key, cue in cues.items()]
        for anchor in anchors_by(self.map, quotations):
            placed = anchor.outcome is Outcome.PLACED
            yield str(anchor.key), anchor.spans[0] if placed else None

    def anchored(
        self, lying: Iterable[tuple[str, tuple[Span, ...], Waiting | None]]
    ) -> Iterator[Anchor]:
        """Yield the anchor of each highlight, told by its key and its spans.

        Of one without any text its quote is sought, and it has to be told, too.
        """
        return anchors_by(self.map, [self._quotation(*one) for one in lying])

    def move(self, spans: tuple[Span, ...], anchor: Anchor, cue: Span | None) -> Move:
        """Return what becomes of a highlight that had a place, by its anchor."""
        had_text = any(map(len, spans))
        if anchor.outcome is Outcome.PLACED:
            found = self._with_empty(spans, anchor.spans) if had_text else anchor.spans
            return Move(found, cue=cue)
        if anchor.outcome is Outcome.LOST and not had_text:
            # An edit had taken its words, and they did not come back.
            return Move(tuple(self._at(position(self.map, span.start)) for span in spans), cue=cue)
        there = (self._at(anchor.place),) * len(spans)
        return Move(there, self._unplaced(spans, anchor), cue)

    def still_waiting(self, highlight: Waiting, cue: Span | None) -> Move:
        """Return how a highlight waits on that waited before, whatever is found."""
        there = self._at(position(self.map, highlight.spans[0].start))
        unplaced = looked_for(highlight, self._finder, hint=there.start)
        if any(quote_of(self._new, one.spans) == highlight.quote for one in unplaced.candidates):
            # Its very words came back: they may be its own.
            unplaced = replace(unplaced, outcome=AMBIGUOUS)
        return Move((there,) * len(highlight.spans), unplaced, cue)

    def _quotation(self, key: str, spans: tuple[Span, ...], highlight: Waiting | None) -> Quotation:
        """Return what is sought of a highlight: its words, be they but what is left in a quote."""
        with_text = tuple(span for span in spans if len(span))
        if with_text or highlight is None:
            return Quotation.of(key, with_text, self._old)
        pieces = tuple(pieces_of(highlight))
        return Quotation(key, spans[: len(pieces)], pieces)

    def _with_empty(self, spans: tuple[Span, ...], found: tuple[Span, ...]) -> tuple[Span, ...]:
        """Return the spans that were found with those among them that have no text."""
        if len(found) == len(spans):
            return found
        rest, placed, last = list(found), [], 0
        for span in spans:
            if len(span):
                placed.append(rest.pop(0))
            else:
                most = rest[0].start if rest else len(self._new)
                placed.append(self._at(min(max(last, position(self.map, span.start)), most)))
            last = placed[-1].end
        return tuple(placed)

    def _at(self, place: int) -> Span:
        place = min(place, len(self._new))
        return Span(place, place)

    def _unplaced(self, spans: tuple[Span, ...], anchor: Anchor) -> Unplaced:
        with_text = [span for span in spans if len(span)] or list(spans)
        found = [Candidate(anchor.spans, anchor.score)] if anchor.spans else []
        if anchor.runner_up is not None:
            found.append(Candidate(anchor.runner_up.spans, anchor.runner_up.score))
        found = [one for one in found if all(map(len, one.spans))]
        return Unplaced(
            outcome=anchor.outcome.value,
            prefix=Surroundings.of(self._old, with_text[0]).prefix,
            suffix=Surroundings.of(self._old, with_text[-1]).suffix,
            candidates=best_first(found),
        )
