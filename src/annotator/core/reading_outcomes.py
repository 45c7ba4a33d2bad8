"""What would become of a file's highlights by each of the readings that may be meant.

Most quotes lead a highlight to the same place however its position is read, and then nobody has to
be asked which reading is meant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from annotator.core.anchor_quote import QuoteFinder
from annotator.core.canonical import LoneSurrogateError, NulCharacterError
from annotator.core.foreign_offsets import ForeignOffsets
from annotator.core.foreign_places import Placing
from annotator.core.reading_evidence import (
    LONGEST_SHOWN,
    SHOWN,
    Sample,
    Spread,
    Way,
    is_told,
    ways_of,
)
from annotator.core.reading_positions import READINGS, ReadingPositions
from annotator.core.reading_race import Classes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.core.foreign_values import ForeignHighlight

    _Told = tuple[tuple[int | None, ...], tuple[int | None, ...]]

_CHUNK: Final = 128
_ENOUGH: Final = 256
# So much of what surrounds a span is shown.
_AROUND: Final = 12


class _Seen(NamedTuple):
    """A text, and what places highlights in it."""

    raw: str
    positions: ReadingPositions
    finder: QuoteFinder
    placings: dict[object, Placing]

    @classmethod
    def of(cls, raw: str) -> _Seen | None:
        try:
            positions = ReadingPositions(raw)
        except (NulCharacterError, LoneSurrogateError):
            return None
        return cls(raw, positions, QuoteFinder(positions.text), {})

    def placing(self, number: int) -> Placing:
        """Return what places highlights by a reading."""
        key = self.positions.features.alike(READINGS[number])
        if key not in self.placings:
            offsets = ForeignOffsets(self.raw, READINGS[number])
            self.placings[key] = Placing(self.positions.text, offsets, self.finder)
        return self.placings[key]

    def is_sure(self, one: ForeignHighlight, told: Iterable[_Told]) -> bool:
        """Tell whether a highlight stands where its quote stands, whatever its position."""
        if len(one.spans) > 1 or len(one.quotes) != 1 or one.inexact or one.unplaced:
            return False
        quote, text = one.quotes[0], self.positions.text
        if one.prefix or one.suffix or not quote.strip() or "\r" in quote:
            return False
        place = text.find(quote)
        if place < 0 or text.find(quote, place + 1) >= 0:
            return False
        for (start,), (end,) in told:
            if start is not None and end is not None and start >= end:
                return False
            covered = text[start:end] if start is not None and end is not None else ""
            if start != place and is_told(one, [covered]):
                return False
        return True


class Outcomes:
    """Compares where some readings would place the highlights of a file in the end.

    It ends as soon as every two are known to differ, and spans are found whose words tell them
    apart; after some hundred highlights the words are enough. Of more than a thousand highlights
    on which the readings differ, some thousand are compared, all over the file but more at its
    beginning. Its memory is bounded but for a text.
    """

    def __init__(self, readings: Iterable[int]) -> None:
        self._readings = tuple(readings)
        self._placed, self._told = Classes(len(READINGS)), Classes(len(READINGS))
        self._spread, self._compared = Spread(), 0
        self._samples: list[Sample] = []
        self._seen: _Seen | None = None

    @property
    def complete(self) -> bool:
        """Tell whether nothing is left to find out."""
        return self._count_told() == len(self._readings) == len(self.different())

    def _count_told(self) -> int:
        return len(self._told.first_of_each(self._readings))

    def different(self) -> list[int]:
        """Return the first of those readings that place everything alike, for every such group."""
        groups = self._placed.first_of_each(self._readings)
        enough = self._compared >= _ENOUGH and self._count_told() == len(self._readings)
        return list(self._readings) if enough and len(groups) > 1 else groups

    def look(self, text: str, highlights: Sequence[ForeignHighlight]) -> None:
        """Compare the readings on some highlights of a text, which is as the file has it."""
        if self._seen is None or self._seen.raw != text:
            self._seen = _Seen.of(text)
        if self._seen is None:
            return
        placed = [one for one in highlights if one.spans]
        for first in range(0, len(placed), _CHUNK):
            if self.complete:
                return
            self._compare(self._seen, placed[first : first + _CHUNK])

    def samples(self, readings: Sequence[int]) -> list[Sample]:
        """Return a few spans, those first whose words tell most of some readings apart."""
        chosen: list[Sample] = []
        apart, left = Classes(len(READINGS)), list(self._samples)
        while left and len(chosen) < SHOWN:
            best = max(left, key=lambda one: _groups(apart, readings, one))
            left.remove(best)
            apart.refine(best.words)
            chosen.append(best)
        return chosen

    def _compare(self, seen: _Seen, highlights: Sequence[ForeignHighlight]) -> None:
        ways, last = ways_of(seen.positions, highlights, self._readings), 0
        for one in highlights:
            first, last = last, last + len(one.spans)
            part = slice(first, last)
            told = {(way.starts[part], way.ends[part]) for way in ways}
            if len(told) == 1 or not self._spread.takes() or seen.is_sure(one, told):
                continue
            self._compared += 1
            traits = self._traits_of(seen, ways, one, part)
            if len(set(traits.values())) > 1:
                self._placed.refine(traits)
                for place in range(first, last):
                    self._show(seen.positions.text, ways, place, one.spans[place - first])

    def _traits_of(
        self, seen: _Seen, ways: Sequence[Way], one: ForeignHighlight, part: slice
    ) -> dict[int, object]:
        """Return what each reading makes of a highlight."""
        known: dict[object, object] = {}
        traits: dict[int, object] = {}
        for way in ways:
            told, readings = (way.starts[part], way.ends[part]), _of(way, self._readings)
            if told not in known:
                place = seen.placing(readings[0]).place(one)
                known[told] = place.outcome, place.spans
            traits.update(dict.fromkeys(readings, known[told]))
        return traits

    def _show(self, text: str, ways: Sequence[Way], place: int, span: tuple[int, int]) -> None:
        """Keep a span for a preview if it tells readings apart that none kept yet does."""
        words: dict[int, str] = {}
        for way in ways:
            shown = _amid(text, way.span(place))
            words.update(dict.fromkeys(_of(way, self._readings), shown))
        sample, known = Sample(*span, words, len(set(words.values()))), self._count_told()
        self._told.refine(words)
        if self._count_told() > known or (len(self._samples) < SHOWN and sample.different > 1):
            self._samples.append(sample)


def _of(way: Way, readings: Iterable[int]) -> list[int]:
    return [one for one in readings if way.readings >> one & 1]


def _amid(text: str, span: tuple[int, int] | None) -> str:
    """Return the words of a span in brackets amid some others; nothing if there is no such span."""
    if span is None:
        return ""
    start, end = span
    covered = text[start:end]
    if len(covered) > LONGEST_SHOWN:
        half = LONGEST_SHOWN // 2
        covered = f"{covered[:half]}…{covered[-half:]}"
    shown = f"{text[max(0, start - _AROUND) : start]}[{covered}]{text[end : end + _AROUND]}"
    return " ".join(shown.split())


def _groups(apart: Classes, readings: Sequence[int], sample: Sample) -> int:
    """Return how many groups of readings there were if a sample told them apart as well."""
    firsts = apart.first_of_each(readings)
    found = {
        (next(first for first in firsts if apart.alike(first, one)), sample.words[one])
        for one in readings
    }
    return len(found)
