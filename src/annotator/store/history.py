"""The history: every change with its items, and the two stacks that undo and redo walk.

Both stacks are linked lists inside the changes: each row names their heads as they were after
it, and the heads under those. A change pushes onto one, undo and redo move between them.

A change may go on with the one right before it, as typing on in a field does: it takes its place on
the stack, which shows in that it names the head under that one. All changes of such a *step* are
undone at once, and listed as one.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, cast

from sqlalchemy import bindparam, distinct, func, insert, select, text, update

from annotator.service.history_ports import HistoryEntry
from annotator.store import prepared, schema
from annotator.store.columns import of_json, uuid_bytes, uuid_text
from annotator.store.items import Item, exact_of
from annotator.store.prepared import Prepared
from annotator.store.seals import WrittenItem
from annotator.store.states import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy.engine import Connection

    from annotator.core.records import Timestamp
    from annotator.service.changes import Origin
    from annotator.store.items import Epitaphs, Stamp, Versions
    from annotator.store.states import Kind

_change = schema.change.c
_item = schema.change_item.c
_HEADS = (
    select(_change.sequence, _change.undo_head, _change.redo_head, _change.hash)
    .order_by(_change.sequence.desc())
    .limit(1)
)
_ONE = select(schema.change).where(_change.sequence == bindparam("of_sequence"))
_ITEMS = (
    select(_item.kind, _item.uuid, _item.before, _item.after, _item.versions)
    .where(_item.sequence == bindparam("of_sequence"))
    .order_by(_item.ordinal)
)
_TITLE = select(_change.title).where(_change.sequence == bindparam("of_sequence"))
_SIZE = select(func.count()).where(
    _item.sequence >= bindparam("first"), _item.sequence <= bindparam("last")
)
_OBJECTS = select(func.count(distinct(_item.uuid))).where(
    _item.sequence >= bindparam("first"),
    _item.sequence <= bindparam("last"),
    _item.kind.in_(bindparam("kinds", expanding=True)),
)
_COUNTER = select(func.max(_change.counter)).where(_change.replica_key == bindparam("of_replica"))
_INSERT = Prepared(insert(schema.change))
_INSERT_ITEMS = """
INSERT INTO change_item (sequence, ordinal, kind, uuid, before, after, versions)
VALUES (?, ?, ?, ?, ?, ?, ?)
"""
_BEGIN = """
INSERT INTO change (sequence, replica_key, counter, reviewer_key, at, origin, title, hash)
SELECT ?, ?, ?, min("key"), '', 'do', '', x'' FROM reviewer
"""
_GONE = """
SELECT json_extract("before", '$.key') AS of_key, uuid FROM change_item
WHERE sequence = ? AND kind = ? AND "after" IS NULL AND "before" IS NOT NULL ORDER BY of_key
"""
_FILL_IN = update(schema.change).where(_change.sequence == bindparam("of_sequence"))
_ALTER_ITEM = """
UPDATE change_item SET "after" = ?, versions = ? WHERE uuid = ? AND sequence = ?
"""
_HAS_ITEM = "SELECT versions FROM change_item WHERE uuid = ? AND sequence = ?"
_PAGE_OF_ITEMS = """
SELECT ordinal, kind, uuid, "before", "after", versions FROM change_item
WHERE sequence = ? AND ordinal > ? AND {which} ORDER BY ordinal LIMIT 1000
"""
# A change goes on with the one before where it pushed that one off the stack.
_FIRST_OF_STEP = text("""
WITH RECURSIVE step (sequence) AS (
    SELECT :last
    UNION ALL
    SELECT earlier.sequence FROM step
    JOIN change AS later ON later.sequence = step.sequence
    JOIN change AS earlier ON earlier.sequence = later.sequence - 1 AND later.origin = 'do'
        AND earlier.undo_head = earlier.sequence
        AND later.undo_parent IS NOT earlier.undo_head
)
SELECT min(sequence) FROM step
""")
_LAST_SAVED = select(_change.at).order_by(_change.sequence.desc()).limit(1)
# The state after a change is what it says, then what stood before it, and so on: undo and redo
# brought back the state before what they reversed, a jump that of the change it went to. What is
# not on this path is undone.
_PAGE = text("""
WITH RECURSIVE page (sequence) AS (
    SELECT sequence FROM change AS earlier WHERE sequence < :before AND NOT EXISTS (
        SELECT 1 FROM change AS later
        WHERE later.sequence = earlier.sequence + 1 AND later.origin = 'do'
        AND earlier.undo_head = earlier.sequence
        AND later.undo_parent IS NOT earlier.undo_head
    ) ORDER BY sequence DESC LIMIT :count
), path (sequence) AS (
    SELECT max(sequence) FROM change
    UNION ALL
    SELECT CASE change.origin
           WHEN 'undo' THEN change.compensates - 1
           WHEN 'redo' THEN change.compensates - 1
           WHEN 'jump' THEN change.goes_to
           ELSE change.sequence - 1 END
    FROM path JOIN change ON change.sequence = path.sequence
    WHERE path.sequence >= (SELECT min(sequence) FROM page)
)
SELECT change.sequence, change.at, reviewer.name, change.title, change.origin,
       change.sequence NOT IN (SELECT sequence FROM path WHERE sequence IS NOT NULL),
       (SELECT count(*) FROM change_item WHERE change_item.sequence = change.sequence),
       change.goes_to
