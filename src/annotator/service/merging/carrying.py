"""Places of highlights and marks told of one text, in another text of the same article."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from annotator.core.anchor import anchors_by
from annotator.core.anchor_edges import position
from annotator.core.anchor_map import TextMap
from annotator.core.anchor_quote import QuoteFinder
from annotator.core.anchor_scores import Surroundings
from annotator.core.anchor_values import Outcome, Quotation
from annotator.core.candidate_places import best_first, candidates_of
from annotator.core.records import BETWEEN_SPANS, Candidate, quote_of
from annotator.core.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from annotator.core.anchor_values import Anchor

    Entry = Mapping[str, Any]


class Carrying:
    """Carries places from an old text into a new one; what has no sure place there will wait.

    The comparison of the texts is made once, when it is first needed.
    """

    def __init__(self, old: str, new: str) -> None:
        self._old, self._new = old, new

    @cached_property
    def _map(self) -> TextMap:
        return TextMap(self._old, self._new)

    @cached_property
    def _finder(self) -> QuoteFinder:
        return QuoteFinder(self._new)

    def highlights(self, places: Mapping[str, Entry]) -> dict[str, Entry]:
        """Return the places of highlights in the new text, by the keys of those in the old."""
        cues = dict(self._cues(places))
        found: dict[str, Entry] = {}
        asked = []
        for key, place in places.items():
            spans = _spans(place)
            if place.get("unplaced"):
                found[key] = self._looked_for(place) | {"cue": cues.get(key)}
            elif any(map(len, spans)):
                with_text = tuple(span for span in spans if len(span))
                asked.append(Quotation.of(key, with_text, self._old))
            else:
                there = [self._at(position(self._map, span.start)) for span in spans]
                found[key] = {**place, "spans": there, "cue": cues.get(key)}
        for anchor in anchors_by(self._map, asked):
            key = str(anchor.key)
            found[key] = self._entry(anchor, places[key]) | {"cue": cues.get(key)}
        return found

    def marks(self, places: Mapping[str, Entry]) -> dict[str, Entry | None]:
        """Return the places of marks in the new text; None of those whose words altered."""
        found: dict[str, Entry | None] = {}
        for key, place in places.items():
            (span,) = _spans(place)
            low, high = self._map.touching(span)
            moved = span.shifted(self._map.kept(low)[2]) if low == high else None
            same = moved is not None and self._words(self._old, span) == self._words(
                self._new, moved
            )
            found[key] = {"spans": _pairs([moved])} if moved is not None and same else None
        return found

    def _cues(self, places: Mapping[str, Entry]) -> Iterator[tuple[str, list[int] | None]]:
        asked = [
            Quotation.of(key, (Span(*place["cue"]),), self._old)
            for key, place in places.items()
            if place.get("cue")
        ]
        for anchor in anchors_by(self._map, asked):
            placed = anchor.outcome is Outcome.PLACED
            yield str(anchor.key), _pairs(anchor.spans)[0] if placed else None

    def _entry(self, anchor: Anchor, place: Entry) -> dict[str, Any]:
        if anchor.outcome is Outcome.PLACED:
            quote = quote_of(self._new, anchor.spans)
            return {"spans": _pairs(anchor.spans), "quote": quote, "unplaced": None}
        with_text = [span for span in _spans(place) if len(span)]
        candidates = [Candidate(anchor.spans, anchor.score)] if anchor.spans else []
        if anchor.runner_up is not None:
            candidates.append(Candidate(anchor.runner_up.spans, anchor.runner_up.score))
        return {
            "spans": [self._at(anchor.place)],
            "quote": place["quote"],
            "unplaced": {
                "outcome": anchor.outcome.value,
                "prefix": Surroundings.of(self._old, with_text[0]).prefix,
                "suffix": Surroundings.of(self._old, with_text[-1]).suffix,
                "candidates": _told(one for one in candidates if all(map(len, one.spans))),
            },
        }

    def _looked_for(self, place: Entry) -> dict[str, Any]:
        """Return a place that waits, as it does in the new text: a person decides over it."""
        waits, spans = place["unplaced"], _spans(place)
        pieces = place["quote"].split(BETWEEN_SPANS) if len(spans) > 1 else [place["quote"]]
        near = min(position(self._map, spans[0].start), len(self._new))
        anchors = [
            self._finder.anchor(
                piece,
                prefix=waits["prefix"] if number == 0 else "",
                suffix=waits["suffix"] if number == len(pieces) - 1 else "",
                hint=near,
            )
            for number, piece in enumerate(pieces)
        ]
        candidates = _told(candidates_of(anchors))
        outcome = waits["outcome"] if candidates else Outcome.LOST.value
        return {
            "spans": [self._at(near)],
            "quote": place["quote"],
            "unplaced": {**waits, "outcome": outcome, "candidates": candidates},
        }

    def _at(self, place: int) -> list[int]:
        place = min(place, len(self._new))
        return [place, place]

    @staticmethod
    def _words(text: str, span: Span) -> str:
        """Return the words on a span with the letter on either side of it."""
        return text[max(span.start - 1, 0) : span.end + 1]


def _spans(place: Entry) -> list[Span]:
    return [Span(*pair) for pair in place["spans"]]


def _pairs(spans: Any) -> list[list[int]]:  # noqa: ANN401 - any series of spans
    return [[span.start, span.end] for span in spans]


def _told(candidates: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - any series of candidates
    return [{"spans": _pairs(one.spans), "score": one.score} for one in best_first(candidates)]
