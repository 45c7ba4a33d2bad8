"""Replicas of one project, each of another reviewer, and how tests let them go on in any order."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

from tests.service.dam_text import add_text

from annotator import bootstrap
from annotator.core.records import Article, Reviewer
from annotator.core.span import Span
from annotator.service.bundle.content import BundleOptions, Scope
from annotator.service.merging.teamwork import SendingWishes, arrived, merge, send
from annotator.service.project import Project
from annotator.store.profile import Profile
from annotator.store.project_file import open_project

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from annotator.service.merging.report import MergeReport

TEXTS = (
    "It rained. Ada stayed.\nBo 🙂 went home.",
    "The dam held. The dam held.\nNobody came.",
)
STORY = "The dam in the north held through the night while engineers worked on. " + " ".join(
    f"Report {n} said that village {n * 7} lost about {n * 13} houses near river {n}."
    for n in range(16)
)
REVIEWERS = tuple(
    Reviewer(f"0190a1b2-0000-7000-8000-0000000000a{number}", name)
    for number, name in enumerate(("Ada", "Bo", "Cy"))
)
KINDS = ("label", "guideline", "article", "claim", "highlight", "mark")


def open_replica(path: Path, number: int) -> Project:
    """Open a project file as the machine of one of the reviewers does."""
    state = path.parent / f"state {number}"
    profile = Profile(REVIEWERS[number], state=state, backups=state / "backups")
    store = open_project(path, profile=profile)
    return Project(store, bootstrap.surroundings(), reviewer=REVIEWERS[number])


def team_of_three(made: Path, folder: Path) -> list[Project]:
    """Open three projects of the same articles: two that began as one, and one that began apart.

    ``made`` is a project with labels alone.
    """
    folder.mkdir()
    paths = [folder / f"{number}.factproj" for number in range(3)]
    first = open_replica(shutil.copy(made, paths[0]), 0)
    fill(first)
    first.close()
    shutil.copy(paths[0], paths[1])
    shutil.copy(made, paths[2])
    team = [open_replica(path, number) for number, path in enumerate(paths)]
    fill(team[2])
    return team


def team_apart(made: Path, folder: Path) -> list[Project]:
    """Open three projects that began apart with nearly the same articles."""
    folder.mkdir()
    paths = [shutil.copy(made, folder / f"{number}.factproj") for number in range(3)]
    team = [open_replica(path, number) for number, path in enumerate(paths)]
    for project, altered in zip(team, ((7, 4), (4, 3), (2, 4)), strict=True):
        fill(project, [near(number) for number in altered])
    return team


def near(number: int) -> str:
    """Return a text with so many of its words altered."""
    words = STORY.split(" ")
    for place in range(number):
        words[place * 9 + 3] = f"w{place}x"
    return " ".join(words)


def fill(project: Project, texts: Sequence[str] = TEXTS) -> None:
    """Add articles."""
    for number, text in enumerate(texts):
        add_text(project, text, f"Report {number}")


def sent(
    project: Project, target: Path, scope: Scope = Scope.FULL, **options: bool
) -> tuple[str, str]:
    """Send a bundle and return its id, and the time of the newest change in it."""
    articles = tuple(one.article.id for one in project.queries.articles())[:1]
    chosen = articles if scope is Scope.SELECTION else ()
    wishes = SendingWishes(scope, chosen, BundleOptions(**options))
    report = send(project, target, wishes)
    return report.bundle_id, report.created


def taken(project: Project, path: Path) -> MergeReport:
    """Merge a bundle and return what that was told to do."""
    with arrived(project.queries, path) as arrival:
        project.publish(merge(project, arrival, may_delete=True))
        return arrival.plan.report


def exchanged(team: list[Project], folder: Path) -> list[tuple[str, str]]:
    """Exchange whole bundles until nothing is new to anybody; return what the last ones tell."""
    before: list[tuple[str, str]] = []
    for number in range(8):
        newest = [one.queries.newest() for one in team]
        paths = [folder / f"round {number} of {each}.annobundle" for each in range(len(team))]
        ids = [sent(one, path) for one, path in zip(team, paths, strict=True)]
        for one in team:
            for path in paths:
                taken(one, path)
        if newest == [one.queries.newest() for one in team] and ids == before:
            return ids
        before = ids
    message = f"they never agree: {ids}"
    raise AssertionError(message)


def told(project: Project) -> dict[tuple[str, str], object]:
    """Return all that a project would tell its team."""
    found = [one for kind in KINDS for one in project.queries.all_shared(kind)]
    found += [one for kind in KINDS for one in project.queries.removed_shared(kind)]
    return {(one.kind, one.id): one for one in found}


def renamed_article(project: Project, article: Article, title: str) -> None:
    """Give an article another title."""
    with project._store.writing() as work:
        work.put(replace(article, title=title))
        work.commit("Rename")


def retyped(project: Project, article: Article, at: int, words: str) -> None:
    """Replace four letters of an article's text by words."""
    editing = project.edit_text(project.open_article(article.id))
    start = min(at, editing.length)
    editing.replace(Span(start, min(start + 4, editing.length)), words)
    editing.finish()
