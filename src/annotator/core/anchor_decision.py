"""The decision over one stretch of quoted words: placed, ambiguous or lost."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from annotator.core.anchor_edges import BREAK, mapped, position, unsplit
from annotator.core.anchor_scores import (
    CLEARLY,
    CLOSE,
    CONTEXT_DECIDES,
    CONTEXT_SPEAKS,
    LEAST_LIKE,
    LONGEST_COMPARED,
    STILL_SURE,
    Evidence,
    Surroundings,
    likeness,
    telling,
)
from annotator.core.anchor_search import SHARED, WINDOW, WordPlaces, places
from annotator.core.anchor_values import How, Outcome, Wording
from annotator.core.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.core.anchor_map import TextMap

# With as many code points kept on a side, the comparison of the texts is beyond doubt there.
AMPLE: Final = 64
# A quote as long as this that stands in a text once is known by itself.
DISTINCT: Final = 24
_DISTINCT_AT_PLACE: Final = 12
_SURE_ELSEWHERE: Final = 0.85
_SURE_CONTEXT: Final = 0.75
# A short quote without its surroundings is no find, though its words may stand somewhere.
_SHORT_LEAST: Final = 0.75
# What is less like the quote is no suggestion.
_WORTH_TELLING: Final = 0.4
# What is all but the quote shares one in so many of its words with it.
_MOST_SHARED: Final = 2
# Of an altered quote, or of what became of it, this part must have been kept to be sure.
_FAITHFUL: Final = 0.75
# A find that lies over the place where the quote was must be so much more like it.
_BETTER: Final = 0.1
# Of a quote that is not placed, this part must have been kept to call it changed, not removed.
_PART_KEPT: Final = 1 / 4


class Place(NamedTuple):
    """A place in the new text and what speaks for it."""

    span: Span
    evidence: Evidence

    @property
    def score(self) -> float:
        """The evidence in one figure."""
        return self.evidence.score


class Part(NamedTuple):
    """What became of one span of a quotation."""

    outcome: Outcome
    place: Place | None
    how: How
    wording: Wording
    rival: Place | None
    position: int


SURE: Final = Evidence(1.0, 1.0, 1.0, 1.0)


class Decider:
    """Decides over spans of one old text, one after another, in a new one.

    ``reach`` is how far from where it is expected a quote is looked for.
    """

    def __init__(self, found: TextMap, *, reach: int) -> None:
        self._map = found
        self._reach = reach

    def decide(self, span: Span, quote: str) -> Part:
        """Return what became of a span with its quote; an empty span is looked for by that."""
        low, high = self._map.touching(span)
        if not len(span):
            return self._sought(span, quote, None)
        if low == high:
            return self._kept(span, quote, low)
        return self._altered(span, quote, (low, high))

    @cached_property
    def _words(self) -> WordPlaces:
        return WordPlaces(self._map.new, self._map.fresh())

    def _kept(self, span: Span, quote: str, number: int) -> Part:
        """Decide over words that the texts agree on: doubtful where others may as well be meant."""
        low, high, shift = self._map.kept(number)
        there = span.shifted(shift)
        if undecided := self._undecided(span, range(number - 1, number + 1)):
            return undecided
        before = number == 0 or span.start - low >= AMPLE
        behind = number == len(self._map.gaps) or high - span.end >= AMPLE
        if before and behind:
            return self._part(Outcome.PLACED, Place(there, SURE), How.UNCHANGED)
        whole = unsplit(self._map, span, there)
        like = likeness(quote, self._map.new[whole.start : whole.end])
        place = Place(whole, self._evidence(span, whole, like))
        how = How.UNCHANGED if whole == there else How.CHANGED
        if like < LEAST_LIKE:
            return self._sought(span, quote, place)
        if (before or behind) and self._is_known(span, quote, place, before=before):
            return self._part(Outcome.PLACED, place, how)
        return self._island(span, quote, place, how)

    def _is_known(self, span: Span, quote: str, place: Place, *, before: bool) -> bool:
        """Tell whether words are known by what was kept on one side, whatever the other says."""
        other = place.evidence.suffix if before else place.evidence.prefix
        if (other or 0.0) >= _SURE_CONTEXT:
            return True
        if telling(quote) < DISTINCT and not self._is_at_break(span, before=before):
            return False
        # A twin next to it that went may be the one that stayed.
        near = Span(max(0, span.start - WINDOW), span.end + WINDOW)
        twins = [one for one in places(self._map.old, quote, within=near) if one != span.start]
        spans = (Span(one, one + len(quote)) for one in twins)
        if any(low < high for low, high in map(self._map.touching, spans)):
            return False
        return not self._altered_likes(span, quote, place)

    def _is_at_break(self, span: Span, *, before: bool) -> bool:
        """Tell whether a sentence begins or ends between a span and the gap next to it."""
        low, high, _ = self._map.kept(self._map.touching(span)[0])
        near = self._map.old[span.end : high + 1] if before else self._map.old[low - 1 : span.start]
        return BREAK.search(near) is not None

    def _undecided(self, span: Span, numbers: range) -> Part | None:
        """Decide over words that came or went among their like, if nobody can tell which did."""
        for number in numbers:
            if not 0 <= number < len(self._map.gaps):
                continue
            fates = self._map.fates(number, span)
            spans = [unsplit(self._map, span, one) for one in fates if one is not None]
            if len(fates) > 1 and spans:
                first, *others = (Place(one, self._evidence(span, one, 1.0)) for one in spans)
                return self._part(Outcome.AMBIGUOUS, first, How.UNCHANGED, *others)
        return None

    def _island(self, span: Span, quote: str, place: Place, how: How) -> Part:
        """Decide over words that were kept while what surrounds them was not."""
        rivals = [one for one in self._exact(span, quote) if one.span != place.span]
        rivals += self._altered_likes(span, quote, place)
        best = _best(rivals)
        twins = self._twins(span, quote)
        if telling(quote) >= _DISTINCT_AT_PLACE and not rivals and not twins:
            return self._part(Outcome.PLACED, place, how)
        claims = (
            Surroundings.of(self._map.old, Span(twin, twin + len(quote))).likeness(
                self._map.new, place.span
            )
            for twin in twins
        )
        fits = all(sum(claim) / 2 < place.evidence.context - CLOSE for claim in claims)
        clear = best is None or best.score < place.score - CLOSE
        if fits and clear and place.evidence.context >= CONTEXT_SPEAKS:
            return self._part(Outcome.PLACED, place, how, best)
        if place.score < _SHORT_LEAST and telling(quote) < DISTINCT:
            at = place.span.start
            return Part(Outcome.LOST, None, How.NOWHERE, Wording.REMOVED, place, at)
        return self._part(Outcome.AMBIGUOUS, place, how, best)

    def _altered(self, span: Span, quote: str, gaps: tuple[int, int]) -> Part:
        """Decide over words of which some gave way."""
        if undecided := self._undecided(span, range(*gaps)):
            return undecided
        there = unsplit(self._map, span, mapped(self._map, span, gaps))
        like = self._likeness(span, there, gaps)
        place = Place(there, self._evidence(span, there, like))
        if like < LEAST_LIKE:
            return self._sought(span, quote, place if len(there) else None)
        how = How.UNCHANGED if like == 1.0 else How.CHANGED
        if like == 1.0 and telling(quote) >= DISTINCT and place.evidence.side >= CONTEXT_DECIDES:
            return self._part(Outcome.PLACED, place, how)
        rivals = [one for one in self._exact(span, quote) if not one.span.overlaps(there)]
        if like < STILL_SURE or place.evidence.least < CONTEXT_DECIDES:
            rivals += self._nearly(span, quote, there)
        best = _best(one for one in rivals if self._is_rival(one, place))
        words = self._map.new[there.start : there.end]
        others = self._twins(span, words)
        sure = like >= STILL_SURE or (
            place.evidence.least >= CONTEXT_DECIDES and self._is_faithful(span, there)
        )
        if best is None and not others and sure and not self._is_torn(span, there, gaps):
            return self._part(Outcome.PLACED, place, how, _best(rivals))
        return self._part(Outcome.AMBIGUOUS, place, how, best or _best(rivals))

    def _is_faithful(self, span: Span, there: Span) -> bool:
        """Tell whether words were rather cut or added to than replaced by others."""
        kept = len(span) - self._gone(span)
        return kept >= _FAITHFUL * min(len(span), len(there))

    def _gone(self, span: Span) -> int:
        """Return how many code points of a span were not kept."""
        return sum(
            min(gap.old_end, span.end) - max(gap.old_start, span.start)
            for gap in self._map.gaps[slice(*self._map.touching(span))]
        )

    def _is_torn(self, span: Span, there: Span, gaps: tuple[int, int]) -> bool:
        """Tell whether words that are missing at the place now stand elsewhere."""
        for low, high, *_ in self._map.gaps[slice(*gaps)]:
            missing = self._map.old[max(low, span.start) : min(high, span.end)].strip()
            if telling(missing) >= DISTINCT and any(
                not one.span.overlaps(there) for one in self._exact(span, missing)
            ):
                return True
        return False

    def _is_rival(self, other: Place, place: Place) -> bool:
        """Tell whether a place leaves a doubt about another one, where the quote was altered.

        Two neighbors that are much alike may have changed places: their words then tell less
        than their surroundings do.
        """
        closer = other.evidence.quote > place.evidence.quote
        if closer and abs(other.span.start - place.span.start) <= WINDOW:
            return True
        return place.score - other.score < (CLEARLY if closer else CLOSE)

    def _sought(self, span: Span, quote: str, at_place: Place | None) -> Part:
        """Look for words that are not where they were."""
        there = at_place.span.start if at_place else position(self._map, span.start)
        found = self._exact(span, quote)
        found += self._nearly(span, quote, *(one.span for one in found))
        if at_place is not None:
            found = [one for one in found if _is_better(one, at_place)]
        found.sort(key=lambda one: (-one.score, one.span))
        wording = self._wording(span, at_place)
        if at_place is not None and not _is_worth_telling(at_place.evidence):
            at_place = None
        if not found:
            return Part(Outcome.LOST, None, How.NOWHERE, wording, at_place, there)
        best, rival = found[0], found[1] if len(found) > 1 else at_place
        close = len(found) > 1 and best.score - found[1].score < CLOSE
        if not close and self._is_sure(span, quote, best.evidence):
            wording = Wording.KEPT if best.evidence.quote == 1.0 else Wording.CHANGED
            return Part(Outcome.PLACED, best, How.ELSEWHERE, wording, rival, best.span.start)
        if telling(quote) < DISTINCT and best.score < _SHORT_LEAST:
            return Part(Outcome.LOST, None, How.NOWHERE, wording, best, there)
        return Part(Outcome.AMBIGUOUS, best, How.ELSEWHERE, wording, rival, best.span.start)

    def _is_sure(self, span: Span, quote: str, evidence: Evidence) -> bool:
        """Tell whether a quote found elsewhere is the one that was sought."""
        if evidence.quote == 1.0 and telling(quote) >= DISTINCT:
            return evidence.side >= CONTEXT_DECIDES or not self._twins(span, quote)
        if evidence.quote < _SURE_ELSEWHERE or evidence.context < _SURE_CONTEXT:
            return False
        around = Surroundings.of(self._map.old, span)
        sides = zip(around, (evidence.prefix, evidence.suffix), strict=True)
        return any(self._is_known_by(words) for words, like in sides if like == 1.0)

    def _is_known_by(self, words: str) -> bool:
        """Tell whether words stand once in either text, so that what is next to them is known."""
        if telling(words) < DISTINCT:
            return False
        return all(len(places(text, words)) == 1 for text in (self._map.old, self._map.new))

    def _twins(self, span: Span, words: str) -> list[int]:
        """Return where else in the old text these words stand."""
        within = self._within(span.start, words)
        found = places(self._map.old, words, within=within)
        return [one for one in found if one != span.start]

    def _within(self, middle: int, words: str) -> Span:
        return Span(max(0, middle - self._reach), middle + self._reach + len(words))

    def _exact(self, span: Span, quote: str) -> list[Place]:
        """Return where a quote stands that no other words of the old text stayed."""
        expected = position(self._map, span.start)
        within = self._within(expected, quote)
        spans = (Span(one, one + len(quote)) for one in places(self._map.new, quote, within=within))
        return [
            Place(one, self._evidence(span, one, 1.0))
            for one in spans
            if not self._map.is_kept(one) and unsplit(self._map, span, one) == one
        ]

    def _altered_likes(self, span: Span, quote: str, place: Place) -> list[Place]:
        """Return where the quote may stand, altered, if what was kept of it is but a copy."""
        if telling(quote) < _DISTINCT_AT_PLACE:
            return []
        return [
            one
            for one in self._nearly(span, quote, place.span, shared=_MOST_SHARED)
            if STILL_SURE <= one.evidence.quote < 1.0 and one.score >= place.score - CLOSE
        ]

    def _nearly(self, span: Span, quote: str, *known: Span, shared: int = SHARED) -> list[Place]:
        """Return where words like the quote came in, other than at the places known."""
        found = []
        near = position(self._map, span.start)
        for there in self._words.nearly(quote, near=near, shared=shared):
            if any(there.overlaps(one) for one in known) or self._map.is_kept(there):
                continue
            like = likeness(quote, self._map.new[there.start : there.end])
            if like >= LEAST_LIKE:
                there_whole = unsplit(self._map, span, there)
                found.append(Place(there_whole, self._evidence(span, there_whole, like)))
        return found

    def _evidence(self, span: Span, there: Span, like: float) -> Evidence:
        prefix, suffix = Surroundings.of(self._map.old, span).likeness(self._map.new, there)
        away = abs(there.start - position(self._map, span.start)) / max(1, len(self._map.new))
        return Evidence(like, prefix, suffix, max(0.0, 1.0 - away))

    def _likeness(self, span: Span, there: Span, gaps: tuple[int, int]) -> float:
        """Return how like the words at the place are; of long ones, as the gaps tell it."""
        longest = max(len(span), len(there))
        if longest <= LONGEST_COMPARED:
            return likeness(
                self._map.old[span.start : span.end], self._map.new[there.start : there.end]
            )
        lost = sum(
            max(high - low, new_high - new_low)
            for low, high, new_low, new_high in self._map.gaps[slice(*gaps)]
        )
        return max(0.0, 1.0 - lost / longest)

    def _wording(self, span: Span, at_place: Place | None) -> Wording:
        """Return what the comparison of the texts says of a span that is not placed."""
        kept = len(span) - self._gone(span)
        replaced = at_place is not None and at_place.evidence.least >= CONTEXT_DECIDES
        if replaced and telling(self._map.old[span.start : span.end]) < DISTINCT:
            return Wording.CHANGED
        return Wording.CHANGED if kept and kept >= _PART_KEPT * len(span) else Wording.REMOVED

    def _part(self, outcome: Outcome, place: Place, how: How, rival: Place | None = None) -> Part:
        wording = Wording.KEPT if place.evidence.quote == 1.0 else Wording.CHANGED
        return Part(outcome, place, how, wording, rival, place.span.start)


def _is_better(one: Place, at_place: Place) -> bool:
    """Tell whether a place that was found is another one, or clearly the better cut."""
    more = one.evidence.quote - at_place.evidence.quote
    return more >= _BETTER or not one.span.overlaps(at_place.span)


def _is_worth_telling(evidence: Evidence) -> bool:
    """Tell whether somebody may want to see a place that was refused."""
    return evidence.quote >= _WORTH_TELLING or evidence.context >= CONTEXT_SPEAKS


def _best(found: Iterable[Place]) -> Place | None:
    return max(found, key=lambda one: (one.score, -one.span.start), default=None)
