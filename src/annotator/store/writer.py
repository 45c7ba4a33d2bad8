"""What surrounds every change: who makes it, as which replica, and how it is put on record."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import insert, select, update

from annotator.service.changes import Changes
from annotator.store import history, schema
from annotator.store.clock import new_id
from annotator.store.door import Door, Stamp
from annotator.store.journal_entries import change_entry, opening_entry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy.engine import Connection

    from annotator.core.records import Timestamp
    from annotator.service.changes import Alteration
    from annotator.store.engine import Database
    from annotator.store.history import Heads, Stacks
    from annotator.store.journal import Journal
    from annotator.store.lookup import Lookup
    from annotator.store.profile import Profile, ReplicaBook, ReplicaEntry

_codebook = schema.codebook_revision.c
_NEWEST_CODEBOOK = (
    select(_codebook.revision, _codebook.guideline).order_by(_codebook.revision.desc()).limit(1)
)


@dataclass(frozen=True, slots=True)
class Machine:
    """The user, this machine's word on one project file, the file's journal, and the clock."""

    profile: Profile
    book: ReplicaBook
    journal: Journal
    now: Callable[[], Timestamp]


@dataclass(slots=True)
class Draft:
    """A change in the making: the door to write through, and all as it was found."""

    door: Door
    heads: Heads
    entry: ReplicaEntry | None
    committed: bool = False


class Writer:
    """Puts changes to one project file on record."""

    def __init__(self, database: Database, lookup: Lookup, machine: Machine) -> None:
        self._database = database
        self._lookup = lookup
        self._machine = machine
        self._introduced = False
        self._inserted = False
        with database.reading() as connection:
            self._project = connection.execute(select(schema.project.c.uuid)).scalar_one()

    @property
    def project(self) -> str:
        """The id of the project."""
        return str(self._project)

    @contextmanager
    def drafting(self) -> Iterator[Draft]:
        """Hold the file for one change; without ``finish`` all of it is undone on leaving."""
        with self._database.writing() as connection:
            self._lookup.notice(self._database.data_version())
            draft = None
            try:
                draft = self._draft(connection)
                yield draft
            finally:
                if draft is None or not draft.committed:
                    self._forget(draft)

    def finish(
        self, draft: Draft, stacks: Stacks, title: str, alterations: tuple[Alteration, ...]
    ) -> Changes:
        """Write the change's record, figures and words, make all of it last, and journal it."""
        connection, door = self._lookup.connection, draft.door
        door.require_kept_promises()
        at = self._machine.now()
        if door.altered_labels():
            _revise_codebook(connection, at)
        progress = door.counters.write()
        door.search.write()
        reviewer = self._machine.profile.reviewer
        row = {
            "sequence": door.stamp.sequence,
            "replica_key": door.stamp.replica_key,
            "counter": door.stamp.counter,
            "reviewer_key": self._lookup.key(schema.reviewer, reviewer.id),
            "at": at,
            "title": title,
            **stacks.row(),
        }
        items = list(door.items.values())
        history.append(connection, row, items)
        entries = self._entries(change_entry(self._lookup, row, items, reviewer=reviewer.id))
        self._commit(draft)
        draft.committed = True
        for entry in entries:
            self._machine.journal.append(entry)
        return Changes(door.stamp.sequence, title, stacks.origin, alterations, progress, at)

    def _forget(self, draft: Draft | None) -> None:
        """Forget what was learned of rows that will never have been."""
        if draft is None or draft.door.wrote or self._inserted:
            self._lookup.clear()
        if self._inserted:
            self._introduced = False

    def _draft(self, connection: Connection) -> Draft:
        self._inserted = False
        self._introduce(connection)
        heads = history.heads(connection)
        entry = self._machine.book.read()
        replica, counter = self._replica(connection, entry)
        stamp = Stamp(replica, counter, heads.sequence + 1)
        return Draft(Door(self._lookup, stamp), heads, entry)

    def _introduce(self, connection: Connection) -> None:
        """See to it that the file knows the user by the present name."""
        if self._introduced:
            return
        reviewer, columns = self._machine.profile.reviewer, schema.reviewer.c
        row = {"uuid": reviewer.id, "name": reviewer.name}
        if self._lookup.find_key(schema.reviewer, reviewer.id) is None:
            connection.execute(insert(schema.reviewer), row)
            self._inserted = True
        else:
            renaming = update(schema.reviewer).where(columns.uuid == reviewer.id)
            renamed = connection.execute(renaming.where(columns.name != reviewer.name), row)
            self._inserted = renamed.rowcount > 0
        self._introduced = True

    def _replica(self, connection: Connection, entry: ReplicaEntry | None) -> tuple[int, int]:
        """Return the key of the replica that this file is here, and its next counter.

        The file goes on as the replica it was only where it and this machine tell the very same
        of it; else it was copied, moved or restored, and begins as another.
        """
        if entry is not None and entry.project == self._project:
            key = self._lookup.find_key(schema.replica, entry.replica)
            if key is not None and history.highest_counter(connection, key) == entry.counter:
                return key, entry.counter + 1
        fresh = new_id()
        connection.execute(insert(schema.replica), {"uuid": fresh})
        self._inserted = True
        return self._lookup.key(schema.replica, fresh), 1

    def _commit(self, draft: Draft) -> None:
        """Commit; this machine's word goes first, for being ahead only costs a new replica."""
        book, before, stamp = self._machine.book, draft.entry, draft.door.stamp
        replica = self._lookup.uuid(schema.replica, stamp.replica_key)
        book.write(self._project, replica, stamp.counter)
        try:
            self._database.commit()
        except BaseException:
            if before is not None:
                book.write(before.project, before.replica, before.counter)
            raise

    def _entries(self, entry: dict[str, object]) -> list[dict[str, object]]:
        if self._machine.journal.is_new():
            return [opening_entry(self._lookup.connection, self._project), entry]
        return [entry]


def _revise_codebook(connection: Connection, at: Timestamp) -> None:
    revision, guideline = connection.execute(_NEWEST_CODEBOOK).one()
    row = {"revision": revision + 1, "created": at, "guideline": guideline}
    connection.execute(insert(schema.codebook_revision), row)
    connection.execute(update(schema.project).values(codebook_revision=revision + 1))
