"""The table of highlights: its keys sorted once, in a worker, and kept so change by change.

The file is read in slices, each of which holds it for a moment only: tags go on meanwhile. What
a change touches between two slices is looked at again at the end.
"""

from __future__ import annotations

import json
import threading
from contextlib import closing
from typing import TYPE_CHECKING, Final

from sqlalchemy import text

from annotator.core.search_query import search_query
from annotator.service.finding import HighlightSort, ListedHighlight, ListingChange
from annotator.store import listing_sql
from annotator.store.asking import Asking
from annotator.store.filters import conditions, install
from annotator.store.finder import Outlook
from annotator.store.highlight_streams import NARROW, HighlightStreams
from annotator.store.key_list import KeyList
from annotator.store.listing_changes import STALE, Touched, follow
from annotator.store.patience import Patience

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sqlalchemy.engine import Connection

    from annotator.core.search_query import Misunderstood
    from annotator.service.changes import Changes
    from annotator.store.filters import Conditions
    from annotator.store.finder import Prepare

# How much is read while the file is held: some tens of milliseconds.
_SLICE: Final = 10_000
# The first slice by article, after which each is twice as long: rows are shown at once.
_FIRST_SLICE: Final = 500


BY_ARTICLE: Final = HighlightSort()


def _nobody(_count: int) -> None:
    return


