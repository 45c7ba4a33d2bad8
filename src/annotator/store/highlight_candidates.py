"""The highlights and notes that may answer a search, best first.

FTS5 ranks them where few enough have the words. Where more have them, ranking would read a
million rows for the sake of fifty: the newest come first then.
"""

from __future__ import annotations

import json
from functools import cached_property
from itertools import groupby, islice
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from annotator.store.asking import NOTES, QUOTES, Candidate, is_ranked
from annotator.store.filters import fts
from annotator.store.search_index import searchable
from annotator.store.states import CLAIM

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from annotator.core.search_terms import Term
    from annotator.store.asking import Asking, Found

# Filters that leave no more highlights than this are asked first.
_NARROW: Final = 20_000

_OF_HIGHLIGHT: Final = """
CROSS JOIN article ON article."key" = highlight.article_key AND article.removed = 0
LEFT JOIN claim ON claim."key" = highlight.claim_key
"""
_BY_QUOTE: Final = f"""
SELECT highlight."key" AS highlight, highlight.article_key AS article, highlight.quote,
       {{rank}} AS rank
FROM {QUOTES} CROSS JOIN highlight ON highlight."key" = {QUOTES}.rowid {_OF_HIGHLIGHT}
WHERE {QUOTES} MATCH :terms{{conditions}} ORDER BY {{order}}
"""  # noqa: S608 - the names are this program's own tables
_BY_NOTE: Final = f"""
SELECT highlight."key" AS highlight, highlight.article_key AS article, {NOTES}.rowid AS claim_key,
       {{rank}} AS rank, claim.*
FROM {NOTES} CROSS JOIN highlight ON highlight.claim_key = {NOTES}.rowid {_OF_HIGHLIGHT}
WHERE {NOTES} MATCH :terms{{conditions}} ORDER BY {{order}}
"""  # noqa: S608 - see above
_BY_FILTER: Final = f"""
SELECT highlight."key" AS highlight, highlight.article_key AS article, highlight.quote
FROM {{driver}} {_OF_HIGHLIGHT}
WHERE {{wanted}}{{conditions}} ORDER BY {{order}} DESC
"""  # noqa: S608 - see above
_EVERY: Final = ("highlight", "1", 'highlight."key"')
_OF_SPEAKER: Final = (
    f"{NOTES} CROSS JOIN highlight ON highlight.claim_key = {NOTES}.rowid",
    f"{NOTES} MATCH :speaker",
    f"{NOTES}.rowid",
)
_WITH_CLAIM: Final = (
    'claim AS bearer CROSS JOIN highlight ON highlight.claim_key = bearer."key"',
    "1",
    'bearer."key"',
)
_AT_HOME: Final = (
    "json_each(:homes) AS home CROSS JOIN highlight ON highlight.article_key = home.value",
    "1",
    'highlight."key"',
)
_BY_CLAIM: Final = f"""
SELECT highlight."key" AS highlight, highlight.article_key AS article, claim."key" AS claim_key,
       0.0 AS rank, claim.*
FROM claim AS bearer CROSS JOIN highlight ON highlight.claim_key = bearer."key" {_OF_HIGHLIGHT}
WHERE 1{{conditions}} ORDER BY bearer."key" DESC
"""  # noqa: S608 - see above
_HOMES: Final = """
SELECT article."key", article_counts.{count} AS number
FROM article CROSS JOIN {table} AS article_counts ON article_counts.article_key = article."key"
WHERE article.removed = 0 AND {wanted}{conditions}
"""


