"""The history against the rows it led to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from annotator.service.ports import Finding
from annotator.store import history, schema
from annotator.store.check_rows import all_states
from annotator.store.seals import SEALED, link, seal, written
from annotator.store.states import GUIDELINE, KINDS, LABEL, State

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Row
    from sqlalchemy.engine import Connection

_item = schema.change_item.c
# SQLite takes the other columns from the row that holds the maximum.
_LAST_ITEMS = select(_item.kind, _item.uuid, _item.after, func.max(_item.sequence)).group_by(
    _item.uuid
)

_GUIDELINES = select(schema.guideline.c.key).join(
    schema.project, schema.project.c.uuid == schema.guideline.c.uuid
)
_CHANGES = select(schema.change).order_by(schema.change.c.sequence)


def check_last_items(connection: Connection) -> Iterator[Finding]:
    """Compare each object with what its last change left, and find objects without any."""
    last: dict[tuple[str, str], State | None] = {
        (kind, uuid): after for kind, uuid, after, _ in connection.execute(_LAST_ITEMS)
    }
    for kind in KINDS.values():
        for uuid, _, state, _ in all_states(connection, kind):
            if (kind.name, uuid) in last:
                if last.pop((kind.name, uuid)) != state:
                    yield Finding(f"{kind.name} {uuid}", "It differs from its last change.")
            elif kind not in {LABEL, GUIDELINE}:
                yield Finding(f"{kind.name} {uuid}", "No change tells of it.")
    graves = set(connection.execute(select(schema.tombstone.c.uuid)).scalars())
    for (name, uuid), after in last.items():
        if after is not None:
            yield Finding(f"{name} {uuid}", "It is gone, but its last change left it there.")
        elif uuid not in graves:
            yield Finding(f"{name} {uuid}", "It was removed without a tombstone.")


def check_chain(connection: Connection) -> Iterator[Finding]:
    """Compare every change with its hash, which its items and the change before it go into."""
    project = connection.execute(select(schema.project.c.uuid)).scalar_one()
    replicas = dict(connection.execute(select(schema.replica.c.key, schema.replica.c.uuid)).all())
    reviewers = dict(
        connection.execute(select(schema.reviewer.c.key, schema.reviewer.c.uuid)).all()
    )
    previous = b""
    for row in connection.execute(_CHANGES).mappings().all():
        change = dict(row)
        items = history.items_of(connection, row["sequence"])
        ids = (project, replicas[row["replica_key"]], reviewers[row["reviewer_key"]])
        if link(previous, change, written(items), ids=ids) != row["hash"]:
            yield Finding(f"change {row['sequence']}", "The history was altered here, or before.")
        # The next change is measured by what this one says, so that each break is told once.
        previous = row["hash"]


def check_seals(connection: Connection) -> Iterator[Finding]:
    """Compare the rows that the history rests on with their hashes."""
    for table in SEALED:
        rows = [dict(row) for row in connection.execute(select(table)).mappings()]
        for row in rows:
            if seal(table, row) != row["hash"]:
                name = row.get("uuid") or row.get("revision")
                yield Finding(f"{table.name} {name}", "Its content does not match its hash.")
        if table is schema.project and len(rows) != 1:
            yield Finding("project", "A row that must be there once is missing.")
    if len(connection.execute(_GUIDELINES).all()) != 1:
        yield Finding("guideline", "A row that must be there once is missing.")


def check_stacks(connection: Connection) -> Iterator[Finding]:
    """Walk the whole history and compare the stacks of undo and redo with what each row says."""
    undo: list[tuple[int, int]] = []
    redo: list[int] = []
    for row in connection.execute(select(schema.change).order_by(schema.change.c.sequence)):
        expected = None
        if row.origin == "undo" and undo:
            expected = undo.pop()[0]
            redo.append(row.sequence)
        elif row.origin == "redo" and redo:
            expected = redo.pop()
            undo.append((row.sequence, row.sequence))
        else:
            first = undo.pop()[0] if _goes_on(row, undo) else row.sequence
            undo.append((first, row.sequence))
            redo.clear()
        heads = (undo[-1][1] if undo else None, redo[-1] if redo else None)
        misplaced = row.origin in {"do", "jump"} and row.undo_parent != _below(undo)
        misplaced = misplaced or (row.goes_to is not None) != (row.origin == "jump")
        misplaced = misplaced or not 0 <= (row.goes_to or 0) < row.sequence
        if misplaced or (row.undo_head, row.redo_head, row.compensates) != (*heads, expected):
            yield Finding(f"change {row.sequence}", "It misstates what can be undone or redone.")
            return


def _goes_on(row: Row[Any], undo: list[tuple[int, int]]) -> bool:
    """Tell whether a change says that it is one step with the one right before it."""
    if row.origin != "do" or not undo or undo[-1][1] != row.sequence - 1:
        return False
    return bool(row.undo_parent == _below(undo))


def _below(undo: list[tuple[int, int]]) -> int | None:
    """Return the last change of the step under the newest one."""
    return undo[-2][1] if len(undo) > 1 else None


def check_tombstones(connection: Connection) -> Iterator[Finding]:
    """Find tombstones of objects that are there."""
    for kind in KINDS.values():
        living = select(kind.table.c.uuid).join(
            schema.tombstone, schema.tombstone.c.uuid == kind.table.c.uuid
        )
        for uuid in connection.execute(living).scalars():
            yield Finding(f"{kind.name} {uuid}", "It is there, yet it has a tombstone.")
