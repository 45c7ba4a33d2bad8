"""Keeping a sorted list of highlights as a fresh question would give it, change by change."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import text

from annotator.core.records import Article, ClaimRecord, Highlight, Label
from annotator.core.words import words
from annotator.service.finding import ListingChange
from annotator.store import listing_sql
from annotator.store.columns import UuidBytes
from annotator.store.search_index import searchable
from annotator.store.states import CLAIM

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Row
    from sqlalchemy.engine import Connection

    from annotator.core.records import Record
    from annotator.core.search_query import SearchQuery
    from annotator.service.changes import Changes
    from annotator.service.finding import SortName
    from annotator.store.filters import Conditions
    from annotator.store.key_list import KeyList

STALE: Final = ListingChange(stale=True)
# Beyond this, building the list anew costs less than finding a place for each.
_MOST: Final = 500


@dataclass(slots=True)
class Touched:
    """The highlights that a change may have moved, by their keys or by what they belong to."""

    keys: set[int] = field(default_factory=set)
    claims: set[str] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)

    @classmethod
    def by(cls, changes: Changes, sort: SortName, query: SearchQuery) -> Touched | None:
        """Return what a change touched; None where that may be everything."""
        if changes.reload:
            return None
        touched = cls()
        minds_labels = sort == "label" or any(one.name in {"label", "is"} for one in query.filters)
        for alteration in changes.alterations:
            if isinstance(alteration.record, Label) and minds_labels:
                return None
            touched._add(alteration.record, alteration.before, alteration.after)
        return touched if len(touched.keys) <= _MOST else None

    def _add(self, record: Record, before: Record | None, after: Record | None) -> None:
        if isinstance(record, Highlight):
            self.keys.update(one.key for one in (before, after) if isinstance(one, Highlight))
        elif isinstance(record, ClaimRecord):
            self.claims.add(record.id)
        elif isinstance(record, Article) and before != after:
            self.articles.add(record.id)

    def __bool__(self) -> bool:
        """Tell whether anything was touched."""
        return bool(self.keys or self.claims or self.articles)

    def all_keys(self, connection: Connection) -> set[int]:
        """Return the keys of all that was touched, those in the list no more left out."""
        found = set(self.keys)
        bind = UuidBytes().process_bind_param
        for claim in self.claims:
            asked = {"of_claim": bind(claim, connection.dialect)}
            found.update(connection.execute(listing_sql.OF_CLAIM, asked).scalars())
        for article in self.articles:
            of_article = {"of_article": bind(article, connection.dialect), "limit": _MOST + 1}
            found.update(connection.execute(listing_sql.OF_ARTICLE, of_article).scalars())
        return found


def follow(
    connection: Connection,
    keys: KeyList,
    touched: Touched,
    *,
    by: SortName,
    query: tuple[SearchQuery, Conditions],
) -> ListingChange:
    """Bring a list up to date and tell what that did to its positions."""
    moved = touched.all_keys(connection)
    if len(moved) > _MOST:
        return STALE
    order = _Order(connection, by)
    fitting = order.fitting(moved, *query)
    found = ((keys.position(key), key) for key in moved)
    removed = sorted(((place, key) for place, key in found if place is not None), reverse=True)
    for place, _ in removed:
        keys.delete(place)
    inserted = []
    for value in fitting:
        place = order.place(keys, value)
        keys.insert(place, value[-1])
        inserted.append((place, value[-1]))
    if removed[::-1] == inserted:
        return ListingChange(altered=tuple(place for place, _ in inserted))
    return ListingChange(
        tuple(place for place, _ in removed), tuple(place for place, _ in inserted)
    )


class _Order:
    """The order of a list, as the file tells it."""

    def __init__(self, connection: Connection, by: SortName) -> None:
        self._connection = connection
        self._by = by
        self._width = len(listing_sql.ORDERS[by]) + 1

    def fitting(
        self, keys: Iterable[int], query: SearchQuery, asked: Conditions
    ) -> list[tuple[Any, ...]]:
        """Return what those keys that fit are sorted by, in order; the last value is the key."""
        rows = self._rows(keys, asked.of_highlights(), asked.parameters)
        return sorted(tuple(row)[: self._width] for row in rows if _has_words(row, query))

    def place(self, keys: KeyList, value: tuple[Any, ...]) -> int:
        """Return where a value belongs, asking the file for a few others on the way."""
        low, high = 0, len(keys)
        while low < high:
            middle = (low + high) // 2
            there = self._rows([keys[middle]], "", {})
            # One that is gone meanwhile, of which a change to come will tell, is passed by.
            if there and tuple(there[0])[: self._width] > value:
                high = middle
            else:
                low = middle + 1
        return low

    def _rows(
        self, keys: Iterable[int], conditions: str, parameters: dict[str, object]
    ) -> list[Row[Any]]:
        statement = text(listing_sql.places_of(self._by, conditions))
        asked = parameters | {"keys": json.dumps(list(keys))}
        return list(self._connection.execute(statement, asked))


def _has_words(row: Row[Any], query: SearchQuery) -> bool:
    """Tell whether a highlight's quote or its claim record has the words of a query."""
    state = row._mapping  # noqa: SLF001 - SQLAlchemy's name for it
    texts = [words(state["quote"]), words(searchable(CLAIM, dict(state)))]
    if any(term.among(one) for term in query.without for one in texts):
        return False
    return any(all(term.among(one) for term in query.terms) for one in texts)
