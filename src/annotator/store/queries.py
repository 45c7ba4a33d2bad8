"""What can be asked of a project file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import Text, bindparam, select, text

from annotator.core.records import (
    Article,
    ClaimRecord,
    Codebook,
    Highlight,
    Label,
    ReviewedMark,
    Reviewer,
    Revision,
)
from annotator.core.request_errors import NotFoundError
from annotator.service.changes import Progress
from annotator.service.ports import (
    ArticleContent,
    ArticleOutline,
    ArticleSummary,
    ChangedHighlight,
    Placed,
    PlacedKeys,
)
from annotator.store import schema
from annotator.store.codebook_answers import CodebookAnswers, keys_with_cue_in
from annotator.store.columns import UuidBytes
from annotator.store.counters import label_counts_of, progress_of, stats_of
from annotator.store.exchange_answers import ExchangeAnswers
from annotator.store.finding_answers import FindingAnswers
from annotator.store.identity_answers import IdentityAnswers
from annotator.store.likeness import LikenessAnswers
from annotator.store.lookup import chunks
from annotator.store.merge_answers import MergeAnswers
from annotator.store.placement import Placement
from annotator.store.prepared import Prepared
from annotator.store.reading import keys_at, keys_in, keys_on, placed_rows
from annotator.store.rereview import words_before
from annotator.store.revision_answers import RevisionAnswers, unplaced_total
from annotator.store.states import ARTICLE, CLAIM, HIGHLIGHT, LABEL, MARK, REVISION
from annotator.store.team_answers import TeamAnswers
from annotator.store.team_news import TeamNewsAnswers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.core.span import Span
    from annotator.service.ports import Stats
    from annotator.store.shelf import Shelf
    from annotator.store.states import State

_article = schema.article.c
_progress = schema.progress.c
_TEXT_OF = Prepared(
    select(_article.uuid)
    .join(schema.revision, schema.revision.c.key == _article.revision_key)
    .where(schema.revision.c.text_sha256 == bindparam("of_sha256"), _article.removed == 0)
    .order_by(_article.key)
    .limit(1)
)
_SUMMARIES = (
    select(
        schema.article,
        schema.revision.c.chars,
        _progress.sentences,
        _progress.reviewed,
        _progress.highlights,
    )
    .join(schema.revision, schema.revision.c.key == _article.revision_key)
    .join(schema.progress, _progress.article_key == _article.key)
    .where(_article.removed == 0)
    .order_by(_article.key)
)
_CODEBOOK = select(
    schema.project.c.codebook_revision, schema.guideline.c.text, schema.guideline.c.verdicts
).join(schema.guideline, schema.guideline.c.uuid == schema.project.c.uuid)
# One whose highlights went with the import that was undone is kept for redo, and is nobody's now.
_REVIEWERS = text("""
SELECT reviewer.uuid AS uuid, reviewer.name AS name FROM reviewer
WHERE EXISTS (SELECT 1 FROM highlight WHERE highlight.reviewer_key = reviewer."key")
OR EXISTS (SELECT 1 FROM article WHERE article.finisher_key = reviewer."key")
OR EXISTS (SELECT 1 FROM change WHERE change.reviewer_key = reviewer."key")
OR EXISTS (SELECT 1 FROM mark WHERE mark.reviewer_key = reviewer."key")
ORDER BY reviewer."key"
""").columns(uuid=UuidBytes, name=Text)
_MARKS = (
    select(schema.mark.c.key)
    .where(schema.mark.c.article_key == bindparam("of_article"))
    .order_by(schema.mark.c.key)
)


class FileQueries(
    CodebookAnswers,
    ExchangeAnswers,
    FindingAnswers,
    IdentityAnswers,
    LikenessAnswers,
    RevisionAnswers,
    TeamAnswers,
    TeamNewsAnswers,
    MergeAnswers,
):
    """Answers from the project file; each takes the file's shared lock for its own length."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._lookup = shelf.lookup
        self._codebook: Codebook | None = None
        self._codebook_state = (0, 0)
        self._codebook_epoch = -1

    def codebook(self) -> Codebook:
        """Return the ordered labels with their guideline; read again when its revision moved."""
        with self._shelf.reading() as connection:
            if self._codebook is None or self._codebook_epoch != self._lookup.epoch:
                revision, *_ = connection.execute(_CODEBOOK).one()
                state = (self._lookup.generation, revision)
                if self._codebook is None or self._codebook_state != state:
                    self._codebook, self._codebook_state = self.read_codebook(), state
                self._codebook_epoch = self._lookup.epoch
            return self._codebook

    def read_codebook(self) -> Codebook:
        """Read the codebook as it is now, with the labels that an open unit of work put."""
        with self._shelf.reading() as connection:
            revision, guideline, verdicts = connection.execute(_CODEBOOK).one()
            keys = connection.execute(select(schema.label.c.key)).scalars()
            labels = self._shelf.by_keys(LABEL, list(keys), Label)
        ordered = sorted(labels, key=lambda label: (label.position, label.key))
        return Codebook(revision, guideline, tuple(ordered), tuple(verdicts))

    def reviewers(self) -> list[Reviewer]:
        """Return everyone whose work the project holds."""
        with self._shelf.reading() as connection:
            return [Reviewer(uuid, name) for uuid, name in connection.execute(_REVIEWERS)]

    def articles(self) -> list[ArticleSummary]:
        """Return every article outside the trash, oldest first."""
        with self._shelf.reading() as connection:
            rows = connection.execute(_SUMMARIES).mappings().all()
            self._lookup.learn_uuids(schema.revision, [row["revision_key"] for row in rows])
            return [self._summary(dict(row)) for row in rows]

    def _summary(self, row: State) -> ArticleSummary:
        article = self._shelf.translator.record(ARTICLE, row["uuid"], row)
        assert isinstance(article, Article)  # noqa: S101 - the trash was left out
        counts = (row["sentences"], row["reviewed"], row["highlights"])
        return ArticleSummary(article, row["chars"], Progress(article.id, *counts))

    def article(self, article_id: str) -> Article:
        """Return an article outside the trash; raise ``NotFoundError``."""
        with self._shelf.reading():
            article = self._lookup.article(article_id.lower())
            if article is None:
                article = self._shelf.one(ARTICLE, article_id, Article)
                self._lookup.learn_article(article)
            return article

    def article_with_text(self, text_sha256: str) -> Article | None:
        """Return the article outside the trash whose current text has that digest."""
        with self._shelf.reading() as connection:
            found = _TEXT_OF.all(connection, {"of_sha256": text_sha256})
            return self.article(found[0][0]) if found else None

    def revision(self, revision_id: str) -> Revision:
        """Return a revision with its text; raise ``NotFoundError``."""
        return self._shelf.one(REVISION, revision_id, Revision)

    def revision_ids(self, article_id: str) -> list[str]:
        """Return the ids of all revisions that an article ever had."""
        columns = schema.revision.c
        with self._shelf.reading() as connection:
            key = self._lookup.key(schema.article, article_id)
            ids = select(columns.uuid).where(columns.article_key == key).order_by(columns.number)
            return list(connection.execute(ids).scalars())

    def content(self, article_id: str) -> ArticleContent:
        """Return all that opening one article needs."""
        with self._shelf.reading() as connection:
            article = self.article(article_id)
            key = self._lookup.key(schema.article, article.id)
            revision = self.revision(article.revision_id)
            rows, _ = placed_rows(self._lookup, key, self._shelf.layout(key))
            marks = connection.execute(_MARKS, {"of_article": key}).scalars()
            return ArticleContent(
                article=article,
                revision=revision,
                highlights=rows,
                marks=self._shelf.marks(list(marks)),
                progress=self.progress_in(article.id),
            )

    def outline(self, article_id: str) -> ArticleOutline:
        """Return what opening one article begins with; the rest is asked for piece by piece."""
        with self._shelf.reading():
            article = self.article(article_id)
            key = self._lookup.key(schema.article, article.id)
            revision = self.revision(article.revision_id)
            counts = label_counts_of(self._lookup, key)
            return ArticleOutline(article, revision, self.progress_in(article.id), counts)

    def progress_in(self, article_id: str) -> Progress:
        """Return the counters of an article outside the trash; raise ``NotFoundError``."""
        with self._shelf.reading():
            key = self._lookup.key(schema.article, self.article(article_id).id)
            return progress_of(self._lookup, [key])[0]

    def placed_near(self, revision: Revision, paragraphs: range) -> Placed:
        """Return what lies in some paragraphs of a revision, wholly or in part."""
        with self._shelf.reading():
            layout = self._lookup.layout(self._lookup.key(schema.revision, revision.id))
            return Placement(self._lookup, layout).near(paragraphs)

    def placed_behind(self, revision: Revision, last: PlacedKeys, limit: int) -> Placed:
        """Return what lies in a revision, by key, behind the keys read last; nothing at the end."""
        with self._shelf.reading():
            article = self._lookup.key(schema.article, revision.article_id)
            layout = self._lookup.layout(self._lookup.key(schema.revision, revision.id))
            return Placement(self._lookup, layout).behind(article, last, limit)

    def highlight(self, key: int) -> Highlight:
        """Return a highlight by its key; raise ``NotFoundError``."""
        with self._shelf.reading():
            found = self._shelf.highlights([key])
            if not found or self._shelf.in_trash(found[0].article_id):
                raise NotFoundError("highlight", str(key))
            return found[0]

    def highlight_by_id(self, highlight_id: str) -> Highlight:
        """Return a highlight by its id; raise ``NotFoundError``."""
        with self._shelf.reading():
            found = self._shelf.one(HIGHLIGHT, highlight_id, Highlight)
            if self._shelf.in_trash(found.article_id):
                raise NotFoundError("highlight", highlight_id)
            return found

    def highlights(self, article_id: str | None = None) -> Iterator[Highlight]:
        """Yield highlights by article and user order; the file is free between the chunks."""
        with self._shelf.reading() as connection:
            if article_id is not None:
                keys = [self._lookup.key(schema.article, self.article(article_id).id)]
            else:
                visible = select(_article.key).where(_article.removed == 0)
                keys = list(connection.execute(visible.order_by(_article.key)).scalars())
        for key in keys:
            for chunk in chunks(self.ordered_keys(key)):
                with self._shelf.reading():
                    found = self._shelf.highlights(chunk)
                yield from found

    def ordered_keys(self, article: int) -> list[int]:
        """Return the keys of an article's highlights in user order of their hulls."""
        with self._shelf.reading():
            rows, lost = placed_rows(self._lookup, article, self._shelf.layout(article))
            hulls: dict[int, tuple[int, int]] = {}
            for row in rows:
                start, minus_end = hulls.get(row.key, (row.start, -row.end))
                hulls[row.key] = (start, min(minus_end, -row.end))
            ordered = sorted(hulls, key=lambda key: (*hulls[key], key))
            return [*ordered, *sorted(lost)]

    def highlights_on(
        self, article_id: str, span: Span, *, label_id: str, reviewer_id: str
    ) -> list[Highlight]:
        """Return a reviewer's highlights of one label that cover just this span."""
        with self._shelf.reading():
            layout = self._shelf.layout(self._lookup.key(schema.article, article_id))
            label = self._lookup.key(schema.label, label_id)
            reviewer = self._lookup.key(schema.reviewer, reviewer_id)
            keys = keys_on(self._lookup, layout, span, label=label, reviewer=reviewer)
            found = self._shelf.highlights(keys) if keys else []
        return [highlight for highlight in found if highlight.spans == (span,)]

    def marks_at(self, article_id: str, start: int, end: int) -> list[ReviewedMark]:
        """Return the reviewed marks sharing a code point with ``[start, end)``, by place."""
        with self._shelf.reading():
            key = self._lookup.key(schema.article, article_id)
            found = self._shelf.marks(
                keys_at(self._lookup, MARK, self._shelf.layout(key), start, end)
            )
        return sorted(found, key=lambda one: (one.span.start, -one.span.end, one.key))

    def placed_in(
        self, article_id: str, paragraphs: Sequence[range]
    ) -> list[Highlight | ReviewedMark]:
        """Return what lies, also without a character, in paragraphs of the current text."""
        with self._shelf.reading():
            article = self._lookup.key(schema.article, article_id)
            layout = self._shelf.layout(article)
            keys = [layout.keys[number] for numbers in paragraphs for number in numbers]
            there = keys_in(self._lookup, HIGHLIGHT, keys)
            there += keys_with_cue_in(self._lookup.connection, article, keys)
            highlights = self._shelf.highlights(sorted(set(there)))
            return [*highlights, *self._shelf.marks(keys_in(self._lookup, MARK, keys))]

    def changed_highlights(self, article_id: str) -> list[ChangedHighlight]:
        """Return, by place, the highlights to review again since their text was revised."""
        with self._shelf.reading() as connection:
            key = self._lookup.key(schema.article, self.article(article_id).id)
            before = words_before(connection, key)
            found = [
                ChangedHighlight(one, before[one.key][1])
                for one in self._shelf.highlights(list(before))
                if one.modified == before[one.key][0]
                and one.unplaced is None
                and (one.orphaned or one.quote != before[one.key][1])
            ]
        return sorted(found, key=lambda one: (one.highlight.hull.start, one.highlight.key))

    def stats(self) -> Stats:
        """Return the counters, from figures kept incrementally."""
        with self._shelf.reading():
            found = stats_of(self._lookup, self.codebook())
            return replace(found, unplaced=unplaced_total(self._lookup))

    def claim(self, claim_id: str) -> ClaimRecord:
        """Return a claim record by its id; raise ``NotFoundError``."""
        return self._shelf.one(CLAIM, claim_id, ClaimRecord)
