"""Many objects brought to a state at once: the same rows, figures and items as one by one.

What a single change asks of the file for each object, this asks for hundreds at a time. Reviewed
sentences are counted before and after in the paragraphs touched.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, delete, select

from annotator.core.request_errors import NotFoundError
from annotator.store import schema
from annotator.store.coverage import reviewed_in
from annotator.store.items import Item
from annotator.store.lookup import chunks
from annotator.store.prepared import Prepared, PreparedFor
from annotator.store.states import (
    ARTICLE,
    CLAIM,
    HIGHLIGHT,
    MARK,
    digest_of,
    part_rows,
    read_states,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sqlalchemy.engine import Connection

    from annotator.store.door import Door
    from annotator.store.lookup import Lookup
    from annotator.store.states import Kind, State, Version

    # The version that an object was removed with, and what is kept of it.
    Grave = tuple[Version, State]

# Articles, too, as long as their current text stays the same.
KINDS = (HIGHLIGHT, MARK, CLAIM)
_grave = schema.tombstone.c
_GRAVES = PreparedFor(select(_grave.uuid, _grave.version, _grave.shared), _grave.uuid)
_REVIVE = Prepared(delete(schema.tombstone).where(_grave.uuid == bindparam("of_uuid")))


NO_GRAVE: Final[Grave] = ({}, {})


class Bulk:
    """Brings objects of one kind to their states, through a door."""

    def __init__(self, door: Door, lookup: Lookup, kind: Kind) -> None:
        self._door = door
        self._lookup = lookup
        self._connection: Connection = lookup.connection
        self._kind = kind
        self._buried: set[str] = set()

    def bring(self, targets: Mapping[str, State | None]) -> list[Item]:
        """Bring objects to their states, None taking one away; return what that altered.

        A target that is not there has its key.
        """
        return self._bring(targets, self._found(list(targets)))

    def replace(self, targets: Mapping[str, State]) -> list[Item]:
        """Bring objects that are there to their states; return what that altered.

        Raises:
            NotFoundError: if one of them is not there.
        """
        found = self._found(list(targets))
        for uuid in targets.keys() - found.keys():
            raise NotFoundError(self._kind.name, uuid)
        keyed = {uuid: {**one, "key": found[uuid][0]["key"]} for uuid, one in targets.items()}
        return self._bring(keyed, found)

    def _bring(
        self, targets: Mapping[str, State | None], found: dict[str, tuple[State, Version]]
    ) -> list[Item]:
        return self._do(list(self._raised(targets, found)))

    def _raised(
        self, targets: Mapping[str, State | None], found: Mapping[str, tuple[State, Version]]
    ) -> Iterator[tuple[Item, Version]]:
        """Yield what targets alter, with the versions that this change makes of the objects'."""
        door, kind = self._door, self._kind
        graves = self._graves(uuid for uuid in targets if uuid not in found)
        if kind is ARTICLE:
            hidden = (uuid for uuid, one in targets.items() if one and one["removed"])
            door.shared.expect(found[uuid][0]["key"] for uuid in hidden if uuid in found)
        for uuid, target in targets.items():
            before, version = found.get(uuid) or (None, graves[uuid][0] if uuid in graves else None)
            done = door.shared.written(kind, before, target, version)
            item = Item(kind, uuid, before, done.state, done.versions)
            if item.altered:
                if done.state is None:
                    door.epitaphs[uuid] = done.epitaph
                if item.versions is None and door.items.is_exact(uuid):
                    item.versions = (version or {}, done.version)
                epitaph = graves[uuid][1] if uuid in graves else {}
                item.epitaphs = door.epitaphs_of(item, epitaph, done.version)
                yield item, done.version

    def bring_exactly(self, targets: Mapping[str, tuple[State | None, Version]]) -> list[Item]:
        """Bring objects to their states and to just those versions, as ``Door.bring`` would."""
        found = self._found(list(targets))
        graves = self._graves(uuid for uuid in targets if uuid not in found)
        items = []
        for uuid, (target, version) in targets.items():
            known, epitaph = graves.get(uuid, NO_GRAVE)
            before, known = found.get(uuid) or (None, known)
            item = Item(self._kind, uuid, before, target, (known, version))
            item.epitaphs = self._door.epitaphs_of(item, epitaph, version)
            if item.altered:
                items.append((item, version))
        return self._do(items)

    def _graves(self, uuids: Iterable[str]) -> dict[str, Grave]:
        graves = graves_known(self._door, self._connection, list(uuids))
        self._buried.update(graves)
        return graves

    def _do(self, altered: list[tuple[Item, Version]]) -> list[Item]:
        items = [item for item, _ in altered]
        self._learn(items)
        touched = self._paragraphs(items)
        reviewed = {article: self._reviewed(keys) for article, keys in touched.items()}
        self._write(items, {item.uuid: version for item, version in altered})
        for item, version in altered:
            if not item.of_nothing:
                self._account(item)
            self._door.rename(item, version)
        for article, keys in touched.items():
            self._door.counters.review(article, self._reviewed(keys) - reviewed[article])
        return [self._door.noted(item) for item in items]

    def _learn(self, items: Iterable[Item]) -> None:
        """Learn at once the ids of what many objects name, which views and the journal ask for."""
        states = [state for item in items for state in (item.before, item.after) if state]
        if self._kind is ARTICLE:
            self._lookup.learn_uuids(schema.revision, [one["revision_key"] for one in states])
        elif self._kind is HIGHLIGHT and not self._door.items.in_file:
            claims = [one["claim_key"] for one in states if one["claim_key"]]
            self._lookup.learn_uuids(schema.claim, claims)

    def _found(self, uuids: list[str]) -> dict[str, tuple[State, Version]]:
        states = read_states(self._connection, self._kind, uuids)
        return {uuid: (state, version) for uuid, state, version in states}

    def _paragraphs(self, items: Iterable[Item]) -> dict[int, set[int]]:
        """Return the paragraphs of each article's current revision that items come to or leave."""
        touched: dict[int, set[int]] = {}
        if self._kind.parts is None:
            return touched
        for item in items:
            if _place(item.before) == _place(item.after):
                continue
            for state in (item.before, item.after):
                if state is not None:
                    keys = touched.setdefault(state["article_key"], set())
                    keys.update(part[0] for part in state["parts"])
        return {article: keys & self._current(article) for article, keys in touched.items()}

    def _current(self, article: int) -> set[int]:
        revision = self._lookup.current_revision(article)
        return set(self._lookup.layout(revision).starts) if revision is not None else set()

    def _reviewed(self, keys: set[int]) -> int:
        return reviewed_in(self._lookup, keys)

    def _account(self, item: Item) -> None:
        if self._kind.parts is not None:
            self._door.counters.count(self._kind, item.before, item.after)
        elif self._kind is ARTICLE:
            self._door.counters.touch(_key(item))
            self._lookup.forget_article(item.uuid)
        self._door.search.alter(self._kind, item.before, item.after)
        self._door.speakers.alter(self._kind, item.before, item.after)

    def _write(self, items: list[Item], versions: dict[str, Version]) -> None:
        gone = [item for item in items if item.before is not None and item.after is None]
        fresh = [item for item in items if item.before is None and item.after is not None]
        kept = [item for item in items if item.before is not None and item.after is not None]
        dead = [one.uuid for one in items if one.before is None and one.uuid in self._buried]
        revive(self._door, self._connection, dead)
        self._forget([item for item in items if item.of_nothing], versions)
        kind = self._kind
        moved = [item for item in kept if _parts(item.before) != _parts(item.after)]
        if kind.parts is not None:
            self._send(kind.delete_parts, [{"of_key": _key(item)} for item in (*gone, *moved)])
        self._bury(gone, versions)
        self._send(
            kind.insert_one, [self._row(one, versions) | {"uuid": one.uuid} for one in fresh]
        )
        rows = [self._row(one, versions) | {"of_key": _key(one)} for one in kept]
        self._send(kind.update_one, rows)
        if kind.parts is not None:
            placed = [one.after for one in (*fresh, *moved) if one.after is not None]
            self._send(kind.insert_parts, [row for one in placed for row in part_rows(kind, one)])
        if not self._door.items.in_file:
            # Of very many, no more is remembered than is asked for.
            for item in fresh:
                self._lookup.learn(kind.table, item.uuid, _key(item))

    def _bury(self, gone: list[Item], versions: dict[str, Version]) -> None:
        kind = self._kind
        self._send(kind.delete_one, [{"of_key": _key(item)} for item in gone])
        for item in gone:
            self._door.bury(item, versions[item.uuid])
            self._lookup.forget(kind.table, item.uuid)

    def _forget(self, unknown: list[Item], versions: dict[str, Version]) -> None:
        """Take note of removals of objects that are not there."""
        for item in unknown:
            self._door.bury(item, versions[item.uuid])

    def _row(self, item: Item, versions: dict[str, Version]) -> dict[str, Any]:
        assert item.after is not None  # noqa: S101 - asked of what is there afterwards alone
        full, version = self._kind.full(item.after), versions[item.uuid]
        values = {name: full[name] for name in self._kind.fields}
        hashed = digest_of(self._kind, item.uuid, version, item.after_json or "")
        return values | {"version": version, "hash": hashed}

    def _send(self, statement: Prepared, rows: list[dict[str, Any]]) -> None:
        self._door.wrote = True
        for chunk in chunks(rows):
            statement.run(self._connection, chunk)


