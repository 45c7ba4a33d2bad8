"""What the service asks of the rooms above it: a store, readers, formats, a segmenter, a clock."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeAlias

from annotator.service.blind import Sight
from annotator.service.codebook_ports import CodebookQueries, CodebookWork
from annotator.service.exchange_queries import ExchangeQueries
from annotator.service.exchange_work import ExchangeWork
from annotator.service.finding import FindingQueries
from annotator.service.history_ports import HistoryQueries
from annotator.service.identity_queries import IdentityQueries
from annotator.service.likeness import LikenessQueries
from annotator.service.merge_ports import MergeQueries, MergeWork
from annotator.service.new_articles import NewArticlesWork
from annotator.service.noted import NotedQueries
from annotator.service.revision_ports import RevisionQueries, RevisionWork
from annotator.service.team_news_ports import TeamNewsQueries
from annotator.service.team_ports import TeamQueries, TeamStore, TeamWork

if TYPE_CHECKING:
    from annotator.core.editable_sentences import Hunk
    from annotator.core.records import (
        Article,
        ClaimRecord,
        Codebook,
        Highlight,
        Record,
        ReviewedMark,
        Reviewer,
        Revision,
        Timestamp,
    )
    from annotator.core.segmenter import Segmenter
    from annotator.core.span import Span
    from annotator.service.article_ports import ArticleReader
    from annotator.service.changes import Changes, Progress
    from annotator.service.column_mappings import ColumnMappings
    from annotator.service.edit_log import EditLog, TypedText
    from annotator.service.exchange_ports import AnnotationFormat
    from annotator.service.fetching import Fetch
    from annotator.service.original_commands import Originals
    from annotator.service.watch import Watch


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """One row of the article list; counts are those the store keeps incrementally."""

    article: Article
    chars: int
    progress: Progress


class HighlightRow(NamedTuple):
    """One span of a highlight as the index wants it, in code points of the current revision.

    ``part`` counts the spans of one highlight from 0.
    """

    key: int
    part: int
    start: int
    end: int
    label_id: str


@dataclass(frozen=True, slots=True)
class ArticleContent:
    """All that opening one article needs, read in one go."""

    article: Article
    revision: Revision
    highlights: Sequence[HighlightRow]
    marks: Sequence[ReviewedMark]
    progress: Progress


@dataclass(frozen=True, slots=True)
class ArticleOutline:
    """What opening one article begins with; ``counts`` is by label id, kept incrementally."""

    article: Article
    revision: Revision
    progress: Progress
    counts: Mapping[str, int]


PlacedKeys: TypeAlias = tuple[int, int]
"""The key of a highlight and that of a mark."""


class Placed(NamedTuple):
    """Some of an article's highlights and marks; ``last`` are the highest keys among them.

    A mark's one span is told as key, start and end.
    """

    highlights: Sequence[HighlightRow]
    marks: Sequence[tuple[int, int, int]]
    last: PlacedKeys


@dataclass(frozen=True, slots=True)
class Stats:
    """The project's counters; ``by_label`` is by label key.

    ``unplaced`` are the highlights that wait for a place.
    """

    articles: int
    highlights: int
    by_label: dict[str, int]
    sentences: int
    reviewed: int
    unplaced: int = 0


@dataclass(frozen=True, slots=True)
class ChangedHighlight:
    """A highlight whose words a revision changed or took, and its words before that."""

    highlight: Highlight
    was: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One difference or damage that a check found."""

    subject: str
    message: str


