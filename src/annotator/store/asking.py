"""What the parts of one search share: the connection, the query, its conditions, its patience."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

from sqlalchemy import text

from annotator.core.words import is_paired, words
from annotator.store.filters import conditions, fts
from annotator.store.search_index import TABLES
from annotator.store.states import ARTICLE, CLAIM, HIGHLIGHT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy import Row
    from sqlalchemy.engine import Connection

    from annotator.core.search_query import SearchQuery
    from annotator.core.search_terms import Term
    from annotator.service.finding import HitKind
    from annotator.store.filters import Conditions
    from annotator.store.patience import Patience

    Found: TypeAlias = Row[*tuple[Any, ...]]

TITLES: Final = TABLES[ARTICLE]
QUOTES: Final = TABLES[HIGHLIGHT]
NOTES: Final = TABLES[CLAIM]
# As many rows as can be ranked in the time between two keys.
MOST_RANKED: Final = 8_000
# As many places as FTS5 can collect in a moment for the words that begin alike.
MOST_BEGUN: Final = 30_000

# In the connection's own temporary schema: nothing of it is in the file.
_VOCABULARY: Final = """
CREATE VIRTUAL TABLE IF NOT EXISTS temp.{name}_vocabulary USING fts5vocab (main, {name}, instance)
"""
_BEGUN: Final = """
SELECT count(*) FROM (
    SELECT 1 FROM temp.{name}_vocabulary WHERE term >= :low AND term < :high LIMIT :limit
)
"""
_MANY: Final = """
SELECT count(*) FROM (SELECT 1 FROM {name} WHERE {name} MATCH :terms LIMIT :limit)
"""


class Candidate(NamedTuple):
    """What may answer a search, by its keys."""

    kind: HitKind
    rank: float
    article: int
    highlight: int | None = None
    claim: int | None = None
    paragraph: int | None = None


@dataclass(frozen=True)
class Asking:
    """One query put to one connection; ``limit`` is how many answers are wanted of each kind."""

    connection: Connection
    query: SearchQuery
    limit: int
    patience: Patience

    @cached_property
    def conditions(self) -> Conditions:
        """The conditions that the filters make."""
        return conditions(self.connection, self.query)

    def rows(self, statement: str, **parameters: object) -> Iterator[Found]:
        """Yield the rows of a statement one by one."""
        known = self.conditions.parameters | parameters
        yield from self.connection.execute(text(statement), known)

    def many(self, table: str, terms: Iterable[Term]) -> int:
        """Count the rows that have some terms, up to one more than can be ranked."""
        wanted = " AND ".join(map(fts, terms))
        asked = {"terms": wanted, "limit": MOST_RANKED + 1}
        return int(self.connection.execute(text(_MANY.format(name=table)), asked).scalar_one())

    def is_broad(self, table: str, term: Term) -> bool:
        """Tell whether what begins as a term does is so frequent that looking it up is slow.

        FTS5 collects all that a beginning stands for before it gives the first row.
        """
        last = term.words[-1]
        if not term.open or is_paired(last):
            return False
        self.connection.execute(text(_VOCABULARY.format(name=table)))
        after = f"{last[:-1]}{chr(ord(last[-1]) + 1)}"
        asked = {"low": last, "high": after, "limit": MOST_BEGUN + 1}
        found = self.connection.execute(text(_BEGUN.format(name=table)), asked).scalar_one()
        return int(found) > MOST_BEGUN

    def accepts(self, searched: str, unsure: Iterable[Term]) -> bool:
        """Tell whether a text has all terms that were not looked up, and none of the unwanted."""
        terms = list(unsure)
        if not terms and not self.query.without:
            return True
        there = words(searched)
        return all(term.among(there) for term in terms) and not any(
            term.among(there) for term in self.query.without
        )


def is_ranked(count: int) -> bool:
    """Tell whether so many rows can be ranked."""
    return count <= MOST_RANKED
