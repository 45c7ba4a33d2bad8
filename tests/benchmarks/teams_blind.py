"""What blind mode costs where an article is full of what others, or oneself, marked."""

from __future__ import annotations

import time
from statistics import median
from typing import TYPE_CHECKING, Any

import teams_projects as made

from annotator.core.span import Span
from annotator.service.commands import AddHighlight, Together

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.service.project import Project

HIDDEN = 10_000
# Own highlights in one article under which a tag is measured.
OWN = (100, 5_000)
TIMES = 5
TAGS = 30
MODES = ("off", "on")


def make_hidden(path: Path) -> None:
    """Make a project of one article in which others marked very much."""
    with made.opened(path, "ann") as project:
        article = made.MarkedProject(1, HIDDEN, marked=HIDDEN, hand="bo ")
        made.take_in(project, article, path.parent)


def measure_blind(path: Path) -> dict[str, Any]:
    """Open the article, and tag in it, with blind mode off and on in turn."""
    taken: dict[str, list[float]] = {}
    with made.opened(path, "ann") as project:
        article = project.queries.articles()[0].article.id
        for number in range(TIMES):
            for mode in MODES:
                project.set_blind(on=mode == "on")
                begun = time.process_time()
                desk = project.open_article(article)
                taken.setdefault(f"open {mode}", []).append(time.process_time() - begun)
                for place in range(TAGS):
                    spent = _tagging(project, desk.article.id, 10 * (number * TAGS + place))
                    taken.setdefault(f"tag {mode}", []).append(spent)
    return {name: median(values) for name, values in taken.items()}


def measure_own(folder: Path) -> dict[str, dict[str, float]]:
    """Tag under few and under many own highlights, with blind mode off and on in turn."""
    return {str(count): _tagging_under(folder / f"own-{count}.factproj", count) for count in OWN}


def _tagging_under(path: Path, count: int) -> dict[str, float]:
    with made.opened(path, "ann") as project:
        made.take_in(project, made.MarkedProject(1, count), path.parent)
        article = project.queries.articles()[0].article.id
        places = (
            AddHighlight(article, (Span(start, start + 9),), "official_claim")
            for start in range(0, 10 * count, 10)
        )
        project.execute(Together("Tag", tuple(places)))
        taken: dict[str, list[float]] = {mode: [] for mode in MODES}
        for number in range(TIMES):
            for mode in MODES:
                project.set_blind(on=mode == "on")
                desk = project.open_article(article)
                first = 10 * number * TAGS + 5
                taken[mode] += [
                    _tagging(project, desk.article.id, first + 10 * place) for place in range(TAGS)
                ]
    return {mode: median(values) for mode, values in taken.items()}


def _tagging(project: Project, article: str, start: int) -> float:
    command = AddHighlight(article, (Span(start, start + 9),), "official_claim")
    begun = time.process_time()
    project.execute(command)
    return time.process_time() - begun
