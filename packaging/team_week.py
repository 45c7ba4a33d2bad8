"""A week of three reviewers who mark the same articles, each alone, and send each other bundles."""

from __future__ import annotations

import random
from collections import Counter
from itertools import count
from typing import TYPE_CHECKING

from team_member import Member
from team_post import Letter, Post, row, table

from annotator.service.bundle.content import Scope
from annotator.service.codebook_commands import ChangeLabel
from annotator.service.commands import RelabelHighlight, RemoveHighlights

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from annotator.service.article_ports import ReadArticle

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
_TOLD = {Scope.FULL: "whole project", Scope.CHANGES: "changes"}
# Rounds in which all send all, until nothing is new to anybody.
_MOST_ROUNDS = 6


class Week:
    """Plays the week and tells of it; at its end all have to hold the same."""

    WHOLE = Scope.FULL

    def __init__(
        self, folder: Path, articles: Sequence[ReadArticle], *, seed: int, sentences: int
    ) -> None:
        self.team = [Member(name, folder) for name in ("Ada", "Bo", "Cleo")]
        self._articles, self._sentences = articles, sentences
        self._folder, self._numbers = folder, count(1)
        self._draw = random.Random(seed)  # noqa: S311 - a seeded story
        self.post = Post(self._draw)

    def lines(self) -> Iterator[str]:
        """Play the week day by day and yield the lines of its transcript."""
        days = (self._monday, self._tuesday, self._wednesday, self._thursday, self._friday)
        for name, day in zip(DAYS, days, strict=True):
            yield from (f"### {name}", "")
            yield from day()
        yield from ("### In the end", "")
        yield from self._end()

    def _monday(self) -> Iterator[str]:
        ada, bo, cleo = self.team
        many = f"{len(self._articles)} articles"
        ada.adds(self._articles)
        cleo.adds(self._articles)
        yield f"- Ada adds {many} to a new project. Cleo, who does not know that yet, adds the same"
        yield f"  {many} to one of her own: other ids, and another history."
        yield from self._work(ada, cleo)
        letter = self._letter(ada, bo, Scope.FULL)
        yield f"- Ada brings Bo her whole project on a stick (bundle {letter.number})."
        report = bo.takes(letter.path)
        yield from self._work(bo)
        yield from ("", *table([row(letter, report)]))

    def _tuesday(self) -> Iterator[str]:
        ada, bo, _ = self.team
        word, words = ada.rewrites(self._articles[0].title)
        yield f"- Ada edits the text of “{_brief(self._articles[0].title)}”: a sentence comes in front,"
        yield f"  and “{word}” becomes “{words}”. The others go on with the text as it was."
        with bo.at_desk() as project:
            label = project.queries.codebook().labels[1]
            project.execute(ChangeLabel(label.id, (("name", "Expert opinion"),)))
        yield f"- Bo renames the label “{label.name}” to “Expert opinion”."
        yield from self._work(*self.team)
        yield from self._evening(Scope.CHANGES)

    def _wednesday(self) -> Iterator[str]:
        ada, bo, _ = self.team
        quote = self._cross(ada, bo)
        yield f"- Ada deletes her highlight “{_brief(quote)}”. On the same day Bo gives it another label."
        yield from self._work(*self.team)
        yield from self._evening(Scope.FULL)

    def _cross(self, ada: Member, bo: Member) -> str:
        """Let one delete what the other changes; return its words."""
        known = {one.id for one in bo.highlights()}
        chosen = next(one for one in ada.highlights() if one.id in known and not one.orphaned)
        with ada.at_desk() as project:
            project.execute(RemoveHighlights((chosen.id,)))
        with bo.at_desk() as project:
            labels = project.queries.codebook().labels
            other = next(one for one in labels if one.id != chosen.label_id)
            project.execute(RelabelHighlight(chosen.id, other.key))
        return " ".join(chosen.quote.split())

    def _thursday(self) -> Iterator[str]:
        ada, bo, _ = self.team
        letter = self._letter(bo, ada, Scope.FULL)
        report = ada.takes(letter.path)
        yield f"- Bo brings Ada his whole project (bundle {letter.number}), which shows what differs."
        yield from ("", *table([row(letter, report)]))
        yield from self._settle(ada)
        yield from self._work(*self.team)
        yield from self._evening(Scope.CHANGES)

    def _settle(self, one: Member) -> Iterator[str]:
        """List what waits to be settled, and settle it."""
        _, listed = one.types("conflicts")
        lines = [line for line in listed.splitlines() if line]
        yield f"- {one.name} types `annotator conflicts`:"
        yield from ("", "  ```text", *(f"  {_shortened(line)}" for line in lines), "  ```", "")
        for line in lines:
            found = line.split()[0]
            code, told = one.types("settle", found, "theirs")
            assert code == 0, told  # noqa: S101 - a story that fails is not told
            yield f"- … and `annotator settle {found[-12:]} theirs`."

    def _friday(self) -> Iterator[str]:
        ada, _, cleo = self.team
        letter = self._letter(cleo, ada, Scope.FULL, quotes_only=True)
        report = ada.takes(letter.path)
        yield "- Cleo's texts may not travel by mail: she sends Ada a bundle with quotes only"
        yield f"  (bundle {letter.number}); Ada has the texts, so all of it finds its place."
        yield from ("", *table([row(letter, report)]))
        yield from self._work(*self.team)
        yield from self._evening(Scope.FULL, everything=True)
        for one in self.team[1:]:
            code, told = one.types("conflicts")
            assert code == 0, told  # noqa: S101 - a story that fails is not told
        yield from ("The settlement came along: with nobody is anything left to settle.", "")

    def _work(self, *members: Member) -> Iterator[str]:
        for one in members:
            tagged, read = one.reviews(self._draw, self._sentences)
            yield f"- {one.name} tags {tagged} sentences and reads {read} more."

    def _evening(self, scope: Scope, *, everything: bool = False) -> Iterator[str]:
        letters = []
        for one in self.team:
            to = [other for other in self.team if other is not one]
            first = self._letter(one, to[0], scope)
            letters += [first, Letter(first.number, first.told, first.path, to[1])]
        yield f"- In the evening each sends both others a bundle of the {_TOLD[scope]}."
        yield from (f"- {line}" for line in self.post.take(letters))
        yield from ("", *table(self.post.deliver(everything=everything)))

    def _letter(
        self, sender: Member, to: Member, scope: Scope, *, quotes_only: bool = False
    ) -> Letter:
        number = next(self._numbers)
        path = self._folder / f"{number}.annobundle"
        sender.sends(path, scope, quotes_only=quotes_only)
        kind = f"{_TOLD[scope]}, quotes only" if quotes_only else _TOLD[scope]
        return Letter(number, f"{sender.name}: {kind}", path, to)

    def _end(self) -> Iterator[str]:
        ids, rounds = self._exchanged()
        yield f"On the way {self.post.lost} bundles got lost, and {self.post.twice} came twice."
        yield f"Then all send all their whole project, and after {_times(rounds)} nothing is new:"
        yield from ("", "| | bundle_id | articles | highlights | waiting | `annotator check` |")
        yield "|---|---|--:|--:|--:|---|"
        for one, bundle_id in zip(self.team, ids, strict=True):
            code, told = one.types("check")
            with one.at_desk() as project:
                stats = project.queries.stats()
                waiting = len(list(project.queries.open_conflicts()))
            figures = f"{stats.articles} | {stats.highlights} | {waiting}"
            yield f"| {one.name} | `{bundle_id}` | {figures} | {told.strip()} |"
            assert code == 0, told  # noqa: S101 - a story that fails is not told
        yield ""
        assert len(set(ids)) == 1  # noqa: S101 - the same
        assert not self.twice_there()  # noqa: S101 - the same

    def _exchanged(self) -> tuple[list[str], int]:
        """Let all send all until nobody has anything new; return the ids of the last bundles."""
        before: list[str] = []
        for number in range(1, _MOST_ROUNDS):
            paths = [self._folder / f"end {number} {one.name}.annobundle" for one in self.team]
            sent = [one.sends(path, Scope.FULL) for one, path in zip(self.team, paths, strict=True)]
            if sent == before:
                return sent, number - 1
            before = sent
            for one in self.team:
                for path in self._draw.sample(paths, len(paths)):
                    one.takes(path)
        message = "they never agree"
        raise AssertionError(message)

    def twice_there(self) -> list[str]:
        """Return what is there twice: articles of one text, highlights that say the same."""
        with self.team[0].at_desk() as project:
            rows = [one.article.id for one in project.queries.articles()]
            texts = [project.open_article(one).revision.text_sha256 for one in rows]
        made = [(one.id, one.article_id, one.spans) for one in self.team[0].highlights()]
        counted: Counter[object] = Counter(texts)
        counted.update(one for one, *_ in made)
        return [str(one) for one, number in counted.items() if number > 1]


def _shortened(line: str) -> str:
    """Return the line of a conflict with the beginning of what it is about."""
    about, _, fields = line.rpartition("”: ")
    return f"{_brief(about, 100)}”: {fields}"


def _times(number: int) -> str:
    return "one round" if number == 1 else f"{number} rounds"


def _brief(words: str, most: int = 60) -> str:
    """Return the beginning of what is long."""
    return words if len(words) <= most else f"{words[:most].rstrip()}…"
