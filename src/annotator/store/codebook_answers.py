"""What a project file answers about guidelines, claim records, speakers and what is left to do."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, func, select, text

from annotator.core.queue_order import Queued, ranking
from annotator.core.records import Guideline
from annotator.core.request_errors import NotFoundError
from annotator.service.codebook_ports import ArticleOverview
from annotator.store import schema
from annotator.store.columns import is_uuid
from annotator.store.finishings import finishing_seen, finishings_of
from annotator.store.lookup import chunks
from annotator.store.speakers import speakers
from annotator.store.states import GUIDELINE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy import Row
    from sqlalchemy.engine import Connection

    from annotator.core.queue_order import QueueOrder
    from annotator.core.records import Article, Codebook, Highlight, Timestamp
    from annotator.store.lookup import Lookup
    from annotator.store.shelf import Shelf

_article = schema.article.c
_highlight = schema.highlight.c
_label = schema.label.c
_progress = schema.progress.c
_count = schema.label_count.c
# Revisions, and so rows to look at, are few beside the highlights made under them.
_OTHER_GUIDELINES = select(schema.codebook_revision.c.revision).where(
    schema.codebook_revision.c.guideline != select(schema.guideline.c.text).scalar_subquery()
)
# One page after a place, in the order of the index: nothing is sorted, for that is the plus.
_OUTDATED_PAGE: Final = text("""
SELECT highlight."key", highlight.codebook_revision
FROM highlight JOIN article ON article."key" = highlight.article_key AND article.removed = 0
WHERE highlight.label_key = :label AND highlight.codebook_revision <= :last
AND +highlight.codebook_revision IN (SELECT value FROM json_each(:older))
AND (highlight.codebook_revision, highlight."key") > (:revision, :key)
ORDER BY highlight.codebook_revision, highlight."key" LIMIT 500
""")
_OUTDATED_COUNT: Final = text("""
SELECT count(*)
FROM highlight JOIN article ON article."key" = highlight.article_key AND article.removed = 0
WHERE highlight.label_key = :label
AND highlight.codebook_revision IN (SELECT value FROM json_each(:older))
""")
_REVISED = select(_label.key, _label.uuid, _label.revised).order_by(_label.position, _label.key)
_REVISIONS = select(schema.codebook_revision.c.revision).order_by(
    schema.codebook_revision.c.revision
)
_USES = (
    select(_label.uuid, func.sum(_count.count))
    .join(schema.label, _label.key == _count.label_key)
    .group_by(_label.uuid)
)
_LABELLED = (
    select(_highlight.key)
    .where(_highlight.label_key == bindparam("of_label"))
    .order_by(_highlight.key)
)
_EVER = select(_count.label_key).where(_count.label_key == bindparam("of_label")).limit(1)
_HAS = _LABELLED.order_by(None).limit(1)
_UNDER = select(_label.key).where(_label.parent_key == bindparam("of_label")).limit(1)
_SHARING = (
    select(_highlight.key)
    .where(_highlight.claim_key == bindparam("of_claim"))
    .order_by(_highlight.key)
)
_FIGURES = (
    select(
        _article.key,
        _article.uuid,
        _article.title,
        _article.finished,
        _article.finisher_key,
        _article.shared,
        _progress.sentences,
        _progress.reviewed,
        _progress.highlights,
    )
    .join(schema.progress, _progress.article_key == _article.key)
    .where(_article.removed == 0)
    .order_by(_article.key)
)
_BY_LABEL = select(_count.article_key, _count.label_key, _count.count).where(_count.count > 0)
_NAMES = select(schema.reviewer.c.uuid, schema.reviewer.c.name)
_QUEUED = select(
    _article.key,
    _article.uuid,
    _article.published,
    _article.publisher,
    _article.finished,
    _article.finisher_key,
    _article.shared,
).where(_article.removed == 0)
_CUES: Final = text("""
SELECT "key", cue FROM highlight WHERE article_key = :article AND cue <> '[]' ORDER BY "key"
""").columns(key=schema.highlight.c.key.type, cue=schema.highlight.c.cue.type)


class CodebookAnswers:
    """Answers from the project file, beside those of ``FileQueries``."""

    _shelf: Shelf
    _lookup: Lookup

    def codebook(self) -> Codebook:
        """Return the ordered labels with their guideline."""
        raise NotImplementedError

    def article(self, article_id: str) -> Article:
        """Return an article outside the trash; raise ``NotFoundError``."""
        raise NotImplementedError

    def guideline(self) -> Guideline:
        """Return the guideline as a record that can be put."""
        with self._shelf.reading() as connection:
            uuid = connection.execute(select(schema.guideline.c.uuid)).scalar_one()
            return self._shelf.one(GUIDELINE, uuid, Guideline)

    def outdated(self, label_id: str | None = None) -> Iterator[Highlight]:
        """Yield the highlights made under an older guideline than their label's, streamed."""
        with self._shelf.reading() as connection:
            labels = list(_older(connection))
        for key, uuid, older in labels:
            if label_id in {None, uuid}:
                yield from self._outdated_of(key, older)

    def _outdated_of(self, label: int, older: list[int]) -> Iterator[Highlight]:
        revision, key = -1, -1
        of_label = {"label": label, "older": json.dumps(older), "last": older[-1]}
        while True:
            asked = of_label | {"revision": revision, "key": key}
            with self._shelf.reading() as connection:
                rows = connection.execute(_OUTDATED_PAGE, asked).all()
                found = self._shelf.highlights([row.key for row in rows])
            yield from found
            if not rows:
                return
            key, revision = rows[-1]

    def outdated_counts(self) -> dict[str, int]:
        """Count the highlights made under an older guideline, by label id; none is left out."""
        with self._shelf.reading() as connection:
            found = {}
            for key, uuid, older in _older(connection):
                asked = {"label": key, "older": json.dumps(older)}
                found[uuid] = connection.execute(_OUTDATED_COUNT, asked).scalar_one()
            return {label.id: found.get(label.id, 0) for label in self.codebook().labels}

    def other_guidelines(self) -> frozenset[int]:
        """Return the codebook's revisions whose guideline had another text than it has now."""
        with self._shelf.reading() as connection:
            return frozenset(connection.execute(_OTHER_GUIDELINES).scalars())

    def label_uses(self) -> dict[str, int]:
        """Count the highlights by label id, those in the trash too."""
        with self._shelf.reading() as connection:
            found: dict[str, int] = dict(iter(connection.execute(_USES)))
            return {label.id: found.get(label.id, 0) for label in self.codebook().labels}

    def highlights_named(self, highlight_ids: Iterable[str]) -> Iterator[Highlight]:
        """Yield highlights outside the trash by their ids, each once, many read at a time."""
        wanted = list(dict.fromkeys(one.lower() for one in highlight_ids))
        for chunk in chunks(wanted):
            valid = [one for one in chunk if is_uuid(one)]
            with self._shelf.reading() as connection:
                asked = select(_highlight.key).where(_highlight.uuid.in_(valid))
                keys = list(connection.execute(asked).scalars())
                found = {one.id: one for one in self._shelf.highlights(keys)}
                articles = {one.article_id for one in found.values()}
                trash = {article for article in articles if self._shelf.in_trash(article)}
            for uuid in chunk:
                if uuid not in found or found[uuid].article_id in trash:
                    raise NotFoundError("highlight", uuid)
                yield found[uuid]

    def labelled(self, label_id: str) -> Iterator[Highlight]:
        """Yield every highlight of a label, those in the trash too, by key."""
        yield from self._streamed(self._keys(_LABELLED, label_id))

    def was_used(self, label_id: str) -> bool:
        """Tell whether a label ever had a highlight, or has a label under it."""
        return any(self._keys(statement, label_id) for statement in (_EVER, _HAS, _UNDER))

    def _keys(self, statement: Any, label_id: str) -> list[int]:  # noqa: ANN401 - the statement's row type says nothing
        with self._shelf.reading() as connection:
            label = self._lookup.key(schema.label, label_id)
            return list(connection.execute(statement, {"of_label": label}).scalars())

    def _streamed(self, keys: list[int]) -> Iterator[Highlight]:
        for chunk in chunks(keys):
            with self._shelf.reading():
                found = self._shelf.highlights(chunk)
            yield from found

    def all_sharing(self, claim_id: str) -> list[Highlight]:
        """Return the highlights that share a claim record, those in the trash too."""
        with self._shelf.reading() as connection:
            claim = self._lookup.key(schema.claim, claim_id)
            rows = connection.execute(_SHARING, {"of_claim": claim})
            return self._shelf.highlights(list(rows.scalars()))

    def sharing(self, claim_id: str) -> list[Highlight]:
        """Return the highlights outside the trash that share a claim record."""
        with self._shelf.reading():
            found = self.all_sharing(claim_id)
            return [one for one in found if not self._shelf.in_trash(one.article_id)]

    def speakers(self, beginning: str = "", *, limit: int = 20) -> list[str]:
        """Return speakers named before, most frequent first."""
        with self._shelf.reading() as connection:
            return speakers(connection, beginning, limit)

    def overview(self) -> list[ArticleOverview]:
        """Return what is done and left in every article outside the trash, oldest first."""
        with self._shelf.reading() as connection:
            keys = {label.id: label.key for label in self.codebook().labels}
            ids = connection.execute(select(_label.key, _label.uuid)).all()
            names = {key: keys[uuid] for key, uuid in ids}
            counts: dict[int, dict[str, int]] = {}
            for article, label, count in connection.execute(_BY_LABEL):
                counts.setdefault(article, {})[names[label]] = count
            people = dict(iter(connection.execute(_NAMES)))
            return [
                ArticleOverview(
                    article_id=row.uuid,
                    title=row.title,
                    sentences=row.sentences,
                    reviewed=row.reviewed,
                    highlights=row.highlights,
                    by_label=counts.get(row.key, {}),
                    finished=self._finished(row),
                    finishers=tuple(
                        sorted(
                            people[by] for by, at in self._finishings(row) if at and by in people
                        )
                    ),
                )
                for row in connection.execute(_FIGURES)
            ]

    def queue(self, order: QueueOrder = "added", *, seed: str = "") -> list[str]:
        """Return the ids of the articles that are not finished, in an order."""
        return [row.uuid for row in self._queued(order, seed) if not self._finished(row)]

    def next_unfinished(
        self, after: str | None = None, *, order: QueueOrder = "added", seed: str = ""
    ) -> Article | None:
        """Return the unfinished article that follows one in an order, from the end to the start."""
        with self._shelf.reading():
            rows = self._queued(order, seed)
            places = (place for place, row in enumerate(rows) if row.uuid == after)
            place = next(places, -1)
            following = [*rows[place + 1 :], *rows[: max(place, 0)]]
            found = next((row.uuid for row in following if not self._finished(row)), None)
            return self.article(found) if found is not None else None

    def _finishings(self, row: Row[*tuple[Any, ...]]) -> tuple[tuple[str, Timestamp], ...]:
        return finishings_of(self._lookup, dict(row._mapping)) if row.finished else ()  # noqa: SLF001 - SQLAlchemy's name for it

    def _finished(self, row: Row[*tuple[Any, ...]]) -> Timestamp:
        return finishing_seen(self._lookup, self._finishings(row))[0]

    def _queued(self, order: QueueOrder, seed: str) -> list[Row[*tuple[Any, ...]]]:
        with self._shelf.reading() as connection:
            rows = connection.execute(_QUEUED).all()
        rank = ranking(order, seed)
        return sorted(
            rows, key=lambda row: rank(Queued(row.key, row.uuid, row.published, row.publisher))
        )


def _older(connection: Connection) -> Iterator[tuple[int, str, list[int]]]:
    """Yield each label that has older guidelines: its key, its id, and their revisions in order."""
    others = set(connection.execute(_OTHER_GUIDELINES).scalars())
    revisions = connection.execute(_REVISIONS).scalars().all()
    for key, uuid, revised in connection.execute(_REVISED).all():
        older = [one for one in revisions if one < revised or one in others]
        if older:
            yield key, uuid, older


def keys_with_cue_in(connection: Connection, article: int, paragraphs: Iterable[int]) -> list[int]:
    """Return the keys of an article's highlights whose cue lies in some paragraphs."""
    wanted = set(paragraphs)
    rows = connection.execute(_CUES, {"article": article})
    return [key for key, cue in rows if any(part[0] in wanted for part in cue)]
