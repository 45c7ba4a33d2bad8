"""Places of highlights and marks told of one text, in another text of the same article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from annotator.core.records import Candidate, Unplaced, quote_of
from annotator.core.span import Span
from annotator.service.following import Following

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.service.following import Move

    Entry = Mapping[str, Any]

WAS: Final = "was"
"""In a place that was found in another text, its words before, where those are others."""


@dataclass(frozen=True, slots=True)
class _Lying:
    """A highlight as a place tells of it."""

    spans: tuple[Span, ...]
    quote: str
    cue: Span | None
    unplaced: Unplaced | None

    @classmethod
    def of(cls, place: Entry) -> _Lying:
        cue, waits = place.get("cue"), place.get("unplaced")
        spans, quote = _spans(place), place["quote"]
        return cls(spans, quote, Span(*cue) if cue else None, _unplaced(waits) if waits else None)


class Carrying:
    """Carries places from an old text into a new one as a revision does; see ``Following``."""

    def __init__(self, old: str, new: str) -> None:
        self._old, self._new = old, new
        self._following = Following(old, new)

    def highlights(self, places: Mapping[str, Entry]) -> dict[str, Entry]:
        """Return the places of highlights in the new text, by the keys of those in the old."""
        lying = {key: _Lying.of(place) for key, place in places.items()}
        told = {key: one.cue for key, one in lying.items() if one.cue is not None}
        cues = dict(self._following.cues(told))
        found: dict[str, Entry] = {}
        asked = []
        for key, one in lying.items():
            if one.unplaced is None:
                asked.append((key, one.spans, one))
            else:
                move = self._following.still_waiting(one, cues.get(key))
                found[key] = self._entry(places[key], move)
        for anchor in self._following.anchored(asked):
            key = str(anchor.key)
            move = self._following.move(lying[key].spans, anchor, cues.get(key))
            found[key] = self._entry(places[key], move)
        return found

    def marks(self, places: Mapping[str, Entry]) -> dict[str, Entry | None]:
        """Return the places of marks in the new text; None of those whose words altered."""
        found: dict[str, Entry | None] = {}
        for key, place in places.items():
            (span,) = _spans(place)
            low, high = self._following.map.touching(span)
            moved = span.shifted(self._following.map.kept(low)[2]) if low == high else None
            same = moved is not None and self._words(self._old, span) == self._words(
                self._new, moved
            )
            found[key] = {"spans": _pairs([moved])} if moved is not None and same else None
        return found

    def _entry(self, place: Entry, move: Move) -> dict[str, Any]:
        empty = not any(map(len, move.spans))
        quote = place["quote"] if empty else quote_of(self._new, move.spans)
        entry = {
            "spans": _pairs(move.spans),
            "quote": quote,
            "cue": _pairs([move.cue])[0] if move.cue is not None else None,
            "unplaced": _told(move.unplaced) if move.unplaced is not None else None,
        }
        return entry if quote == place["quote"] else {**entry, WAS: place["quote"]}

    @staticmethod
    def _words(text: str, span: Span) -> str:
        """Return the words on a span with the letter on either side of it."""
        return text[max(span.start - 1, 0) : span.end + 1]


def _spans(place: Entry) -> tuple[Span, ...]:
    return tuple(Span(*pair) for pair in place["spans"])


def _pairs(spans: Any) -> list[list[int]]:  # noqa: ANN401 - any series of spans
    return [[span.start, span.end] for span in spans]


def _unplaced(waits: Entry) -> Unplaced:
    candidates = tuple(Candidate(_spans(one), one["score"]) for one in waits["candidates"])
    return Unplaced(waits["outcome"], waits["prefix"], waits["suffix"], candidates)


def _told(unplaced: Unplaced) -> dict[str, Any]:
    candidates = [{"spans": _pairs(one.spans), "score": one.score} for one in unplaced.candidates]
    return {
        "outcome": unplaced.outcome,
        "prefix": unplaced.prefix,
        "suffix": unplaced.suffix,
        "candidates": candidates,
    }
