"""What never changes once it is committed, remembered: keys of ids, layouts, sentences."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from sqlalchemy import Text, bindparam, func, select, text, type_coerce

from annotator.core.request_errors import NotFoundError
from annotator.core.sentence_blocks import SegmentedParagraph
from annotator.store import schema
from annotator.store.columns import is_uuid, lists_of_json, to_json
from annotator.store.layouts import Layout
from annotator.store.lineage import Lineage
from annotator.store.prepared import Prepared

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sqlalchemy import Table
    from sqlalchemy.engine import Connection

    from annotator.core.records import Article

K = TypeVar("K")
V = TypeVar("V")
# Paragraphs whose places are remembered: what comes by ids goes to and fro between articles.
_PLACES: Final = 50_000
_PARAGRAPHS: Final = 20_000
_CHUNK: Final = 500

_ORDER = schema.revision_paragraph.c
_LAYOUT = (
    select(schema.paragraph.c.key, schema.paragraph.c.chars)
    .join(schema.revision_paragraph, _ORDER.paragraph_key == schema.paragraph.c.key)
    .where(_ORDER.revision_key == bindparam("of_revision"))
    .order_by(_ORDER.ordinal)
)
# Sent as it stands and read as it is stored: this is most of what a first screen waits for.
_TEXT: Final = """
    SELECT paragraph.key, paragraph.chars, paragraph.text, paragraph.sentence_ends
    FROM revision_paragraph
    JOIN paragraph ON paragraph.key = revision_paragraph.paragraph_key
    WHERE revision_paragraph.revision_key = ?
    ORDER BY revision_paragraph.ordinal
