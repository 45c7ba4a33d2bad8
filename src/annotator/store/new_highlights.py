"""Many highlights that are new to the file, written at once: the same rows as one by one.

Each may come with its claim record. What coverage asks of a paragraph is asked once for all that
come to it in a row.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from annotator.core.request_errors import EmptySpanError, UnorderedSpansError
from annotator.store import prepared, schema
from annotator.store.bulk import NO_GRAVE, graves_of
from annotator.store.columns import is_uuid, uuid_bytes, uuid_text
from annotator.store.coverage import CoveredSentences
from annotator.store.items import Item
from annotator.store.lookup import chunks
from annotator.store.states import CLAIM, HIGHLIGHT, digest_of, part_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sqlalchemy import Table

    from annotator.core.records import ClaimRecord, Highlight
    from annotator.store.door import Door
    from annotator.store.lookup import Lookup
    from annotator.store.states import Kind, State, Version
    from annotator.store.translate import Translator

    Pair = tuple[Highlight, ClaimRecord | None]

_ASKED_AT_ONCE: Final = 500


def keys_there(lookup: Lookup, table: Table, uuids: list[str]) -> dict[str, int]:
    """Return the keys of those of some ids that a table has."""
    found: dict[str, int] = {}
    for chunk in chunks(uuids, _ASKED_AT_ONCE):
        places = ",".join("?" * len(chunk))
        asked = f'SELECT uuid, "key" FROM {table.name} WHERE uuid IN ({places})'  # noqa: S608 - the name is this program's own
        rows = prepared.send(lookup.connection, asked, [tuple(uuid_bytes(one) for one in chunk)])
        found |= {uuid_text(uuid): key for uuid, key in rows}
    return found


class NewHighlights:
    """Writes new highlights with their claim records, through a door."""

    def __init__(self, door: Door, lookup: Lookup, translator: Translator) -> None:
        self._door = door
        self._lookup = lookup
        self._connection = lookup.connection
        self._translator = translator
        self._covered = CoveredSentences(lookup)
        self._writes = -1

    def add(self, pairs: Sequence[Pair]) -> Iterator[Item]:
        """Write some highlights and yield the items of all that came, in their order."""
        _require_new_and_paired(pairs)
        self._door.wrote = True
        if self._writes != prepared.writes(self._connection):
            self._covered.forget()
        self._learn(pairs)
        claims = {claim.id.lower(): claim for _, claim in pairs if claim is not None}
        known = keys_there(self._lookup, schema.claim, list(claims))
        fresh = [self._item(CLAIM, one) for uuid, one in claims.items() if uuid not in known]
        for uuid, key in known.items():
            self._lookup.learn(schema.claim, uuid, key)
        items = {one.uuid: one for one in fresh}
        self._insert(CLAIM, fresh)
        placed = [self._item(HIGHLIGHT, one) for one, _ in pairs]
        there = keys_there(self._lookup, schema.highlight, [one.uuid for one in placed])
        if there:
            message = f"highlight {next(iter(there))} is there already"
            raise ValueError(message)
        self._insert(HIGHLIGHT, placed)
        self._account(fresh, placed)
        for item, (_, claim) in zip(placed, pairs, strict=True):
            yield from self._claimed(claim, claims, items)
            yield self._door.noted(item)
        self._lookup.forget_ids(schema.highlight, [one.key for one in placed])
        self._lookup.forget_ids(schema.claim, [*known.values(), *(one.key for one in fresh)])
        self._writes = prepared.writes(self._connection)

    def add_exactly(self, arrivals: Mapping[str, tuple[State, Version]]) -> Iterator[Item]:
        """Write highlights that are not there, by their ids, with just those versions."""
        self._door.wrote = True
        if self._writes != prepared.writes(self._connection):
            self._covered.forget()
        graves = graves_of(self._door, self._connection, list(arrivals))
        placed = []
        for uuid, (state, version) in arrivals.items():
            key = self._lookup.give_key(HIGHLIGHT.table)
            self._lookup.learn(HIGHLIGHT.table, uuid, key)
            known, epitaph = graves.get(uuid, NO_GRAVE)
            came = {**state, "key": key}
            placed.append(Item(HIGHLIGHT, uuid, None, came, (known, version), (epitaph, {})))
        for chunk in chunks(placed):
            self._send(HIGHLIGHT, chunk, {uuid: one for uuid, (_, one) in arrivals.items()})
        self._account([], placed)
        for item in placed:
            yield self._door.noted(item)
        self._lookup.forget_ids(schema.highlight, [one.key for one in placed])
        self._writes = prepared.writes(self._connection)

    def _claimed(
        self, claim: ClaimRecord | None, claims: dict[str, ClaimRecord], fresh: dict[str, Item]
    ) -> Iterator[Item]:
        """Yield what a claim record's coming altered, at the first highlight that brings it."""
        if claim is None or claims.pop(claim.id.lower(), None) is None:
            return
        uuid = claim.id.lower()
        if uuid in fresh:
            yield self._door.noted(fresh[uuid])
            return
        item = self._door.set(CLAIM, uuid, self._translator.state(claim))
        if item.before is not item.after:
            yield item

    def _learn(self, pairs: Sequence[Pair]) -> None:
        """Learn the keys of the articles and their texts at once."""
        for table, ids in (
            (schema.article, [one.article_id for one, _ in pairs]),
            (schema.revision, [one.revision_id for one, _ in pairs]),
        ):
            self._lookup.learn_keys(table, ids)

    def _item(self, kind: Kind, record: Highlight | ClaimRecord) -> Item:
        state = self._translator.state(record)
        state["key"] = self._lookup.give_key(kind.table)
        uuid = record.id.lower()
        self._lookup.learn(kind.table, uuid, state["key"])
        return Item(kind, uuid, None, state)

    def _insert(self, kind: Kind, items: list[Item]) -> None:
        graves = graves_of(self._door, self._connection, [one.uuid for one in items])
        own = {str(self._door.stamp.replica_key): self._door.stamp.counter}
        for chunk in chunks(items):
            versions = {one.uuid: {**graves.get(one.uuid, NO_GRAVE)[0], **own} for one in chunk}
            self._send(kind, chunk, versions)

    def _send(self, kind: Kind, items: list[Item], versions: Mapping[str, Version]) -> None:
        kind.insert_one.run(self._connection, [_row(one, versions[one.uuid]) for one in items])
        if kind.parts is not None:
            parts = (row for one in items for row in part_rows(kind, state_of(one)))
            kind.insert_parts.run(self._connection, parts)

    def _account(self, claims: list[Item], placed: list[Item]) -> None:
        for item in (*claims, *placed):
            self._door.search.alter(item.kind, None, item.after)
            self._door.speakers.alter(item.kind, None, item.after)
        for item in placed:
            self._door.counters.count(HIGHLIGHT, None, item.after)
        states = [state_of(one) for one in placed]
        for article, more in self._covered.more_under(states).items():
            self._door.counters.review(article, more)


