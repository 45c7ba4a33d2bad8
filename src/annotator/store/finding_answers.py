"""What the project file answers to a search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.search_query import search_query
from annotator.store.search import Search
from annotator.store.spans_tagged import spans_tagged

if TYPE_CHECKING:
    from annotator.core.span import Span
    from annotator.service.finding import SearchHit, SearchResult
    from annotator.store.shelf import Shelf


class FindingAnswers:
    """Answers to searches; each takes the file's shared lock for its own length."""

    _shelf: Shelf

    def search(self, text: str, *, limit: int = 50) -> list[SearchHit]:
        """Return the best hits of ``find``."""
        return list(self.find(text, limit=limit).hits)

    def find(self, text: str, *, limit: int = 50) -> SearchResult:
        """Search articles, highlights and notes, in the language of ``core.search_query``."""
        with self._shelf.reading():
            return Search(self._shelf, search_query(text), limit).result()

    def spans_tagged(self, article_id: str, *, label_id: str, reviewer_id: str) -> set[Span]:
        """Return the single spans that a reviewer's highlights of one label have in an article."""
        with self._shelf.reading():
            return spans_tagged(self._shelf, article_id, label_id, reviewer_id)
