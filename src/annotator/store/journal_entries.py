"""What the journal says of a project and of its changes: enough to make the work anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from annotator.store import schema
from annotator.store.states import LABEL, REVISION

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy.engine import Connection

    from annotator.store.door import Item
    from annotator.store.lookup import Lookup

Entry = dict[str, Any]


def opening_entry(connection: Connection, project: str) -> Entry:
    """Return the line before all others: what the changes after it take as given."""
    labels = connection.execute(select(schema.label)).mappings()
    reviewers = connection.execute(select(schema.reviewer)).mappings()
    return {
        "project": project,
        "labels": [
            {"uuid": row["uuid"], **{name: row[name] for name in LABEL.fields}} for row in labels
        ],
        "reviewers": [dict(row) for row in reviewers],
    }


def change_entry(
    lookup: Lookup, row: Mapping[str, object], items: Iterable[Item], *, reviewer: str
) -> Entry:
    """Return the line of one change; a new revision comes with its paragraphs."""
    return {
        "sequence": row["sequence"],
        "replica": lookup.uuid(schema.replica, int(str(row["replica_key"]))),
        "counter": row["counter"],
        "reviewer": reviewer,
        "reviewer_key": row["reviewer_key"],
        "at": row["at"],
        "origin": row["origin"],
        "title": row["title"],
        "items": [_item_entry(lookup, item) for item in items],
    }


def _item_entry(lookup: Lookup, item: Item) -> Entry:
    entry: Entry = {
        "kind": item.kind.name,
        "uuid": item.uuid,
        "before": item.before,
        "after": item.after,
    }
    if item.kind is REVISION and item.after is not None:
        key = item.after["key"]
        text, ends = lookup.text(key)
        keys = lookup.layout(key).keys
        entry["paragraphs"] = [list(one) for one in zip(keys, text.split("\n"), ends, strict=True)]
    return entry
