"""The highlights and notes that may answer a search, best first.

FTS5 ranks them where few enough have the words. Where more have them, ranking would read a
million rows for the sake of fifty: the newest come first then.
"""

from __future__ import annotations

from itertools import groupby, islice
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from annotator.store.asking import NOTES, QUOTES, Candidate, is_ranked
from annotator.store.filters import fts
from annotator.store.highlight_streams import OF_HIGHLIGHT, HighlightStreams
from annotator.store.search_index import searchable
from annotator.store.states import CLAIM

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from annotator.core.search_terms import Term
    from annotator.store.asking import Asking, Found

# Of the time that is left when highlights are looked for; notes have the rest.
_SHARE: Final = 0.6
# Of that, for those who go by filters from the newest highlight on.
_NEWEST: Final = 0.7

_BY_QUOTE: Final = f"""
SELECT highlight."key" AS highlight, highlight.article_key AS article, highlight.quote,
       {{rank}} AS rank
FROM {QUOTES} CROSS JOIN highlight ON highlight."key" = {QUOTES}.rowid {OF_HIGHLIGHT}
WHERE {QUOTES} MATCH :terms{{conditions}} ORDER BY {{order}}
"""  # noqa: S608 - the names are this program's own tables
_BY_NOTE: Final = f"""
SELECT highlight."key" AS highlight, highlight.article_key AS article, {NOTES}.rowid AS claim_key,
       {{rank}} AS rank, claim.*
FROM {NOTES} CROSS JOIN highlight ON highlight.claim_key = {NOTES}.rowid {OF_HIGHLIGHT}
WHERE {NOTES} MATCH :terms{{conditions}} ORDER BY {{order}}
"""  # noqa: S608 - see above
_BY_CLAIM: Final = f"""
SELECT highlight."key" AS highlight, highlight.article_key AS article, claim."key" AS claim_key,
       0.0 AS rank, claim.*
FROM claim AS bearer CROSS JOIN highlight ON highlight.claim_key = bearer."key" {OF_HIGHLIGHT}
WHERE 1{{conditions}} ORDER BY bearer."key" DESC
"""  # noqa: S608 - see above


class HighlightCandidates:
    """Finds highlights by their quotes, by their claim records, or by filters alone."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking
        self._terms = asking.query.terms
        self._streams = HighlightStreams(asking)
        # False once better ones than those yielded may have been left out.
        self.complete = True

    def highlights(self) -> list[Candidate]:
        """Return the highlights whose quotes have every word; all that fit where none is asked."""
        looked_up, unsure = self._parted(QUOTES)
        # What is asked by filters alone has no notes to be looked for afterwards.
        share = _SHARE if self._terms else 1.0
        if not looked_up:
            return self._from_both_ends(unsure, share)
        count = self._asking.many(QUOTES, looked_up)
        if not is_ranked(count) and self._streams.lead:
            return self._from_both_ends(self._terms, share)
        rows = self._matching(_BY_QUOTE, QUOTES, looked_up, ranked=is_ranked(count))
        found = (
            Candidate("highlight", row.rank, row.article, row.highlight)
            for row in rows
            if self._asking.accepts(row.quote, unsure)
        )
        return self._first(found, ranked=is_ranked(count), share=share)

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

    def _from_both_ends(self, terms: Sequence[Term], share: float) -> list[Candidate]:
        """Return the newest that the filters leave; in haste, where there is none, the oldest."""
        ranked = not terms
        newest = self._listed(self._streams, terms)
        taken = self._first(newest, ranked=ranked, share=share * _NEWEST)
        if taken or not self._asking.patience.spent:
            return taken
        oldest = HighlightStreams(self._asking, newest_first=False)
        return self._first(self._listed(oldest, terms), ranked=ranked, share=share)

    def _listed(self, streams: HighlightStreams, terms: Sequence[Term]) -> Iterator[Candidate]:
        """Yield what the filters leave that has some terms."""
        for row in streams.rows():
            if self._asking.accepts(row.quote, terms):
                yield Candidate("highlight", 0.0, row.article, row.highlight)

    def _first(
        self, found: Iterator[Candidate], *, ranked: bool = False, share: float = 1.0
    ) -> list[Candidate]:
        """Return as many as are wanted; unranked ones may have left better ones out."""
        taken: list[Candidate] = []
        with self._asking.patience.bounded(share):
            for candidate in islice(found, self._asking.limit):
                taken.append(candidate)
                if self._asking.patience.is_over():
                    break
        if self._asking.patience.spent or (not ranked and len(taken) == self._asking.limit):
            self.complete = False
        return taken
