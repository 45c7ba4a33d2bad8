"""The names that a project's filters may take: labels, reviewers, speakers, articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.errors import AnnotatorError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.core.search_query import FilterName
    from annotator.gui.window import Window
    from annotator.service.ports import Queries

# Titles are many; the newest are those that are looked for.
MOST_TITLES = 2_000


def project_names(window: Window, name: FilterName, typed: str) -> Iterable[str]:
    """Return what may stand behind a filter in the project at hand."""
    project = window.reviewing.project
    if project is None:
        return ()
    try:
        return _names(window, project.queries, name=name, typed=typed)
    except AnnotatorError as error:
        window.reviewing.failed.emit(error)
        return ()


def _names(window: Window, queries: Queries, *, name: FilterName, typed: str) -> Iterable[str]:
    match name:
        case "label":
            return [label.name for label in queries.codebook().labels]
        case "reviewer":
            return [reviewer.name for reviewer in queries.reviewers()]
        case "speaker":
            return queries.speakers(typed)
        case "article":
            return [title for _, title in window.articles.rows.titles()[:MOST_TITLES]]
        case _:
            return ()