class HighlightCandidates:
    """Finds highlights by their quotes, by their claim records, or by filters alone."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking
        self._terms = asking.query.terms
        # False once better ones than those yielded may have been left out.
        self.complete = True

    def highlights(self) -> list[Candidate]:
        """Return the highlights whose quotes have every word; all that fit where none is asked."""
        looked_up, unsure = self._parted(QUOTES)
        if not looked_up:
            return self._first(self._listed(unsure), ranked=not unsure)
        count = self._asking.many(QUOTES, looked_up)
        if not is_ranked(count) and self._driver is not _EVERY:
            return self._first(self._listed(self._terms))
        rows = self._matching(_BY_QUOTE, QUOTES, looked_up, ranked=is_ranked(count))
        found = (
            Candidate("highlight", row.rank, row.article, row.highlight)
            for row in rows
            if self._asking.accepts(row.quote, unsure)
        )
        return self._first(found, ranked=is_ranked(count))

    def notes(self) -> list[Candidate]:
        """Return the claim records that have every word, through their first highlight."""
        looked_up, unsure = self._parted(NOTES)
        if not self._terms:
            return []
        if not looked_up:
            every = _BY_CLAIM.format(conditions=self._asking.conditions.of_highlights())
            return self._first(self._by_claim(self._asking.rows(every), unsure))
        ranked = is_ranked(self._asking.many(NOTES, looked_up))
        rows = self._matching(_BY_NOTE, NOTES, looked_up, ranked=ranked)
        return self._first(self._by_claim(rows, unsure), ranked=ranked)

    def _by_claim(self, rows: Iterable[Found], unsure: list[Term]) -> Iterator[Candidate]:
        for claim, bearers in groupby(rows, key=attrgetter("claim_key")):
            row = min(bearers, key=attrgetter("highlight"))
            if self._asking.accepts(searchable(CLAIM, dict(row._mapping)), unsure):  # noqa: SLF001 - SQLAlchemy's name for it
                yield Candidate("note", row.rank, row.article, row.highlight, claim)

    @cached_property
    def _driver(self) -> tuple[str, str, str]:
        """What is asked first where no words are looked up: tables, condition, order."""
        if self._asking.conditions.speaker is not None:
            return _OF_SPEAKER
        if self._homes is not None:
            return _AT_HOME
        return _WITH_CLAIM if self._asking.query.named("has") else _EVERY

    @cached_property
    def _homes(self) -> list[int] | None:
        """The articles that hold all highlights which fit, where those are few; else None."""
        found = self._asking.conditions
        if found.labels is None and not found.on_articles:
            return None
        table, count, wanted = "progress", "highlights", "1"
        if found.labels is not None:
            table, count = "label_count", "count"
            wanted = f"article_counts.label_key IN ({', '.join(map(str, found.labels))})"
        statement = _HOMES.format(
            table=table, count=count, wanted=wanted, conditions=found.of_articles()
        )
        homes: dict[int, None] = {}
        number = 0
        for home, here in self._asking.rows(statement):
            homes[home] = None
            number += here
            if number > _NARROW:
                return None
        return list(homes)

    def _parted(self, table: str) -> tuple[list[Term], list[Term]]:
        """Return the terms to look up, and those to look for in what the others find."""
        broad = [self._asking.is_broad(table, term) for term in self._terms]
        looked_up = [term for term, is_ in zip(self._terms, broad, strict=True) if not is_]
        return looked_up, [term for term, is_ in zip(self._terms, broad, strict=True) if is_]

    def _matching(
        self, statement: str, table: str, terms: Iterable[Term], *, ranked: bool
    ) -> Iterator[Found]:
        order = f'{table}.rank, {table}.rowid, highlight."key"' if ranked else f"{table}.rowid DESC"
        shaped = statement.format(
            rank=f"{table}.rank" if ranked else "0.0",
            order=order,
            conditions=self._asking.conditions.of_highlights(),
        )
        return self._asking.rows(shaped, terms=" AND ".join(map(fts, terms)))

    def _listed(self, terms: Iterable[Term]) -> Iterator[Candidate]:
        """Yield what the filters leave, newest first, that has some terms."""
        unsure = list(terms)
        driver, wanted, order = self._driver
        speaker = self._asking.conditions.speaker
        statement = _BY_FILTER.format(
            driver=driver,
            wanted=wanted,
            order=order,
            conditions=self._asking.conditions.of_highlights(),
        )
        parameters = {
            "speaker": fts(speaker) if speaker is not None else None,
            "homes": json.dumps(self._homes),
        }
        used = {name: value for name, value in parameters.items() if f":{name}" in statement}
        for row in self._asking.rows(statement, **used):
            if self._asking.accepts(row.quote, unsure):
                yield Candidate("highlight", 0.0, row.article, row.highlight)

    def _first(self, found: Iterator[Candidate], *, ranked: bool = False) -> list[Candidate]:
        """Return as many as are wanted; unranked ones may have left better ones out."""
        taken: list[Candidate] = []
        with self._asking.patience.bounded():
            for candidate in islice(found, self._asking.limit):
                taken.append(candidate)
                if self._asking.patience.is_over():
                    break
        if self._asking.patience.spent or (not ranked and len(taken) == self._asking.limit):
            self.complete = False
        return taken
