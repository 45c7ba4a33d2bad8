"""Finding a quote from elsewhere in a text: at its place, by its words, by what surrounds it.

For files that bring a quote, and maybe the words around it and a place that may be wrong. The
text that the quote was taken from is not known, so a look-alike is never taken for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Final

from annotator.core.anchor_scores import (
    CLEARLY,
    CLOSE,
    CONTEXT,
    CONTEXT_DECIDES,
    CONTEXT_SPEAKS,
    LEAST_LIKE,
    STILL_SURE,
    Evidence,
    Surroundings,
    likeness,
    telling,
)
from annotator.core.anchor_search import WINDOW, WordPlaces, places
from annotator.core.anchor_values import Candidate, Outcome
from annotator.core.folded_text import is_border
from annotator.core.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

# Among several places the nearest is meant if all others are so many times farther away, and
# it is no farther than that: an offset is wrong by a few units, not by a page.
_FARTHER, _NEAR = 4, 64
# Nor may one of so many stand so near by chance oftener than this.
_BY_CHANCE: Final = 0.05
# Shorter quotes stand in many places, so that their surroundings must be much alike.
_LONG: Final = 24
# What is left where a quote was cut out, and how many letters tell that it was.
_BETWEEN: Final = (" ", "", "\n", "\n\n")
_TELLS: Final = 8


class Found(StrEnum):
    """By what a quote was found."""

    AT_PLACE = "at its place"
    UNIQUE = "by its words"
    NEAREST = "nearest of several"
    FUZZY = "by like words"
    NOWHERE = "nowhere"


@dataclass(frozen=True, slots=True)
class QuoteAnchor:
    """Where a quote stands; of an ambiguous one the best guess, of a lost one nothing."""

    outcome: Outcome
    span: Span | None
    score: float
    found: Found
    runner_up: Candidate | None


@dataclass(frozen=True, slots=True)
class _Sought:
    """What is known of a quote."""

    exact: str
    around: Surroundings
    hint: int | None

    @property
    def has_context(self) -> bool:
        return bool(self.around.prefix or self.around.suffix)


class QuoteFinder:
    """Finds quotes in one text; reads its words once, when a quote is not there as it is given.

    >>> finder = QuoteFinder("He said yes. She said no. He said yes.")
    >>> finder.anchor("He said yes.", prefix="said no. ").span
    Span(start=26, end=38)
    >>> finder.anchor("He said yes.").outcome.value
    'ambiguous'
    """

    def __init__(self, text: str) -> None:
        self._text = text

    def anchor(
        self, exact: str, *, prefix: str = "", suffix: str = "", hint: int | None = None
    ) -> QuoteAnchor:
        """Return where a quote stands; ``hint`` is where it is said to start, in code points."""
        sought = _Sought(exact, Surroundings(prefix[-CONTEXT:], suffix[:CONTEXT]), hint)
        found = sorted(
            (self._candidate(span, 1.0, sought) for span in self._exact(sought)),
            key=lambda one: (-one[1].score, one[0]),
        )
        if not found:
            return self._fuzzy(sought)
        here = [one for one in found if one[0].start == hint]
        best = max(evidence.context for _, evidence in found)
        if here and best - here[0][1].context < CLEARLY:
            others = [one for one in found if one != here[0]]
            return _answer(Outcome.PLACED, Found.AT_PLACE, [*here, *others])
        if len(found) == 1:
            return _answer(self._by_surroundings(sought, found[0][1]), Found.UNIQUE, found)
        by_context = found[0][1].context - found[1][1].context >= CLEARLY
        if by_context and sought.has_context:
            return _answer(self._by_surroundings(sought, found[0][1]), Found.UNIQUE, found)
        near = sorted(found, key=lambda one: abs(one[0].start - (hint or 0)))
        if hint is not None and self._is_nearest(hint, [span for span, _ in near]):
            level = found[0][1].context - near[0][1].context < CLOSE
            outcome = self._by_surroundings(sought, near[0][1]) if level else Outcome.AMBIGUOUS
            return _answer(outcome, Found.NEAREST, near)
        return _answer(Outcome.AMBIGUOUS, Found.NEAREST, found)

    def _by_surroundings(self, sought: _Sought, evidence: Evidence) -> Outcome:
        """Place a quote unless it stands amid other words than it had: then it may be a twin."""
        least = CONTEXT_SPEAKS if telling(sought.exact) >= _LONG else CONTEXT_DECIDES
        known = not sought.has_context or evidence.side >= least
        placed = known and not self._is_cut_out(sought.around, evidence)
        return Outcome.PLACED if placed else Outcome.AMBIGUOUS

    def _is_cut_out(self, around: Surroundings, evidence: Evidence) -> bool:
        """Tell whether what stood around a quote stands elsewhere with nothing in between."""
        before, behind = around.prefix.rstrip(), around.suffix.lstrip()
        told = min(telling(before), telling(behind)) >= _TELLS
        if not told or evidence.least >= CONTEXT_DECIDES:
            return False
        return any(before + between + behind in self._text for between in _BETWEEN)

    def _is_nearest(self, hint: int, spans: Sequence[Span]) -> bool:
        distance, next_one = (abs(span.start - hint) for span in spans[:2])
        rarely = 2 * distance * len(spans) <= _BY_CHANCE * len(self._text)
        return rarely and distance <= _NEAR and next_one >= _FARTHER * max(distance, _NEAR)

    @cached_property
    def _words(self) -> WordPlaces:
        return WordPlaces(self._text, [Span(0, len(self._text))])

    def _exact(self, sought: _Sought) -> list[Span]:
        """Return where the quote stands letter by letter, near where it should and anywhere."""
        size, starts = len(sought.exact), set(places(self._text, sought.exact))
        if sought.hint is not None:
            for reach in (WINDOW, size + 1):
                window = Span(max(0, sought.hint - reach), max(0, sought.hint) + reach + size)
                starts.update(places(self._text, sought.exact, within=window))
        spans = [Span(start, start + size) for start in starts]
        whole = [
            one
            for one in spans
            if is_border(self._text, one.start) and is_border(self._text, one.end)
        ]
        return whole or spans

    def _fuzzy(self, sought: _Sought) -> QuoteAnchor:
        found = []
        for span in self._words.nearly(sought.exact, near=sought.hint or 0):
            like = likeness(sought.exact, self._text[span.start : span.end])
            if like >= LEAST_LIKE:
                found.append(self._candidate(span, like, sought))
        found.sort(key=lambda one: (-one[1].score, one[0]))
        if not found:
            return QuoteAnchor(Outcome.LOST, None, 0.0, Found.NOWHERE, None)
        best = found[0][1]
        close = len(found) > 1 and best.score - found[1][1].score < CLOSE
        at_place = sought.hint is not None and abs(found[0][0].start - sought.hint) <= _NEAR
        surrounded = best.side >= CONTEXT_DECIDES and best.context >= CONTEXT_SPEAKS
        sure = best.quote >= STILL_SURE and (surrounded or (at_place and not sought.has_context))
        placed = sure and not close and not self._is_cut_out(sought.around, best)
        return _answer(Outcome.PLACED if placed else Outcome.AMBIGUOUS, Found.FUZZY, found)

    def _candidate(self, span: Span, like: float, sought: _Sought) -> tuple[Span, Evidence]:
        before, behind = sought.around.likeness(self._text, span)
        nearness = None
        if sought.hint is not None:
            nearness = max(0.0, 1.0 - abs(span.start - sought.hint) / max(1, len(self._text)))
        return span, Evidence(
            like,
            before if sought.around.prefix else None,
            behind if sought.around.suffix else None,
            nearness,
        )


def anchor_quote(
    text: str, exact: str, *, prefix: str = "", suffix: str = "", hint: int | None = None
) -> QuoteAnchor:
    """Return where one quote stands in a text; for several of the same text see QuoteFinder.

    >>> text = "Police said 12 were killed. Later they said 21 were hurt."
    >>> found = anchor_quote(text, "12 were killed", hint=10)
    >>> found.span, found.found.value
    (Span(start=12, end=26), 'by its words')
    >>> anchor_quote(text, "nobody came").outcome.value
    'lost'
    """
    return QuoteFinder(text).anchor(exact, prefix=prefix, suffix=suffix, hint=hint)


def _answer(outcome: Outcome, found: Found, candidates: list[tuple[Span, Evidence]]) -> QuoteAnchor:
    span, evidence = candidates[0]
    rival = None
    if len(candidates) > 1:
        rival = Candidate((candidates[1][0],), candidates[1][1].score)
    return QuoteAnchor(outcome, span, evidence.score, found, rival)
