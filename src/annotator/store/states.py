"""What an object is, as rows hold it and as the history keeps it: one dictionary, its *state*.

A state names other objects by their integer keys, which are never given twice; a highlight's
``parts`` are ``[paragraph key, start, length, continues]``, and so is its ``cue``. A column that
came later is left out of a state at its default, so that what was recorded before it still holds.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeAlias

from sqlalchemy import bindparam, delete, insert, select, update

from annotator.core.records import (
    Article,
    ClaimRecord,
    Guideline,
    Highlight,
    Label,
    ReviewedMark,
    Revision,
)
from annotator.store import schema
from annotator.store.columns import UuidBytes, to_json
from annotator.store.prepared import Prepared, PreparedFor

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sqlalchemy import Table
    from sqlalchemy.engine import Connection

    from annotator.core.records import Record

State: TypeAlias = dict[str, Any]
Version: TypeAlias = dict[str, int]
_KEPT = frozenset({"uuid", "version", "hash"})


@dataclass(frozen=True, eq=False)
class Kind:
    """A kind of object: its table, and the table of its parts where it has some.

    ``later`` holds the columns that came later, each with its default.
    """

    name: str
    table: Table
    parts: Table | None = None
    later: dict[str, Any] = field(default_factory=dict)

    @cached_property
    def fields(self) -> tuple[str, ...]:
        """The columns that make up a state."""
        return tuple(column.name for column in self.table.c if column.name not in _KEPT)

    @cached_property
    def _always(self) -> tuple[str, ...]:
        return tuple(name for name in self.fields if name not in self.later)

    def state(self, row: Mapping[Any, Any]) -> State:
        """Return the state that a row holds, without its parts."""
        state: State = {name: row[name] for name in self._always}
        for name, default in self.later.items():
            if row[name] != default:
                state[name] = row[name]
        return state

    def brief(self, state: State) -> State:
        """Return a state without what came later and is at its default."""
        later = self.later
        return {
            name: value
            for name, value in state.items()
            if name not in later or value != later[name]
        }

    def full(self, state: State) -> State:
        """Return a state with all that it leaves out."""
        return {**self.later, **state} if self.later else state

    @cached_property
    def owner(self) -> str:
        """The column of the parts that names their owner."""
        return f"{self.name}_key"

    @cached_property
    def select_one(self) -> Any:  # noqa: ANN401 - the statement's row type says nothing
        """The statement that reads one object by its id."""
        return select(self.table).where(self.table.c.uuid == bindparam("of_uuid"))

    @cached_property
    def select_many(self) -> PreparedFor:
        """The statement that reads objects by their ids."""
        return PreparedFor(select(self.table), self.table.c.uuid)

    @cached_property
    def select_one_or_grave(self) -> Prepared:
        """The statement that reads one object by its id, and what its tombstone says."""
        asked = select(bindparam("of_uuid", type_=UuidBytes).label("uuid")).subquery("asked")
        grave = schema.tombstone
        joined = asked.outerjoin(self.table, self.table.c.uuid == asked.c.uuid)
        joined = joined.outerjoin(grave, grave.c.uuid == asked.c.uuid)
        of_grave = (grave.c.version.label("grave"), grave.c.shared.label("epitaph"))
        return Prepared(select(self.table, *of_grave).select_from(joined))

    @cached_property
    def update_one(self) -> Prepared:
        """The statement that writes an object that is there."""
        written = {
            name: bindparam(name, type_=self.table.c[name].type)
            for name in (*self.fields, "version", "hash")
        }
        there = self.table.c.key == bindparam("of_key")
        return Prepared(update(self.table).where(there).values(written))

    @cached_property
    def insert_one(self) -> Prepared:
        """The statement that writes an object that is not there."""
        return Prepared(insert(self.table))

    @cached_property
    def delete_one(self) -> Prepared:
        """The statement that takes an object away."""
        return Prepared(delete(self.table).where(self.table.c.key == bindparam("of_key")))

    @cached_property
    def select_parts(self) -> PreparedFor:
        """The statement that reads the parts of some owners, in order."""
        assert self.parts is not None  # noqa: S101 - asked of placed kinds alone
        columns = self.parts.c
        owner = columns[self.owner]
        asked = select(
            owner, columns.paragraph_key, columns.start, columns.length, columns.continues
        )
        return PreparedFor(asked.order_by(owner, columns.ordinal), owner)

    @cached_property
    def insert_parts(self) -> Prepared:
        """The statement that writes parts."""
        assert self.parts is not None  # noqa: S101 - asked of placed kinds alone
        return Prepared(insert(self.parts))

    @cached_property
    def delete_parts(self) -> Prepared:
        """The statement that takes all parts of an owner away."""
        assert self.parts is not None  # noqa: S101 - asked of placed kinds alone
        return Prepared(delete(self.parts).where(self.parts.c[self.owner] == bindparam("of_key")))


ARTICLE = Kind(
    "article", schema.article, later={"finished": "", "finisher_key": None, "shared": {}}
)
REVISION = Kind("revision", schema.revision, later={"extra": {}})
LABEL = Kind("label", schema.label, later={"fields": [], "revised": 0, "shared": {}})
GUIDELINE = Kind("guideline", schema.guideline, later={"shared": {}})
CLAIM = Kind("claim", schema.claim, later={"shared": {}})
HIGHLIGHT = Kind(
    "highlight",
    schema.highlight,
    schema.part,
    later={"cue": [], "unplaced": {}, "origin": {}, "shared": {}},
)
MARK = Kind("mark", schema.mark, schema.mark_part, later={"shared": {}})
KINDS = {kind.name: kind for kind in (ARTICLE, REVISION, LABEL, GUIDELINE, CLAIM, HIGHLIGHT, MARK)}
_OF_RECORD: dict[type, Kind] = {
    Article: ARTICLE,
    Revision: REVISION,
    Label: LABEL,
    Guideline: GUIDELINE,
    ClaimRecord: CLAIM,
    Highlight: HIGHLIGHT,
    ReviewedMark: MARK,
}


def kind_of(record: Record) -> Kind:
    """Return the kind of a record."""
    return _OF_RECORD[type(record)]


def digest(kind: Kind, uuid: str, version: Version, state: State) -> bytes:
    """Return the hash that stands beside an object's row."""
    return digest_of(kind, uuid, version, to_json(state))


