"""How the positions in a whole foreign file are to be read, found out from the file itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from annotator.core.foreign_values import Reading
from annotator.core.reading_evidence import Evidence, Sight, Spread
from annotator.core.reading_outcomes import Outcomes
from annotator.core.reading_positions import READINGS, Features, unlikeness
from annotator.core.reading_race import CLEAR, HOPELESS, ON_BORDERS, Classes, is_clear, odds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from annotator.core.foreign_values import ForeignHighlight

    Text = tuple[str, Sequence[ForeignHighlight]]

# Readings that are told as alternatives to a certain one.
_TOLD: Final = 5
# After so many, readings that are hopeless are given up.
_CHUNK: Final = 128
# A whole quote stands where it should not by chance less often than as many borders.
_BORDERS_PER_QUOTE: Final = 4
# Where fewer quotes are found, all are altered, or the positions are of another text.
_LEAST_QUOTED: Final = 0.5
# Texts that are kept for more highlights of theirs.
_KEPT: Final = 4


@dataclass(frozen=True, slots=True)
class Tried:
    """One reading: how many quotes it finds, or borders where there are none; of how many.

    ``words`` are what it would cover with each of ``Resolved.samples``.
    """

    reading: Reading
    matches: int
    of: int
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Resolved:
    """The reading of a file; where it is not certain, a person is to say which is meant.

    ``alternatives`` are those that differ on the file, best first, the reading before all: the best
    few and the stated one beside a certain reading, else all that may be meant and would place
    something elsewhere. ``samples`` are a few spans as the file has them on which they differ.
    ``quoted`` tells that quotes were compared, not borders of words.
    """

    reading: Reading
    certain: bool
    alternatives: tuple[Tried, ...] = ()
    samples: tuple[tuple[int, int], ...] = ()
    quoted: bool = False


class OffsetResolver:
    """Finds the reading of a file's positions from its highlights, looked at text by text.

    Each reading is tried: its spans must cover the words that are quoted, or else begin and end
    where words do. The ``stated`` reading holds unless another does clearly better; where texts
    have characters on which tools differ (emoji, carriage returns, a byte order mark), the best
    must do clearly better than every other one. Of a ``settled`` one only quotes convince. Where
    that is not certain, the file is to be gone through again, to ``weigh`` what the readings that
    may be meant would come to: if they place everything alike, none has to be asked after.

    Memory is bounded, but for the last texts: some counts, and five spans for a preview. Of long
    files some thousand highlights are looked at, all over the file but more at its beginning. What
    a person ``named`` is only tried.

    >>> from annotator.core.foreign_values import ForeignHighlight
    >>> resolver = OffsetResolver()
    >>> resolver.look("😀 dam 😀 burst", [ForeignHighlight(((10, 15),), "", quotes=("burst",))])
    >>> resolver.resolved().reading.name, resolver.resolved().certain
    ('utf-16', True)
    """

    def __init__(
        self,
        stated: Reading | None = None,
        *,
        settled: bool = False,
        named: Reading | None = None,
    ) -> None:
        self._prior = READINGS.index(named or stated or Reading())
        self._named = named is not None
        self._settled = settled and stated is not None
        self._evidence = Evidence()
        self._classes = Classes(len(READINGS))
        self._sights: dict[str, Sight] = {}
        self._featured: set[object] = set()
        self._spread = Spread()
        self._doubted: set[int] = set()
        self._outcomes: Outcomes | None = None
        stated = READINGS[self._prior]
        self._ranked = sorted(
            range(len(READINGS)), key=lambda one: unlikeness(READINGS[one], stated)
        )

    def resolve(self, texts: Callable[[], Iterable[Text]]) -> Resolved:
        """Return the reading of a file that is gone through once, or twice where that is unclear.

        ``texts`` yields each text with some highlights of it.
        """
        for text, highlights in texts():
            self.look(text, highlights)
        answer = self.resolved()
        if answer.certain:
            return answer
        for text, highlights in texts():
            if self.weigh(text, highlights):
                break
        return self.resolved()

    def look(self, text: str, highlights: Iterable[ForeignHighlight]) -> None:
        """Take note of some highlights of a text, which is as the file has it.

        Texts that cannot be kept, and highlights without spans, tell nothing.
        """
        placed = [one for one in highlights if one.spans]
        due = [one for one in placed if self._spread.takes()]
        if not placed:
            return
        if len(due) < len(placed):
            known = self._sights.get(text)
            self._feature(known.features if known else Features(text))
        for first in range(0, len(due), _CHUNK):
            sight = self._seeing(text)
            self._doubt(sight.features)
            self._classes.refine(self._evidence.look(sight, due[first : first + _CHUNK]))
            self._give_up()

    def weigh(self, text: str, highlights: Sequence[ForeignHighlight]) -> bool:
        """Compare what readings come to on a text, after the last look; tell if that is enough."""
        if self._outcomes is None:
            self._outcomes = Outcomes(self._contenders(self._rivals()))
        self._outcomes.look(text, highlights)
        return self._outcomes.complete

    def resolved(self) -> Resolved:
        """Return the reading, as far as what was looked at and weighed tells it."""
        rivals = self._rivals()
        if self._named or not self._is_open(rivals):
            return self._answer(self._prior, rivals, certain=True)
        contenders = self._contenders(rivals)
        best = contenders[0]
        if all(self._stands_aside(one, best) for one in contenders[1:]):
            return self._answer(best, rivals, certain=True)
        if self._outcomes is None:
            return self._answer(best, contenders, certain=False)
        different = self._outcomes.different()
        if all(one == best or self._stands_aside(one, best) for one in different):
            best = self._prior if self._prior in contenders else best
            return self._answer(best, rivals, certain=True)
        return self._answer(best, different, certain=False)

    def _rivals(self) -> list[int]:
        """Return the readings that differ on the file and are not hopeless."""
        return self._classes.first_of_each(
            one for one in self._ranked if one in self._evidence.alive
        )

    def _contenders(self, rivals: Sequence[int]) -> list[int]:
        """Return the best reading, and those that it does not beat, the better ones first."""
        best, *others = sorted(rivals, key=self._rank, reverse=True)
        return [best, *(one for one in others if not self._beats(best, one))]

    def _seeing(self, text: str) -> Sight:
        sight = self._sights.pop(text, None) or Sight(text)
        self._sights[text] = sight
        if len(self._sights) > _KEPT:
            del self._sights[next(iter(self._sights))]
        return sight

    def _feature(self, features: Features) -> None:
        """Take note of a text of which not every highlight is looked at."""
        self._doubt(features)
        if features.key not in self._featured:
            self._featured.add(features.key)
            self._classes.refine(
                {one: features.alike(READINGS[one]) for one in range(len(READINGS))}
            )

    def _doubt(self, features: Features) -> None:
        """Take note of the readings that tools may have had in mind with such a text."""
        stated = READINGS[self._prior]
        for number, reading in enumerate(READINGS):
            unit = features.astral or reading.unit is stated.unit
            newlines = features.carriage or reading.newlines is stated.newlines
            mark = features.marks > 0 or reading.bom is stated.bom
            if unit and newlines and mark and reading.inclusive is stated.inclusive:
                self._doubted.add(number)

    def _give_up(self) -> None:
        """Leave out readings that cannot win any more."""
        evidence = self._evidence
        best = max(self._ranked, key=self._rank)
        for one in list(evidence.alive - {best, self._prior}):
            quotes = evidence.quotes.duel(best, one)
            behind = self._is_quoted(best) and odds(*quotes) >= HOPELESS
            if not evidence.quotes.total and not self._settled:
                behind = odds(*evidence.edges.duel(best, one)) >= HOPELESS
            if behind:
                evidence.alive.remove(one)

    def _rank(self, number: int) -> tuple[int, int, int]:
        evidence = self._evidence
        if number not in evidence.alive:
            return -1, -1, 0
        edges = 0 if self._settled else evidence.edges.matches(number)
        return evidence.quotes.matches(number), edges, -self._ranked.index(number)

    def _is_open(self, rivals: Sequence[int]) -> bool:
        """Tell whether the stated reading has to be asked after."""
        others = [one for one in rivals if one != self._prior]
        if any(self._beats(one, self._prior) for one in others):
            return True
        if self._settled:
            return False
        inside = self._evidence.inside
        return any(not self._classes.alike(one, self._prior) for one in self._doubted) or (
            inside.matches(self._prior) < inside.total
            and any(inside.matches(one) == inside.total for one in others)
        )

    def _beats(self, one: int, other: int) -> bool:
        """Tell whether a reading does clearly better than another."""
        quotes, edges = self._evidence.quotes, self._evidence.edges
        more, fewer = quotes.duel(one, other)
        if (
            self._is_quoted(one)
            and odds(_BORDERS_PER_QUOTE * more, _BORDERS_PER_QUOTE * fewer) >= CLEAR
        ):
            return True
        if self._settled or fewer > more:
            return False
        losing, winning = edges.duel(other, one)
        # A single quote may itself be misplaced, and then the borders of words tell it.
        heard = quotes.total > 1 or losing <= winning
        if more and heard and quotes.matches(one) == quotes.total:
            return True
        on_borders = edges.matches(one) >= ON_BORDERS * edges.total
        return on_borders and is_clear(*edges.duel(one, other))

    def _is_quoted(self, one: int) -> bool:
        """Tell whether a reading finds as many quotes as the one that is meant would."""
        quotes = self._evidence.quotes
        return quotes.matches(one) >= _LEAST_QUOTED * quotes.total

    def _stands_aside(self, one: int, best: int) -> bool:
        """Tell whether a reading, though not clearly worse than the best, is no rival of it.

        That ends are inclusive, which they are in few files, is no matter where nothing speaks for
        it, and inexact quotes hide where they end, which is no reason to doubt what tools keep to.
        """
        reading, stated = READINGS[one], READINGS[self._prior]
        evidence = self._evidence
        if reading.inclusive is not stated.inclusive:
            twin = READINGS.index(replace(reading, inclusive=stated.inclusive))
            known = evidence.quotes, evidence.edges
            unheard = all(tally.matches(one) <= tally.matches(twin) for tally in known)
            if twin == best or (twin in evidence.alive and unheard):
                return True
        equal = evidence.quotes.duel(one, best) == (0, 0)
        return self._settled and equal and self._ranked.index(one) > self._ranked.index(best)

    def _answer(self, best: int, rivals: Sequence[int], *, certain: bool) -> Resolved:
        evidence = self._evidence
        quoted = evidence.quotes.total > 0
        tally = evidence.quotes if quoted else evidence.edges
        others = sorted((one for one in rivals if one != best), key=self._rank, reverse=True)
        told = [best, *(others[: _TOLD - 1] if certain else others)]
        if self._prior in others and self._prior not in told:
            told[-1] = self._prior
        samples = sorted(evidence.samples, key=lambda sample: -sample.different)
        if self._outcomes is not None and not certain:
            samples = self._outcomes.samples(told)
        tried = [
            Tried(
                READINGS[one],
                tally.matches(one),
                tally.total,
                tuple(sample.words.get(one, "") for sample in samples),
            )
            for one in told
        ]
        spans = tuple((sample.start, sample.end) for sample in samples)
        return Resolved(READINGS[best], certain, tuple(tried), spans, quoted)


def resolve(
    texts: Sequence[tuple[str, Sequence[ForeignHighlight]]],
    stated: Reading | None = None,
    *,
    settled: bool = False,
    named: Reading | None = None,
) -> Resolved:
    """Return the reading of a file of which all texts and their highlights are given."""
    return OffsetResolver(stated, settled=settled, named=named).resolve(lambda: texts)
