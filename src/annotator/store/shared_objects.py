"""Rows of the file as the objects that replicas exchange, some at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, select

from annotator.store import schema
from annotator.store.portable import LayoutMemory, Portable
from annotator.store.prepared import PreparedFor
from annotator.store.replicas import versioned
from annotator.store.shared_fields import AT, EVERY, SHARED
from annotator.store.shared_names import GUIDELINE_ID, Names, rows_named
from annotator.store.shared_writes import contents_of, is_hidden
from annotator.store.states import GUIDELINE, read_states
from annotator.team.shared import SharedObject, Value
from annotator.team.versions import joined

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from annotator.store.lookup import Lookup
    from annotator.store.states import Kind, State, Version

    # An object's id, version and state.
    Row = tuple[str, Version, State]

_grave = schema.tombstone.c
_GRAVES: Final = PreparedFor(
    select(_grave.uuid, _grave.version, _grave.shared).where(_grave.kind == bindparam("of_kind")),
    _grave.uuid,
)


def rows_of(lookup: Lookup, kind: Kind, uuids: Collection[str]) -> dict[str, Row]:
    """Return those of some objects that are there, with their versions and states."""
    states = read_states(lookup.connection, kind, list(uuids))
    return {uuid: (uuid, version, state) for uuid, state, version in states}


class SharedObjects:
    """Makes objects of rows, as the file is now."""

    def __init__(self, lookup: Lookup, layouts: LayoutMemory | None = None) -> None:
        self._lookup = lookup
        self.names = Names(lookup.connection)
        self._portable = Portable(lookup, self.names, layouts or LayoutMemory())

    def known(self, kind: Kind, ids: Collection[str]) -> dict[str, SharedObject]:
        """Return those of some objects that are known, by the ids asked for."""
        asked = rows_named(self._lookup.connection, kind, ids)
        rows = set(asked.values())
        found = dict(self.of_rows(kind, rows_of(self._lookup, kind, rows).values()))
        found |= self.graves(kind, rows - found.keys())
        return {one: found[row] for one, row in asked.items() if row in found}

    def of_rows(self, kind: Kind, rows: Collection[Row]) -> Iterator[tuple[str, SharedObject]]:
        """Yield the objects of some rows that are known, each behind its row's id."""
        self._portable.look(kind, [state for *_, state in rows])
        for uuid, version, state in rows:
            if is_hidden(kind, version, state):
                found = self._hidden(kind, uuid, version, state)
                if found is not None:
                    yield uuid, found
            else:
                yield uuid, self._there(kind, uuid, version, state)

    def _there(self, kind: Kind, uuid: str, version: Version, state: State) -> SharedObject:
        shared = state.get(SHARED) or {}
        own = versioned(self._lookup, version)
        dots = {name: versioned(self._lookup, one) for name, one in shared.get("dots", {}).items()}
        every = dots.get(EVERY, own)
        values = self._portable.values(kind, state)
        fields: dict[str, tuple[Value, ...]]
        fields = {name: (Value(dots.get(name, every), value),) for name, value in values.items()}
        for name, others in shared.get("rivals", {}).items():
            if name in fields:
                fields[name] += tuple(self._rival(kind, name, one) for one in others)
        return SharedObject(
            kind=kind.name,
            id=self.id_of(kind, uuid),
            version=own,
            fields=fields,
            removals=tuple(versioned(self._lookup, one) for one in shared.get("removals", ())),
            aliases=self.names.aliases(uuid),
            extra=shared.get("extra", {}),
            modified=shared.get(AT, ""),
        )

    def _rival(self, kind: Kind, name: str, rival: list[Any]) -> Value:
        version, value = rival
        return Value(versioned(self._lookup, version), self._portable.named(kind, name, value))

    def _hidden(self, kind: Kind, uuid: str, version: Version, state: State) -> SharedObject | None:
        """Return what was removed and has a row; None for an article that came and was undone."""
        shared = state.get(SHARED) or {}
        removals = shared.get("removals")
        if not removals and version:
            # It was removed before removals were told apart.
            removals = [version, contents_of(self._lookup.connection, [state["key"]])[state["key"]]]
        return self._gone(kind, uuid, dict(joined(removals or ())), shared)

    def graves(self, kind: Kind, uuids: Collection[str]) -> dict[str, SharedObject]:
        """Return those of some objects that were removed, by the ids of their rows."""
        found, asked = {}, {"of_kind": kind.name}
        for uuid, version, shared in _GRAVES.all(self._lookup.connection, list(uuids), asked):
            one = self._gone(kind, uuid, version, shared or {})
            if one is not None:
                found[uuid] = one
        return found

    def _gone(self, kind: Kind, uuid: str, version: Version, kept: State) -> SharedObject | None:
        if not version:
            return None
        return SharedObject(
            kind=kind.name,
            id=self.id_of(kind, uuid),
            version={},
            removals=(versioned(self._lookup, version),),
            aliases=self.names.aliases(uuid),
            extra=kept.get("extra", {}),
            modified=kept.get(AT, ""),
        )

    def id_of(self, kind: Kind, uuid: str) -> str:
        """Return the id that a team knows an object by, by the id of its row."""
        return GUIDELINE_ID if kind is GUIDELINE else self.names.canonical(uuid)