"""
_asked = func.json_each(bindparam("of_keys")).table_valued("value")
_SENTENCES = Prepared(
    select(schema.paragraph.c.key, schema.paragraph.c.text, schema.paragraph.c.sentence_ends).where(
        schema.paragraph.c.key.in_(select(_asked.c.value))
    )
)
_CURRENT = select(schema.article.c.revision_key).where(
    schema.article.c.key == bindparam("of_article")
)
_GIVEN: Final = text("SELECT seq FROM sqlite_sequence WHERE name = :name")
_item = schema.change_item.c
_GONE = (
    select(_item.uuid)
    .where(_item.kind == bindparam("of_kind"))
    .where(
        func.json_extract(type_coerce(_item.before, Text), "$.key") == bindparam("of_key"),
    )
    .limit(1)
)


class Recent(Generic[K, V]):
    """A dictionary that forgets what was asked for longest ago.

    Its values weigh no more than ``size`` together, but for the last one.
    """

    def __init__(self, size: int, weight: Callable[[V], int] = lambda _: 1) -> None:
        self._size, self._weight = size, weight
        self._held = 0
        self._values: OrderedDict[K, V] = OrderedDict()

    def get(self, key: K) -> V | None:
        """Return a value, if it is still remembered."""
        if key in self._values:
            self._values.move_to_end(key)
        return self._values.get(key)

    def put(self, key: K, value: V) -> None:
        """Remember a value."""
        if key in self._values:
            self._held -= self._weight(self._values.pop(key))
        self._values[key] = value
        self._held += self._weight(value)
        while self._held > self._size and len(self._values) > 1:
            _, forgotten = self._values.popitem(last=False)
            self._held -= self._weight(forgotten)

    def clear(self) -> None:
        """Forget everything."""
        self._values.clear()
        self._held = 0


def _paragraphs_of(layout: Layout) -> int:
    return len(layout.keys)


class Lookup:
    """Keys by id and ids by key, layouts and sentences, each asked of the file once.

    ``generation`` goes up whenever the file was replaced, so that nothing known of it holds, and
    ``epoch`` whenever another program, or a rollback, can have altered what may be altered.
    """

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        # Whose finishing of an article goes before those of others, or alone counts.
        self.reviewer_id, self.alone = "", False
        self.lineage = Lineage()
        self.generation = 0
        self.epoch = 0
        self._articles: dict[str, Article] = {}
        self._given: dict[str, int] = {}
        self._keys: dict[tuple[str, str], int] = {}
        self._uuids: dict[tuple[str, int], str] = {}
        self._current: dict[int, int] = {}
        self._data_version = -1
        self._layouts: Recent[int, Layout] = Recent(_PLACES, _paragraphs_of)
        self._sentences: Recent[int, SegmentedParagraph] = Recent(_PARAGRAPHS)

    def clear(self) -> None:
        """Forget everything: after a rollback, keys given in it belong to nobody."""
        self.forget_mutable()
        self._uuids.clear()
        self._layouts.clear()
        self._sentences.clear()

    def forget_mutable(self) -> None:
        """Forget what another program can have altered."""
        self.epoch += 1
        self._articles.clear()
        self._given.clear()
        self._keys.clear()
        self._current.clear()

    def notice(self, data_version: int) -> None:
        """Forget what others can have altered, if the file's data version says that they wrote.

        Where what they wrote does not go on from what was seen, everything is forgotten.
        """
        if data_version == self._data_version:
            return
        self.forget_mutable()
        if not self.lineage.goes_on(self.connection):
            self.clear()
            self.generation += 1
        self._data_version = data_version

    def learn(self, table: Table, uuid: str, key: int) -> None:
        """Remember what an object's key is."""
        self._keys[table.name, uuid] = key
        self._uuids[table.name, key] = uuid

    def learn_id(self, table: Table, uuid: str, key: int) -> None:
        """Remember which id a key has or had, whether or not the object is there."""
        self._uuids[table.name, key] = uuid

    def forget(self, table: Table, uuid: str) -> None:
        """Forget an object that was removed."""
        self._keys.pop((table.name, uuid), None)

    def forget_ids(self, table: Table, keys: Iterable[int]) -> None:
        """Forget the ids of objects that are there, of which there may be a million."""
        for key in keys:
            uuid = self._uuids.pop((table.name, key), None)
            self._keys.pop((table.name, uuid or ""), None)

    def find_key(self, table: Table, uuid: str) -> int | None:
        """Return the key of an object; None where there is none, or the id is no id at all."""
        key = self._keys.get((table.name, uuid))
        if key is None and is_uuid(uuid):
            found = self.connection.execute(
                select(table.c.key).where(table.c.uuid == uuid)
            ).scalar_one_or_none()
            if found is not None:
                key = int(found)
                self.learn(table, uuid, key)
        return key

    def key(self, table: Table, uuid: str) -> int:
        """Return the key of an object; raise ``NotFoundError`` where there is none."""
        key = self.find_key(table, uuid)
        if key is None:
            raise NotFoundError(table.name, uuid)
        return key

    def uuid(self, table: Table, key: int) -> str:
        """Return the id of an object that has that key, or had it before it was removed."""
        known = self._uuids.get((table.name, key))
        if known is not None:
            return known
        self.learn_uuids(table, [key])
        if (table.name, key) not in self._uuids:
            gone = self.connection.execute(_GONE, {"of_kind": table.name, "of_key": key})
            self._uuids[table.name, key] = gone.scalar_one()
        return self._uuids[table.name, key]

    def learn_uuids(self, table: Table, keys: Iterable[int]) -> None:
        """Remember the ids of many keys, in as few questions as can be."""
        wanted = [key for key in dict.fromkeys(keys) if (table.name, key) not in self._uuids]
        for chunk in chunks(wanted):
            statement = select(table.c.uuid, table.c.key).where(table.c.key.in_(chunk))
            for uuid, key in self.connection.execute(statement):
                self.learn(table, uuid, key)

    def learn_keys(self, table: Table, uuids: Iterable[str]) -> None:
        """Remember the keys of many objects, in as few questions as can be."""
        unknown = (one for one in dict.fromkeys(uuids) if (table.name, one) not in self._keys)
        for chunk in chunks([one for one in unknown if is_uuid(one)]):
            statement = select(table.c.uuid, table.c.key).where(table.c.uuid.in_(chunk))
            for uuid, key in self.connection.execute(statement):
                self.learn(table, uuid, key)

    def article(self, uuid: str) -> Article | None:
        """Return an article outside the trash, if it is remembered."""
        return self._articles.get(uuid)

    def learn_article(self, article: Article) -> None:
        """Remember an article outside the trash."""
        self._articles[article.id] = article

    def forget_article(self, uuid: str) -> None:
        """Forget an article that is being written."""
        self._articles.pop(uuid, None)

    def give_key(self, table: Table) -> int:
        """Return the next key of a table, which nothing had and nothing else will have."""
        last = self._given.get(table.name)
        if last is None:
            found = self.connection.execute(_GIVEN, {"name": table.name}).scalar_one_or_none()
            last = found or 0
        self._given[table.name] = last + 1
        return last + 1

    def layout(self, revision: int) -> Layout:
        """Return the layout of a revision."""
        layout = self._layouts.get(revision)
        if layout is None:
            rows = self.connection.execute(_LAYOUT, {"of_revision": revision})
            layout = Layout(revision, ((key, chars) for key, chars in rows))
            self._layouts.put(revision, layout)
        return layout

    def current_revision(self, article: int) -> int | None:
        """Return the key of an article's current revision; None where the article is new."""
        if article not in self._current:
            found = self.connection.execute(_CURRENT, {"of_article": article}).scalar_one_or_none()
            if found is None:
                return None
            self._current[article] = found
        return self._current[article]

    def learn_current_revision(self, article: int, revision: int) -> None:
        """Remember which revision of an article is the current one."""
        self._current[article] = revision

    def text(self, revision: int) -> tuple[str, tuple[tuple[int, ...], ...]]:
        """Return a revision's text and, per paragraph, the ends of its sentences."""
        rows = self.connection.exec_driver_sql(_TEXT, (revision,)).all()
        if self._layouts.get(revision) is None:
            self._layouts.put(revision, Layout(revision, ((row[0], row[1]) for row in rows)))
        ends = lists_of_json([row[3] for row in rows])
        return "\n".join([row[2] for row in rows]), tuple(map(tuple, ends))

    def sentences(self, paragraphs: Iterable[int]) -> dict[int, SegmentedParagraph]:
        """Return the segmented paragraphs of some keys."""
        keys = list(paragraphs)
        found = {key: value for key in keys if (value := self._sentences.get(key)) is not None}
        wanted = [key for key in keys if key not in found]
        if wanted:
            for key, words, ends in _SENTENCES.all(self.connection, {"of_keys": to_json(wanted)}):
                found[key] = SegmentedParagraph(words, ends)
                self._sentences.put(key, found[key])
        return found


def chunks(values: list[K], size: int = _CHUNK) -> Iterable[list[K]]:
    """Cut a list into lists that one statement can take."""
    return (values[start : start + size] for start in range(0, len(values), size))
