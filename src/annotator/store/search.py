"""Asking the search index: articles, highlights and notes that fit a query, as they are shown.

An article has a word where its title or a paragraph of its current revision has it; a highlight
is found by its quote, a claim record by its notes, through the first highlight that bears it.
"""

from __future__ import annotations

import json
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from sqlalchemy import text

from annotator.core.search_terms import excerpt, places
from annotator.core.span import Span
from annotator.service.finding import SearchHit, SearchResult
from annotator.store.article_candidates import ArticleCandidates
from annotator.store.asking import Asking
from annotator.store.columns import UuidBytes
from annotator.store.highlight_candidates import HighlightCandidates
from annotator.store.patience import Patience
from annotator.store.reading import states_of
from annotator.store.search_index import searchable
from annotator.store.states import CLAIM

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Executable

    from annotator.core.records import Highlight
    from annotator.core.search_query import SearchQuery
    from annotator.store.asking import Candidate, Found
    from annotator.store.shelf import Shelf

_TITLES: Final = text("""
SELECT article."key", article.uuid AS id, article.title, revision.uuid AS revision_id
FROM json_each(:keys) AS wanted
CROSS JOIN article ON article."key" = wanted.value
CROSS JOIN revision ON revision."key" = article.revision_key
""").columns(id=UuidBytes, revision_id=UuidBytes)
_PLACED: Final = text("""
SELECT paragraph."key", paragraph.text, (
    SELECT coalesce(sum(other.chars + 1), 0)
    FROM revision_paragraph AS earlier
    CROSS JOIN paragraph AS other ON other."key" = earlier.paragraph_key
    WHERE earlier.revision_key = place.revision_key AND earlier.ordinal < place.ordinal
) AS base
FROM json_each(:keys) AS wanted
CROSS JOIN paragraph ON paragraph."key" = wanted.value
CROSS JOIN revision_paragraph AS place ON place.paragraph_key = wanted.value
CROSS JOIN article ON article.revision_key = place.revision_key
""")


class Search:
    """One query of a project, asked while the file is held still."""

    def __init__(
        self, shelf: Shelf, query: SearchQuery, limit: int, *, patience: Patience | None = None
    ) -> None:
        self._shelf = shelf
        self._connection = shelf.lookup.connection
        self._query = query
        self._limit = limit
        patience = patience or Patience()
        self._asking = Asking(self._connection, query, limit, patience)

    def result(self) -> SearchResult:
        """Return what was found, best first."""
        if not self._query or self._limit < 1:
            return SearchResult((), self._query.misunderstood)
        articles, highlights = ArticleCandidates(self._asking), HighlightCandidates(self._asking)
        found = [*articles.articles(), *highlights.highlights(), *highlights.notes()]
        best = sorted(found, key=attrgetter("rank"))[: self._limit]
        return SearchResult(
            tuple(_Dresser(self._shelf, self._query, best).hits()),
            tuple(dict.fromkeys(self._asking.conditions.misunderstood)),
            articles.complete and highlights.complete,
        )


class _Dresser:
    """Gives candidates their titles, snippets and places, a few questions for all of them."""

    def __init__(self, shelf: Shelf, query: SearchQuery, candidates: list[Candidate]) -> None:
        self._connection = shelf.lookup.connection
        self._terms = query.terms
        self._candidates = candidates
        keys = {one.highlight for one in candidates if one.highlight is not None}
        self._articles = self._by_key(_TITLES, (one.article for one in candidates))
        self._paragraphs = self._by_key(
            _PLACED, (one.paragraph for one in candidates if one.paragraph is not None)
        )
        self._highlights = {one.key: one for one in shelf.highlights(sorted(keys))}
        claims = sorted({one.claim for one in candidates if one.claim is not None})
        self._claims = states_of(shelf.lookup, CLAIM, claims)

    def _by_key(self, statement: Executable, keys: Iterable[int]) -> dict[int, Found]:
        rows = self._connection.execute(statement, {"keys": json.dumps(sorted(set(keys)))})
        return {row[0]: row for row in rows}

    def hits(self) -> list[SearchHit]:
        """Return the hits in the order of the candidates."""
        return [self._hit(one) for one in self._candidates]

    def _hit(self, one: Candidate) -> SearchHit:
        article = self._articles[one.article]
        highlight = self._highlights[one.highlight] if one.highlight is not None else None
        searched = self._searched(one, article, highlight)
        spans = places(self._terms, searched)
        snippet, matches = excerpt(searched, spans)
        return SearchHit(
            kind=one.kind,
            article_id=article.id,
            highlight_id=highlight.id if highlight is not None else None,
            title=article.title,
            snippet=snippet,
            matches=tuple(matches),
            span=self._span(one, article, highlight, spans),
            rank=one.rank,
            label_id=highlight.label_id if highlight is not None else None,
        )

    def _searched(self, one: Candidate, article: Found, highlight: Highlight | None) -> str:
        """Return the text that a hit shows a piece of."""
        if one.claim is not None:
            return searchable(CLAIM, self._claims[one.claim][1])
        if highlight is not None:
            return highlight.quote
        found = self._paragraphs.get(one.paragraph) if one.paragraph is not None else None
        return str(found.text if found is not None else article.title)

    def _span(
        self, one: Candidate, article: Found, highlight: Highlight | None, spans: list[Span]
    ) -> Span | None:
        if highlight is not None:
            return highlight.hull if highlight.revision_id == article.revision_id else None
        if one.paragraph is None or not spans:
            return None
        base = self._paragraphs[one.paragraph].base
        return Span(base + spans[0].start, base + spans[0].end)
