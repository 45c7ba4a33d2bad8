"""A project of a plan: made by the program itself, or much quicker with the very same rows.

Both begin alike: the program makes the file and adds the first articles, one for each reviewer,
so that the file knows them. From there on either goes on.
"""

from __future__ import annotations

from collections import deque
from contextlib import closing
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING

from finding_plan import CODEBOOK, REVIEWERS, added, command_of, id_of
from finding_rows import QuickRows

from annotator.bootstrap import surroundings
from annotator.service.project import Project
from annotator.store.format import NEWEST
from annotator.store.profile import Profile
from annotator.store.project_file import make_project, open_project

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from finding_plan import Plan, Text

    from annotator.core.records import Reviewer

# Goes up with every change to what is made.
GENERATOR = 1
START = "2024-12-31T08:00:00.000Z"


class Author:
    """Makes a project through the program, with ids and a clock that tell the same every time."""

    def __init__(self, path: Path, plan: Plan, folder: Path) -> None:
        self.path = path
        self.plan = plan
        self.at = START
        self.made = 0
        self._folder = folder
        self._batches = deque(plan.batches())

    def take_over(self, path: Path) -> Author:
        """Return who goes on from here with a copy of the file, begun by this one."""
        other = Author(path, self.plan, self._folder)
        other.made = self.made
        other._batches = deque(self._batches)
        return other

    def begin(self) -> None:
        """Make the file and add the first articles."""
        make_project(self.path, CODEBOOK, now=lambda: self.at)
        for reviewer in REVIEWERS:
            if self._batches:
                with closing(self._open(reviewer)) as project:
                    project.execute(added(self.plan, self._batches.popleft()))

    def go_on(self) -> None:
        """Do the rest through the program."""
        with closing(self._open(REVIEWERS[0])) as project:
            for batch in self._batches:
                project.execute(added(self.plan, batch))
        for step in self.plan.steps():
            self.at = step.at
            number = sum(len(tagged) for _, tagged in step.tags)
            ids = [id_of(self.made + 1 + place) for place in range(number)]
            with closing(self._open(step.reviewer)) as project:
                text = self.plan.prepared(step.article).text_sha256
                article = project.queries.article_with_text(text)
                starts = _starts(self.plan.texts[step.article])
                project.execute(command_of(step, article.id, starts, ids))

    def go_on_quickly(self) -> None:
        """Write the rest as the rows that ``go_on`` would leave."""
        rows = QuickRows(self.path, self.plan, self._new_id)
        with closing(rows):
            for batch in self._batches:
                rows.add_articles(batch, self.at)
            rows.review()

    def _open(self, reviewer: Reviewer) -> Project:
        profile = Profile(reviewer, state=self._folder / "state", backups=self._folder / "backups")
        store = open_project(self.path, profile=profile, now=lambda: self.at)
        around = replace(surroundings(), now=lambda: self.at, new_id=self._new_id)
        return Project(store, around, reviewer=reviewer)

    def _new_id(self) -> str:
        self.made += 1
        return id_of(self.made)


def _starts(texts: Sequence[Text]) -> list[int]:
    return list(accumulate((len(one.text) + 1 for one in texts), initial=0))


def kept(plan: Plan, folder: Path) -> Path:
    """Return the project of a plan from a folder, making it where it is not there."""
    folder.mkdir(parents=True, exist_ok=True)
    name = f"{plan.articles}x{plan.highlights}-{NEWEST.head}-{GENERATOR}.factproj"
    path = folder / name
    if not path.exists():
        for old in folder.glob(f"{plan.articles}x{plan.highlights}-*"):
            old.unlink()
        part = path.with_suffix(".part.factproj")
        part.unlink(missing_ok=True)
        author = Author(part, plan, folder / "made")
        author.begin()
        author.go_on_quickly()
        part.replace(path)
    return path
