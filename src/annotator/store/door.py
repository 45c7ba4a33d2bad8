"""The one door through which every object is written, by commands and by undo alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, delete, insert

from annotator.core.request_errors import NotFoundError
from annotator.store import schema
from annotator.store.change_items import ChangeItems
from annotator.store.counters import Counters
from annotator.store.items import Item
from annotator.store.lookup import chunks
from annotator.store.people import People
from annotator.store.prepared import Prepared
from annotator.store.seals import sealed
from annotator.store.search_index import SearchIndex
from annotator.store.shared_fields import ALIASED, alike
from annotator.store.shared_names import put_aliases
from annotator.store.shared_writes import SharedWrites, kept_of
from annotator.store.speakers import SpeakerCounts
from annotator.store.states import (
    ARTICLE,
    GUIDELINE,
    LABEL,
    REVISION,
    Kind,
    State,
    Version,
    delete_state,
    read_state_or_grave,
    write_state,
)
from annotator.store.texts import newest_revision, write_revised_text, write_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Table

    from annotator.core.editable_sentences import Hunk
    from annotator.core.records import Revision
    from annotator.store.items import Epitaphs, Stamp
    from annotator.store.lookup import Lookup

_tombstone = schema.tombstone.c
_REVIVE = delete(schema.tombstone).where(_tombstone.uuid == bindparam("of_uuid"))
_BURY = Prepared(insert(schema.tombstone))
# So many tombstones are held in memory, where the change is in the file already.
MOST_GRAVES: Final = 2_000


class Door:
    """Writes objects inside one transaction and collects what its change did."""

    def __init__(self, lookup: Lookup, stamp: Stamp) -> None:
        self.stamp = stamp
        self.items = ChangeItems(lookup.connection, stamp)
        # True once anything was written, or a key given, which a rollback takes back.
        self.wrote = False
        self.people = People(lookup.connection)
        self.counters = Counters(lookup)
        self.search = SearchIndex(lookup.connection)
        self.speakers = SpeakerCounts(lookup.connection)
        self.shared = SharedWrites(lookup.connection, stamp)
        # Tombstones to be, by id. Each names the change, and while something names a change that
        # is not there yet, SQLite goes through all others for those that may name it when it comes.
        self.graves: dict[str, dict[str, Any]] = {}
        # What is kept of objects that are to be gone, where they are not there to tell it.
        self.epitaphs: dict[str, dict[str, Any]] = {}
        # The paragraphs of new revisions in JSON, by key, for the journal, where they are at hand.
        self.paragraphs: dict[int, bytes] = {}
        self._lookup = lookup
        self._connection = lookup.connection
        self._promised: dict[tuple[str, str], int] = {}
        # Articles whose current revision is promised but not there yet, by that revision's key.
        self._waiting: dict[int, tuple[int, int | None]] = {}

    def promised_key(self, table: Table, uuid: str) -> int:
        """Return an object's key, or the one it will get when it is put."""
        key = self._lookup.find_key(table, uuid)
        if key is None:
            key = self._promised.get((table.name, uuid))
        if key is None:
            key = self._promised[table.name, uuid] = self._next_key(table)
        return key

    def require_kept_promises(self) -> None:
        """Raise ``NotFoundError`` if an object was named and never put."""
        for name, uuid in self._promised:
            raise NotFoundError(name, uuid)

    def set(self, kind: Kind, uuid: str, target: State | None) -> Item:
        """Bring an object to a state, None taking it away; return what that altered.

        Articles are never taken away but put into the trash, and a revision that is there
        stays as it is.
        """
        before, version, epitaph = self._found(kind, uuid)
        after = self._target(kind, uuid, before, target)
        if before is after or (kind is REVISION and before is not None):
            return Item(kind, uuid, before, before)
        done = self.shared.written(kind, before, after, version)
        if alike(before, done.state):
            return Item(kind, uuid, before, before)
        if done.state is None:
            self.epitaphs[uuid] = done.epitaph
        item = Item(kind, uuid, before, done.state, done.versions)
        if item.versions is None and self.items.is_exact(uuid):
            item.versions = (version or {}, done.version)
        item.epitaphs = self.epitaphs_of(item, epitaph, done.version)
        return self._put(item, version, done.version)

    def bring(self, kind: Kind, uuid: str, target: State | None, version: Version) -> Item:
        """Bring an object to a state and to just that version; return what that altered.

        What is taken away leaves that version as the one of its removal: {} for one that nobody is
        to know of. An article that is taken away goes into the trash, as it is.
        """
        before, known, epitaph = self._found(kind, uuid)
        after = self._target(kind, uuid, before, target)
        item = Item(kind, uuid, before, after, (known or {}, version))
        item.epitaphs = self.epitaphs_of(item, epitaph, version)
        return self._put(item, known, version) if item.altered else Item(kind, uuid, before, before)

    def _found(self, kind: Kind, uuid: str) -> tuple[State | None, Version | None, State]:
        """Return an object as it is, with its version, or what its tombstone says."""
        if uuid in self.graves:
            grave = self.graves[uuid]
            return None, grave["version"], grave["shared"] or {}
        return read_state_or_grave(self._connection, kind, uuid)

    def epitaphs_of(self, item: Item, epitaph: State, version: Version) -> Epitaphs:
        """Return what an object's tombstone keeps, and what it will keep; nothing, unless exact."""
        later = self.epitaphs.pop(item.uuid, None)
        if item.after is not None or not version:
            later = {}
        elif later is None:
            later = kept_of(item.before)
        return epitaph, later

    def _put(self, item: Item, known: Version | None, version: Version) -> Item:
        """Write an item; ``known`` is the version of what is there, or that it was removed with."""
        uuid = item.uuid
        buried = item.before is None and known is not None
        if buried and self.graves.pop(uuid, None) is None:
            self._connection.execute(_REVIVE, {"of_uuid": uuid})
        self._write(item, version)
        self.rename(item, version, buried=buried)
        return self.noted(item)

    def add(self, kind: Kind, uuid: str, target: State) -> Item:
        """Bring an object into being whose id nothing ever had; return what that altered."""
        item = Item(kind, uuid, None, self._target(kind, uuid, None, target))
        self._write(item, {str(self.stamp.replica_key): self.stamp.counter})
        return self.noted(item)

    def write_text(self, key: int, revision: Revision) -> None:
        """Write a new revision's text before the revision itself is set."""
        article = self.promised_key(schema.article, revision.article_id)
        base = newest_revision(self._connection, article)
        self.search.add_paragraphs(write_text(self._connection, key, revision, base=base))

    def write_revised_text(
        self, key: int, revision: Revision, *, base: int, hunks: Sequence[Hunk]
    ) -> None:
        """Write the text of a revision that shares with its base all but the hunks."""
        fresh = write_revised_text(self._connection, key, revision, base=base, hunks=hunks)
        self.search.add_paragraphs(fresh)

    def altered_labels(self) -> bool:
        """Tell whether the codebook needs a new revision."""
        return not self.items.kinds.isdisjoint({LABEL, GUIDELINE})

    def _target(
        self, kind: Kind, uuid: str, before: State | None, target: State | None
    ) -> State | None:
        if target is None:
            return {**before, "removed": 1} if before is not None and kind is ARTICLE else None
        if before is not None:
            return {**target, "key": before["key"]}
        promised = self._promised.pop((kind.name, uuid), None)
        key = target.get("key") or promised or self._next_key(kind.table)
        self._lookup.learn(kind.table, uuid, key)
        return {**target, "key": key}

    def _next_key(self, table: Table) -> int:
        self.wrote = True
        return self._lookup.give_key(table)

    def _write(self, item: Item, version: Version) -> None:
        kind, uuid, before, after = item.kind, item.uuid, item.before, item.after
        self.wrote = True
        if before is None and after is None:
            self.bury(item, version)
            return
        current = self._current(kind, before)
        if kind.parts is not None:
            self.counters.place(kind, before, after)
        self.search.alter(kind, before, after)
        self.speakers.alter(kind, before, after)
        if after is not None:
            write_state(self._connection, kind, uuid, before=before, after=after, version=version)
        elif before is not None:
            self._bury(item, before["key"], version)
        if kind is ARTICLE:
            self._lookup.forget_article(uuid)
        if kind is ARTICLE and after is not None:
            self._settle_article(before, after, current)
        elif kind is REVISION and after is not None:
            self._settle_revision(after["key"])

    def _bury(self, item: Item, key: int, version: Version) -> None:
        if item.kind is LABEL:
            self.counters.forget_label(key)
        delete_state(self._connection, item.kind, key)
        self._lookup.forget(item.kind.table, item.uuid)
        self.bury(item, version)

    def bury(self, item: Item, version: Version) -> None:
        """Take note of an object that is gone, and of what is kept of it."""
        self.graves[item.uuid] = {
            "uuid": item.uuid,
            "kind": item.kind.name,
            "version": version,
            "sequence": self.stamp.sequence,
            "shared": item.epitaphs[1] or None,
        }

    def rename(self, item: Item, version: Version, *, buried: bool = False) -> None:
        """See to it that an object is found by its other ids; ``buried`` is one that was gone.

        What was removed is still found by them, unless nobody is to know of it.
        """
        if item.kind not in ALIASED:
            return
        before = kept_of(item.before).get("aliases", [])
        if item.after is not None:
            after = kept_of(item.after).get("aliases", [])
        else:
            grave = self.graves.get(item.uuid, {}).get("shared") or {}
            after = grave.get("aliases", []) if version else []
        if buried or before != after:
            put_aliases(self._connection, item.kind, item.uuid, after)

    def write_graves(self) -> None:
        """Write the tombstones, once the change is there that they name."""
        rows = [sealed(schema.tombstone, row) for row in self.graves.values()]
        for chunk in chunks(rows):
            _BURY.run(self._connection, chunk)
        self.graves.clear()

    def _current(self, kind: Kind, before: State | None) -> int | None:
        if kind is not ARTICLE or before is None:
            return None
        return self._lookup.current_revision(before["key"])

    def _settle_article(self, before: State | None, after: State, current: int | None) -> None:
        key, revision = after["key"], after["revision_key"]
        if before is None:
            self.counters.start(key)
        self.counters.touch(key)
        if current == revision:
            return
        promised = {key for (name, _), key in self._promised.items() if name == "revision"}
        if revision in promised:
            self._waiting[revision] = (key, current)
        else:
            self._relay(key, current, revision)

    def _settle_revision(self, revision: int) -> None:
        waiting = self._waiting.pop(revision, None)
        if waiting is not None:
            article, current = waiting
            self._relay(article, current, revision)

    def _relay(self, article: int, current: int | None, revision: int) -> None:
        self._lookup.learn_current_revision(article, revision)
        self.counters.relay(article, before=current, after=revision)

    def noted(self, item: Item) -> Item:
        """Take an item that was written into the change, and return it."""
        self.items.note(item)
        if self.items.in_file and len(self.graves) >= MOST_GRAVES:
            self.write_graves()
        return item
