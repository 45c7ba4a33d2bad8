"""What other programs did to the file while it was open here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from annotator.service.changes import Changes
from annotator.store import history, schema
from annotator.store.alterations import MOST_TOLD, Alterations
from annotator.store.counters import progress_of
from annotator.store.translate import Translator

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

    from annotator.store.engine import Database
    from annotator.store.lookup import Lookup


class Outside:
    """Remembers which changes were seen, and finds those that were not."""

    def __init__(self, database: Database, lookup: Lookup) -> None:
        self._database = database
        self._lookup = lookup
        self._version = database.data_version()
        with database.reading() as connection:
            lookup.notice(self._version)
            self._generation = lookup.generation
            self._seen = history.heads(connection).sequence
        self._own: set[int] = set()

    def made(self, sequence: int) -> None:
        """Take note of a change of our own."""
        if sequence == self._seen + 1:
            self._seen = sequence
        else:
            self._own.add(sequence)

    def look(self) -> list[Changes]:
        """Return what others committed since the last look; one pragma where nothing."""
        with self._database.lock:
            version = self._database.require_same_file()
            if version == self._version:
                return []
            with self._database.reading() as connection:
                self._lookup.notice(version)
                if self._generation != self._lookup.generation:
                    found = [self._replaced(connection)]
                    newest = found[0].sequence
                else:
                    sequences = history.sequences_after(connection, self._seen)
                    found = [self._changes(one) for one in sequences if one not in self._own]
                    newest = max(sequences, default=self._seen)
            self._version, self._generation = version, self._lookup.generation
            self._own.clear()
            self._seen = newest
            return found

    def _replaced(self, connection: Connection) -> Changes:
        """Return what says that the file was replaced: nothing that was read of it holds."""
        newest, at = history.heads(connection).sequence, history.last_saved(connection) or ""
        return Changes(newest, "Replaced", "outside", (), at=at, reload=True)

    def _changes(self, sequence: int) -> Changes:
        connection = self._lookup.connection
        told = select(schema.change.c.title, schema.change.c.at)
        title, at = connection.execute(told.where(schema.change.c.sequence == sequence)).one()
        if history.size_of(connection, sequence) > MOST_TOLD:
            return Changes(sequence, title, "outside", (), at=at, reload=True)
        alterations = Alterations(Translator(self._lookup))
        articles: dict[int, None] = {}
        for item in history.items_of(connection, sequence):
            state = item.after or item.before or {}
            key = state.get("key") if item.kind.table is schema.article else None
            articles[state.get("article_key", key) or 0] = None
            alterations.note(item)
        progress = progress_of(self._lookup, articles)
        return Changes(sequence, title, "outside", alterations.all(), progress, at)