def batches(pairs: Iterable[Pair], size: int) -> Iterator[list[Pair]]:
    """Cut pairs into lists, in each of which a claim record that is shared is the same."""
    batch: list[Pair] = []
    claims: dict[str, ClaimRecord] = {}
    for pair in pairs:
        claim = pair[1]
        differs = claim is not None and claims.setdefault(claim.id.lower(), claim) != claim
        if differs or len(batch) == size:
            yield batch
            batch, claims = [], {}
            if claim is not None:
                claims[claim.id.lower()] = claim
        batch.append(pair)
    if batch:
        yield batch


def _row(item: Item, version: Version) -> dict[str, Any]:
    kind, state = item.kind, state_of(item)
    hashed = digest_of(kind, item.uuid, version, item.after_json or "")
    return {**kind.full(state), "uuid": item.uuid, "version": version, "hash": hashed}


def state_of(item: Item) -> State:
    """Return the state that an object comes with."""
    assert item.after is not None  # noqa: S101 - what is new comes
    return item.after


def _require_new_and_paired(pairs: Sequence[Pair]) -> None:
    seen: set[str] = set()
    for highlight, claim in pairs:
        if not is_uuid(highlight.id) or highlight.id.lower() in seen:
            message = f"highlight {highlight.id} comes twice, or its id is none"
            raise ValueError(message)
        seen.add(highlight.id.lower())
        if claim is not None and claim.id != highlight.claim_id:
            message = f"highlight {highlight.id} comes with another's claim record"
            raise ValueError(message)
        if not highlight.spans:
            raise EmptySpanError(0)
        for one, following in pairwise(highlight.spans):
            if following.start < one.end:
                raise UnorderedSpansError(one.start, following.start)
