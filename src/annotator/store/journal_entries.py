"""What the journal says of a project and of its changes: enough to make the work anew.

It names everything by ids and by places in a text, which hold in every copy of a project, and
by no key, which would not.
"""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from annotator.store import history, schema
from annotator.store.columns import to_bytes
from annotator.store.keyed_ids import KeyedIds
from annotator.store.replicas import by_replicas, versioned
from annotator.store.shared_fields import SHARED
from annotator.store.states import CLAIM, LABEL, REVISION
from annotator.store.translate import Translator

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from annotator.store.door import Door
    from annotator.store.items import Item
    from annotator.store.lookup import Lookup
    from annotator.store.states import State

Entry = dict[str, Any]
# Where something else is to stand: no JSON that we write holds it, not even in a string.
_NOTHING = b"\0"
# Less than this is joined before it is handed on; what is longer is not copied once more.
PIECE = 1 << 20
_AT_ONCE = 1_000
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


def change_line(
    lookup: Lookup,
    row: Mapping[str, object],
    door: Door,
    *,
    ids: tuple[str, str, str],
) -> Iterator[bytes]:
    """Yield the line of one change, in pieces; a new revision comes with its paragraphs.

    ``ids`` are those of the project, the replica and the reviewer. A line can be of thousands of
    articles, so that each item is put into JSON by itself, and nothing is ever as long as the
    line.
    """
    project, replica, reviewer = ids
    translator = Translator(lookup)
    entry = {name: to_bytes(row[name]) for name in ("at", "counter", "origin", "sequence", "title")}
    entry |= {"project": to_bytes(project), "replica": to_bytes(replica)}
    entry |= {"reviewer": to_bytes(reviewer), "items": _NOTHING}
    if door.people.taken:
        entry["reviewers"] = to_bytes(door.people.taken)
    opening, _, closing = _object(entry).partition(_NOTHING)
    items = _learned(lookup, door)
    each = (_pieces(lookup, translator, item, door.paragraphs) for item in items)
    listed = (chain((b",",) if number else (), one) for number, one in enumerate(each))
    within = chain.from_iterable(listed)
    yield from _joined(chain((opening, b"["), within, (b"]", closing, b"\n")))


def _learned(lookup: Lookup, door: Door) -> Iterator[Item]:
    """Yield the items, having learned the ids of the claim records that some of them name."""
    gone = (
        KeyedIds(history.gone_of(lookup.connection, door.stamp.sequence, CLAIM))
        if door.items.in_file
        else KeyedIds()
    )
    items = iter(door.items)
    while some := list(islice(items, _AT_ONCE)):
        states = (state for one in some for state in (one.before, one.after) if state)
        claims = {state["claim_key"] for state in states if state.get("claim_key")}
        lookup.learn_uuids(schema.claim, sorted(claims))
        for key in claims:
            uuid = gone.get(key)
            if uuid is not None:
                lookup.learn_id(schema.claim, uuid, key)
        yield from some
        if door.items.in_file:
            lookup.forget_ids(schema.claim, claims)


def _joined(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Yield small pieces joined to some of a size, and large ones as they are."""
    small: list[bytes] = []
    size = 0
    for piece in pieces:
        if size and size + len(piece) > PIECE:
            yield b"".join(small)
            small, size = [], 0
        small.append(piece)
        size += len(piece)
    yield b"".join(small)


def _pieces(
    lookup: Lookup, translator: Translator, item: Item, paragraphs: Mapping[int, bytes]
) -> Iterator[bytes]:
    """Yield what an item's JSON is joined of, so that a long text is not copied once more."""
    fields = {
        # A name of ours and an id: there is nothing in them to be escaped.
        "kind": b'"%b"' % item.kind.name.encode("ascii"),
        "uuid": b'"%b"' % item.uuid.encode("ascii"),
        "before": _side(lookup, translator, item.before),
        "after": _side(lookup, translator, item.after),
    }
    if item.versions is not None:
        fields["versions"] = to_bytes([versioned(lookup, one) for one in item.versions])
    if item.kind is not REVISION or item.after is None:
        yield _object(fields)
        return
    opening, _, closing = _object({**fields, "paragraphs": _NOTHING}).partition(_NOTHING)
    key = item.after["key"]
    yield opening
    yield paragraphs.get(key) or _paragraphs(lookup, key)
    yield closing


def _side(lookup: Lookup, translator: Translator, state: State | None) -> bytes:
    return b"null" if state is None else to_bytes(_worldly(lookup, translator, state))


def _paragraphs(lookup: Lookup, revision: int) -> bytes:
    text, ends = lookup.text(revision)
    return to_bytes([list(one) for one in zip(text.split("\n"), ends, strict=True)])


def _object(fields: dict[str, bytes]) -> bytes:
    """Return a JSON object of values that are JSON, in the one form in which we write it."""
    each = (b'"%b":%b' % (name.encode("ascii"), fields[name]) for name in sorted(fields))
    return b"{%b}" % b",".join(each)


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
        elif name == SHARED:
            named[name] = by_replicas(lookup, value)
        elif name != "key":
            named[name] = value
    return named
