"""The way that bundles take in the scripted week: late, in any order, twice, or never."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from random import Random

    from team_member import Member

    from annotator.service.merging.report import MergeReport

_LOST, _TWICE, _LATE = 0.2, 0.2, 0.3
_HEADS = ("bundle", "to", "what", "articles", "added", "changed", "deleted", "conflicts", "there")


@dataclass(frozen=True, slots=True)
class Letter:
    """A bundle on its way: its number, what it is, and to whom it goes."""

    number: int
    told: str
    path: Path
    to: Member


class Post:
    """Carries letters as mail does; ``lost`` and ``twice`` count what happened to them."""

    def __init__(self, draw: Random) -> None:
        self.lost = self.twice = 0
        self._draw = draw
        self._waiting: list[Letter] = []

    def take(self, letters: Iterable[Letter]) -> Iterator[str]:
        """Take letters; yield a line on each that gets lost, or will come twice."""
        for letter in letters:
            chance = self._draw.random()
            if chance < _LOST:
                self.lost += 1
                yield f"Bundle {letter.number} to {letter.to.name} gets lost."
                continue
            self._waiting.append(letter)
            if chance > 1 - _TWICE:
                self.twice += 1
                self._waiting.append(letter)
                yield f"Bundle {letter.number} to {letter.to.name} will come twice."

    def deliver(self, *, everything: bool = False) -> Iterator[tuple[str, ...]]:
        """Bring what has come, in any order, and yield a row on what each merge did."""
        self._draw.shuffle(self._waiting)
        late = 0 if everything else int(len(self._waiting) * _LATE)
        coming, self._waiting = self._waiting[late:], self._waiting[:late]
        for letter in coming:
            yield row(letter, letter.to.takes(letter.path))


def row(letter: Letter, report: MergeReport) -> tuple[str, ...]:
    """Return a row on what merging a bundle did."""
    counts = report.counts
    names = ("added", "changed", "deleted", "conflicts", "already_there")
    figures = [report.articles_added, *(counts[name] for name in names)]
    return (str(letter.number), letter.to.name, letter.told, *map(str, figures))


def table(rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """Yield the lines of a table of merges; none where there are no rows."""
    found = list(rows)
    if found:
        yield "| " + " | ".join(_HEADS) + " |"
        yield "|---|---|---|" + "--:|" * (len(_HEADS) - 3)
        yield from ("| " + " | ".join(one) + " |" for one in found)
        yield ""
