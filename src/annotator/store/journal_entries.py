"""What the journal says of a project and of its changes: enough to make the work anew.

It names everything by ids and by places in a text, which hold in every copy of a project, and
by no key, which would not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from annotator.store import schema
from annotator.store.states import LABEL, REVISION
from annotator.store.translate import Translator

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from annotator.store.door import Item
    from annotator.store.lookup import Lookup
    from annotator.store.states import State

Entry = dict[str, Any]
_TABLES = {
    "article_key": schema.article,
    "revision_key": schema.revision,
    "label_key": schema.label,
    "parent_key": schema.label,
    "reviewer_key": schema.reviewer,
    "claim_key": schema.claim,
    "finisher_key": schema.reviewer,
}


def opening_entry(lookup: Lookup, project: str, *, replica: str) -> Entry:
    """Return the line before all others of a replica: what the changes after it take as given."""
    labels = lookup.connection.execute(select(schema.label)).mappings().all()
    guideline = lookup.connection.execute(select(schema.guideline)).mappings().one()
    reviewers = lookup.connection.execute(select(schema.reviewer)).mappings()
    return {
        "project": project,
        "replica": replica,
        "labels": [
            {
                "uuid": row["uuid"],
                **_named(lookup, LABEL.state(row)),
            }
            for row in labels
        ],
        "guideline": {name: guideline[name] for name in ("uuid", "text", "verdicts")},
        "reviewers": [{"uuid": row["uuid"], "name": row["name"]} for row in reviewers],
    }


def change_entry(
    lookup: Lookup,
    row: Mapping[str, object],
    items: Iterable[Item],
    *,
    ids: tuple[str, str, str],
) -> Entry:
    """Return the line of one change; a new revision comes with its paragraphs.

    ``ids`` are those of the project, the replica and the reviewer.
    """
    project, replica, reviewer = ids
    translator = Translator(lookup)
    return {
        "project": project,
        "sequence": row["sequence"],
        "replica": replica,
        "counter": row["counter"],
        "reviewer": reviewer,
        "at": row["at"],
        "origin": row["origin"],
        "title": row["title"],
        "items": [_item_entry(lookup, translator, item) for item in items],
    }


def _item_entry(lookup: Lookup, translator: Translator, item: Item) -> Entry:
    entry: Entry = {
        "kind": item.kind.name,
        "uuid": item.uuid,
        "before": item.before and _worldly(lookup, translator, item.before),
        "after": item.after and _worldly(lookup, translator, item.after),
    }
    if item.kind is REVISION and item.after is not None:
        text, ends = lookup.text(item.after["key"])
        entry["paragraphs"] = [list(one) for one in zip(text.split("\n"), ends, strict=True)]
    return entry


def _worldly(lookup: Lookup, translator: Translator, state: State) -> Entry:
    """Return a state by ids; what is placed gets its spans and the revision that they count in."""
    named = _named(lookup, state)
    if "parts" in state:
        layout = translator.layout_for(state)
        del named["parts"]
        named["revision"] = lookup.uuid(schema.revision, layout.revision)
        named["spans"] = [[span.start, span.end] for span in layout.spans(state["parts"])]
        if "cue" in state:
            cue = layout.spans(state["cue"]) if layout.holds(state["cue"]) else ()
            named["cue"] = [[span.start, span.end] for span in cue]
    return named


def _named(lookup: Lookup, state: State) -> Entry:
    named: Entry = {}
    for name, value in state.items():
        if name in _TABLES:
            known = None if value is None else lookup.uuid(_TABLES[name], value)
            named[name.removesuffix("_key")] = known
        elif name != "key":
            named[name] = value
    return named
