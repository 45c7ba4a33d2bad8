"""Articles that come from a team, with their texts."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sqlalchemy import bindparam, select

from annotator.core.finishings import shown
from annotator.core.records import Article
from annotator.service.new_articles import NewArticle
from annotator.store import schema
from annotator.store.bulk import Bulk
from annotator.store.clock import new_id
from annotator.store.columns import to_json
from annotator.store.new_articles import NewArticles
from annotator.store.portable import cut_of
from annotator.store.shared_fields import SHARED
from annotator.store.shared_names import rows_named
from annotator.store.shared_objects import rows_of
from annotator.store.shared_writes import unknown
from annotator.store.states import ARTICLE, REVISION, read_state
from annotator.store.texts import newest_number
from annotator.store.translate import Translator
from annotator.team.fields import FINISHED
from annotator.team.joining import joined_extras

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from annotator.core.records import Revision
    from annotator.store.arriving_states import ArrivingStates
    from annotator.store.door import Door
    from annotator.store.items import Item
    from annotator.store.lookup import Lookup
    from annotator.store.shared_objects import Row
    from annotator.store.states import State, Version
    from annotator.team.shared import Json, SharedObject

    # The digests of a text and of how it is cut into sentences.
    Text = tuple[str, str]

_revision = schema.revision.c
_TEXTS: Final = (
    select(_revision.key, _revision.text_sha256)
    .where(_revision.article_key == bindparam("of_article"))
    .order_by(_revision.number, _revision.key)
)
_WITHIN: Final = tuple(
    select(table.c.key).where(table.c.article_key == bindparam("of_article")).limit(1)
    for table in (schema.highlight, schema.mark)
)
_PLAIN: Final = ("title", "created", "publisher", "url", "published", "language", "direction")


class ArrivingArticles:
    """Writes articles that come, those that are new and those that are there."""

    def __init__(self, door: Door, lookup: Lookup, states: ArrivingStates) -> None:
        self._door = door
        self._lookup = lookup
        self._connection = lookup.connection
        self._states = states
        self._translator = Translator(lookup, door.promised_key)
        # Texts of articles that are yet to come, by any id of theirs.
        self._pending: dict[str, list[Revision]] = {}
        # Articles that turned out to be the same as another one.
        self._left: dict[int, str] = {}

    def take_text(self, article_id: str, revision: Revision) -> Iterator[Item]:
        """Take a text of an article; yield the item of one that is new, or more is said of."""
        row = rows_named(self._connection, ARTICLE, [article_id]).get(article_id, article_id)
        key = self._lookup.find_key(schema.article, row)
        if key is None:
            self._pending.setdefault(row.lower(), []).append(revision)
        elif (known := self._texts(key).get(_text(revision))) is None:
            yield self._add_text(row, key, revision)
        elif revision.extra:
            yield from self._told_more(known, revision.extra)

    def _told_more(self, key: int, extra: Mapping[str, object]) -> Iterator[Item]:
        uuid = self._lookup.uuid(schema.revision, key)
        found = read_state(self._connection, REVISION, uuid)
        assert found is not None  # noqa: S101 - it has a key
        state, version = found
        wanted = {**state, "extra": joined_extras(state.get("extra", {}), extra)}
        item = self._door.bring(REVISION, uuid, wanted, version)
        if item.before is not item.after:
            yield item

    def bring(self, objects: Sequence[SharedObject]) -> Iterator[Item]:
        """Write articles and yield the items of all that this altered."""
        ids = [one for found in objects for one in (found.id, *found.aliases)]
        named = rows_named(self._connection, ARTICLE, ids)
        there = rows_of(self._lookup, ARTICLE, set(named.values()))
        new, kept = [], {}
        for found in objects:
            rows = {named[one] for one in (found.id, *found.aliases)} & there.keys()
            row, *others = sorted(rows, key=lambda one: there[one][2]["key"]) or [found.id]
            if row in there and found.there:
                kept[row] = self._altered(found, there[row])
            elif row in there:
                kept[row] = self._hidden(found, there[row])
            elif found.there:
                new.append(found)
            else:
                self._states.bury(found, row)
                yield self._door.bring(ARTICLE, row, None, self._states.removal(found))
            for other in others:
                self._left[there[other][2]["key"]] = row
                kept[other] = (unknown(there[other][2]), {})
        yield from self._add(new)
        yield from self._bring(kept, there)

    def finish(self) -> None:
        """Require that nothing is left in articles that turned out to be others."""
        for key, row in self._left.items():
            for within in _WITHIN:
                if self._connection.execute(within, {"of_article": key}).one_or_none() is not None:
                    message = f"what lay in an article that is article {row} was left behind"
                    raise ValueError(message)

    def _bring(
        self, targets: Mapping[str, tuple[State, Version]], there: Mapping[str, Row]
    ) -> Iterator[Item]:
        """Write articles that are there: many at once, but for those that get another text."""
        same: dict[str, tuple[State, Version]] = {}
        others: dict[str, tuple[State, Version]] = {}
        for row, target in targets.items():
            moved = target[0]["revision_key"] != there[row][2]["revision_key"]
            (others if moved else same)[row] = target
        if same:
            yield from Bulk(self._door, self._lookup, ARTICLE).bring_exactly(same)
        for row, (state, version) in others.items():
            yield self._door.bring(ARTICLE, row, state, version)

    def _altered(self, found: SharedObject, row: Row) -> tuple[State, Version]:
        uuid, _, before = row
        wanted = found.shown("text")
        revision = self._texts(before["key"]).get((wanted["sha256"], wanted["cut"]))
        if revision is None:
            message = f"article {found.id} comes without its text"
            raise ValueError(message)
        finished, by = shown(_finishings(found))
        state = {
            **{name: found.shown(name) for name in (*_PLAIN, "authors")},
            "key": before["key"],
            "revision_key": revision,
            "removed": 0,
            "finished": finished,
            "finisher_key": self._lookup.key(schema.reviewer, by) if by else None,
            SHARED: self._states.shared(found, uuid),
        }
        return ARTICLE.brief(state), self._states.version(found.version)

    def _hidden(self, found: SharedObject, row: Row) -> tuple[State, Version]:
        uuid, _, before = row
        removal = self._states.removal(found)
        if not removal:
            return unknown(before), {}
        shared = {**self._states.names(found, uuid), "removals": [removal]}
        return {**before, "removed": 1, SHARED: shared}, {}

    def _add(self, objects: Sequence[SharedObject]) -> Iterator[Item]:
        """Write articles that are not there, each with its texts."""
        coming, exactly, others = [], {}, []
        for found in objects:
            first, *rest = self._pending_texts(found)
            article = _article(found, first)
            coming.append(NewArticle(article, first))
            shared = self._states.shared(found, article.id)
            exactly[article.id] = (shared, self._states.version(found.version))
            others += [(article.id, one) for one in rest]
        new = NewArticles(self._door, self._lookup, self._translator)
        if coming:
            yield from new.add(coming, exactly)
        for article_id, revision in others:
            key = self._lookup.key(schema.article, article_id)
            yield self._add_text(article_id, key, revision)

    def _pending_texts(self, found: SharedObject) -> list[Revision]:
        """Return the texts that an article comes with, its present one first."""
        ids = (found.id, *found.aliases)
        texts = {_text(one): one for uuid in ids for one in self._pending.pop(uuid, ())}
        wanted = found.shown("text")
        present = texts.pop((wanted["sha256"], wanted["cut"]), None)
        if present is None:
            message = f"article {found.id} comes without its text"
            raise ValueError(message)
        return [replace(one, article_id=found.id) for one in (present, *texts.values())]

    def _texts(self, article: int) -> dict[Text, int]:
        """Return the keys of an article's revisions by what they say."""
        found: dict[Text, int] = {}
        for key, sha256 in self._connection.execute(_TEXTS, {"of_article": article}).all():
            found.setdefault((sha256, cut_of(self._lookup, key)), key)
        return found

    def _add_text(self, row: str, article: int, revision: Revision) -> Item:
        current = self._lookup.current_revision(article)
        assert current is not None  # noqa: S101 - an article that has a key has a revision
        number = newest_number(self._connection, current) + 1
        known = self._lookup.find_key(schema.revision, revision.id) is not None
        # Where one article was several here, each of them gets the text.
        own_id = new_id() if known else revision.id
        revision = replace(revision, id=own_id, article_id=row, number=number)
        state = self._translator.state(revision)
        state["key"] = self._door.promised_key(schema.revision, revision.id)
        self._door.write_text(state["key"], revision)
        return self._door.set(REVISION, revision.id, state)


def _text(revision: Revision) -> Text:
    ends = to_json([list(one) for one in revision.sentence_ends])
    return revision.text_sha256, hashlib.sha256(ends.encode()).hexdigest()


def _finishings(found: SharedObject) -> Iterator[tuple[str, str]]:
    for name in found.fields:
        if name.startswith(FINISHED):
            yield name.removeprefix(FINISHED), found.shown(name)


def _article(found: SharedObject, revision: Revision) -> Article:
    plain: dict[str, Json] = {name: found.shown(name) for name in _PLAIN}
    return Article(
        id=found.id,
        revision_id=revision.id,
        authors=tuple(found.shown("authors")),
        finishings=tuple(sorted(_finishings(found))),
        **plain,
    )
