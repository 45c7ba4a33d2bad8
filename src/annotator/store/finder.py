"""Searching on a connection of its own, so that a worker can and a newer search ends it."""

from __future__ import annotations

from contextlib import contextmanager
from itertools import count
from typing import TYPE_CHECKING

from annotator.core.finding_errors import SupersededError
from annotator.core.search_query import search_query
from annotator.store.engine import Database
from annotator.store.filters import install
from annotator.store.lookup import Lookup
from annotator.store.patience import Patience
from annotator.store.search import Search
from annotator.store.shelf import Shelf

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from typing import TypeAlias

    from sqlalchemy.engine import Connection

    from annotator.service.finding import SearchResult

    # What makes a connection ready for searches.
    Prepare: TypeAlias = Callable[[sqlite3.Connection], None]


class Outlook:
    """A second connection to a project, for reading in another thread."""

    def __init__(self, path: Path, prepare: Prepare = install) -> None:
        self._database = Database(path)
        prepare(self._database.driver)
        self.shelf = Shelf(self._database, Lookup(self._database.connection))
        self._closed = False

    @contextmanager
    def reading(self, patience: Patience) -> Iterator[Shelf]:
        """Hold the file still for as long as it is wanted; threads take turns."""
        with self._database.lock:
            if self._closed:
                raise SupersededError
            with self.shelf.reading(), patience.watching(self._database.driver):
                yield self.shelf

    @contextmanager
    def sorting(self, patience: Patience) -> Iterator[Connection]:
        """Use the connection's own temporary tables, with the file free."""
        with self._database.lock:
            if self._closed:
                raise SupersededError
            with patience.watching(self._database.driver), self._database.connection.begin():
                yield self._database.connection

    def close(self) -> None:
        """Let go of the connection, once nobody reads."""
        with self._database.lock:
            self._closed = True
            self._database.close()


class FileFinder:
    """Searches a project file; a newer search ends the one that is running."""

    def __init__(self, path: Path, prepare: Prepare = install) -> None:
        self._outlook = Outlook(path, prepare)
        self._numbers = count(1)
        # Replaced as a whole, which needs no lock.
        self.newest = 0
        self.hurries = 0

    def ask(self, text: str, *, limit: int = 50) -> FileInquiry:
        """Prepare a search; every earlier one raises ``SupersededError`` soon."""
        self.newest = next(self._numbers)
        return FileInquiry(self, self._outlook, text, limit=limit, number=self.newest)

    def make_way(self) -> None:
        """Let a running search tell what it has so far: somebody wants to write to the file."""
        self.hurries += 1

    def cancel(self) -> None:
        """Let every search raise ``SupersededError`` soon."""
        self.newest = next(self._numbers)

    def close(self) -> None:
        """Cancel, and let go of the connection."""
        self.cancel()
        self._outlook.close()


class FileInquiry:
    """One search, ready to be run in any thread."""

    def __init__(
        self, finder: FileFinder, outlook: Outlook, text: str, *, limit: int, number: int
    ) -> None:
        self._finder = finder
        self._outlook = outlook
        self._query = search_query(text)
        self._limit = limit
        self._number = number

    def run(self, *, seconds: float | None = None) -> SearchResult:
        """Search, for about so long where that is said; raise ``SupersededError``."""
        finder, hurries = self._finder, self._finder.hurries
        patience = Patience(
            seconds=seconds,
            unwanted=self._is_unwanted,
            hurried=lambda: finder.hurries != hurries,
        )
        patience.require_wanted()
        with self._outlook.reading(patience) as shelf:
            return Search(shelf, self._query, self._limit, patience=patience).result()

    def _is_unwanted(self) -> bool:
        return self._finder.newest != self._number
