"""Answers to what sending and merging ask beside shared objects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, select, text

from annotator.core.records import Reviewer
from annotator.service.team_ports import Person
from annotator.store import schema
from annotator.store.columns import JsonText, UuidBytes, uuid_bytes
from annotator.store.lookup import chunks
from annotator.store.portable import LayoutMemory, Portable
from annotator.store.replicas import versioned
from annotator.store.shared_fields import EVERY, SHARED
from annotator.store.shared_names import Names, rows_named
from annotator.store.states import ARTICLE, CLAIM, GUIDELINE, HIGHLIGHT, KINDS, LABEL, MARK
from annotator.store.writers import began_to_write, made_by
from annotator.team.versions import descends
from annotator.team.writing import WRITES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from annotator.store.lookup import Lookup
    from annotator.store.shelf import Shelf
    from annotator.store.states import Kind
    from annotator.team.shared import Json, SharedObject
    from annotator.team.versions import Version

_AT_ONCE: Final = 1_000
_revision = schema.revision.c
_WITH_DIGEST: Final = (
    select(_revision.key).where(_revision.text_sha256 == bindparam("of_digest")).limit(1)
)
_SHARING: Final = (
    select(schema.highlight.c.uuid)
    .join(schema.claim, schema.claim.c.key == schema.highlight.c.claim_key)
    .where(schema.claim.c.uuid.in_(bindparam("of_uuids", expanding=True)))
)
# What lies in the trash is told to nobody.
_IN_SIGHT: Final = 'article_key IN (SELECT "key" FROM article WHERE removed = 0)'
_TOLD_OF: Final = {ARTICLE: "removed = 0", HIGHLIGHT: _IN_SIGHT}
# A decision is held, since no column tells of it. Of highlights, the many, only those are read.
_SOME_SHARED: Final = {HIGHLIGHT: ("INDEXED BY highlight_held", schema.IS_HELD)}
_ANY_SHARED: Final = ("", "shared <> '{}'")
_ANYWHERE: Final = " OR ".join(
    f"EXISTS (SELECT 1 FROM {kind.name} {index} WHERE {condition} AND instr(shared, told) > 0"  # noqa: S608 - the names are this program's own
    f" AND {_TOLD_OF.get(kind, '1')})"
    for kind in (ARTICLE, CLAIM, GUIDELINE, HIGHLIGHT, LABEL)
    for index, condition in [_SOME_SHARED.get(kind, _ANY_SHARED)]
)
_HEXED: Final = "lower(hex(reviewer.uuid))"
_TOLD: Final = " || '-' || ".join(
    f"substr({_HEXED}, {start}, {length})"
    for start, length in ((1, 8), (9, 4), (13, 4), (17, 4), (21, 12))
)
# Whoever settled something, and did no more, is named in what is shared alone.
_AUTHORS: Final = (
    text(f"""
SELECT uuid, name, renamed, extra FROM (SELECT *, {_TOLD} AS told FROM reviewer) AS reviewer
WHERE uuid IN :wrote
OR EXISTS (SELECT 1 FROM highlight WHERE reviewer_key = reviewer."key" AND {_IN_SIGHT})
OR EXISTS (SELECT 1 FROM article WHERE finisher_key = reviewer."key" AND removed = 0)
OR EXISTS (SELECT 1 FROM mark WHERE reviewer_key = reviewer."key" AND {_IN_SIGHT})
OR EXISTS (SELECT 1 FROM json_each(reviewer.extra) AS said WHERE instr(said."key", '{WRITES}') = 1)
OR {_ANYWHERE}
ORDER BY uuid
""")  # noqa: S608 - see above
    .bindparams(bindparam("wrote", expanding=True))
    .columns(uuid=UuidBytes, extra=JsonText)
)
_LABELED: Final = select(schema.highlight.c.uuid).where(
    schema.highlight.c.label_key == bindparam("of_label")
)
_RETOLD: Final = text("""
SELECT DISTINCT article.uuid FROM change_item AS item
JOIN revision ON revision.uuid = item.uuid
JOIN article ON article."key" = revision.article_key
WHERE item.sequence > :sequence AND item.kind = 'revision'
""").columns(uuid=UuidBytes)
_PAST: Final = (
    text("""
