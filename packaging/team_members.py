"""Members of a team that is acted out: each with a home, a clock, a project file and bundles."""

from __future__ import annotations

import os
import random
from collections import Counter
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from annotator import bootstrap
from annotator.core.records import Reviewer
from annotator.formats.codebook_toml import read_codebook
from annotator.paths import resource
from annotator.service.bundle.content import BundleOptions, Scope
from annotator.service.importing import prepare
from annotator.service.merging.commands import SettleConflicts
from annotator.service.merging.conflicts import conflicts
from annotator.service.merging.teamwork import SendingWishes, arrived, merge, send
from annotator.service.project import Project
from annotator.store.clock import IdMaker
from annotator.store.profile import Profile
from annotator.store.project_file import open_project
from annotator.team.settling import Choice

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.core.records import Article, Highlight, Timestamp
    from annotator.service.commands import Command
    from annotator.service.merging.conflicts import Conflict
    from annotator.service.merging.report import MergeReport

BEGIN: Final = datetime(2026, 3, 2, 8, tzinfo=UTC)


class WeekClock:
    """The time of a week, which goes on by a second whenever somebody asks for it."""

    def __init__(self) -> None:
        self.time = BEGIN

    def turn_to(self, day: int) -> None:
        """Let another day begin."""
        self.time = BEGIN + timedelta(days=day)

    def of(self, late: timedelta) -> Timestamp:
        """Return the time as a clock tells it that is so late."""
        self.time += timedelta(seconds=1)
        told = (self.time - late).isoformat(timespec="milliseconds")
        return told.replace("+00:00", "Z")


@dataclass(frozen=True)
class Sent:
    """A bundle on its way, numbered in the order in which bundles are sent."""

    number: int
    by: Member
    path: Path
    what: str
    bundle_id: str


class Member:
    """Somebody with a machine and a project of their own."""

    def __init__(self, name: str, folder: Path, clock: WeekClock, late: timedelta) -> None:
        self.name, self.folder = name, folder
        self._clock, self._late = clock, late
        self._home = folder / f"home of {name}"
        draw = random.Random(name)
        made_ids = IdMaker(lambda: int(clock.time.timestamp() * 1000), draw.randbytes)
        profile = Profile(Reviewer(made_ids(), name), self._home / "state", self._home / "backups")
        codebook = read_codebook(resource("codebook", "fact-checking.toml"))
        path = folder / f"{name}.factproj"
        self._at_desk()
        store = open_project(path, create=codebook, profile=profile, now=self._now)
        surroundings = replace(bootstrap.surroundings(), now=self._now, new_id=made_ids)
        self.project = Project(store, surroundings, reviewer=profile.reviewer)

    def _now(self) -> Timestamp:
        return self._clock.of(self._late)

    def _at_desk(self) -> None:
        os.environ["ANNOTATOR_HOME"] = str(self._home)

    def execute(self, command: Command) -> None:
        """Carry out a command."""
        self.project.execute(command)

    def take_in(self, files: list[Path]) -> int:
        """Import text files and return how many articles came of them."""
        batch = prepare(files, self.project.surroundings, queries=self.project.queries)
        assert batch is not None  # noqa: S101 - nobody cancels
        return len(self.project.add(batch))

    @property
    def articles(self) -> list[Article]:
        """The articles by title."""
        found = [one.article for one in self.project.queries.articles()]
        return sorted(found, key=lambda one: one.title)

    @property
    def highlights(self) -> list[Highlight]:
        """The highlights by article and place."""
        titles = {one.id: one.title for one in self.articles}
        found = list(self.project.queries.highlights())
        return sorted(found, key=lambda one: (titles[one.article_id], one.spans, one.quote))

    @property
    def conflicts(self) -> list[Conflict]:
        """What waits to be settled, by words."""
        found = conflicts(self.project.queries)
        return sorted(found, key=lambda one: (one.kind, one.title, one.quote))

    def settle(self, one: Conflict, choice: Choice) -> None:
        """Settle a conflict."""
        self.execute(SettleConflicts(((one.kind, one.id),), choice))

    def send(self, number: int, scope: Scope, *, quotes_only: bool = False) -> Sent:
        """Write a bundle."""
        self._at_desk()
        path = self.folder / f"{number} by {self.name}.annobundle"
        wishes = SendingWishes(scope, options=BundleOptions(quotes_only=quotes_only))
        report = send(self.project, path, wishes)
        counts = {what: count for what, count in report.counts.items() if count}
        told = ", ".join(f"{_TOLD[what]} {count}" for what, count in counts.items() if what in _TOLD)
        what = "all" if scope is Scope.FULL else "what altered since the last one"
        what = f"{what} as quotes only" if quotes_only else what
        return Sent(number, self, path, f"{what} ({told})", report.bundle_id)

    def merge(self, bundle: Sent) -> MergeReport:
        """Take a bundle in."""
        self._at_desk()
        with arrived(self.project.queries, bundle.path) as arrival:
            self.project.publish(merge(self.project, arrival, may_delete=True))
            return arrival.plan.report

    def doubles(self) -> int:
        """Return how many things there are once more than they should be."""
        queries = self.project.queries
        texts = Counter(self.project.open_article(one.id).text for one in self.articles)
        labels = Counter(one.key for one in queries.codebook().labels)
        marked = Counter(
            (one.article_id, one.spans, one.label_id, one.reviewer_id, one.created)
            for one in self.highlights
        )
        return sum(sum(one.values()) - len(one) for one in (texts, labels, marked))


_TOLD: Final = {
    "articles": "articles",
    "texts": "texts",
    "annotations": "highlights",
    "claims": "claim records",
    "reviews": "reviewed marks",
    "tombstones": "tombstones",
}