class UnitOfWork(
    CodebookWork, ExchangeWork, MergeWork, NewArticlesWork, RevisionWork, TeamWork, Protocol
):
    """One transaction, one change, one undo step; leaving it without ``commit`` rolls back.

    Every write goes through ``put`` and ``remove``, which record before and after, raise the
    record's version vector, keep counters and journal.
    """

    @property
    def codebook(self) -> Codebook:
        """Return the ordered labels with their guideline."""
        ...

    def put(self, record: Record, *, fresh: bool = False) -> Record:
        """Add or replace a record by its id; return it as stored (with its key).

        An article may name a revision that is put after it in the same unit of work. The ``key``
        of a record that is new is ignored; the store gives it one. Where the id was made for it
        just now, and nothing ever had it, ``fresh`` spares the store to look for it.
        """
        ...

    def remove(self, record: Record) -> None:
        """Remove a record by its id, leaving a tombstone."""
        ...

    def article(self, article_id: str) -> Article:
        """Return an article; raise ``NotFoundError`` where there is none."""
        ...

    def quote(self, article_id: str, spans: tuple[Span, ...]) -> str:
        """Return the text under spans of the current revision, joined by ``" … "``.

        Raises:
            OutsideTextError: a span ends after the text.

        """
        ...

    def article_with_text(self, text_sha256: str) -> Article | None:
        """Return the article whose current text has that digest."""
        ...

    def highlight(self, highlight_id: str) -> Highlight:
        """Return a highlight by its id; raise ``NotFoundError``."""
        ...

    def claim(self, claim_id: str) -> ClaimRecord:
        """Return a claim record by its id; raise ``NotFoundError``."""
        ...

    def highlights_on(
        self, article_id: str, span: Span, *, label_id: str, reviewer_id: str
    ) -> list[Highlight]:
        """Return a reviewer's highlights of one label that cover just this span."""
        ...

    def spans_tagged(self, article_id: str, *, label_id: str, reviewer_id: str) -> set[Span]:
        """Return the single spans that a reviewer's highlights of one label have in an article."""
        ...

    def marks_at(self, article_id: str, start: int, end: int) -> list[ReviewedMark]:
        """Return the reviewed marks sharing a code point with ``[start, end)``."""
        ...

    def placed_in(
        self, article_id: str, paragraphs: Sequence[range]
    ) -> list[Highlight | ReviewedMark]:
        """Return what lies, also without a character, in paragraphs of the current text."""
        ...

    def put_revised(self, revision: Revision, *, hunks: Sequence[Hunk]) -> Revision:
        """Make a revision the article's current text and return it as kept, with its number.

        What lies outside the hunks is shared with the current revision, paragraph by paragraph.
        """
        ...

    def keep_originals(self, originals: Originals) -> None:
        """Keep the bytes of files that revisions were read from; those that are there stay."""
        ...

    def commit(self, title: str, *, continues: int | None = None) -> Changes:
        """Make it durable and return what altered; nothing altered writes nothing.

        With the change that it continues, if that is still the newest one, it is one step.
        """
        ...


class Queries(
    CodebookQueries,
    ExchangeQueries,
    FindingQueries,
    HistoryQueries,
    IdentityQueries,
    LikenessQueries,
    MergeQueries,
    NotedQueries,
    RevisionQueries,
    TeamNewsQueries,
    TeamQueries,
    Protocol,
):
    """What can be asked of a project; nothing here alters it."""

    @property
    def path(self) -> Path:
        """The file."""
        ...

    @property
    def name(self) -> str:
        """The name shown to people."""
        ...

    def undo_title(self) -> str | None:
        """Return the title of what ``undo`` would reverse."""
        ...

    def redo_title(self) -> str | None:
        """Return the title of what ``redo`` would repeat."""
        ...

    def codebook(self) -> Codebook:
        """Return the ordered labels with their guideline."""
        ...

    def reviewers(self) -> list[Reviewer]:
        """Return everyone whose work the project holds."""
        ...

    def articles(self) -> list[ArticleSummary]:
        """Return every article outside the trash, oldest first."""
        ...

    def article_with_text(self, text_sha256: str) -> Article | None:
        """Return the article whose current text has that digest."""
        ...

    def content(self, article_id: str) -> ArticleContent:
        """Return all that opening one article needs."""
        ...

    def outline(self, article_id: str) -> ArticleOutline:
        """Return what opening one article begins with; the rest is asked for piece by piece."""
        ...

    def progress_in(self, article_id: str) -> Progress:
        """Return the counters of an article outside the trash; raise ``NotFoundError``."""
        ...

    def placed_near(self, revision: Revision, paragraphs: range) -> Placed:
        """Return what lies in some paragraphs of a revision, wholly or in part."""
        ...

    def placed_behind(self, revision: Revision, last: PlacedKeys, limit: int) -> Placed:
        """Return what lies in a revision, by key, behind the keys read last; nothing at the end."""
        ...

    def highlight(self, key: int) -> Highlight:
        """Return a highlight by its key; raise ``NotFoundError``."""
        ...

    def highlight_by_id(self, highlight_id: str) -> Highlight:
        """Return a highlight by its id; raise ``NotFoundError``."""
        ...

    def highlights(self, article_id: str | None = None) -> Iterator[Highlight]:
        """Yield highlights by article and user order, streamed."""
        ...

    def claim(self, claim_id: str) -> ClaimRecord:
        """Return a claim record by its id; raise ``NotFoundError``."""
        ...

    def changed_highlights(self, article_id: str) -> list[ChangedHighlight]:
        """Return, by place, the highlights to review again since their text was revised."""
        ...

    def original(self, sha256: str) -> bytes | None:
        """Return the bytes of a file that was kept, by their SHA-256; None where it was not."""
        ...

    def typed_text(self, article_id: str) -> TypedText | None:
        """Return what was typed into an article here and neither finished nor discarded."""
        ...

    def stats(self) -> Stats:
        """Return the counters, from figures kept incrementally."""
        ...

    def last_saved(self) -> Timestamp | None:
        """Return when the newest change was committed."""
        ...


