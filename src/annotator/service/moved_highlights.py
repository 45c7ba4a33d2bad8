"""What becomes of each highlight, and of each cue, when their article gets another text."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

from annotator.core.anchor import anchors_by
from annotator.core.anchor_certainty import BeyondDoubt
from annotator.core.anchor_edges import position
from annotator.core.anchor_map import TextMap
from annotator.core.anchor_quote import QuoteFinder
from annotator.core.anchor_scores import Surroundings
from annotator.core.anchor_values import How, Outcome, Quotation
from annotator.core.candidate_places import best_first
from annotator.core.records import Candidate, Unplaced, quote_of
from annotator.core.span import Span
from annotator.service.pending_places import AMBIGUOUS, looked_for, pieces_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.core.anchor_values import Anchor
    from annotator.core.paragraph_changes import KeptParagraphs
    from annotator.core.records import Highlight
    from annotator.service.revision_ports import Bearing
    from annotator.service.watch import Watch

_AT_ONCE: Final = 500


@dataclass(frozen=True, slots=True)
class Move:
    """What a highlight is to be given: places in the new text, or why it has none."""

    spans: tuple[Span, ...]
    unplaced: Unplaced | None = None
    cue: Span | None = None


class HighlightMoves:
    """Anchors the highlights of a text in another one and collects what is to be written.

    ``moves`` has those, by key, that do not stay where they are in paragraphs that both have.
    """

    def __init__(self, bearing: Bearing, text: str, kept: KeptParagraphs) -> None:
        self.moves: dict[int, Move] = {}
        self.anchors: dict[int, Anchor] = {}
        self.counts: Counter[str] = Counter()
        self._old, self._new, self._kept = bearing.revision.text, text, kept
        self._special = {one.key: one for one in bearing.special}
        self._spans: dict[int, tuple[Span, ...]] = {}
        for key, _, start, end, _ in bearing.placed.highlights:
            self._spans[key] = (*self._spans.get(key, ()), Span(start, end))
        self._cues: dict[int, Span | None] = {}

    @cached_property
    def map(self) -> TextMap:
        """The comparison of the texts, which is made when it is first needed."""
        return TextMap(self._old, self._new)

    @cached_property
    def _finder(self) -> QuoteFinder:
        return QuoteFinder(self._new)

    def follow(self, watch: Watch) -> None:
        """Find out what becomes of all of them; raise ``StoppedError`` where that is cancelled."""
        if not self._spans or self._old == self._new:
            self.counts["waiting"] = sum(map(self._waits, self._spans))
            self.counts["unchanged"] = len(self._spans) - self.counts["waiting"]
            return
        self._cues = dict(self._anchored_cues())
        waiting = [key for key in self._spans if self._waits(key)]
        doubtful = list(self._doubtful())
        self.counts["unchanged"] += len(self._spans) - len(waiting) - len(doubtful)
        quotations = [self._quotation(key) for key in doubtful]
        watch.step(0, len(quotations))
        for number, anchor in enumerate(anchors_by(self.map, quotations), 1):
            self._take(int(str(anchor.key)), anchor)
            if number % _AT_ONCE == 0:
                watch.step(number, len(quotations))
        for key in waiting:
            self._look_again(self._special[key])

    def _doubtful(self) -> Iterator[int]:
        """Yield the highlights that are to be anchored: most lie far from all that changed."""
        beyond = BeyondDoubt(self.map)
        for key, spans in self._spans.items():
            if key in self._special:
                if not self._waits(key):
                    yield key
            elif not all(
                len(one) and (there := beyond.place(one)) and there == self._kept.span(one)
                for one in spans
            ):
                yield key

    def _waits(self, key: int) -> bool:
        return key in self._special and self._special[key].unplaced is not None

    def _anchored_cues(self) -> Iterator[tuple[int, Span | None]]:
        cues = {key: one.cue for key, one in self._special.items() if one.cue is not None}
        quotations = [Quotation.of(key, (cue,), self._old) for key, cue in cues.items()]
        for anchor in anchors_by(self.map, quotations):
            placed = anchor.outcome is Outcome.PLACED
            yield int(str(anchor.key)), anchor.spans[0] if placed else None

    def _quotation(self, key: int) -> Quotation:
        """Return what is sought of a highlight: its words, be they but what is left in a quote."""
        spans = self._spans[key]
        if all(map(len, spans)):
            return Quotation.of(key, spans, self._old)
        with_text = tuple(span for span in spans if len(span))
        if with_text:
            return Quotation.of(key, with_text, self._old)
        pieces = tuple(pieces_of(self._special[key]))
        return Quotation(key, spans[: len(pieces)], pieces)

    def _take(self, key: int, anchor: Anchor) -> None:
        spans = self._spans[key]
        had_text = any(map(len, spans))
        if anchor.outcome is Outcome.PLACED:
            found = anchor.spans if not had_text else self._with_empty(spans, anchor.spans)
            self._put(key, Move(found, cue=self._cues.get(key)), anchor)
            same = not had_text or self._words(self._old, spans) == self._words(self._new, found)
            elsewhere = "moved" if anchor.how is How.ELSEWHERE else "unchanged"
            self.counts[elsewhere if same else "changed"] += 1
        elif anchor.outcome is Outcome.LOST and not had_text:
            # An edit had taken its words, and they did not come back.
            there = tuple(self._at(position(self.map, span.start)) for span in spans)
            self._put(key, Move(there, cue=self._cues.get(key)), None)
            self.counts["unchanged"] += 1
        else:
            there = (self._at(anchor.place),) * len(spans)
            move = Move(there, self._unplaced(spans, anchor), self._cues.get(key))
            self._put(key, move, anchor)
            self.counts[anchor.outcome.value] += 1

    def _put(self, key: int, move: Move, anchor: Anchor | None) -> None:
        cue = self._special[key].cue if key in self._special else None
        stays = tuple(map(self._kept.span, self._spans[key]))
        if move == Move(stays, cue=self._kept.span(cue) if cue else None):  # type: ignore[arg-type]  # None equals no span
            return
        self.moves[key] = move
        if anchor is not None:
            self.anchors[key] = anchor

    def _look_again(self, highlight: Highlight) -> None:
        """Keep a highlight waiting that waited before, whatever is found."""
        there = self._at(position(self.map, highlight.spans[0].start))
        unplaced = looked_for(highlight, self._finder, hint=there.start)
        if any(quote_of(self._new, one.spans) == highlight.quote for one in unplaced.candidates):
            # Its very words came back: they may be its own.
            unplaced = replace(unplaced, outcome=AMBIGUOUS)
        spans = (there,) * len(highlight.spans)
        self.moves[highlight.key] = Move(spans, unplaced, self._cues.get(highlight.key))
        self.counts["waiting"] += 1

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

    @staticmethod
    def _words(text: str, spans: tuple[Span, ...]) -> list[str]:
        return [text[span.start : span.end] for span in spans]

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
