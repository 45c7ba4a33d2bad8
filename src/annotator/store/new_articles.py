"""Many articles that are new to the file, written at once: the same rows as one by one.

A statement is sent once for some hundred articles, not for each. What search and likeness go by
comes with the articles where it was computed before; ``check`` computes all of it anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import text

from annotator.core.findable import findable
from annotator.store.bulk import NO_GRAVE, graves_of
from annotator.store.columns import to_json
from annotator.store.items import Item
from annotator.store.prepared import Prepared
from annotator.store.shared_fields import SHARED
from annotator.store.states import ARTICLE, REVISION, digest
from annotator.store.texts import write_new_texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sqlalchemy.engine import Connection

    from annotator.core.findable import Findable
    from annotator.service.new_articles import NewArticle
    from annotator.store.door import Door
    from annotator.store.lookup import Lookup
    from annotator.store.states import Kind, State, Version
    from annotator.store.texts import ParagraphRow
    from annotator.store.translate import Translator

    # What is shared of an object, and its version.
    Exact = tuple[State, Version]

_TEXTS: Final = Prepared(
    text("""
SELECT revision.text_sha256 FROM json_each(:digests) AS wanted
CROSS JOIN revision ON revision.text_sha256 = wanted.value
CROSS JOIN article ON article.revision_key = revision."key" AND article.removed = 0
""")
)


def texts_there(connection: Connection, digests: list[str]) -> set[str]:
    """Return those of some digests that the current text of an article has."""
    return {row[0] for row in _TEXTS.all(connection, {"digests": to_json(digests)})}


class NewArticles:
    """Writes new articles with their first revisions, through a door."""

    def __init__(self, door: Door, lookup: Lookup, translator: Translator) -> None:
        self._door = door
        self._lookup = lookup
        self._connection = lookup.connection
        self._translator = translator

    def add(
        self, articles: Sequence[NewArticle], exactly: Mapping[str, Exact] | None = None
    ) -> list[Item]:
        """Write some articles and return the items of the articles themselves.

        ``exactly`` has, by id, what is shared of articles that come with just a version.
        """
        self._door.wrote = True
        items = [self._items(one) for one in articles]
        self._take(exactly or {}, [item for item, _ in items])
        self._write(ARTICLE, [item for item, _ in items])
        self._write(REVISION, [item for _, item in items])
        revisions = (one.revision for one in articles)
        keys = (_key(item) for _, item in items)
        texts = write_new_texts(self._connection, dict(zip(keys, revisions, strict=True)))
        self._account(articles, items, texts)
        noted = [[self._door.noted(item) for item in pair] for pair in items]
        return [article for article, _ in noted]

    def _take(self, exactly: Mapping[str, Exact], items: list[Item]) -> None:
        """Let articles be what is told of them, and come out of their graves."""
        graves = graves_of(self._door, self._connection, list(exactly)) if exactly else {}
        for item in items:
            if item.uuid in exactly:
                shared, version = exactly[item.uuid]
                item.after = ARTICLE.brief({**_state(item), SHARED: shared})
                known, epitaph = graves.get(item.uuid, NO_GRAVE)
                item.versions, item.epitaphs = (known, version), (epitaph, {})
                self._door.rename(item, version, buried=item.uuid in graves)

    def _items(self, new: NewArticle) -> tuple[Item, Item]:
        """Give an article and its revision their keys; return what they come as."""
        article, revision = new.article.id.lower(), new.revision.id.lower()
        if (new.article.revision_id, new.revision.article_id) != (new.revision.id, new.article.id):
            message = f"article {article} and revision {revision} do not name each other"
            raise ValueError(message)
        keys = {}
        for kind, uuid in ((REVISION, revision), (ARTICLE, article)):
            keys[kind] = self._lookup.give_key(kind.table)
            self._lookup.learn(kind.table, uuid, keys[kind])
        self._lookup.learn_current_revision(keys[ARTICLE], keys[REVISION])
        of_article = self._translator.state(new.article) | {"key": keys[ARTICLE]}
        of_revision = self._translator.state(new.revision) | {"key": keys[REVISION]}
        return (
            Item(ARTICLE, article, None, of_article),
            Item(REVISION, revision, None, of_revision),
        )

    def _write(self, kind: Kind, items: list[Item]) -> None:
        stamp = self._door.stamp
        own = {str(stamp.replica_key): stamp.counter}
        rows = []
        for item in items:
            state, version = _state(item), item.versions[1] if item.versions else own
            hashed = digest(kind, item.uuid, version, state)
            rows.append({**kind.full(state), "uuid": item.uuid, "version": version, "hash": hashed})
        kind.insert_one.run(self._connection, rows)

    def _account(
        self,
        articles: Sequence[NewArticle],
        items: list[tuple[Item, Item]],
        texts: list[list[ParagraphRow]],
    ) -> None:
        door = self._door
        for (article, revision), rows in zip(items, texts, strict=True):
            door.search.alter(ARTICLE, None, article.after)
            paragraphs = ",".join(f"[{to_json(row.text)},{row.sentence_ends}]" for row in rows)
            door.paragraphs[_key(revision)] = f"[{paragraphs}]".encode("utf-8", "surrogatepass")
        door.counters.begin(
            {
                _key(article): sum(row.sentences for row in rows)
                for (article, _), rows in zip(items, texts, strict=True)
            }
        )
        door.search.write_folded(
            (row.key, folded, shingles)
            for one, rows in zip(articles, texts, strict=True)
            for row, folded, shingles in _found_by(one, rows)
        )


def _found_by(
    new: NewArticle, rows: list[ParagraphRow]
) -> Iterator[tuple[ParagraphRow, str, tuple[int, ...]]]:
    """Return each paragraph's row with its words and shingles, computed if they are of others."""
    known: Findable | None = new.findable
    if known is None or known.text_sha256 != new.revision.text_sha256:
        known = findable(new.revision.text, new.revision.text_sha256)
    return zip(rows, known.words, known.shingles, strict=True)


def _state(item: Item) -> State:
    assert item.after is not None  # noqa: S101 - what is new comes
    return item.after


def _key(item: Item) -> int:
    return int(_state(item)["key"])
