"""What a project file answers about revisions, and about highlights that wait for a place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import bindparam, select, text

from annotator.core.records import Article, Revision, Source
from annotator.core.revision_errors import NoSuchRevisionError
from annotator.service.revision_ports import Bearing, RevisionSummary
from annotator.store import history, schema
from annotator.store.columns import UuidBytes, to_json
from annotator.store.jumps import steps_to
from annotator.store.lookup import chunks
from annotator.store.placement import Placement
from annotator.store.reading import states_of
from annotator.store.states import HIGHLIGHT

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from annotator.core.records import Highlight, ReviewedMark
    from annotator.store.lookup import Lookup
    from annotator.store.shelf import Shelf
    from annotator.store.states import State

_revision = schema.revision.c
_REVISIONS = (
    select(schema.revision)
    .where(_revision.article_key == bindparam("of_article"))
    .order_by(_revision.number)
)
_WITH_TEXT = (
    select(schema.article.c.uuid)
    .join(schema.revision, _revision.article_key == schema.article.c.key)
    .where(_revision.text_sha256 == bindparam("of_sha256"), schema.article.c.removed == 0)
    .order_by(schema.article.c.key)
    .limit(1)
)
_OF_ARTICLE = select(schema.highlight.c.key).where(
    schema.highlight.c.article_key == bindparam("of_article")
)
# Both conditions are those of partial indexes: what is asked costs what it finds.
_SPECIAL: Final = text("""
SELECT "key" FROM highlight WHERE article_key = :of_article AND cue <> '[]'
UNION
SELECT "key" FROM highlight WHERE article_key = :of_article AND unplaced <> '{}'
""")
_UNPLACED: Final = text("""
SELECT highlight."key" FROM highlight
JOIN article ON article."key" = highlight.article_key AND article.removed = 0
WHERE highlight.unplaced <> '{}' AND (:of_article IS NULL OR article."key" = :of_article)
ORDER BY highlight.article_key, highlight."key"
""")
_COUNTS: Final = text("""
SELECT article.uuid, count(*) FROM highlight
JOIN article ON article."key" = highlight.article_key AND article.removed = 0
WHERE highlight.unplaced <> '{}' GROUP BY article."key"
""").columns(uuid=UuidBytes)
# The newest change by which an article went on from a revision.
_LEFT: Final = text("""
SELECT max(sequence) FROM change_item
WHERE kind = 'article' AND uuid = :of_article
AND json_extract("before", '$.revision_key') = :of_revision
AND json_extract("after", '$.revision_key') IS NOT :of_revision
""").bindparams(bindparam("of_article", type_=UuidBytes))
_ADDRESSES: Final = text("""
SELECT DISTINCT article.url FROM json_each(:urls) AS wanted
CROSS JOIN article ON article.url = wanted.value AND article.url <> '' AND article.removed = 0
""")
_EVERY: Final = 1 << 40


def unplaced_total(lookup: Lookup) -> int:
    """Count the highlights outside the trash that wait for a place."""
    return sum(count for _, count in lookup.connection.execute(_COUNTS))


class RevisionAnswers:
    """Answers from the project file, beside those of ``FileQueries``."""

    _shelf: Shelf
    _lookup: Lookup

    def article(self, article_id: str) -> Article:
        """Return an article outside the trash; raise ``NotFoundError``."""
        raise NotImplementedError

    def revision(self, revision_id: str) -> Revision:
        """Return a revision with its text; raise ``NotFoundError``."""
        raise NotImplementedError

    def revisions(self, article_id: str) -> list[RevisionSummary]:
        """Return all revisions that an article ever had, by number, undone ones too."""
        with self._shelf.reading() as connection:
            article = self.article(article_id)
            key = self._lookup.key(schema.article, article.id)
            rows = connection.execute(_REVISIONS, {"of_article": key}).mappings().all()
        return [
            RevisionSummary(
                id=row["uuid"],
                number=row["number"],
                created=row["created"],
                source=Source(
                    name=row["source_name"],
                    sha256=row["source_sha256"],
                    size=row["source_size"],
                    encoding=row["source_encoding"],
                    reader=row["source_reader"],
                    normalized=tuple(row["source_normalized"]),
                ),
                text_sha256=row["text_sha256"],
                chars=row["chars"],
                current=row["uuid"] == article.revision_id,
            )
            for row in rows
        ]

    def revision_numbered(self, article_id: str, number: int) -> Revision:
        """Return a revision with its text; raise ``NoSuchRevisionError``."""
        with self._shelf.reading():
            return self.revision(self._numbered(article_id, number).id)

    def _numbered(self, article_id: str, number: int) -> RevisionSummary:
        known = self.revisions(article_id)
        for one in known:
            if one.number == number:
                return one
        raise NoSuchRevisionError(number, known=tuple(one.number for one in known))

    def highlights_in(self, article_id: str, number: int) -> list[Highlight]:
        """Return the highlights that lie in a revision, as it was last the present text."""
        if not self.was_present(article_id, number):
            return []
        with self._shelf.reading():
            wanted = self._numbered(article_id, number)
            key = self._lookup.key(schema.article, article_id.lower())
            layout = self._lookup.layout(self._lookup.key(schema.revision, wanted.id))
            states = self._states_now(key)
            if not wanted.current:
                self._go_back(states, key, self._last_change_in(article_id, layout.revision))
            found = [
                self._shelf.translator.highlight_in(layout, uuid, HIGHLIGHT.full(state))
                for uuid, state in states.items()
                if layout.holds(state["parts"])
            ]
        return sorted(found, key=lambda one: (one.hull.start, -one.hull.end, one.key))

    def was_present(self, article_id: str, number: int) -> bool:
        """Tell whether a revision is the present text, or was it after any change."""
        with self._shelf.reading():
            wanted = self._numbered(article_id, number)
            revision = self._lookup.key(schema.revision, wanted.id)
            return wanted.current or self._last_change_in(article_id, revision) is not None

    def _states_now(self, article: int) -> dict[str, State]:
        with self._shelf.reading() as connection:
            keys = connection.execute(_OF_ARTICLE, {"of_article": article}).scalars()
            return dict(states_of(self._lookup, HIGHLIGHT, list(keys)).values())

    def _last_change_in(self, article_id: str, revision: int) -> int | None:
        """Return the newest change after which a revision was still the present text."""
        asked = {"of_article": article_id.lower(), "of_revision": revision}
        with self._shelf.reading() as connection:
            left = connection.execute(_LEFT, asked).scalar_one()
        return left - 1 if left is not None else None

    def _go_back(self, states: dict[str, State], article: int, sequence: int | None) -> None:
        """Bring an article's highlights to what they were after a change."""
        if sequence is None:
            return
        for step in steps_to(self._lookup.connection, sequence):
            state = step.then or step.now
            if step.kind is not HIGHLIGHT or state is None or state["article_key"] != article:
                continue
            self._lookup.learn_id(schema.highlight, step.uuid, state["key"])
            states.pop(step.uuid, None)
            if step.then is not None:
                states[step.uuid] = step.then

    def bearing(self, article_id: str) -> Bearing:
        """Return all that giving the article another text has to move."""
        with self._shelf.reading() as connection:
            article = self.article(article_id)
            key = self._lookup.key(schema.article, article.id)
            revision = self.revision(article.revision_id)
            layout = self._shelf.layout(key)
            placed = Placement(self._lookup, layout).behind(key, (0, 0), _EVERY)
            here = {row.key for row in placed.highlights}
            special = set(connection.execute(_SPECIAL, {"of_article": key}).scalars()) & here
            special |= {row.key for row in placed.highlights if row.start == row.end}
            return Bearing(
                article=article,
                revision=revision,
                placed=placed,
                special=self.highlights_keyed(sorted(special)),
                sequence=history.heads(connection).sequence,
            )

    def highlights_keyed(self, keys: Sequence[int]) -> list[Highlight]:
        """Return highlights by their keys; those that are gone are left out."""
        found: list[Highlight] = []
        with self._shelf.reading():
            for chunk in chunks(list(keys)):
                found += self._shelf.highlights(chunk)
        return found

    def marks_keyed(self, keys: Sequence[int]) -> list[ReviewedMark]:
        """Return reviewed marks by their keys; those that are gone are left out."""
        return self._shelf.marks(list(keys))

    def unplaced_highlights(self, article_id: str | None = None) -> list[Highlight]:
        """Return the highlights that wait for a place, by article and place."""
        with self._shelf.reading() as connection:
            key = None
            if article_id is not None:
                key = self._lookup.key(schema.article, self.article(article_id).id)
            keys = connection.execute(_UNPLACED, {"of_article": key}).scalars()
            found = self.highlights_keyed(list(keys))
        ranks = {one: at for at, one in enumerate(dict.fromkeys(one.article_id for one in found))}
        return sorted(found, key=lambda one: (ranks[one.article_id], one.hull.start, one.key))

    def unplaced_counts(self) -> dict[str, int]:
        """Count the highlights that wait for a place, by article id; none is left out."""
        with self._shelf.reading() as connection:
            return dict(iter(connection.execute(_COUNTS)))

    def addresses_there(self, urls: Collection[str]) -> set[str]:
        """Return those of some addresses that articles outside the trash came from."""
        if not urls:
            return set()
        with self._shelf.reading() as connection:
            rows = connection.execute(_ADDRESSES, {"urls": to_json(sorted(urls))})
            return set(rows.scalars())

    def article_with_revision(self, text_sha256: str) -> Article | None:
        """Return the article of which any revision has a text with that digest."""
        with self._shelf.reading() as connection:
            asked = {"of_sha256": text_sha256}
            found = connection.execute(_WITH_TEXT, asked).scalar_one_or_none()
            return self.article(found) if found is not None else None
