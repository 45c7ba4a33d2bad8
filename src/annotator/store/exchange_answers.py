"""Answers to what an export and an import ask: highlights in bulk, with their claim records."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Final, NamedTuple

from sqlalchemy import Text, bindparam, func, select, text

from annotator.store import schema
from annotator.store.columns import UuidBytes, is_uuid, to_json
from annotator.store.key_set import KeySet
from annotator.store.listing import FileListing
from annotator.store.lookup import chunks
from annotator.store.new_highlights import keys_there
from annotator.store.prepared import Prepared, writes
from annotator.store.reading import states_of
from annotator.store.states import CLAIM, HIGHLIGHT

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Iterator, Sequence
    from pathlib import Path

    from annotator.core.records import Article, ClaimRecord, Highlight
    from annotator.core.search_query import Misunderstood
    from annotator.store.lookup import Lookup
    from annotator.store.shelf import Shelf

    Sent = tuple[Highlight, ClaimRecord | None]

_AT_ONCE: Final = 1_000
_PROJECT: Final = select(schema.project.c.uuid)
_OF_ARTICLE: Final = Prepared(
    select(schema.highlight.c.key).where(schema.highlight.c.article_key == bindparam("of_article"))
)
_IN_TRASH: Final = Prepared(
    text("""
SELECT wanted.value FROM json_each(:keys) AS wanted
CROSS JOIN highlight ON highlight."key" = wanted.value
CROSS JOIN article ON article."key" = highlight.article_key AND article.removed = 1
""")
)
# What was undone, or gone back before, was not removed by anybody.
_GRAVES: Final = (
    select(schema.tombstone.c.uuid)
    .join(schema.change, schema.change.c.sequence == schema.tombstone.c.sequence)
    .where(
        schema.tombstone.c.uuid.in_(bindparam("of_uuids", expanding=True)),
        schema.tombstone.c.kind == HIGHLIGHT.name,
        schema.change.c.origin.not_in(("undo", "jump")),
    )
)
_WITH_TEXTS: Final = Prepared(
    text("""
SELECT wanted.value AS digest, article.uuid AS id FROM json_each(:digests) AS wanted
CROSS JOIN revision ON revision.text_sha256 = wanted.value
CROSS JOIN article ON article.revision_key = revision."key" AND article.removed = 0
ORDER BY article."key" DESC
""").columns(digest=Text, id=UuidBytes)
)
_MARKS: Final = (
    select(schema.article.c.uuid, func.count())
    .join(schema.mark, schema.mark.c.article_key == schema.article.c.key)
    .where(schema.article.c.removed == 0)
    .where(schema.mark.c.revision_key == schema.article.c.revision_key)
    .group_by(schema.article.c.key)
)
_AT: Final = Prepared(
    text("""
