"""The sample project: articles written for this program, tagged as a reviewer would."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.core.records import Article
from annotator.core.span import Span
from annotator.paths import resource
from annotator.service.commands import AddArticles, AddHighlight, ToggleReviewed
from annotator.service.importing import prepare_article

if TYPE_CHECKING:
    from typing import Any

    from annotator.service.project import Project

SAMPLES = ("dam-at-ostrava-ford", "road-to-the-valley.ar")


def add_samples(project: Project) -> list[str]:
    """Add the sample articles with their highlights and marks; return the articles' ids.

    Articles that are already there are left as they are.
    """
    return [article_id for name in SAMPLES for article_id in _add(project, name)]


def _add(project: Project, name: str) -> list[str]:
    about = json.loads(resource("sample", f"{name}.json").read_text(encoding="utf-8"))
    reader = next(iter(project.surroundings.readers()))
    read = replace(
        reader.read(resource("sample", f"{name}.txt")),
        title=about["title"],
        publisher=about["publisher"],
        authors=tuple(about["authors"]),
        published=about["published"],
        language=about["language"],
    )
    changes = project.execute(AddArticles((prepare_article(read, project.surroundings),)))
    added = [article.id for _, article in changes.of(Article) if article]
    for article_id in added:
        _tag(project, article_id, read.text, about)
    return added


def _tag(project: Project, article_id: str, text: str, about: dict[str, Any]) -> None:
    for entry in about["highlights"]:
        span = _place(text, entry["quote"])
        project.execute(AddHighlight(article_id, (span,), entry["label"]))
    marks = tuple(_place(text, quote) for quote in about["reviewed"])
    if marks:
        project.execute(ToggleReviewed(article_id, marks))


def _place(text: str, quote: str) -> Span:
    start = text.index(quote)
    return Span(start, start + len(quote))
