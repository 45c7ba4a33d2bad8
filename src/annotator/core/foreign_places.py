"""Where each highlight of a foreign file stands in an article: at its place, or by its words.

A place is believed if the words there are those that the file tells, or if it tells none. Words
that stand elsewhere are taken there if that is certain; what is not, waits for a person. Nothing
is raised and nothing dropped.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from annotator.core.anchor_quote import Found, QuoteFinder
from annotator.core.anchor_scores import CONTEXT, CONTEXT_DECIDES, Surroundings
from annotator.core.anchor_values import Outcome
from annotator.core.candidate_places import best_first, candidates_of
from annotator.core.offsets import OffsetOutsideTextError
from annotator.core.reading_evidence import is_told
from annotator.core.records import Candidate, Unplaced
from annotator.core.span import Span
from annotator.core.told_words import beginning, begins_alike, parted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.core.anchor_quote import QuoteAnchor
    from annotator.core.foreign_offsets import ForeignOffsets
    from annotator.core.foreign_values import ForeignHighlight

# How much is known of a place that nothing contradicts and nothing confirms.
_UNCONFIRMED: Final = 0.5
_WORST: Final = (Found.AT_PLACE, Found.UNIQUE, Found.NEAREST, Found.FUZZY, Found.NOWHERE)
_MANY: Final = 16


@dataclass(frozen=True, slots=True)
class Place:
    """What became of a highlight; all spans are in code points of the canonical text.

    ``spans`` are there if it is placed. Of others ``candidates`` are the places where it may
    belong, best first, and ``near`` is where the file says that it starts, or the best of them
    does. ``cue`` is there if the highlight is at the place that the file tells.
    """

    outcome: Outcome
    spans: tuple[Span, ...]
    found: Found
    score: float
    candidates: tuple[Candidate, ...] = ()
    near: int = 0
    cue: Span | None = None

    def unplaced(self, highlight: ForeignHighlight) -> Unplaced | None:
        """Return what is kept of the highlight while it waits; None of one that is placed."""
        if self.outcome is Outcome.PLACED:
            return None
        around = highlight.prefix[-CONTEXT:], highlight.suffix[:CONTEXT]
        return Unplaced(self.outcome.value, *around, self.candidates)


class Placing:
    """Places the highlights of one article.

    ``text`` is canonical, ``offsets`` are those of the text as the file has it; None where the
    positions tell nothing. ``finder`` is of that text, where several share it. What is at its place
    costs O(its length), what has to be looked for a search of the text.

    >>> from annotator.core.foreign_offsets import ForeignOffsets
    >>> from annotator.core.foreign_values import ForeignHighlight, Reading
    >>> text = "The dam burst. Nobody came."
    >>> placing = Placing(text, ForeignOffsets(text, Reading()))
    >>> placing.place(ForeignHighlight(((4, 7),), "", quotes=("dam",))).found.value
    'at its place'
    >>> placing.place(ForeignHighlight(((4, 7),), "", quotes=("Nobody",))).spans
    (Span(start=15, end=21),)
    """

    def __init__(
        self, text: str, offsets: ForeignOffsets | None, finder: QuoteFinder | None = None
    ) -> None:
        self._text, self._offsets = text, offsets
        self._finder = finder or QuoteFinder(text)

    def place(self, highlight: ForeignHighlight) -> Place:
        """Return where a highlight stands."""
        one = _canonical(highlight)
        told = [self._span(*span) for span in one.spans]
        spans = [span for span in told if span is not None]
        whole = len(spans) == len(told) and any(map(len, spans))
        if one.unplaced or not (whole or one.quotes) or (spans and not any(map(len, spans))):
            return self._waiting(one, told)
        if whole and self._is_here(one, spans):
            return self._here(one, spans, 1.0)
        if one.inexact:
            return self._by_inexact(one, told, spans if whole else [])
        return self._by_quotes(one, told)

    def _span(self, start: int, end: int) -> Span | None:
        """Return a told span, None if the text does not have it."""
        if self._offsets is None:
            return None
        try:
            low, high = self._offsets.span(start, end)
        except OffsetOutsideTextError:
            return None
        return Span(low, high) if low <= high else None

    def _is_here(self, one: ForeignHighlight, spans: Sequence[Span]) -> bool:
        """Tell whether nothing speaks against the place that the file tells."""
        if not one.quotes:
            return True
        words = [self._text[span.start : span.end] for span in spans]
        if one.inexact:
            return is_told(one, words) or begins_alike(one.quotes[0], " ".join(words))
        return is_told(one, words) and self._is_amid(one, spans)

    def _is_amid(self, one: ForeignHighlight, spans: Sequence[Span]) -> bool:
        """Tell whether one side at least is as the file tells, if it tells any."""
        around = Surroundings(one.prefix[-CONTEXT:], one.suffix[:CONTEXT])
        hull = Span(min(span.start for span in spans), max(span.end for span in spans))
        alike = around.likeness(self._text, hull)
        known = [like for like, words in zip(alike, around, strict=True) if words]
        return not known or max(known) >= CONTEXT_DECIDES

    def _here(self, one: ForeignHighlight, spans: Sequence[Span], score: float) -> Place:
        cue = self._span(*one.cue) if one.cue else None
        united = _united(spans)
        return Place(
            Outcome.PLACED, united, Found.AT_PLACE, score, near=united[0].start, cue=cue or None
        )

    def _waiting(self, one: ForeignHighlight, told: Sequence[Span | None]) -> Place:
        """Return the candidates for a highlight that had no text where it was written."""
        return _doubted(self._by_quotes(one, told))

    def _by_inexact(
        self, one: ForeignHighlight, told: Sequence[Span | None], spans: Sequence[Span]
    ) -> Place:
        """Keep to the told place unless the words stand elsewhere; they alone never place it."""
        cut = replace(one, quotes=tuple(beginning(quote) for quote in one.quotes))
        found = self._by_quotes(cut, told)
        if not spans:
            return _doubted(found)
        if found.found in {Found.FUZZY, Found.NOWHERE}:
            return self._here(one, spans, _UNCONFIRMED)
        here = Candidate(_united(spans), _UNCONFIRMED)
        return replace(_doubted(found), candidates=best_first([here, *found.candidates]))

    def _by_quotes(self, one: ForeignHighlight, told: Sequence[Span | None]) -> Place:
        pieces, whole = _pieces(one, told)
        near = next((span.start for span in told if span is not None), None)
        anchors = self._anchors(one, pieces)
        candidates = candidates_of(anchors)
        if near is None:
            near = candidates[0].spans[0].start if candidates else 0
        found = max((each.found for each in anchors), key=_WORST.index, default=Found.NOWHERE)
        if not candidates:
            return Place(Outcome.LOST, (), Found.NOWHERE, 0.0, near=near)
        spans = tuple(each.span for each in anchors if each.span is not None)
        if whole and all(each.outcome is Outcome.PLACED for each in anchors):
            for each in candidates:
                if each.spans == spans:
                    return Place(Outcome.PLACED, spans, found, each.score, candidates, near)
        return Place(Outcome.AMBIGUOUS, (), found, candidates[0].score, candidates, near)

    def _anchors(
        self, one: ForeignHighlight, pieces: Sequence[tuple[str, Span | None]]
    ) -> list[QuoteAnchor]:
        """Return where each piece stands; how far one moved is expected of the next."""
        anchors: list[QuoteAnchor] = []
        moved = 0
        for number, (piece, span) in enumerate(pieces):
            anchor = self._finder.anchor(
                self._as_written(piece),
                prefix=one.prefix if number == 0 else "",
                suffix=one.suffix if number == len(pieces) - 1 else "",
                hint=None if span is None else span.start + moved,
            )
            if span is not None and anchor.span is not None and anchor.outcome is Outcome.PLACED:
                moved = anchor.span.start - span.start
            anchors.append(anchor)
        return anchors

    def _as_written(self, piece: str) -> str:
        """Return a quote with the blanks and line ends of the text, if it stands there so."""
        words = piece.split()
        if len(words) < 2 or piece in self._text:  # noqa: PLR2004 - one word has no blank inside
            return piece
        pattern, written = re.compile(r"\s+".join(map(re.escape, words))), set[str]()
        for match in pattern.finditer(self._text):
            written.add(match[0])
            if len(written) > _MANY:
                break
        return written.pop() if len(written) == 1 else piece


def _canonical(highlight: ForeignHighlight) -> ForeignHighlight:
    """Return a highlight whose words have the line ends of a canonical text; none if all blank."""
    quotes = tuple(map(_lines, highlight.quotes))
    around = highlight.prefix + highlight.suffix
    if quotes == highlight.quotes and "\r" not in around and any(map(str.strip, quotes)):
        return highlight
    return replace(
        highlight,
        quotes=quotes if any(quote.strip() for quote in quotes) else (),
        prefix=_lines(highlight.prefix),
        suffix=_lines(highlight.suffix),
    )


def _lines(words: str) -> str:
    return words.replace("\r\n", "\n").replace("\r", "\n")


def _pieces(
    one: ForeignHighlight, told: Sequence[Span | None]
) -> tuple[list[tuple[str, Span | None]], bool]:
    """Return the words of each span with where it is told, and whether those are all of them."""
    quotes: Sequence[str] = one.quotes
    if len(quotes) == 1 and len(told) > 1:
        lengths = [
            end - start if span is None else len(span)
            for (start, end), span in zip(one.spans, told, strict=True)
        ]
        quotes = parted(quotes[0], lengths) or quotes
    if not told:
        told = [None] * len(quotes)
    if len(quotes) != len(told):
        return [(quote, told[0] if not at else None) for at, quote in enumerate(quotes)], False
    pairs = list(zip(quotes, told, strict=True))
    whole = all(quote.strip() or (span is not None and not len(span)) for quote, span in pairs)
    return [pair for pair in pairs if pair[0].strip()], whole


def _united(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return the spans that have text in their order, those that overlap as one."""
    united: list[Span] = []
    for span in sorted(span for span in spans if len(span)):
        if united and united[-1].overlaps(span):
            united[-1] = united[-1].united(span)
        else:
            united.append(span)
    return tuple(united)


def _doubted(place: Place) -> Place:
    """Return a place as one that somebody must choose."""
    if place.outcome is not Outcome.PLACED:
        return place
    return replace(place, outcome=Outcome.AMBIGUOUS, spans=())