SELECT wanted.value AS url, article.uuid AS id FROM json_each(:urls) AS wanted
CROSS JOIN article ON article.url = wanted.value AND article.url <> '' AND article.removed = 0
ORDER BY article."key" DESC
""").columns(url=Text, id=UuidBytes)
)


class _Known(NamedTuple):
    """Which keys some ids have, and which of them lie in the trash; ``asked`` says as of when."""

    asked: tuple[tuple[str, ...], int, int]
    keys: dict[str, int]
    hidden: set[int]


class Matching(KeySet):
    """The keys of the highlights that fitted a query."""

    def __init__(self, listing: FileListing) -> None:
        listing.build()
        super().__init__(listing.keys())
        self.misunderstood: Sequence[Misunderstood] = listing.misunderstood


class ExchangeAnswers:
    """Answers from the project file, beside those of ``FileQueries``."""

    _shelf: Shelf
    _lookup: Lookup
    _last: _Known | None = None

    @property
    def path(self) -> Path:
        """The file."""
        raise NotImplementedError

    @property
    def project_id(self) -> str:
        """The id of the project, which is the same in every copy of its file."""
        with self._shelf.reading() as connection:
            return str(connection.execute(_PROJECT).scalar_one())

    def article(self, article_id: str) -> Article:
        """Return an article outside the trash; raise ``NotFoundError``."""
        raise NotImplementedError

    def ordered_keys(self, article: int) -> list[int]:
        """Return the keys of an article's highlights in user order."""
        raise NotImplementedError

    def sent_highlights(
        self, article_id: str, *, among: Container[int] | None = None
    ) -> Iterator[Sent]:
        """Yield an article's highlights in user order, each with its claim record."""
        with self._shelf.reading():
            article = self._lookup.key(schema.article, self.article(article_id).id)
            keys = self._chosen_keys(article, among)
        for chunk in chunks(keys, _AT_ONCE):
            with self._shelf.reading():
                found = self._with_claims(chunk)
            yield from found

    def matching_highlights(self, query: str) -> Matching:
        """Find the highlights that fit a search query, all of them where it is empty."""
        with closing(FileListing(self.path, query)) as listing:
            return Matching(listing)

    def marks_by_article(self) -> dict[str, int]:
        """Return how many reviewed marks lie in the current texts, by the ids of articles."""
        with self._shelf.reading() as connection:
            return {row[0]: row[1] for row in connection.execute(_MARKS)}

    def highlight_states(self, highlight_ids: Collection[str]) -> dict[str, Sent]:
        """Return those of some highlights that are there, outside the trash, by their ids."""
        found: dict[str, Sent] = {}
        with self._shelf.reading():
            known = self._known(highlight_ids)
            there = sorted(set(known.keys.values()) - known.hidden)
            for chunk in chunks(there, _AT_ONCE):
                found |= {one[0].id: one for one in self._with_claims(chunk)}
        return found

    def removed_ids(self, highlight_ids: Collection[str]) -> set[str]:
        """Return those of some highlights that somebody removed, or their article."""
        removed: set[str] = set()
        with self._shelf.reading() as connection:
            for chunk in chunks([one.lower() for one in highlight_ids if is_uuid(one)]):
                removed.update(connection.execute(_GRAVES, {"of_uuids": chunk}).scalars())
            known = self._known(highlight_ids)
            removed.update(one for one, key in known.keys.items() if key in known.hidden)
        return removed

    def article_ids_taken(self, article_ids: Collection[str]) -> set[str]:
        """Return those of some ids that articles have or had, those in the trash too."""
        with self._shelf.reading():
            ids = [one.lower() for one in article_ids if is_uuid(one)]
            return set(keys_there(self._lookup, schema.article, ids))

    def articles_with_texts(self, digests: Collection[str]) -> dict[str, str]:
        """Return by digest the id of the oldest article whose current text has it."""
        with self._shelf.reading() as connection:
            return dict(_WITH_TEXTS.all(connection, {"digests": to_json(sorted(set(digests)))}))

    def article_ids_at(self, urls: Collection[str]) -> dict[str, list[str]]:
        """Return by address the ids of the articles that came from there, newest first."""
        found: dict[str, list[str]] = {}
        with self._shelf.reading() as connection:
            for url, article_id in _AT.all(connection, {"urls": to_json(sorted(set(urls)))}):
                found.setdefault(url, []).append(article_id)
        return found

    def _chosen_keys(self, article: int, among: Container[int] | None) -> list[int]:
        if among is None:
            return self.ordered_keys(article)
        rows = _OF_ARTICLE.all(self._lookup.connection, {"of_article": article})
        if not any(key in among for (key,) in rows):
            return []
        return [key for key in self.ordered_keys(article) if key in among]

    def _known(self, highlight_ids: Collection[str]) -> _Known:
        """Return what the file has of some ids; those asked for last are at hand.

        An import asks which were removed, then for the states of the same ones.
        """
        connection = self._lookup.connection
        ids = tuple(one.lower() for one in highlight_ids if is_uuid(one))
        asked = ids, self._lookup.epoch, writes(connection)
        if self._last is None or self._last.asked != asked:
            keys = keys_there(self._lookup, schema.highlight, list(ids))
            rows = _IN_TRASH.all(connection, {"keys": to_json(list(keys.values()))})
            self._last = _Known(asked, keys, {row[0] for row in rows})
        return self._last

    def _with_claims(self, keys: list[int]) -> list[Sent]:
        """Return highlights by their keys with their claim records; gone ones are left out."""
        placed = states_of(self._lookup, HIGHLIGHT, keys)
        bound = {state["claim_key"] for _, state in placed.values()} - {None}
        told = states_of(self._lookup, CLAIM, sorted(bound))
        for key, (uuid, _) in told.items():
            self._lookup.learn_id(schema.claim, uuid, key)
        translator = self._shelf.translator
        claims = {key: translator.claim(uuid, state) for key, (uuid, state) in told.items()}
        found = [
            (translator.highlight(uuid, state), claims.get(state["claim_key"]))
            for uuid, state in placed.values()
        ]
        self._lookup.forget_ids(schema.claim, told)
        return found
