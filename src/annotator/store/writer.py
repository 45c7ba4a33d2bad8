"""What surrounds every change: who makes it, as which replica, and how it is put on record."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, insert, select, update

from annotator.core.project_errors import ProjectMovedError
from annotator.service.changes import Changes
from annotator.store import history, schema
from annotator.store.clock import new_id
from annotator.store.columns import to_bytes
from annotator.store.door import Door
from annotator.store.items import Stamp
from annotator.store.journal_entries import change_line, opening_entry
from annotator.store.seals import sealed
from annotator.store.spool import Spool

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sqlalchemy.engine import Connection

    from annotator.core.records import Timestamp
    from annotator.store.alterations import Alterations
    from annotator.store.engine import Database
    from annotator.store.history import Heads, Stacks
    from annotator.store.journal import Journal
    from annotator.store.lookup import Lookup
    from annotator.store.profile import Profile, ReplicaBook, ReplicaEntry

    Line = Sequence[bytes] | Spool

_PROJECT = select(schema.project.c.uuid)
_codebook = schema.codebook_revision.c
_NEWEST_CODEBOOK = select(
    select(func.max(_codebook.revision)).scalar_subquery(),
    schema.guideline.c.text,
    schema.guideline.c.verdicts,
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
    committed: bool = False


class Writer:
    """Puts changes to one project file on record."""

    def __init__(self, database: Database, lookup: Lookup, machine: Machine) -> None:
        self._database = database
        self._lookup = lookup
        self._machine = machine
        self._introduced = False
        self._inserted = False
        self._generation = lookup.generation
        # What the file says of its newest change, and of how far this replica came, as long as
        # nobody else wrote.
        self._epoch = lookup.epoch
        self._heads: Heads | None = None
        self._own: tuple[str, int, int] | None = None
        # What this machine's book said before the draft told it of the change to come.
        self._before: ReplicaEntry | None = None
        with database.reading() as connection:
            self._project: str = connection.execute(_PROJECT).scalar_one()

    @property
    def project(self) -> str:
        """The id of the project."""
        return str(self._project)

    @contextmanager
    def drafting(self) -> Iterator[Draft]:
        """Hold the file for one change; without ``finish`` all of it is undone on leaving."""
        with self._database.writing() as connection:
            self._lookup.notice(self._database.require_same_file())
            draft = None
            try:
                draft = self._draft(connection)
                yield draft
            finally:
                if draft is None or not draft.committed:
                    self._forget(draft)
                    self._take_back()

    def finish(self, draft: Draft, stacks: Stacks, title: str, alterations: Alterations) -> Changes:
        """Write the change's record, figures and words, make all of it last, and journal it."""
        connection, door = self._lookup.connection, draft.door
        door.require_kept_promises()
        at = self._machine.now()
        if door.altered_labels():
            _revise_codebook(connection, at)
            self._lookup.forget_mutable()
        progress = door.counters.write()
        door.search.write()
        door.speakers.write()
        reviewer = self._machine.profile.reviewer
        row: dict[str, Any] = {
            "sequence": door.stamp.sequence,
            "replica_key": door.stamp.replica_key,
            "counter": door.stamp.counter,
            "reviewer_key": self._lookup.key(schema.reviewer, reviewer.id),
            "at": at,
            "title": title,
            **stacks.row(),
        }
        replica = self._lookup.uuid(schema.replica, door.stamp.replica_key)
        ids = (self._project, replica, reviewer.id)
        door.items.record(row, draft.heads.hash, ids=ids)
        door.write_graves()
        lines = self._lines(
            door.stamp,
            self._spooled(change_line(self._lookup, row, door, ids=ids), door),
            replica=replica,
        )
        self._database.commit()
        draft.committed = True
        self._lookup.lineage.saw(door.stamp.sequence, row["hash"])
        self._epoch = self._lookup.epoch
        heads = (door.stamp.sequence, stacks.undo_head, stacks.redo_head, row["hash"])
        self._heads = history.Heads(*heads)
        self._own = (replica, door.stamp.replica_key, door.stamp.counter)
        for line in lines:
            self._machine.journal.append_line(line)
        return Changes(
            sequence=door.stamp.sequence,
            title=title,
            origin=stacks.origin,
            alterations=alterations.all(),
            progress=progress,
            at=at,
            reload=alterations.reload,
        )

    def keep_people(self, draft: Draft) -> None:
        """Let reviewers stay as they were renamed, for which no change is on record."""
        if draft.door.people.renamed or self._renamed:
            self._take_back()
            self._database.commit()

    def _forget(self, draft: Draft | None) -> None:
        """Forget what was learned of rows that will never have been."""
        if draft is None or draft.door.wrote or draft.door.people.taken or self._inserted:
            self._lookup.clear()
        if self._inserted:
            self._introduced = False

    def _draft(self, connection: Connection) -> Draft:
        self._inserted = self._renamed = False
        self._recognize(connection)
        self._introduce(connection)
        if self._epoch != self._lookup.epoch:
            self._heads = self._own = None
        heads = self._heads or history.heads(connection)
        replica, counter = self._replica(connection)
        stamp = Stamp(replica, counter, heads.sequence + 1, self._machine.now())
        return Draft(Door(self._lookup, stamp), heads)

    def _recognize(self, connection: Connection) -> None:
        """Raise ``ProjectMovedError`` if the file was replaced by another project."""
        if self._generation == self._lookup.generation:
            return
        if connection.execute(_PROJECT).scalar_one() != self._project:
            raise ProjectMovedError(self._database.path)
        self._generation = self._lookup.generation
        self._introduced = False

    def _introduce(self, connection: Connection) -> None:
        """See to it that the file knows the user by the present name."""
        if self._introduced:
            return
        reviewer, columns = self._machine.profile.reviewer, schema.reviewer.c
        row: dict[str, object] = {"uuid": reviewer.id, "name": reviewer.name}
        there = columns.uuid == reviewer.id
        known = select(columns.name, columns.renamed, columns.extra).where(there)
        found = connection.execute(known).one_or_none()
        if found is None:
            connection.execute(insert(schema.reviewer), sealed(schema.reviewer, row))
        elif found.name != reviewer.name:
            row = sealed(
                schema.reviewer, row | {"renamed": found.renamed + 1, "extra": found.extra}
            )
            connection.execute(update(schema.reviewer).where(there), row)
        self._inserted = found is None or found.name != reviewer.name
        self._renamed = found is not None and self._inserted
        self._introduced = True

    def _replica(self, connection: Connection) -> tuple[int, int]:
        """Return the key of the replica that this file is here, and its next counter.

        The file goes on as the replica it was only where it and this machine tell the very same
        of it; else it was copied, moved or restored, and begins as another. So it does where
        this machine cannot keep the counter before it is used: a restored copy would give the
        same one again. Being ahead of the file only costs a new replica.
        """
        book, entry = self._machine.book, self._machine.book.read()
        self._before = entry
        if entry is not None and entry.project == self._project:
            key = self._lookup.find_key(schema.replica, entry.replica)
            if key is not None and self._reached(connection, entry.replica, key) == entry.counter:
                counter = entry.counter + 1
                if book.write(self._project, entry.replica, counter):
                    return key, counter
        fresh = new_id()
        connection.execute(insert(schema.replica), sealed(schema.replica, {"uuid": fresh}))
        self._inserted = True
        book.write(self._project, fresh, 1)
        return self._lookup.key(schema.replica, fresh), 1

    def _reached(self, connection: Connection, replica: str, key: int) -> int:
        """Return how many changes a replica made, as the file tells it."""
        if self._own is not None and self._own[:2] == (replica, key):
            return self._own[2]
        return history.highest_counter(connection, key)

    def _take_back(self) -> None:
        """Let this machine's book say what it said before a change that came to nothing."""
        before, self._before = self._before, None
        if before is not None:
            self._machine.book.write(before.project, before.replica, before.counter)

    def _spooled(self, pieces: Iterator[bytes], door: Door) -> Line:
        """Put a line together now, while all is as it tells; it is written once that lasts."""
        return Spool(self._machine.journal.path.parent, pieces) if door.items.in_file else [*pieces]

    def _lines(self, stamp: Stamp, line: Line, *, replica: str) -> list[Line]:
        """Return the journal's lines: a replica's first change comes after what it begins with."""
        if stamp.counter == 1 or self._machine.journal.is_new():
            opening = opening_entry(self._lookup, self._project, replica=replica)
            return [(to_bytes(opening), b"\n"), line]
        return [line]


def _revise_codebook(connection: Connection, at: Timestamp) -> None:
    revision, guideline, verdicts = connection.execute(_NEWEST_CODEBOOK).one()
    row = {"revision": revision + 1, "created": at, "guideline": guideline, "verdicts": verdicts}
    connection.execute(insert(schema.codebook_revision), sealed(schema.codebook_revision, row))
    project = dict(connection.execute(select(schema.project)).mappings().one())
    project["codebook_revision"] = revision + 1
    connection.execute(update(schema.project).values(sealed(schema.project, project)))
