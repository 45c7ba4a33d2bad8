"""What the highlights of a file say for each reading of its positions, gathered text by text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from annotator.core.canonical import LoneSurrogateError, NulCharacterError
from annotator.core.reading_positions import READINGS, Features, ReadingPositions
from annotator.core.reading_race import Tally
from annotator.core.span_edges import SpanEdges
from annotator.core.told_words import begins_alike, joined_alike, same_words

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

    from annotator.core.foreign_values import ForeignHighlight

# Of the first highlights each is looked at; after so many one in three, then one in seven ...
_EACH: Final = 1_024
SHOWN: Final = 5
"""Spans of a preview, at most."""
LONGEST_SHOWN: Final = 60
"""So long are its words, at most."""
# The readings that count no mark and have exclusive ends: those that a preview is to tell apart.
_PLAIN: Final = (1 << 9) - 1


class Spread:
    """Chooses some thousand of however many, all over them but more of the first.

    >>> spread = Spread()
    >>> sum(spread.takes() for _ in range(1_000)), sum(spread.takes() for _ in range(9_000))
    (1000, 1891)
    """

    def __init__(self) -> None:
        self._seen, self._taken, self._step = 0, 0, 1

    def takes(self) -> bool:
        """Tell whether the next one is looked at."""
        self._seen += 1
        if self._seen % self._step:
            return False
        self._taken += 1
        if self._taken % _EACH == 0:
            self._step = 2 * self._step + 1
        return True


class Sample(NamedTuple):
    """A span as the file has it, and the words that each reading would cover with it."""

    start: int
    end: int
    words: dict[int, str]
    different: int


class Sight:
    """One text on which readings are tried, and the places in it that were looked at already.

    ``positions`` is None of a text that cannot be kept, which tells nothing.
    """

    def __init__(self, text: str) -> None:
        self.raw = text
        self.positions: ReadingPositions | None = None
        try:
            self.positions = ReadingPositions(text)
        except (NulCharacterError, LoneSurrogateError):
            self.features = Features("")
            return
        self.features = self.positions.features
        self.text = self.positions.text
        self.edges = SpanEdges(self.text)
        self.starts: set[int] = set()
        self.ends: set[int] = set()


class Way(NamedTuple):
    """Readings that agree on a text, as a set, and where some spans are by them."""

    readings: int
    starts: tuple[int | None, ...]
    ends: tuple[int | None, ...]

    def span(self, place: int) -> tuple[int, int] | None:
        """Return one of the spans; None where it is empty or the text does not have it."""
        start, end = self.starts[place], self.ends[place]
        return None if start is None or end is None or start >= end else (start, end)

    def words(self, text: str, places: Iterable[int]) -> list[str]:
        """Return the words of some spans, or none where one of them is no span."""
        found = [self.span(place) for place in places]
        return [text[one[0] : one[1]] for one in found if one] if all(found) else []


def ways_of(
    positions: ReadingPositions, highlights: Sequence[ForeignHighlight], readings: Iterable[int]
) -> list[Way]:
    """Return where all spans of some highlights, one after the other, are by each reading."""
    spans = [span for one in highlights for span in one.spans]
    starts, ends = [start for start, _ in spans], [end for _, end in spans]
    behind = [end + 1 for end in ends]
    together: dict[Hashable, int] = {}
    for number in sorted(readings):
        key = positions.features.alike(READINGS[number])
        together[key] = together.get(key, 0) | 1 << number
    ways = []
    for alike in together.values():
        reading = READINGS[(alike & -alike).bit_length() - 1]
        last = positions.inwards(reading, behind if reading.inclusive else ends)
        ways.append(Way(alike, tuple(positions.inwards(reading, starts)), tuple(last)))
    return ways


class Evidence:
    """The counts for every reading that is still ``alive``, and spans on which readings differ."""

    def __init__(self) -> None:
        self.quotes, self.edges, self.inside = Tally(), Tally(), Tally()
        self.samples: list[Sample] = []
        self._empty = 0
        self.alive = set(range(len(READINGS)))

    def look(self, sight: Sight, highlights: Sequence[ForeignHighlight]) -> dict[int, object]:
        """Count some highlights of a text; return a trait of each reading: where it put them."""
        if sight.positions is None:
            return {}
        ways, last = ways_of(sight.positions, highlights, self.alive), 0
        for one in highlights:
            first, last = last, last + len(one.spans)
            if first == last:
                continue
            found = [(way.readings, way.words(sight.text, range(first, last))) for way in ways]
            exact = self._quoted(one, found)
            for place in range(first, last):
                start, end = one.spans[place - first]
                self._empty += start == end
                # A single empty one is an accident; where ends are inclusive there are several.
                if not exact and (start != end or self._empty > 1):
                    self._edged(sight, ways, place, (start, end))
                self._shown(sight, ways, place, (start, end))
        return {
            reading: (way.starts, way.ends)
            for way in ways
            for reading in self.alive
            if way.readings >> reading & 1
        }

    def _quoted(self, highlight: ForeignHighlight, found: Sequence[tuple[int, list[str]]]) -> bool:
        """Count a highlight's quote, if it tells one; return whether that told it exactly."""
        if not any(quote.strip() for quote in highlight.quotes):
            self.inside.add(_union(readings for readings, words in found if words))
            return False
        fitting = _union(readings for readings, words in found if is_told(highlight, words))
        if not fitting and highlight.inexact:
            quote = highlight.quotes[0]
            fitting = _union(one for one, words in found if words and begins_alike(quote, words[0]))
        self.quotes.add(fitting)
        return fitting > 0 and not highlight.inexact

    def _edged(self, sight: Sight, ways: Sequence[Way], place: int, span: tuple[int, int]) -> None:
        """Count a span's start and end, each where it is not known yet, by the borders there."""
        spans = [(way.readings, way.span(place)) for way in ways]
        edges = sight.edges
        if span[0] not in sight.starts:
            sight.starts.add(span[0])
            fitting = [(one, at[0]) for one, at in spans if at and edges.begins(at[0])]
            lines = _union(one for one, at in fitting if edges.is_line(at, end=False))
            self.edges.add(_union(one for one, _ in fitting), well=lines)
        if span[1] not in sight.ends:
            sight.ends.add(span[1])
            fitting = [(one, at[1]) for one, at in spans if at and edges.ends(at[1])]
            lines = _union(one for one, at in fitting if edges.is_line(at, end=True))
            self.edges.add(_union(one for one, _ in fitting), well=lines)

    def _shown(self, sight: Sight, ways: Sequence[Way], place: int, span: tuple[int, int]) -> None:
        """Keep a span for a preview if it tells readings apart better than one that is kept."""
        different = len({way.span(place) for way in ways if way.readings & _PLAIN})
        if len(self.samples) == SHOWN:
            least = min(self.samples, key=lambda sample: sample.different)
            if least.different >= different:
                return
            self.samples.remove(least)
        words: dict[int, str] = {}
        for way in ways:
            covered = "".join(way.words(sight.text, [place]))
            shown = covered if len(covered) <= LONGEST_SHOWN else f"{covered[:LONGEST_SHOWN]}…"
            words.update((one, shown) for one in self.alive if way.readings >> one & 1)
        self.samples.append(Sample(*span, words, different))


def is_told(highlight: ForeignHighlight, words: Sequence[str]) -> bool:
    """Tell whether the words of a highlight's spans are those that its quotes tell.

    >>> from annotator.core.foreign_values import ForeignHighlight
    >>> is_told(ForeignHighlight(((0, 1), (2, 3)), "", quotes=("a b",)), ["a", "b"])
    True
    """
    if not words:
        return False
    if len(highlight.quotes) == len(words):
        return all(map(same_words, highlight.quotes, words))
    return len(highlight.quotes) == 1 and joined_alike(highlight.quotes[0], words)


def _union(sets: Iterable[int]) -> int:
    found = 0
    for one in sets:
        found |= one
    return found
