"""Records taken off the file one by one or by their keys."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import bindparam, select

from annotator.core.records import Highlight, ReviewedMark
from annotator.core.request_errors import NotFoundError
from annotator.store import schema
from annotator.store.columns import is_uuid
from annotator.store.reading import states_of
from annotator.store.states import HIGHLIGHT, MARK, read_state
from annotator.store.translate import Translator

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.engine import Connection

    from annotator.core.records import Record
    from annotator.store.engine import Database
    from annotator.store.layouts import Layout
    from annotator.store.lookup import Lookup
    from annotator.store.states import Kind

R = TypeVar("R")
_REMOVED = select(schema.article.c.removed).where(schema.article.c.key == bindparam("of_key"))


class Shelf:
    """Reads whole records under the file's shared lock."""

    def __init__(self, database: Database, lookup: Lookup) -> None:
        self.lookup = lookup
        self.translator = Translator(lookup)
        self._database = database
        self._noticed = -1

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Hold the file still, and forget what others wrote over since the last time."""
        with self._database.reading() as connection:
            if self._noticed != self._database.begun:
                self.lookup.notice(self._database.data_version())
                self._noticed = self._database.begun
            yield connection

    def one(self, kind: Kind, uuid: str, record_type: type[R]) -> R:
        """Return a record by its id; raise ``NotFoundError`` where there is none to be seen."""
        with self.reading() as connection:
            found = read_state(connection, kind, uuid) if is_uuid(uuid) else None
            record = found and self.translator.record(kind, uuid.lower(), found[0])
        if not isinstance(record, record_type):
            raise NotFoundError(kind.name, uuid)
        return record

    def by_keys(self, kind: Kind, keys: list[int], record_type: type[R]) -> list[R]:
        """Return records by their keys, in that order; those that are gone are left out."""
        with self.reading():
            states = states_of(self.lookup, kind, keys)
            claims = (state.get("claim_key") for _, state in states.values())
            self.lookup.learn_uuids(schema.claim, [key for key in claims if key is not None])
            records: list[Record | None] = [
                self.translator.record(kind, uuid, state) for uuid, state in states.values()
            ]
        return [record for record in records if isinstance(record, record_type)]

    def highlights(self, keys: list[int]) -> list[Highlight]:
        """Return highlights by their keys."""
        return self.by_keys(HIGHLIGHT, keys, Highlight)

    def marks(self, keys: list[int]) -> list[ReviewedMark]:
        """Return marks by their keys."""
        return self.by_keys(MARK, keys, ReviewedMark)

    def layout(self, article: int) -> Layout:
        """Return the layout of an article's current revision."""
        revision = self.lookup.current_revision(article)
        assert revision is not None  # noqa: S101 - an article that has a key has a revision
        return self.lookup.layout(revision)

    def in_trash(self, article_id: str) -> bool:
        """Tell whether an article is in the trash."""
        with self.reading() as connection:
            key = self.lookup.key(schema.article, article_id)
            return bool(connection.execute(_REMOVED, {"of_key": key}).scalar_one())
