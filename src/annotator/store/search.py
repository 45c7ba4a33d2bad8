"""Asking the search index: articles, highlights and notes that have every term of a query.

An article has a term where its title or a paragraph of its current revision has it; a highlight
is found by its quote, a claim record by its notes, through the first highlight that bears it.
"""

from __future__ import annotations

import json
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from sqlalchemy import text

from annotator.core.search_query import search_query
from annotator.core.search_terms import excerpt, places
from annotator.core.span import Span
from annotator.service.finding import SearchHit
from annotator.store.columns import UuidBytes
from annotator.store.reading import states_of
from annotator.store.search_index import PARAGRAPHS, searchable
from annotator.store.states import CLAIM

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy import Executable, Row

    from annotator.core.records import Highlight
    from annotator.core.search_terms import Term
    from annotator.service.finding import HitKind
    from annotator.store.shelf import Shelf

    Found: TypeAlias = Row[*tuple[Any, ...]]

# One question for each term; CROSS JOIN keeps the order of the loops.
_IN_TEXT: Final = f"""
SELECT {{number}}, article."key", {PARAGRAPHS}.rowid, {PARAGRAPHS}.rank
FROM {PARAGRAPHS}
CROSS JOIN revision_paragraph AS place ON place.paragraph_key = {PARAGRAPHS}.rowid
CROSS JOIN article ON article.revision_key = place.revision_key AND article.removed = 0
WHERE {PARAGRAPHS} MATCH :term_{{number}}
UNION ALL
SELECT {{number}}, article."key", NULL, title_words.rank
FROM title_words
CROSS JOIN article ON article."key" = title_words.rowid AND article.removed = 0
WHERE title_words MATCH :term_{{number}}
"""  # noqa: S608 - the names are this program's own tables
_ARTICLES: Final = """
WITH hit (term, article, paragraph, rank) AS MATERIALIZED ({hits}),
best (article, rank) AS (
    SELECT article, min(rank) FROM hit GROUP BY article, term
),
found (article, rank) AS MATERIALIZED (
    SELECT article, sum(rank) FROM best GROUP BY article HAVING count(*) = {count}
    ORDER BY 2, 1 LIMIT :limit
)
SELECT found.article, found.rank, hit.paragraph
FROM hit CROSS JOIN found ON found.article = hit.article
GROUP BY found.article, hit.paragraph
ORDER BY found.rank, found.article, hit.paragraph IS NULL, count(*) DESC, sum(hit.rank),
         hit.paragraph
"""
_HIGHLIGHTS: Final = text("""
SELECT highlight."key" AS highlight, highlight.article_key AS article, quote_words.rank AS rank
FROM quote_words
CROSS JOIN highlight ON highlight."key" = quote_words.rowid
CROSS JOIN article ON article."key" = highlight.article_key AND article.removed = 0
WHERE quote_words MATCH :terms
ORDER BY quote_words.rank, highlight."key" LIMIT :limit
""")
_NOTES: Final = text("""
WITH hit (claim, rank) AS MATERIALIZED (
    SELECT rowid, rank FROM claim_words WHERE claim_words MATCH :terms
)
SELECT hit.claim, min(highlight."key") AS highlight, hit.rank, highlight.article_key AS article
FROM hit
CROSS JOIN highlight ON highlight.claim_key = hit.claim
CROSS JOIN article ON article."key" = highlight.article_key AND article.removed = 0
GROUP BY hit.claim ORDER BY hit.rank, hit.claim LIMIT :limit
""")
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

    def __init__(self, shelf: Shelf, query: str, limit: int) -> None:
        self._shelf = shelf
        self._connection = shelf.lookup.connection
        self._terms = list(search_query(query).terms)
        self._limit = limit

    def hits(self) -> list[SearchHit]:
        """Return what was found, best first."""
        if not self._terms or self._limit < 1:
            return []
        found = [*self._articles(), *self._highlights(), *self._notes()]
        return sorted(found, key=attrgetter("rank"))[: self._limit]

    def _articles(self) -> Iterator[SearchHit]:
        parts = (_IN_TEXT.format(number=number) for number in range(len(self._terms)))
        statement = _ARTICLES.format(hits="UNION ALL".join(parts), count=len(self._terms))
        asked = {f"term_{n}": _match(term) for n, term in enumerate(self._terms)}
        rows = self._connection.execute(text(statement), asked | {"limit": self._limit})
        # The first row of each article is that of the paragraph which shows it best.
        best = [next(group) for _, group in groupby(rows.all(), key=attrgetter("article"))]
        articles, paragraphs = self._articles_of(best), self._paragraphs_of(best)
        for row in best:
            article = articles[row.article]
            paragraph = paragraphs.get(row.paragraph)
            searched = article.title if paragraph is None else paragraph.text
            base = None if paragraph is None else paragraph.base
            yield self._hit("article", article, searched, rank=row.rank, base=base)

    def _highlights(self) -> Iterator[SearchHit]:
        rows = self._asked(_HIGHLIGHTS)
        articles, highlights = self._articles_of(rows), self._highlights_of(rows)
        for row in rows:
            article, highlight = articles[row.article], highlights[row.highlight]
            yield self._hit(
                "highlight", article, highlight.quote, rank=row.rank, highlight=highlight
            )

    def _notes(self) -> Iterator[SearchHit]:
        rows = self._asked(_NOTES)
        articles, highlights = self._articles_of(rows), self._highlights_of(rows)
        claims = states_of(self._shelf.lookup, CLAIM, [row.claim for row in rows])
        for row in rows:
            article, highlight = articles[row.article], highlights[row.highlight]
            note = searchable(CLAIM, claims[row.claim][1])
            yield self._hit("note", article, note, rank=row.rank, highlight=highlight)

    def _asked(self, statement: Executable) -> Sequence[Found]:
        terms = " AND ".join(_match(term) for term in self._terms)
        return self._connection.execute(statement, {"terms": terms, "limit": self._limit}).all()

    def _articles_of(self, rows: Iterable[Found]) -> dict[int, Found]:
        """Return ids, titles and current revisions' ids of some rows' articles by their keys."""
        return self._by_key(_TITLES, (row.article for row in rows))

    def _paragraphs_of(self, rows: Iterable[Found]) -> dict[int, Found]:
        """Return the texts of some rows' paragraphs, and where they begin, by their keys."""
        return self._by_key(_PLACED, (row.paragraph for row in rows if row.paragraph is not None))

    def _by_key(self, statement: Executable, keys: Iterable[int]) -> dict[int, Found]:
        rows = self._connection.execute(statement, {"keys": json.dumps(list(keys))})
        return {row[0]: row for row in rows}

    def _highlights_of(self, rows: Iterable[Found]) -> dict[int, Highlight]:
        """Return the highlights of some rows by their keys."""
        keys = list(dict.fromkeys(row.highlight for row in rows))
        return {one.key: one for one in self._shelf.highlights(keys)}

    def _hit(
        self,
        kind: HitKind,
        article: Found,
        searched: str,
        *,
        rank: float,
        base: int | None = None,
        highlight: Highlight | None = None,
    ) -> SearchHit:
        """Return a hit; ``base`` is where a paragraph begins in the article's text."""
        spans = places(self._terms, searched)
        snippet, matches = excerpt(searched, spans)
        span = None
        if highlight is not None and highlight.revision_id == article.revision_id:
            span = highlight.hull
        elif base is not None and spans:
            span = Span(base + spans[0].start, base + spans[0].end)
        return SearchHit(
            kind=kind,
            article_id=article.id,
            highlight_id=highlight.id if highlight is not None else None,
            title=article.title,
            snippet=snippet,
            matches=tuple(matches),
            span=span,
            rank=rank,
        )


def _match(term: Term) -> str:
    """Return a term in the words of FTS5; folded words hold no character that means anything."""
    return f'"{" ".join(term.words)}"' + " *" * term.open