def graves_of(door: Door, connection: Connection, uuids: list[str]) -> dict[str, Grave]:
    """Take objects that come out of their graves; return what their tombstones said."""
    found = graves_known(door, connection, uuids)
    revive(door, connection, list(found))
    return found


def graves_known(door: Door, connection: Connection, uuids: list[str]) -> dict[str, Grave]:
    """Return what the tombstones of those of some objects say that have one."""
    rows = _GRAVES.all(connection, uuids)
    found: dict[str, Grave] = {uuid: (version, shared or {}) for uuid, version, shared in rows}
    waiting = (door.graves[uuid] for uuid in uuids if uuid in door.graves)
    return found | {one["uuid"]: (one["version"], one["shared"] or {}) for one in waiting}


def revive(door: Door, connection: Connection, uuids: list[str]) -> None:
    """Take the tombstones of some objects away, where they have any."""
    kept = [uuid for uuid in uuids if door.graves.pop(uuid, None) is None]
    if kept:
        _REVIVE.run(connection, [{"of_uuid": uuid} for uuid in kept])


def _parts(state: State | None) -> object:
    return state.get("parts") if state is not None else None


def _place(state: State | None) -> object:
    return (state["article_key"], state["parts"]) if state is not None else None


def _key(item: Item) -> int:
    state = item.after or item.before
    assert state is not None  # noqa: S101 - one of the two is there
    return int(state["key"])