FROM page
JOIN change ON change.sequence = page.sequence
JOIN reviewer ON reviewer."key" = change.reviewer_key
ORDER BY change.sequence DESC
""")
_BEYOND = 2**62


@dataclass(frozen=True, slots=True)
class Heads:
    """The newest change with its hash, and the changes that undo and redo would take up."""

    sequence: int
    undo: int | None
    redo: int | None
    hash: bytes


@dataclass(frozen=True, slots=True)
class Stacks:
    """What a new change says of the two stacks."""

    origin: Origin
    compensates: int | None
    undo_head: int | None
    undo_parent: int | None
    redo_head: int | None
    redo_parent: int | None
    goes_to: int | None = None

    def row(self) -> dict[str, object]:
        """Return the columns of the change's row that this is."""
        return {name: getattr(self, name) for name in STACK_COLUMNS}


STACK_COLUMNS = tuple(one.name for one in fields(Stacks))


def heads(connection: Connection) -> Heads:
    """Return the stacks' heads as the newest change left them."""
    row = connection.execute(_HEADS).one_or_none()
    return Heads(*row) if row is not None else Heads(0, None, None, b"")


def doing(before: Heads, sequence: int) -> Stacks:
    """Return what a change of the user does: it can be undone, and nothing be redone."""
    return Stacks("do", None, sequence, before.undo, None, None)


def going_on(connection: Connection, before: Heads, sequence: int) -> Stacks:
    """Return what a change does that goes on with the newest one: both are undone at once."""
    parent = connection.execute(_ONE, {"of_sequence": before.undo}).one().undo_parent
    return replace(doing(before, sequence), undo_parent=parent)


def can_go_on(connection: Connection, before: Heads, sequence: int | None) -> bool:
    """Tell whether a change is the newest one, made by the user and not undone."""
    if sequence is None or not sequence == before.sequence == before.undo:
        return False
    return bool(connection.execute(_ONE, {"of_sequence": sequence}).one().origin == "do")


def jumping(before: Heads, sequence: int, goes_to: int) -> Stacks:
    """Return what a jump does: it can be undone like any change, and nothing be redone."""
    return replace(doing(before, sequence), origin="jump", goes_to=goes_to)


def undoing(connection: Connection, before: Heads, sequence: int) -> Stacks:
    """Return what reversing the step at the head of the undo stack does."""
    parent = connection.execute(_ONE, {"of_sequence": before.undo}).one().undo_parent
    first = first_of_step(connection, before.undo)
    return Stacks("undo", first, parent, None, sequence, before.redo)


def redoing(connection: Connection, before: Heads, sequence: int) -> Stacks:
    """Return what reversing the head of the redo stack, an undo, does."""
    parent = connection.execute(_ONE, {"of_sequence": before.redo}).one().redo_parent
    return Stacks("redo", before.redo, sequence, before.undo, parent, None)


def append(connection: Connection, change: dict[str, object], items: Iterable[WrittenItem]) -> None:
    """Write a change with its items."""
    _INSERT.run(connection, [change])
    append_items(connection, cast("int", change["sequence"]), items)


def begin(connection: Connection, stamp: Stamp) -> None:
    """Write a change as a blank, so that items can name it; nobody else sees it so."""
    prepared.send(connection, _BEGIN, [(stamp.sequence, stamp.replica_key, stamp.counter)])


def fill_in(connection: Connection, change: dict[str, object]) -> None:
    """Write what a change says that was begun as a blank."""
    connection.execute(_FILL_IN, {**change, "of_sequence": change["sequence"]})


def append_items(
    connection: Connection, sequence: int, items: Iterable[WrittenItem], *, first: int = 0
) -> None:
    """Write items of a change, numbered from ``first`` on."""
    rows = [
        (sequence, ordinal, one.kind, uuid_bytes(one.uuid), one.before, one.after, one.versions)
        for ordinal, one in enumerate(items, first)
    ]
    if rows:
        prepared.send(connection, _INSERT_ITEMS, rows)


def alter_item(connection: Connection, sequence: int, item: WrittenItem) -> None:
    """Write over what a change, by an item that is there, made of its object."""
    row = (item.after, item.versions, uuid_bytes(item.uuid), sequence)
    prepared.send(connection, _ALTER_ITEM, [row])


def has_item(connection: Connection, sequence: int, uuid: str) -> bool:
    """Tell whether a change has an item of an object."""
    return _item_row(connection, sequence, uuid) is not None