SELECT "before", "after", versions FROM change_item
WHERE uuid = :of_uuid AND "before" IS NOT NULL
ORDER BY sequence DESC
""")
    .bindparams(bindparam("of_uuid", type_=UuidBytes))
    .columns(before=JsonText, after=JsonText, versions=JsonText)
)

# What every project begins with was written by nobody: its version is empty.
_SHIPPED: Final = (GUIDELINE, LABEL)
_NOW: Final = {
    kind: select(kind.table.c.shared).where(kind.table.c.uuid == bindparam("of_uuid"))
    for kind in (ARTICLE, CLAIM, GUIDELINE, HIGHLIGHT, LABEL, MARK)
}


class MergeAnswers:
    """Answers from the project file, beside those of ``FileQueries``."""

    _shelf: Shelf
    _lookup: Lookup

    def authors(self) -> list[Person]:
        """Return those whose work the project holds, by id."""
        with self._shelf.reading() as connection:
            wrote = began_to_write(connection)
            rows = connection.execute(_AUTHORS, {"wrote": [uuid_bytes(one) for one in wrote]}).all()
        return [
            Person(
                Reviewer(uuid, name), renamed, {**extra, **dict.fromkeys(wrote.get(uuid, ()), True)}
            )
            for uuid, name, renamed, extra in rows
        ]

    def made_by(self, replica: str, counter: int) -> tuple[str, str] | None:
        """Return who made a change, and when where that is known; None where nobody knows."""
        with self._shelf.reading() as connection:
            return made_by(connection, replica, counter)

    def shared_in(self, article_id: str) -> Iterator[SharedObject]:
        """Yield the highlights and marks of an article that is outside the trash."""
        for kind in (HIGHLIGHT, MARK):
            for some in chunks(self._ids_in(kind, article_id), _AT_ONCE):
                yield from self.shared_objects(kind.name, some).values()

    def shared_objects(self, kind: str, ids: Collection[str]) -> dict[str, SharedObject]:
        """Return those of some objects that are known, by the ids asked for."""
        raise NotImplementedError

    def text_with(self, sha256: str) -> str | None:
        """Return the text that has a digest, if an article has it or had it once."""
        with self._shelf.reading() as connection:
            asked = {"of_digest": sha256}
            key = connection.execute(_WITH_DIGEST, asked).scalar_one_or_none()
            return self._lookup.text(key)[0] if key is not None else None

    def highlights_of_claims(self, claim_ids: Collection[str]) -> set[str]:
        """Return the ids of the highlights that share some claim records."""
        found: set[str] = set()
        with self._shelf.reading() as connection:
            for chunk in chunks(list(claim_ids)):
                found.update(connection.execute(_SHARING, {"of_uuids": chunk}).scalars())
        return found

    def highlights_of_label(self, label_id: str) -> list[str]:
        """Return the ids of the highlights that have a label, in the trash or not."""
        with self._shelf.reading() as connection:
            row = rows_named(connection, LABEL, [label_id]).get(label_id, label_id)
            key = self._lookup.find_key(schema.label, row)
            return list(connection.execute(_LABELED, {"of_label": key}).scalars())

    def retold_since(self, sequence: int) -> set[str]:
        """Return the articles that got another text after a change, by the ids a team knows."""
        with self._shelf.reading() as connection:
            names = Names(connection)
            rows = connection.execute(_RETOLD, {"sequence": sequence}).scalars()
            return {names.canonical(one) for one in rows}

    def value_before(self, found: SharedObject, field: str) -> Json:
        """Return what a disputed field said before it was written to here; None if unknown."""
        kind = KINDS[found.kind]
        versions = [one.version for one in found.fields[field]]
        with self._shelf.reading() as connection:
            row = rows_named(connection, kind, [found.id]).get(found.id)
            every = self._dots(connection.execute(_NOW[kind], {"of_uuid": row}).scalar()).get(EVERY)
            for state, after, exact in connection.execute(_PAST, {"of_uuid": row}):
                dots = self._dots(state.get(SHARED))
                # The first write after it came puts down the version that it came with.
                written = self._dots((after or {}).get(SHARED)).get(EVERY, every)
                came = versioned(self._lookup, exact[0]) if exact and exact[0] else written
                dot = dots.get(field, dots.get(EVERY, came))
                disputed = field in (state.get(SHARED) or {}).get("rivals", {})
                if dot is None or disputed or (not dot and kind not in _SHIPPED):
                    continue
                if all(descends(one, dot) for one in versions):
                    return self._value(kind, state, field)
        return None

    def _dots(self, shared: dict[str, Any] | None) -> dict[str, Version]:
        dots = (shared or {}).get("dots", {})
        return {name: versioned(self._lookup, one) for name, one in dots.items()}

    def _value(self, kind: Kind, state: dict[str, Any], field: str) -> Json:
        names = Names(self._lookup.connection)
        portable = Portable(self._lookup, names, LayoutMemory())
        portable.look(kind, [state])
        return portable.values(kind, state).get(field)

    def _ids_in(self, kind: Kind, article_id: str) -> list[str]:
        columns = kind.table.c
        with self._shelf.reading() as connection:
            row = rows_named(connection, ARTICLE, [article_id]).get(article_id, article_id)
            key = self._lookup.find_key(schema.article, row)
            asked = select(columns.uuid).where(columns.article_key == key)
            return list(connection.execute(asked).scalars())