def digest_of(kind: Kind, uuid: str, version: Version, state: str) -> bytes:
    """Return the same of a state in JSON."""
    told = f'["{kind.name}","{uuid}",{to_json(version)},{state}]'
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).digest()


def read_states(
    connection: Connection, kind: Kind, uuids: Sequence[str]
) -> Iterator[tuple[str, State, Version]]:
    """Yield id, state and version vector of those of some objects that are there."""
    rows = list(kind.select_many.mappings(connection, uuids))
    states = [(row["uuid"], kind.state(row), row["version"]) for row in rows]
    if kind.parts is not None:
        parts = parts_of(connection, kind, [state["key"] for _, state, _ in states])
        for _, state, _ in states:
            state["parts"] = parts[state["key"]]
    yield from states


def read_state(connection: Connection, kind: Kind, uuid: str) -> tuple[State, Version] | None:
    """Return an object's state and version vector; None where it is not there."""
    row = connection.execute(kind.select_one, {"of_uuid": uuid}).mappings().one_or_none()
    return _state_of(connection, kind, dict(row)) if row is not None else None


def read_state_or_grave(
    connection: Connection, kind: Kind, uuid: str
) -> tuple[State | None, Version | None, State]:
    """Return an object's state and version vector; where it is gone, what its tombstone says.

    That is the version of its removal, and what is kept of it.
    """
    asked = kind.select_one_or_grave
    (found,) = asked.all(connection, {"of_uuid": uuid})
    row = dict(zip(asked.columns, found, strict=True))
    if row["key"] is None:
        return None, row["grave"], row["epitaph"] or {}
    return *_state_of(connection, kind, row), {}


def _state_of(connection: Connection, kind: Kind, row: State) -> tuple[State, Version]:
    state = kind.state(row)
    if kind.parts is not None:
        state["parts"] = parts_of(connection, kind, [state["key"]])[state["key"]]
    return state, row["version"]


def parts_of(connection: Connection, kind: Kind, keys: list[int]) -> dict[int, list[list[int]]]:
    """Return the parts of some owners by their keys."""
    found: dict[int, list[list[int]]] = {key: [] for key in keys}
    for owner, *part in kind.select_parts.all(connection, keys):
        found[owner].append(part)
    return found


def write_state(
    connection: Connection,
    kind: Kind,
    uuid: str,
    *,
    before: State | None,
    after: State,
    version: Version,
) -> None:
    """Write an object's row, and its parts where they changed."""
    full = kind.full(after)
    values = {name: full[name] for name in kind.fields}
    values["version"], values["hash"] = version, digest(kind, uuid, version, after)
    if before is None:
        kind.insert_one.run(connection, [values | {"uuid": uuid}])
    else:
        kind.update_one.run(connection, [values | {"of_key": after["key"]}])
    if kind.parts is not None:
        _write_parts(connection, kind, before, after)


def _write_parts(connection: Connection, kind: Kind, before: State | None, after: State) -> None:
    if before is not None:
        if before["parts"] == after["parts"]:
            return
        kind.delete_parts.run(connection, [{"of_key": after["key"]}])
    kind.insert_parts.run(connection, part_rows(kind, after))


def part_rows(kind: Kind, state: State) -> list[dict[str, Any]]:
    """Return the rows of the parts that a state has."""
    return [
        {
            kind.owner: state["key"],
            "ordinal": ordinal,
            "paragraph_key": paragraph,
            "start": start,
            "length": length,
            "continues": continues,
        }
        for ordinal, (paragraph, start, length, continues) in enumerate(state["parts"])
    ]


def delete_state(connection: Connection, kind: Kind, key: int) -> None:
    """Take an object's row and its parts away."""
    if kind.parts is not None:
        kind.delete_parts.run(connection, [{"of_key": key}])
    kind.delete_one.run(connection, [{"of_key": key}])
