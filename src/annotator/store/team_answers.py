"""Answers to what a bundle is made of, and to what a merge asks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, select, text

from annotator.core.records import Reviewer
from annotator.service.team_ports import Person
from annotator.store import history, prepared, schema
from annotator.store.columns import UuidBytes, uuid_text
from annotator.store.lookup import chunks
from annotator.store.portable import LayoutMemory, cut_of
from annotator.store.shared_fields import ALIASED
from annotator.store.shared_names import Names, rows_named
from annotator.store.shared_objects import SharedObjects, rows_of
from annotator.store.states import (
    ARTICLE,
    CLAIM,
    GUIDELINE,
    HIGHLIGHT,
    KINDS,
    LABEL,
    MARK,
    REVISION,
)
from annotator.team.joining import disputed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from sqlalchemy import Column, CompoundSelect, Select

    from annotator.store.lookup import Lookup
    from annotator.store.shelf import Shelf
    from annotator.store.states import Kind
    from annotator.team.shared import SharedObject

_AT_ONCE: Final = 1_000
_FIRST_ID: Final = uuid_text(bytes(16))
_EXCHANGED: Final = tuple(kind for kind in KINDS.values() if kind is not REVISION)
_IN_SIGHT: Final = '+article_key IN (SELECT "key" FROM article WHERE removed = 0)'
SHOWN: Final = {ARTICLE: "removed = 0", HIGHLIGHT: _IN_SIGHT, MARK: _IN_SIGHT}
_grave = schema.tombstone.c
# What was removed can have a row: an article, or a label that is in use all the same.
_WITH_ROWS: Final = {
    ARTICLE: select(schema.article.c.uuid).where(schema.article.c.removed == 1),
    LABEL: select(schema.label.c.uuid),
}
_NEWER: Final = """
SELECT sequence, ordinal, kind, uuid FROM change_item AS item
WHERE (sequence, ordinal) > (?, ?) AND sequence <= ? AND kind <> 'revision' AND NOT EXISTS (
    SELECT 1 FROM change_item AS later WHERE later.uuid = item.uuid
    AND later.sequence > item.sequence AND later.sequence <= ?
) ORDER BY sequence, ordinal LIMIT 1000
"""
# Articles in sight, of some, that were in the trash after a change.
_LEFT_TRASH: Final = text("""
SELECT article."key" FROM article WHERE article.uuid IN :ids AND article.removed = 0 AND (
    SELECT json_extract(item."before", '$.removed') FROM change_item AS item
    WHERE item.uuid = article.uuid AND item.sequence > :sequence
    ORDER BY item.sequence LIMIT 1
) = 1
""").bindparams(bindparam("ids", expanding=True))
_WITHIN: Final = """
SELECT '{kind}', uuid FROM {kind} WHERE {condition} AND NOT EXISTS (
    SELECT 1 FROM change_item WHERE change_item.uuid = {kind}.uuid AND change_item.sequence > ?
)
"""
_CLAIMED: Final = """
"key" IN (SELECT claim_key FROM highlight WHERE article_key = ? AND claim_key IS NOT NULL)
"""
_CONTENTS: Final = tuple(
    _WITHIN.format(kind=kind.name, condition=condition)
    for kind, condition in (
        (CLAIM, _CLAIMED),
        (HIGHLIGHT, "article_key = ?"),
        (MARK, "article_key = ?"),
    )
)
# Left to itself, SQLite reads all there are in the order of their keys.
_OPEN: Final = {
    kind: f"""
    SELECT "key", uuid FROM {kind.name}
    {"" if kind is GUIDELINE else f"INDEXED BY {kind.name}_open"}
    WHERE {schema.IS_OPEN} AND {SHOWN.get(kind, "1")}
    """  # noqa: S608 - the names are this program's own
    for kind in _EXCHANGED
}
_ALONG: Final = f"""
SELECT DISTINCT claim.uuid FROM (
    SELECT "key", uuid FROM claim INDEXED BY claim_open
    WHERE {schema.IS_OPEN} AND json_extract(shared, '$.removals') IS NOT NULL
) AS claim JOIN (
    SELECT claim_key FROM highlight INDEXED BY highlight_open
    WHERE {schema.IS_OPEN} AND json_extract(shared, '$.removals') IS NOT NULL
) AS one ON one.claim_key = claim."key"
"""  # noqa: S608 - the names are this program's own
_REVISIONS: Final = (
    select(schema.revision.c.key, schema.revision.c.uuid, schema.revision.c.text_sha256)
    .where(schema.revision.c.article_key == bindparam("of_article"))
    .order_by(schema.revision.c.number, schema.revision.c.key)
)
_reviewer = schema.reviewer.c
_PEOPLE: Final = select(
    _reviewer.uuid, _reviewer.name, _reviewer.renamed, _reviewer.extra
).order_by(_reviewer.uuid)

# The counters are indexed by replica.
_WRITTEN: Final = text("""
SELECT uuid, (SELECT max(counter) FROM change WHERE replica_key = replica."key") FROM replica
""").columns(uuid=UuidBytes)


class TeamAnswers:
    """Answers from the project file, beside those of ``FileQueries``."""

    _shelf: Shelf
    _lookup: Lookup

    def shared_objects(self, kind: str, ids: Collection[str]) -> dict[str, SharedObject]:
        """Return those of some objects that are known, by the ids asked for."""
        with self._shelf.reading():
            return SharedObjects(self._lookup).known(KINDS[kind], ids)

    def all_shared(self, kind: str) -> Iterator[SharedObject]:
        """Yield the objects of a kind outside the trash by the ids that a team knows them by."""
        yield from self._shared_of(KINDS[kind], self._pages(KINDS[kind]))

    def removed_shared(self, kind: str) -> Iterator[SharedObject]:
        """Yield the objects of a kind that were removed, by id; articles in the trash are, too."""
        of_kind, last = KINDS[kind], ""
        for some in self._graves(of_kind):
            with self._shelf.reading():
                known = SharedObjects(self._lookup).known(of_kind, some)
            for found in (known[uuid] for uuid in some if uuid in known):
                # Rows that became one go by one id, next to one another.
                if not found.there and found.id != last:
                    yield found
                    last = found.id

    def altered_since(self, sequence: int) -> Iterator[tuple[str, str]]:
        """Yield kind and id of each object that was altered after a change, each once."""
        with self._shelf.reading() as connection:
            newest = history.heads(connection).sequence
        last = (sequence + 1, -1)
        told = set[tuple[str, str]]()
        while True:
            with self._shelf.reading() as connection:
                asked = (*last, newest, newest)
                rows = prepared.send(connection, _NEWER, [asked]).fetchall()
                objects = SharedObjects(self._lookup)
                names = [(kind, raw) for *_, kind, raw in rows]
                articles = [raw for kind, raw in names if kind == ARTICLE.name]
                names += self._brought_along(articles, sequence)
                found = [(kind, objects.id_of(KINDS[kind], _id(raw))) for kind, raw in names]
            for kind, uuid in found:
                # Only what may have several ids can come twice.
                if KINDS[kind] not in ALIASED or (kind, uuid) not in told:
                    yield kind, uuid
                if KINDS[kind] in ALIASED:
                    told.add((kind, uuid))
            if not rows:
                return
            last = rows[-1][:2]

    def _brought_along(self, articles: list[bytes], sequence: int) -> list[tuple[str, bytes]]:
        """Return what lies in articles that left the trash and was not altered itself."""
        connection, asked = self._lookup.connection, {"ids": articles, "sequence": sequence}
        keys = connection.execute(_LEFT_TRASH, asked).scalars().all() if articles else ()
        return [
            (kind, raw)
            for key in keys
            for question in _CONTENTS
            for kind, raw in prepared.send(connection, question, [(key, sequence)])
        ]

    def open_conflicts(self) -> Iterator[SharedObject]:
        """Yield the objects, by kind, of which something waits to be settled."""
        for kind in _EXCHANGED:
            with self._shelf.reading() as connection:
                rows = sorted(prepared.send(connection, _OPEN[kind], [()]))
            ids = [_id(raw) for _, raw in rows]
            along = self.removed_along() if kind is CLAIM else frozenset()
            for found in self._shared_of(kind, chunks(ids, _AT_ONCE)):
                one = replace(found, removals=()) if found.id in along else found
                if disputed(one):
                    yield one

    def removed_along(self) -> frozenset[str]:
        """Return the claim records that are disputed to be there together with a highlight."""
        with self._shelf.reading() as connection:
            rows = prepared.send(connection, _ALONG, [()]).fetchall()
        return frozenset(_id(raw) for (raw,) in rows)

    def written_here(self) -> dict[str, int]:
        """Return the version of all changes in the history: what was done here."""
        with self._shelf.reading() as connection:
            return {uuid: counter for uuid, counter in connection.execute(_WRITTEN) if counter}

    def hides(self, article_id: str) -> bool:  # noqa: ARG002 - where all is seen, it is the same for each
        """Tell whether others' highlights of an article are hidden."""
        return False

    def hidden_conflicts(self) -> int:
        """Count the objects of which something waits to be settled that are hidden: none here."""
        return 0

    def texts_of(self, article_id: str) -> Mapping[tuple[str, str], str]:
        """Return the ids of an article's revisions by the digests of their texts and cuts."""
        found: dict[tuple[str, str], str] = {}
        with self._shelf.reading() as connection:
            rows = rows_named(connection, ARTICLE, [article_id])
            key = self._lookup.find_key(schema.article, rows.get(article_id, ""))
            for revision, uuid, sha256 in connection.execute(_REVISIONS, {"of_article": key}).all():
                found.setdefault((sha256, cut_of(self._lookup, revision)), uuid)
        return found

    def people(self) -> list[Person]:
        """Return everyone whose work the project holds."""
        with self._shelf.reading() as connection:
            rows = connection.execute(_PEOPLE)
            return [Person(Reviewer(uuid, name), *more) for uuid, name, *more in rows]

    def _shared_of(self, kind: Kind, pages: Iterable[list[str]]) -> Iterator[SharedObject]:
        """Yield the objects that are there of some rows, in the order in which those come."""
        layouts = LayoutMemory()
        for some in pages:
            with self._shelf.reading():
                rows = rows_of(self._lookup, kind, some)
                objects = SharedObjects(self._lookup, layouts)
                there = [rows[uuid] for uuid in some if uuid in rows]
                found = [one for _, one in objects.of_rows(kind, there) if one.there]
            yield from found

    def _pages(self, kind: Kind) -> Iterator[list[str]]:
        """Yield the ids of rows that are in sight, some at a time, as the team orders them."""
        uuid = kind.table.c.uuid
        shown = select(uuid).where(text(SHOWN.get(kind, "1")))
        if kind in ALIASED:
            yield from self._as_named(shown)
            return
        yield from self._by_id(uuid, shown)

    def _graves(self, kind: Kind) -> Iterator[list[str]]:
        graves = select(_grave.uuid).where(_grave.kind == kind.name)
        if kind in ALIASED:
            yield from self._as_named(graves.union(_WITH_ROWS[kind]))
            return
        yield from self._by_id(_grave.uuid, graves)

    def _as_named(self, question: Select[Any] | CompoundSelect[Any]) -> Iterator[list[str]]:
        with self._shelf.reading() as connection:
            names = Names(connection)
            found = sorted(connection.execute(question).scalars(), key=names.canonical)
        yield from chunks(found, _AT_ONCE)

    def _by_id(self, uuid: Column[Any], question: Select[Any]) -> Iterator[list[str]]:
        page = question.where(uuid > bindparam("last")).order_by(uuid).limit(_AT_ONCE)
        last = _FIRST_ID
        while True:
            with self._shelf.reading() as connection:
                some = list(connection.execute(page, {"last": last}).scalars())
            if not some:
                return
            yield some
            last = some[-1]


def _id(raw: bytes) -> str:
    return uuid_text(raw)
