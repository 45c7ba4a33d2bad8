"""The articles that may answer a search: those whose title and paragraphs have every word.

A word that too many paragraphs have is not looked up where a rarer one is: it is looked for in
the articles which the rarer one finds. Where all words are so common, those articles come first
that have them in one paragraph, the newest paragraph before all; if these are not enough, the
newest articles are read until there are.
"""

from __future__ import annotations

from functools import cached_property
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Final, NamedTuple

from annotator.core.words import words
from annotator.store.asking import MOST_RANKED, TITLES, Candidate
from annotator.store.filters import fts
from annotator.store.search_index import PARAGRAPHS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from annotator.core.search_terms import Term
    from annotator.store.asking import Asking

# One question for each term; CROSS JOIN keeps the order of the loops.
_IN_TEXT: Final = f"""
SELECT {{number}}, article."key", {PARAGRAPHS}.rowid, {PARAGRAPHS}.rank
FROM {PARAGRAPHS}
CROSS JOIN revision_paragraph AS place ON place.paragraph_key = {PARAGRAPHS}.rowid
CROSS JOIN article ON article.revision_key = place.revision_key AND article.removed = 0
WHERE {PARAGRAPHS} MATCH :term_{{number}}{{conditions}}
UNION ALL
SELECT {{number}}, article."key", NULL, {TITLES}.rank
FROM {TITLES}
CROSS JOIN article ON article."key" = {TITLES}.rowid AND article.removed = 0
WHERE {TITLES} MATCH :term_{{number}}{{conditions}}
"""  # noqa: S608 - the names are this program's own tables
_RANKED: Final = """
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
_EVERY: Final = """
SELECT article."key" AS article, 0.0 AS rank, NULL AS paragraph FROM article
WHERE article.removed = 0{conditions} ORDER BY article."key" DESC
"""
_TOGETHER: Final = f"""
SELECT article."key" AS article, 0.0 AS rank, {PARAGRAPHS}.rowid AS paragraph
FROM {PARAGRAPHS}
CROSS JOIN revision_paragraph AS place ON place.paragraph_key = {PARAGRAPHS}.rowid
CROSS JOIN article ON article.revision_key = place.revision_key AND article.removed = 0
WHERE {PARAGRAPHS} MATCH :terms{{conditions}} ORDER BY {PARAGRAPHS}.rowid DESC
"""  # noqa: S608 - see above
_WORDING: Final = """
SELECT * FROM (
    SELECT paragraph."key", paragraph.text FROM article
    CROSS JOIN revision_paragraph AS place ON place.revision_key = article.revision_key
    CROSS JOIN paragraph ON paragraph."key" = place.paragraph_key
    WHERE article."key" = :article ORDER BY place.ordinal
)
UNION ALL
SELECT NULL, title FROM article WHERE "key" = :article
"""
_UNLIMITED: Final = -1
# Of the time for all of a search: highlights and notes are looked for as well.
_SHARE: Final = 0.4


class _Reading(NamedTuple):
    """What reading an article for some terms told: do all fit, and which paragraph shows it."""

    fits: bool
    paragraph: int | None


class ArticleCandidates:
    """Finds articles by their words, or by filters alone."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking
        self._terms = asking.query.terms
        # False once better ones than those returned may have been left out.
        self.complete = True

    def articles(self) -> list[Candidate]:
        """Return the articles that have every word; none where a filter is for highlights."""
        if self._asking.conditions.highlights_alone:
            return []
        looked_up, unsure = self._parted()
        taken: dict[int, Candidate] = {}
        with self._asking.patience.bounded(_SHARE):
            if looked_up:
                self._take(taken, self._best(looked_up, exact=not unsure), unsure)
            else:
                self._take(taken, self._together(), self._broad)
                self._take(taken, self._every(), unsure)
        unranked = bool(self._terms) and not looked_up and len(taken) == self._asking.limit
        self.complete = not (self._asking.patience.spent or unranked)
        return list(taken.values())

    def _take(
        self, taken: dict[int, Candidate], rows: Iterable[Candidate], unsure: Sequence[Term]
    ) -> None:
        """Take those in that fit, until there are enough or the time is up."""
        if len(taken) >= self._asking.limit:
            return
        for candidate in rows:
            if candidate.article in taken:
                continue
            reading = self._read(candidate.article, unsure)
            if reading.fits:
                paragraph = candidate.paragraph or reading.paragraph
                taken[candidate.article] = candidate._replace(paragraph=paragraph)
            if self._asking.patience.is_over() or len(taken) == self._asking.limit:
                return

    def _parted(self) -> tuple[list[Term], list[Term]]:
        """Return the terms to look up, the rarest first, and those to look for by reading."""
        counts = [
            (MOST_RANKED + 1 if term in self._broad else self._count(term), n)
            for n, term in enumerate(self._terms)
        ]
        looked_up: list[Term] = []
        unsure: list[Term] = []
        rows = 0
        for count, number in sorted(counts):
            rows += count
            (looked_up if rows <= MOST_RANKED else unsure).append(self._terms[number])
        return looked_up, unsure

    @cached_property
    def _broad(self) -> list[Term]:
        """The terms that nothing is looked up by."""
        return [term for term in self._terms if self._asking.is_broad(PARAGRAPHS, term)]

    def _together(self) -> Iterator[Candidate]:
        """Yield articles by their newest paragraphs that have all words which can be looked up."""
        terms = [term for term in self._terms if term not in self._broad]
        if not terms:
            return
        statement = _TOGETHER.format(conditions=self._asking.conditions.of_articles())
        for row in self._asking.rows(statement, terms=" AND ".join(map(fts, terms))):
            yield Candidate("article", row.rank, row.article, paragraph=row.paragraph)

    def _count(self, term: Term) -> int:
        return self._asking.many(PARAGRAPHS, [term]) + self._asking.many(TITLES, [term])

    def _best(self, terms: Sequence[Term], *, exact: bool) -> Iterator[Candidate]:
        allowed = self._asking.conditions.of_articles()
        parts = (_IN_TEXT.format(number=n, conditions=allowed) for n in range(len(terms)))
        statement = _RANKED.format(hits="UNION ALL".join(parts), count=len(terms))
        asked: dict[str, object] = {f"term_{n}": fts(term) for n, term in enumerate(terms)}
        sure = exact and not self._asking.query.without
        limit = self._asking.limit if sure else _UNLIMITED
        rows = self._asking.rows(statement, limit=limit, **asked)
        for _, group in groupby(rows, key=attrgetter("article")):
            # The first row of each article is that of the paragraph which shows it best.
            row = next(group)
            yield Candidate("article", row.rank, row.article, paragraph=row.paragraph)

    def _every(self) -> Iterator[Candidate]:
        statement = _EVERY.format(conditions=self._asking.conditions.of_articles())
        for row in self._asking.rows(statement):
            yield Candidate("article", row.rank, row.article)

    def _read(self, article: int, unsure: Sequence[Term]) -> _Reading:
        """Look in an article for terms, of which it must have all, and for unwanted ones."""
        without = self._asking.query.without
        missing, shown = set(unsure), None
        if not missing and not without:
            return _Reading(fits=True, paragraph=None)
        for paragraph, wording in self._asking.rows(_WORDING, article=article):
            there = words(wording)
            if any(term.among(there) for term in without):
                return _Reading(fits=False, paragraph=None)
            found = {term for term in missing if term.among(there)}
            if found and shown is None:
                shown = paragraph
            missing -= found
            if not missing and not without:
                break
        return _Reading(not missing, shown)
