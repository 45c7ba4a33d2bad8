"""What becomes of each highlight, and of each cue, when their article gets another text."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from annotator.core.anchor_certainty import BeyondDoubt
from annotator.core.anchor_values import How, Outcome
from annotator.core.span import Span
from annotator.service.following import Following, Move

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.core.anchor_map import TextMap
    from annotator.core.anchor_values import Anchor
    from annotator.core.paragraph_changes import KeptParagraphs
    from annotator.service.revision_ports import Bearing
    from annotator.service.watch import Watch

_AT_ONCE: Final = 500


class HighlightMoves:
    """Anchors the highlights of a text in another one and collects what is to be written.

    ``moves`` has those, by key, that do not stay where they are in paragraphs that both have.
    """

    def __init__(self, bearing: Bearing, text: str, kept: KeptParagraphs) -> None:
        self.moves: dict[int, Move] = {}
        self.anchors: dict[int, Anchor] = {}
        self.counts: Counter[str] = Counter()
        self._old, self._new, self._kept = bearing.revision.text, text, kept
        self._following = Following(self._old, text)
        self._special = {one.key: one for one in bearing.special}
        self._spans: dict[int, tuple[Span, ...]] = {}
        for key, _, start, end, _ in bearing.placed.highlights:
            self._spans[key] = (*self._spans.get(key, ()), Span(start, end))
        self._cues: dict[int, Span | None] = {}

    @property
    def map(self) -> TextMap:
        """The comparison of the texts, which is made when it is first needed."""
        return self._following.map

    def follow(self, watch: Watch) -> None:
        """Find out what becomes of all of them; raise ``StoppedError`` where that is cancelled."""
        if not self._spans or self._old == self._new:
            self.counts["waiting"] = sum(map(self._waits, self._spans))
            self.counts["unchanged"] = len(self._spans) - self.counts["waiting"]
            return
        cues = {str(key): one.cue for key, one in self._special.items() if one.cue is not None}
        self._cues = {int(key): cue for key, cue in self._following.cues(cues)}
        waiting = [key for key in self._spans if self._waits(key)]
        doubtful = list(self._doubtful())
        self.counts["unchanged"] += len(self._spans) - len(waiting) - len(doubtful)
        lying = [(str(key), self._spans[key], self._special.get(key)) for key in doubtful]
        watch.step(0, len(lying))
        for number, anchor in enumerate(self._following.anchored(lying), 1):
            self._take(int(str(anchor.key)), anchor)
            if number % _AT_ONCE == 0:
                watch.step(number, len(lying))
        for key in waiting:
            cue = self._cues.get(key)
            self.moves[key] = self._following.still_waiting(self._special[key], cue)
        self.counts["waiting"] += len(waiting)

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

    def _take(self, key: int, anchor: Anchor) -> None:
        spans = self._spans[key]
        had_text = any(map(len, spans))
        move = self._following.move(spans, anchor, self._cues.get(key))
        stays_empty = move.unplaced is None and anchor.outcome is not Outcome.PLACED
        self._put(key, move, None if stays_empty else anchor)
        if anchor.outcome is Outcome.PLACED:
            was, now = self._words(self._old, spans), self._words(self._new, move.spans)
            elsewhere = "moved" if anchor.how is How.ELSEWHERE else "unchanged"
            self.counts[elsewhere if not had_text or was == now else "changed"] += 1
        else:
            self.counts["unchanged" if stays_empty else anchor.outcome.value] += 1

    def _put(self, key: int, move: Move, anchor: Anchor | None) -> None:
        cue = self._special[key].cue if key in self._special else None
        stays = tuple(map(self._kept.span, self._spans[key]))
        if move == Move(stays, cue=self._kept.span(cue) if cue else None):  # type: ignore[arg-type]  # None equals no span
            return
        self.moves[key] = move
        if anchor is not None:
            self.anchors[key] = anchor

    @staticmethod
    def _words(text: str, spans: tuple[Span, ...]) -> list[str]:
        return [text[span.start : span.end] for span in spans]