def exact_in(connection: Connection, sequence: int, uuid: str) -> tuple[Versions | None, Epitaphs]:
    """Return the exact versions and the epitaphs that a change's item of an object has."""
    row = _item_row(connection, sequence, uuid)
    return _exact(row[0] if row is not None else None)


def _item_row(connection: Connection, sequence: int, uuid: str) -> tuple[str | None] | None:
    row = (uuid_bytes(uuid), sequence)
    found: tuple[str | None] | None = prepared.send(connection, _HAS_ITEM, [row]).fetchone()
    return found


def _exact(written: str | None) -> tuple[Versions | None, Epitaphs]:
    return exact_of(None if written is None else of_json(written))


def pages_of(
    connection: Connection, sequence: int, which: str = "1"
) -> Iterator[list[WrittenItem]]:
    """Yield the items of a change in its order as they are kept, some at a time.

    ``which`` is a condition of SQL on them. Others may be written in between.
    """
    last = -1
    page = _PAGE_OF_ITEMS.format(which=which)
    while rows := prepared.send(connection, page, [(sequence, last)]).fetchall():
        last = rows[-1][0]
        yield [WrittenItem(kind, uuid_text(uuid), *sides) for _, kind, uuid, *sides in rows]


def gone_of(connection: Connection, sequence: int, kind: Kind) -> Iterator[tuple[int, bytes]]:
    """Yield keys and ids of the objects of one kind that a change took away, by key."""
    yield from prepared.send(connection, _GONE, [(sequence, kind.name)])


def item_of(one: WrittenItem) -> Item:
    """Return an item of what is kept of it."""
    before, after = (None if side is None else of_json(side) for side in (one.before, one.after))
    return Item(KINDS[one.kind], one.uuid, before, after, *_exact(one.versions))


def first_of_step(connection: Connection, last: int | None) -> int:
    """Return the first of the changes that are undone together with one."""
    return int(connection.execute(_FIRST_OF_STEP, {"last": last}).scalar_one())


def size_of_step(connection: Connection, last: int | None, kinds: Iterable[Kind] = ()) -> int:
    """Return how many items the changes have that are undone together with one.

    With ``kinds``, how many objects of those they alter.
    """
    if last is None:
        return 0
    first = first_of_step(connection, last)
    if not kinds:
        return _size(connection, first, last)
    asked = {"first": first, "last": last, "kinds": [one.name for one in kinds]}
    return int(connection.execute(_OBJECTS, asked).scalar_one())


def size_of(connection: Connection, sequence: int) -> int:
    """Return how many items a change has."""
    return _size(connection, sequence, sequence)


def _size(connection: Connection, first: int, last: int) -> int:
    return int(connection.execute(_SIZE, {"first": first, "last": last}).scalar_one())


def items_of_step(connection: Connection, last: int) -> list[Item]:
    """Return what a step did to each object in all of its changes, in the order of the first."""
    done: dict[str, Item] = {}
    for sequence in range(first_of_step(connection, last), last + 1):
        for item in items_of(connection, sequence):
            done.setdefault(item.uuid, item).go_on(item)
    return list(done.values())


def items_of(connection: Connection, sequence: int) -> list[Item]:
    """Return what a change did, in its order."""
    return [
        Item(KINDS[kind], uuid, before, after, *exact_of(versions))
        for kind, uuid, before, after, versions in connection.execute(
            _ITEMS, {"of_sequence": sequence}
        )
    ]


def title_of(connection: Connection, sequence: int | None) -> str | None:
    """Return a change's title; None for no change."""
    if sequence is None:
        return None
    return str(connection.execute(_TITLE, {"of_sequence": sequence}).scalar_one())


def sequences_after(connection: Connection, sequence: int) -> list[int]:
    """Return the numbers of all changes after one."""
    later = select(_change.sequence).where(_change.sequence > sequence).order_by(_change.sequence)
    return list(connection.execute(later).scalars())


def page(connection: Connection, count: int, before: int | None) -> list[HistoryEntry]:
    """Return the newest changes, or those before one, newest first."""
    asked = {"count": count, "before": _BEYOND if before is None else before}
    return [
        HistoryEntry(
            sequence=sequence,
            at=at,
            reviewer=reviewer,
            title=title,
            origin=origin,
            undone=bool(undone),
            records=records,
            goes_to=goes_to,
        )
        for sequence, at, reviewer, title, origin, undone, records, goes_to in connection.execute(
            _PAGE, asked
        )
    ]


def last_saved(connection: Connection) -> Timestamp | None:
    """Return when the newest change was committed; None before the first."""
    return connection.execute(_LAST_SAVED).scalar_one_or_none()


def highest_counter(connection: Connection, replica: int) -> int:
    """Return how many changes a replica made, as the file tells it."""
    return connection.execute(_COUNTER, {"of_replica": replica}).scalar_one() or 0