class FileListing:
    """The highlights that fit a query, sorted, from a connection of its own."""

    def __init__(
        self,
        path: Path,
        query: str,
        sort: HighlightSort = BY_ARTICLE,
        *,
        prepare: Prepare = install,
    ) -> None:
        self.sort = sort
        self._path, self._prepare_for = path, prepare
        # For pages and changes; a build has a connection of its own, so that neither waits.
        self._outlook = Outlook(path, prepare)
        self._query = search_query(query)
        self._keys = KeyList()
        self._lock = threading.Lock()
        # Every call of ``build`` and of ``cancel`` has a number; who is not the newest gives up.
        self._build = 0
        self._builder = 0
        self._building = False
        # True where changes were missed, so that only a build makes the rows current again.
        self._behind = False
        self._pending: list[Changes] = []
        with self._outlook.reading(Patience()) as shelf:
            self._conditions = conditions(shelf.lookup.connection, self._query)

    @property
    def misunderstood(self) -> tuple[Misunderstood, ...]:
        """What of the query was not understood."""
        return tuple(dict.fromkeys(self._conditions.misunderstood))

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self._keys)

    def cancel(self) -> None:
        """Let a running ``build`` raise ``SupersededError`` soon; never waits."""
        self._build += 1

    def close(self) -> None:
        """Cancel, and let go of the connection."""
        self.cancel()
        self._outlook.close()

    def build(self, told: Callable[[int], None] = _nobody) -> None:
        """Find and sort the rows; ``told`` hears how many there are so far."""
        self.cancel()
        number = self._build
        patience = Patience(unwanted=lambda: self._build != number)
        before = self._keys
        with self._lock:
            self._builder, self._building, self._pending = number, True, []
        keys = KeyList()
        if not before:
            self._keys = keys
        try:
            self._fill(keys, patience, told)
            self._finish(keys, patience)
        except BaseException:
            with self._lock:
                if self._builder == number:
                    self._keys, self._building = before, False
                    self._behind = self._behind or bool(self._pending)
            raise
        told(len(keys))

    def _fill(self, keys: KeyList, patience: Patience, told: Callable[[int], None]) -> None:
        with closing(Outlook(self._path, self._prepare_for)) as outlook:
            with outlook.reading(patience) as shelf:
                few = self._prepare(shelf.lookup.connection, patience)
            wanted = self._conditions.of_highlights() + listing_sql.word_conditions(self._query)
            if few is not None:
                slices = self._by_few(outlook, wanted, patience, few)
            elif self.sort.by == "article":
                slices = self._by_article(outlook, wanted, patience)
            else:
                slices = self._by_value(outlook, wanted, patience)
            for found in slices:
                patience.require_wanted()
                with self._lock:
                    keys.extend(found)
                told(len(keys))

    def _prepare(self, connection: Connection, patience: Patience) -> list[int] | None:
        """Look the words up; return the keys of all that can fit where those are few."""
        self._conditions = conditions(connection, self._query)
        for statement in listing_sql.RESET:
            connection.exec_driver_sql(statement)
        for statement, terms in listing_sql.with_words(self._query):
            connection.execute(text(statement), {"terms": terms})
        if self._query.terms:
            known = connection.execute(listing_sql.KNOWN, {"limit": NARROW + 1}).scalars().all()
            if len(known) <= NARROW:
                return list(known)
        return HighlightStreams(Asking(connection, self._query, NARROW, patience)).few

    def _by_few(
        self, outlook: Outlook, wanted: str, patience: Patience, keys: list[int]
    ) -> Iterator[list[int]]:
        """Yield the keys of those that fit, sorted, in one slice."""
        statement = text(listing_sql.slice_of_few(self.sort.by, wanted))
        asked = self._conditions.parameters | {"keys": json.dumps(keys)}
        with outlook.reading(patience) as shelf:
            found = list(shelf.lookup.connection.execute(statement, asked).scalars())
        yield found

    def _by_article(self, outlook: Outlook, wanted: str, patience: Patience) -> Iterator[list[int]]:
        """Yield keys in their final order, some articles at a time."""
        statement = text(listing_sql.slice_of_articles(wanted))
        with outlook.reading(patience) as shelf:
            homes = shelf.lookup.connection.execute(listing_sql.HOMES).all()
        for group in _grouped([(key, number) for key, number in homes]):
            asked = self._conditions.parameters | {"homes": json.dumps(group)}
            with outlook.reading(patience) as shelf:
                found = list(shelf.lookup.connection.execute(statement, asked).scalars())
            # Only now: whoever hears of them may take his time, and the file is free.
            yield found

    def _by_value(self, outlook: Outlook, wanted: str, patience: Patience) -> Iterator[list[int]]:
        """Put all aside with what they are sorted by, slice by slice, then yield them sorted."""
        statement = text(listing_sql.slice_of_keys(self.sort.by, wanted))
        with outlook.reading(patience) as shelf:
            last = shelf.lookup.connection.execute(listing_sql.LAST_KEY).scalar_one()
        for low in range(0, last, _SLICE):
            asked = self._conditions.parameters | {"low": low, "high": low + _SLICE}
            with outlook.reading(patience) as shelf:
                shelf.lookup.connection.execute(statement, asked)
        with outlook.sorting(patience) as connection:
            rows = connection.exec_driver_sql(listing_sql.SORTED).scalars()
            while found := rows.fetchmany(_SLICE):
                yield list(found)

    def _finish(self, keys: KeyList, patience: Patience) -> None:
        """Take in what altered meanwhile and show the list."""
        while True:
            patience.require_wanted()
            with self._lock:
                pending, self._pending = self._pending, []
                if not pending:
                    self._keys, self._building, self._behind = keys, False, False
                    return
            for changes in pending:
                patience.require_wanted()
                if self._follow(keys, changes).stale:
                    fresh = KeyList()
                    self._fill(fresh, patience, _nobody)
                    self._finish(fresh, patience)
                    return

    def keys(self) -> Iterator[int]:
        """Yield the keys of all rows."""
        for start in range(0, len(self._keys), _SLICE):
            with self._lock:
                page = self._page(start, _SLICE)
            yield from page

    def rows(self, offset: int, limit: int) -> list[ListedHighlight]:
        """Return one page; costs the page, wherever it is."""
        with self._lock:
            keys = self._page(offset, limit)
        with self._outlook.reading(Patience()) as shelf:
            rows = shelf.lookup.connection.execute(listing_sql.ROWS, {"keys": json.dumps(keys)})
            return [_listed(row._mapping) for row in rows]  # noqa: SLF001 - SQLAlchemy's name for it

    def _page(self, offset: int, limit: int) -> list[int]:
        start, end = max(0, offset), min(len(self._keys), max(0, offset) + max(0, limit))
        if not self.sort.descending:
            return self._keys.page(start, end)
        size = len(self._keys)
        return self._keys.page(max(0, size - end), max(0, size - start))[::-1]

    def position(self, key: int) -> int | None:
        """Return the row of a highlight, by its key."""
        with self._lock:
            found = self._keys.position(key)
            if found is None or not self.sort.descending:
                return found
            return len(self._keys) - 1 - found

    def take(self, changes: Changes) -> ListingChange:
        """Follow a change; costs what it touches. During ``build`` it is kept for its end."""
        with self._lock:
            if self._building:
                self._pending.append(changes)
                return ListingChange()
            if self._behind:
                return STALE
            size = len(self._keys)
            done = self._follow(self._keys, changes)
            return _turned(done, size, len(self._keys)) if self.sort.descending else done

    def _follow(self, keys: KeyList, changes: Changes) -> ListingChange:
        touched = Touched.by(changes, self.sort.by, self._query)
        if touched is None:
            return STALE
        if not touched:
            return ListingChange()
        with self._outlook.reading(Patience()) as shelf:
            connection: Connection = shelf.lookup.connection
            asked: Conditions = self._conditions
            return follow(connection, keys, touched, by=self.sort.by, query=(self._query, asked))


def _grouped(homes: list[tuple[int, int]]) -> Iterator[list[int]]:
    """Yield the articles in order, as many at a time as have about a slice of highlights."""
    group: list[int] = []
    number, enough = 0, _FIRST_SLICE
    for key, highlights in homes:
        group.append(key)
        number += highlights
        if number >= enough:
            yield group
            group, number, enough = [], 0, min(2 * enough, _SLICE)
    if group:
        yield group


def _turned(done: ListingChange, before: int, after: int) -> ListingChange:
    """Return a change with positions counted from the other end."""
    return ListingChange(
        removed=tuple(before - 1 - place for place in reversed(done.removed)),
        inserted=tuple(after - 1 - place for place in reversed(done.inserted)),
        altered=tuple(after - 1 - place for place in reversed(done.altered)),
        stale=done.stale,
    )


def _listed(row: object) -> ListedHighlight:
    values = dict(row)  # type: ignore[call-overload]  # a mapping of columns
    return ListedHighlight(**values | {"has_note": bool(values["has_note"])})
