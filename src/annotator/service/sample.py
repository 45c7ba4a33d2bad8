"""The sample project: articles written for this program, tagged as a reviewer would."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.core.errors import AnnotatorError
from annotator.core.records import Article
from annotator.core.span import Span
from annotator.paths import resource
from annotator.service.article_ports import ReadOptions
from annotator.service.commands import AddArticles, AddHighlight, Together, ToggleReviewed
from annotator.service.importing import prepare_article

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from annotator.service.commands import Command
    from annotator.service.project import Project

SAMPLES = ("dam-at-ostrava-ford", "road-to-the-valley.ar")


def add_samples(project: Project) -> list[str]:
    """Add the sample articles with their highlights and marks; return the ids of those added.

    What is already there stays as it is; only an article that bears nothing yet is tagged.
    """
    return [article_id for name in SAMPLES for article_id in _add(project, name)]


def _add(project: Project, name: str) -> list[str]:
    about = json.loads(resource("sample", f"{name}.json").read_text(encoding="utf-8"))
    reader = next(iter(project.surroundings.readers()))
    (found,) = reader.read(resource("sample", f"{name}.txt"), ReadOptions())
    if isinstance(found, AnnotatorError):
        raise found
    read = replace(
        found,
        title=about["title"],
        publisher=about["publisher"],
        authors=tuple(about["authors"]),
        published=about["published"],
        language=about["language"],
    )
    prepared = prepare_article(read, project.surroundings)
    changes = project.execute(AddArticles((prepared,)))
    article = project.queries.article_with_text(prepared.text_sha256)
    if article is not None and not _bears_anything(project, article.id):
        steps = tuple(_tags(article.id, read.text, about))
        project.execute(Together(f"Tag “{article.title}”", steps))
    return [added.id for _, added in changes.of(Article) if added]


def _bears_anything(project: Project, article_id: str) -> bool:
    content = project.queries.content(article_id)
    return bool(content.highlights or content.marks)


def _tags(article_id: str, text: str, about: dict[str, Any]) -> Iterator[Command]:
    for entry in about["highlights"]:
        yield AddHighlight(article_id, (_place(text, entry["quote"]),), entry["label"])
    marks = tuple(_place(text, quote) for quote in about["reviewed"])
    if marks:
        yield ToggleReviewed(article_id, marks)


def _place(text: str, quote: str) -> Span:
    start = text.index(quote)
    return Span(start, start + len(quote))
