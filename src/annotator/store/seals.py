"""Hashes of what the history rests on: rows without a history of their own, and the chain."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final, NamedTuple

from annotator.store import schema
from annotator.store.columns import to_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy import Table

    from annotator.store.items import Item
    from annotator.store.states import State

SEALED: Final = (
    schema.project,
    schema.codebook_revision,
    schema.replica,
    schema.reviewer,
    schema.tombstone,
)
# A row's hash is made before SQLite gives it a key; the chain names rows by their ids as well.
_LEFT_OUT: Final = frozenset({"key", "hash"})
# Columns that came later; where they hold nothing, the hash is the one from before they were.
_LATER: Final[dict[str, object]] = {
    "verdicts": None,
    "goes_to": None,
    "renamed": 0,
    "shared": None,
    "extra": {},
}


def seal(table: Table, row: Mapping[str, object]) -> bytes:
    """Return the hash that stands beside a row of one of the ``SEALED`` tables."""
    return hashlib.sha256(_bytes([table.name, _content(row)])).digest()


def sealed(table: Table, row: Mapping[str, object]) -> dict[str, object]:
    """Return a row of one of the ``SEALED`` tables with its hash."""
    return {**row, "hash": seal(table, row)}


class WrittenItem(NamedTuple):
    """What a change did to one object, its states in JSON as they are kept."""

    kind: str
    uuid: str
    before: str | None
    after: str | None
    versions: str | None = None


def written(items: Iterable[Item]) -> list[WrittenItem]:
    """Return items with their states in JSON."""
    return [
        WrittenItem(
            one.kind.name, one.uuid, _json(one.before), one.after_json, _json(one.kept_versions)
        )
        for one in items
    ]


def _json(value: State | list[State] | None) -> str | None:
    return None if value is None else to_json(value)


def link(
    previous: bytes,
    change: Mapping[str, object],
    items: Iterable[WrittenItem],
    *,
    ids: tuple[str, ...],
) -> bytes:
    """Return the hash of a change over itself, its items and the hash of the change before it.

    ``ids`` are those of the project, the replica and the reviewer that the change belongs to.
    """
    chain = hashlib.sha256(previous)
    chain.update(_bytes([*ids, _content(change)]))
    for item in items:
        states = f"{item.before or 'null'},{item.after or 'null'}"
        if item.versions is not None:
            states = f"{states},{item.versions}"
        # A name of ours and an id: there is nothing in them to be escaped.
        line = f'\n["{item.kind}","{item.uuid}",{states}]'
        chain.update(line.encode("utf-8", "surrogatepass"))
    return chain.digest()


def _content(row: Mapping[str, object]) -> dict[str, object]:
    return {
        name: value
        for name, value in row.items()
        if name not in _LEFT_OUT and (name not in _LATER or value != _LATER[name])
    }


def _bytes(value: object) -> bytes:
    return to_json(value).encode("utf-8", "surrogatepass")
