"""Projects of colleagues who marked the same articles, and the bundles that they send."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from exchange_project import BenchProject

from annotator.bootstrap import open_project
from annotator.core.span import Span
from annotator.formats.project_jsonl import ProjectJsonlFormat
from annotator.service.bundle.content import Scope
from annotator.service.commands import AddHighlight
from annotator.service.exchange import import_planned, plan_import
from annotator.service.exchange_ports import ExchangeOptions
from annotator.service.merging.teamwork import SendingWishes, send

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from exchange_project import BenchArticle

    from annotator.service.project import Project

EACH = 100
# Articles in which a colleague marks so much or little.
FEW = 10


@dataclass(frozen=True)
class MarkedProject(BenchProject):
    """Articles of ``size`` hundred words with so many highlights each, all by one ``hand``."""

    marked: int = 0
    hand: str = "bo "

    def articles(self) -> Iterator[BenchArticle]:
        """Yield the articles."""
        for one in super().articles():
            yield replace(one, size=self.marked, hand=self.hand)


@contextmanager
def opened(path: Path, whose: str) -> Iterator[Project]:
    """Open a project on the machine of somebody."""
    os.environ["ANNOTATOR_HOME"] = str(path.parent / f"home of {whose}")
    project = open_project(path, create=True)
    try:
        yield project
    finally:
        project.close()


def take_in(project: Project, made: BenchProject, folder: Path) -> None:
    """Import made-up articles and highlights."""
    source = folder / "made.jsonl"
    ProjectJsonlFormat().write(made, source, ExchangeOptions())
    plan = plan_import(project.queries, project.surroundings, source)
    import_planned(project, plan, source)


def make_articles(path: Path, count: int, begun: Path | None = None) -> None:
    """Make a project of articles without highlights; ``begun`` is one that has some of them."""
    if begun is not None:
        shutil.copy(begun, path)
    with opened(path, "ann") as project:
        take_in(project, MarkedProject(count, EACH, hand=""), path.parent)


def make_marked(path: Path, articles: Path, count: int) -> None:
    """Make a project of articles in each of which Ann has marked a hundred places."""
    shutil.copy(articles, path)
    with opened(path, "ann") as project:
        take_in(project, MarkedProject(count, EACH, marked=EACH, hand=""), path.parent)


def make_bundle(target: Path, articles: Path, marked: MarkedProject) -> None:
    """Write what Bo marked since he last sent anything."""
    path = target.with_suffix(".factproj")
    shutil.copy(articles, path)
    with opened(path, "bo") as project:
        send(project, target, SendingWishes())
        take_in(project, marked, path.parent)
        send(project, target, SendingWishes(Scope.CHANGES))


def mark_few(path: Path, count: int) -> None:
    """Mark some more places by hand, one by one."""
    with opened(path, "ann") as project:
        first = project.queries.articles()[0].article.id
        for number in range(count):
            project.execute(AddHighlight(first, (Span(number, number + 9),), "official_claim"))
