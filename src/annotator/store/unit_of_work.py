"""One transaction of the service: put and remove records, then commit them as one change."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Final

from annotator.core.records import (
    BETWEEN_SPANS,
    Codebook,
    Highlight,
    Revision,
)
from annotator.core.request_errors import EmptySpanError, NotFoundError, UnorderedSpansError
from annotator.service.changes import NOTHING
from annotator.store import history, schema
from annotator.store.alterations import Alterations
from annotator.store.bulk import Bulk
from annotator.store.exchange_reading import ExchangeReading
from annotator.store.lookup import chunks
from annotator.store.new_articles import NewArticles
from annotator.store.new_highlights import NewHighlights, batches
from annotator.store.originals import keep_originals
from annotator.store.shared_fields import SHARED
from annotator.store.states import HIGHLIGHT, MARK, REVISION, kind_of
from annotator.store.team_writing import TeamWriting
from annotator.store.texts import newest_number
from annotator.store.translate import Translator
from annotator.store.work_reading import WorkReading

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.core.editable_sentences import Hunk
    from annotator.core.records import ClaimRecord, Guideline, Record, ReviewedMark, Reviewer
    from annotator.core.span import Span
    from annotator.service.changes import Changes
    from annotator.service.new_articles import NewArticle
    from annotator.service.original_commands import Originals
    from annotator.store.edit_logs import EditLogs
    from annotator.store.items import Item
    from annotator.store.lookup import Lookup
    from annotator.store.states import Kind, State
    from annotator.store.writer import Draft, Writer


_AT_ONCE: Final = 2_000


class FileUnitOfWork(ExchangeReading, TeamWriting, WorkReading):
    """A unit of work on a project file."""

    def __init__(self, writer: Writer, draft: Draft, queries: EditLogs, lookup: Lookup) -> None:
        self._writer = writer
        self._draft = draft
        self._queries = queries
        self._lookup = lookup
        self._translator = Translator(lookup, draft.door.promised_key)
        self._alterations = Alterations(self._translator)

    @property
    def codebook(self) -> Codebook:
        """Return the ordered labels with their guideline."""
        altered = self._draft.door.altered_labels()
        return self._queries.read_codebook() if altered else self._queries.codebook()

    @property
    def guideline(self) -> Guideline:
        """Return the guideline as a record that can be put."""
        return self._queries.guideline()

    def put(self, record: Record, *, fresh: bool = False) -> Record:
        """Add or replace a record by its id; return it as stored (with its key).

        ``fresh`` says that nothing ever had its id, so that the file is not asked.
        """
        if isinstance(record, Highlight):
            self._require_spans(record)
        kind, door = kind_of(record), self._draft.door
        uuid = record.id.lower()
        state = self._translator.state(record)
        if isinstance(record, Revision) and self._lookup.find_key(kind.table, uuid) is None:
            state["key"] = door.promised_key(schema.revision, uuid)
            door.write_text(state["key"], record)
        return self._set(record, kind, uuid, state, fresh=fresh)

    def put_all(self, highlights: Iterable[Highlight]) -> None:
        """Replace highlights that are there, many at a time, as ``put`` would one by one.

        Raises:
            NotFoundError: if one of them is not there.
        """
        coming = iter(highlights)
        bulk = Bulk(self._draft.door, self._lookup, HIGHLIGHT)
        while some := list(islice(coming, _AT_ONCE)):
            for one in some:
                self._require_spans(one)
            states = {one.id.lower(): self._translator.state(one) for one in some}
            self._alterations.note_all(bulk.replace(states))

    def add_new(self, articles: Iterable[NewArticle]) -> None:
        """Add articles that are not there, many at a time, as ``put`` would one by one."""
        coming, new = iter(articles), NewArticles(self._draft.door, self._lookup, self._translator)
        while some := list(islice(coming, _AT_ONCE)):
            for item, one in zip(new.add(some), some, strict=True):
                self._alterations.note(item, after=one.article)

    def put_reviewer(self, reviewer: Reviewer) -> Reviewer:
        """Make a reviewer known and return them as the project knows them."""
        return self._draft.door.people.take(reviewer)

    def add_highlights(self, highlights: Iterable[tuple[Highlight, ClaimRecord | None]]) -> None:
        """Add highlights that are not there, many at a time, as ``put`` would one by one."""
        new = NewHighlights(self._draft.door, self._lookup, self._translator)
        for some in batches(highlights, _AT_ONCE):
            self._alterations.note_all(new.add(some))

    def alter_marks(self, kept: Iterable[ReviewedMark], gone: Iterable[ReviewedMark]) -> None:
        """Replace marks that are there and remove others, many at a time."""
        targets: dict[str, State | None] = {
            one.id: self._translator.state(one) | {"key": one.key} for one in kept
        }
        targets |= dict.fromkeys(one.id for one in gone)
        for some in chunks(list(targets), _AT_ONCE):
            bulk = Bulk(self._draft.door, self._lookup, MARK)
            self._alterations.note_all(bulk.bring({uuid: targets[uuid] for uuid in some}))

    def untouched_since(self, sequence: int) -> bool:
        """Tell whether nothing at all was written after a change, in this unit of work neither."""
        return self._draft.heads.sequence == sequence and not self._draft.door.items

    def put_revised(self, revision: Revision, *, hunks: Sequence[Hunk]) -> Revision:
        """Make a revision the article's current text and return it as kept, with its number.

        What lies outside the hunks is shared with the current revision, paragraph by paragraph.
        """
        door, table = self._draft.door, schema.revision
        article = self.article(revision.article_id)
        base = self._lookup.key(table, article.revision_id)
        number = newest_number(self._lookup.connection, base) + 1
        revision = replace(revision, number=number)
        key = door.promised_key(table, revision.id)
        door.write_revised_text(key, revision, base=base, hunks=hunks)
        self.put(replace(article, revision_id=revision.id))
        state = self._translator.state(revision) | {"key": key}
        self._set(revision, REVISION, revision.id, state)
        return revision

    def _set(
        self, record: Record, kind: Kind, uuid: str, state: State, *, fresh: bool = False
    ) -> Record:
        door = self._draft.door
        item = door.add(kind, uuid, state) if fresh else door.set(kind, uuid, state)
        if item.before is item.after:
            return self._unaltered(item, state)
        # Only what is placed comes back other than it was put: with its key.
        stored = self._alterations.note(item, after=record if kind.parts is None else None)
        return stored if stored is not None else record

    def _require_spans(self, highlight: Highlight) -> None:
        """Refuse spans that do not follow one another, unless an edit left them so."""
        if not highlight.spans:
            raise EmptySpanError(0)
        for one, following in pairwise(highlight.spans):
            if following.start < one.end and not self._stands_so(highlight):
                raise UnorderedSpansError(one.start, following.start)

    def _stands_so(self, highlight: Highlight) -> bool:
        if self._lookup.find_key(schema.highlight, highlight.id) is None:
            return False
        return self._queries.highlight_by_id(highlight.id).spans == highlight.spans

    def _unaltered(self, item: Item, state: dict[str, object]) -> Record:
        assert item.after is not None  # noqa: S101 - what is put is there
        # What is shared of an object is kept with what nobody here may say.
        if any(item.after[name] != value for name, value in state.items() if name != SHARED):
            message = f"revision {item.uuid} is there already with another content"
            raise ValueError(message)
        record = self._translator.record(item.kind, item.uuid, item.after)
        assert record is not None  # noqa: S101 - what is put is not in the trash
        return record

    def remove(self, record: Record) -> None:
        """Remove a record by its id, leaving a tombstone; an article goes to the trash."""
        kind = kind_of(record)
        if kind is REVISION:
            message = "a revision is never removed"
            raise ValueError(message)
        item = self._draft.door.set(kind, record.id.lower(), None)
        if item.before is item.after:
            raise NotFoundError(kind.name, record.id)
        self._alterations.note(item)

    def quote(self, article_id: str, spans: tuple[Span, ...]) -> str:
        """Return the text under spans of the current revision, joined by ``" … "``.

        Raises:
            OutsideTextError: a span ends after the text.
        """
        article = self._queries.article(article_id)
        layout = self._lookup.layout(self._lookup.key(schema.revision, article.revision_id))
        return BETWEEN_SPANS.join(self._slice(layout.parts([span])) for span in spans)

    def _slice(self, parts: list[list[int]]) -> str:
        paragraphs = self._lookup.sentences([part[0] for part in parts])
        return "".join(
            f"{paragraphs[key].text}\n"[start : start + length] for key, start, length, _ in parts
        )

    def keep_originals(self, originals: Originals) -> None:
        """Keep the bytes of files that revisions were read from; those that are there stay."""
        keep_originals(self._lookup.connection, originals)

    def unreviewed(self, article_id: str) -> int:
        """Count the sentences that nobody reviewed, this unit of work accounted for."""
        return self._draft.door.counters.unreviewed(self._lookup.key(schema.article, article_id))

    def commit(self, title: str, *, continues: int | None = None) -> Changes:
        """Make it durable and return what altered; nothing altered writes nothing.

        With the change that it continues, if that is still the newest one, it is one step.
        """
        self._finish_arrivals()
        if not self._draft.door.items.altered():
            self._writer.keep_people(self._draft)
            return NOTHING
        connection, heads = self._lookup.connection, self._draft.heads
        sequence = self._draft.door.stamp.sequence
        if history.can_go_on(connection, heads, continues):
            stacks = history.going_on(connection, heads, sequence)
        else:
            stacks = history.doing(heads, sequence)
        return self._writer.finish(self._draft, stacks, title, self._alterations)
