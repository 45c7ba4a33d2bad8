"""Search the slow way: every text that can be seen, read and cut into words anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.search_query import search_query
from annotator.core.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.store.project_store import ProjectStore

QUERIES = (
    "rain", "it", "the en", "we stayed", '"we stayed"', '"stayed we"', "nobody 3.5", "who", "wh",
    "北京", "京", "大学", "北京大", "海", "poured", "e", "rain nobody", "“北京” the",
)  # fmt: skip


def require_found_as_scanned(store: ProjectStore, queries: Sequence[str] = QUERIES) -> None:
    """Ask each query of the index and of a scan, which must agree."""
    known = list(_seen(store))
    for query in queries:
        terms = list(search_query(query).terms)
        expected = [
            answer
            for answer, texts in known
            if all(any(term.among(text) for text in texts) for term in terms)
        ]
        hits = store.search(query, limit=1_000)
        found = [(hit.kind, hit.article_id, hit.highlight_id) for hit in hits]
        assert sorted(found, key=str) == sorted(expected, key=str), query
        assert [hit.rank for hit in hits] == sorted(hit.rank for hit in hits), query


def _seen(store: ProjectStore):
    """Yield kind, article and highlight of all that can be found, with the words of its texts."""
    bearers: dict[str, tuple[int, str, str]] = {}
    for summary in store.articles():
        article = summary.article
        passages = store.content(article.id).revision.text.split("\n")
        yield ("article", article.id, None), [words(one) for one in (article.title, *passages)]
        for one in store.highlights(article.id):
            yield ("highlight", article.id, one.id), [words(one.quote)]
            if one.claim_id is not None:
                bearer = (one.key, article.id, one.id)
                bearers[one.claim_id] = min(bearer, bearers.get(one.claim_id, bearer))
    for claim_id, (_, article_id, highlight_id) in bearers.items():
        claim = store.claim(claim_id)
        noted = (claim.speaker, claim.affiliation, claim.restated, claim.justification, claim.note)
        yield ("note", article_id, highlight_id), [words(" · ".join(noted))]