class BlindQueries(Queries, Sight, Protocol):
    """What can be asked by who works without looking at others' highlights."""


class Store(Queries, TeamStore, Protocol):
    """A project file."""

    def writing(self) -> AbstractContextManager[UnitOfWork]:
        """Begin a unit of work; only one writes at a time."""
        ...

    def beside(self) -> AbstractContextManager[Store]:
        """Open the file a second time, for long work in another thread that must not hold up."""
        ...

    def rehearsing(self, watch: Watch = ...) -> AbstractContextManager[Store]:
        """Open a copy of the file to try things in, in any thread; it is thrown away then."""
        ...

    def blind(self) -> BlindQueries:
        """Open the file a second time, to look at without what others did; close it after use."""
        ...

    def keep_originals(self, originals: Originals) -> None:
        """Keep the bytes of files that revisions were read from, with no change on record."""
        ...

    def took(self, changes: Changes) -> None:
        """Take note that a change which was made beside is known."""
        ...

    def edit_log(self, article: Article) -> EditLog:
        """Open the log of an article's editing; raise ``TextBeingEditedError``."""
        ...

    def undo(self, watch: Watch = ..., *, after: int | None = None) -> Changes:
        """Reverse the newest change; raise ``NothingToUndoError``, or ``StoppedError``.

        With ``after``, only while that is the newest change: else ``WentOnMeanwhileError``.
        """
        ...

    def redo(self, watch: Watch = ...) -> Changes:
        """Repeat the change undone last; raise ``NothingToRedoError``, or ``StoppedError``."""
        ...

    def jump(self, sequence: int, watch: Watch = ...) -> Changes:
        """Go to the state after any change (0: before the first); raise ``NotFoundError``."""
        ...

    def outside_changes(self) -> list[Changes]:
        """Return what others committed since the last look; one pragma where nothing."""
        ...

    def check(self) -> list[Finding]:
        """Recompute everything from nothing and name each difference."""
        ...

    def close(self) -> None:
        """Let go of the file."""
        ...


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What ``bootstrap`` hands to a project: everything that touches the world."""

    now: Callable[[], Timestamp]
    new_id: Callable[[], str]
    segmenter: Callable[[str], Segmenter]
    detect: Callable[[str], tuple[str, str]]
    readers: Callable[[], Iterable[ArticleReader]]
    formats: Callable[[], Iterable[AnnotationFormat]]
    # Stops all reading at once, from another thread than those that read.
    stop_reading: Callable[[], None]
    fetch: Fetch
    mappings: ColumnMappings
