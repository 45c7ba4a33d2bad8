"""How clearly one reading of a file's positions does better than another.

A piece of evidence is a quote, or the start or end of a span, and fits some readings. Two readings
are compared by those alone that fit one of them (the sign test, or McNemar's): where both put a
span at the same place, or both into the middle of a word, nothing is learned.
"""

from __future__ import annotations

from collections import Counter
from math import log
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# Of so many files whose readings are equally good none is decided by chance but one.
_BY_CHANCE: Final = 1_000
# So many rivals have their chance.
_RIVALS: Final = 36
CLEAR: Final = log(_BY_CHANCE * _RIVALS)
"""The odds from which one reading does clearly better: of quotes 16 to none, 25 to 3."""
ON_BORDERS: Final = 0.75
"""The least share of borders of words among those of highlights: people cut words, too."""
WELL: Final = 3
"""As how many pieces one counts that fits well: by chance a line's border is hit that rarely."""
HOPELESS: Final = 4 * CLEAR
"""The odds from which a reading is not looked at any more."""


def odds(more: int, fewer: int, chance: float = 0.5) -> float:
    """Return how unlikely it is that so many more fit by chance: minus its logarithm, at least.

    Chernoff's bound for the sign test; 0 unless more than the share of ``chance`` fit.

    >>> odds(16, 0) > CLEAR > odds(15, 0), odds(571, 115) > CLEAR, odds(3, 4)
    (True, True, 0.0)
    >>> odds(8, 0, 1 - ON_BORDERS) > CLEAR > odds(7, 0, 1 - ON_BORDERS)
    True
    """
    total = more + fewer
    if more <= total * chance:
        return 0.0
    left = fewer * log(fewer / total / (1 - chance)) if fewer else 0.0
    return more * log(more / total / chance) + left


def is_clear(more: int, fewer: int) -> bool:
    """Tell whether one reading is so much oftener on borders that another cannot be meant.

    Either by the sign test, or because the other, were it meant, would be on most of them: at
    borders of words on which the two differ, whoever is wrong is right by chance, rarely.

    >>> is_clear(8, 0), is_clear(7, 0), is_clear(60, 40)
    (True, False, False)
    """
    by_chance = 1 - ON_BORDERS
    alone = fewer <= by_chance * (more + fewer)
    return odds(more, fewer) >= CLEAR or (alone and odds(more, fewer, by_chance) >= CLEAR)


class Tally:
    """Which readings the pieces of evidence fit: how often each set of them.

    A set is an integer with one bit for each reading. Those whom a piece fits ``well`` have it
    count for more against those whom it does not fit at all. Its memory is bounded by how many
    pieces were added.

    >>> tally = Tally()
    >>> tally.add(0b01); tally.add(0b11)
    >>> tally.matches(0), tally.matches(1), tally.duel(0, 1), tally.total
    (2, 1, (1, 0), 2)
    >>> tally.add(0b10, well=0b10)
    >>> tally.duel(0, 1)
    (1, 3)
    """

    def __init__(self) -> None:
        self._sets: Counter[tuple[int, int]] = Counter()
        self.total = 0

    def add(self, fitting: int, *, well: int = 0) -> None:
        """Add a piece of evidence that fits a set of readings, some of them well."""
        self._sets[fitting, well] += 1
        self.total += 1

    def matches(self, one: int) -> int:
        """Return how many pieces fit a reading."""
        return sum(count for (fitting, _), count in self._sets.items() if fitting >> one & 1)

    def duel(self, one: int, other: int) -> tuple[int, int]:
        """Return how many pieces fit the one reading alone, and the other alone."""
        counts = [0, 0, 0, 0]
        for (fitting, well), count in self._sets.items():
            alone = (fitting >> one & 1) + 2 * (fitting >> other & 1)
            winner = other if alone == 2 else one  # noqa: PLR2004 - the second bit is the other's
            counts[alone] += count * (WELL if well >> winner & 1 else 1)
        return counts[1], counts[2]


class Classes:
    """Which of some things were alike in everything that was told of them.

    >>> classes = Classes(3)
    >>> classes.refine({0: "a", 1: "a", 2: "b"})
    >>> classes.alike(0, 1), classes.alike(0, 2)
    (True, False)
    """

    def __init__(self, count: int) -> None:
        self._of = [0] * count

    def refine(self, traits: Mapping[int, object]) -> None:
        """Tell a trait of each; of what is not told, nothing changes."""
        numbers: dict[object, int] = {}
        for one, trait in traits.items():
            self._of[one] = numbers.setdefault((self._of[one], trait), len(numbers))

    def alike(self, one: int, other: int) -> bool:
        """Tell whether two of them never differed."""
        return self._of[one] == self._of[other]

    def first_of_each(self, ranked: Iterable[int]) -> list[int]:
        """Return the first of every class."""
        found: dict[int, int] = {}
        for one in ranked:
            found.setdefault(self._of[one], one)
        return list(found.values())
