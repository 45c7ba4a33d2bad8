"""Which articles hold typing that was neither kept nor discarded."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.core.records import Article
    from annotator.service.ports import Queries


def unfinished(queries: Queries) -> list[Article]:
    """Return the articles that were typed into here, the typing neither kept nor discarded."""
    articles = (summary.article for summary in queries.articles())
    return [article for article in articles if queries.typed_text(article.id)]
