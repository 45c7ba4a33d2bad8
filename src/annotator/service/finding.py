"""Finding in a project: ranked search while one types, and highlights as a long sorted table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol, TypeAlias, get_args

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotator.core.records import Timestamp
    from annotator.core.search_query import Misunderstood
    from annotator.core.span import Span
    from annotator.service.changes import Changes

HitKind: TypeAlias = Literal["article", "highlight", "note"]
SortName: TypeAlias = Literal[
    "article",
    "label",
    "reviewer",
    "created",
    "modified",
    "quote",
    "speaker",
    "verdict",
    "note",
]
SORTS: tuple[SortName, ...] = get_args(SortName)


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One article, highlight or claim record that fits a search; lower ranks first.

    ``snippet`` is one line of plain text around the first match, ``matches`` the spans of all
    matches in it. ``span`` is where it lies in the current revision: an article's first match, a
    highlight as a whole; None for a title and for a highlight whose text is no longer there.
    ``rank`` is 0 where nothing ranks: the newest comes first then. ``label_id`` is a highlight's
    label.
    """

    kind: HitKind
    article_id: str
    highlight_id: str | None
    title: str
    snippet: str
    matches: tuple[Span, ...]
    span: Span | None
    rank: float
    label_id: str | None = None


@dataclass(frozen=True, slots=True)
class SearchResult:
    """What a search found, best first, and what of its text was not understood.

    ``complete`` is False where there may be better hits than these: the words are too common to
    rank all that have them, or the time was up.
    """

    hits: tuple[SearchHit, ...]
    misunderstood: tuple[Misunderstood, ...] = ()
    complete: bool = True


class Inquiry(Protocol):
    """One search, ready to be run in any thread."""

    def run(self, *, seconds: float | None = None) -> SearchResult:
        """Search, for about so long where that is said; raise ``SupersededError``.

        A change to the project ends it, too: it returns what it has, not ``complete``.
        """
        ...


class Finder(Protocol):
    """Searches on a connection of its own; a newer search ends the one that is running.

    ``ask`` and ``cancel`` may be called while another thread runs an inquiry; they never wait.
    """

    def ask(self, text: str, *, limit: int = 50) -> Inquiry:
        """Prepare a search; every earlier one of this finder raises ``SupersededError`` soon."""
        ...

    def cancel(self) -> None:
        """Let every search of this finder raise ``SupersededError`` soon."""
        ...

    def close(self) -> None:
        """Cancel, and let go of the connection."""
        ...


@dataclass(frozen=True, slots=True)
class HighlightSort:
    """An order of highlights; ties go by place within an article, else by age.

    Those without a speaker come behind those with one, and so it is with notes.
    """

    by: SortName = "article"
    descending: bool = False


@dataclass(frozen=True, slots=True)
class ListedHighlight:
    """One row of the table of highlights; ``key`` is the one of ``Queries.highlight``."""

    key: int
    id: str
    article_id: str
    article_title: str
    label_id: str
    reviewer_id: str
    quote: str
    speaker: str
    verdict: str
    has_note: bool
    created: Timestamp
    modified: Timestamp
    codebook_revision: int


@dataclass(frozen=True, slots=True)
class ListingChange:
    """What a change did to the rows of an open listing.

    ``removed`` are positions before, highest first; then ``inserted``, positions after, lowest
    first; then ``altered``, positions after, of rows that stayed where they are. Where ``stale``,
    nothing was done: call ``build`` again, in a worker.
    """

    removed: tuple[int, ...] = ()
    inserted: tuple[int, ...] = ()
    altered: tuple[int, ...] = ()
    stale: bool = False

    def __bool__(self) -> bool:
        """Tell whether anything altered."""
        return bool(self.removed or self.inserted or self.altered or self.stale)


class HighlightListing(Protocol):
    """The highlights that fit a query, sorted; a million of them cost eight megabytes.

    It has a connection of its own. ``build`` belongs into a worker; everything else answers at
    once and may be called meanwhile. Until the first ``build`` it is empty.
    """

    @property
    def misunderstood(self) -> Sequence[Misunderstood]:
        """What of the query was not understood."""
        ...

    def __len__(self) -> int:
        """Return the number of rows."""
        ...

    def build(self, told: Callable[[int], None] = ...) -> None:
        """Find and sort the rows; ``told`` hears how many there are so far.

        Raises:
            SupersededError: ``cancel`` was called; the rows are those from before.

        """
        ...

    def cancel(self) -> None:
        """Let a running ``build`` raise ``SupersededError`` soon; never waits."""
        ...

    def rows(self, offset: int, limit: int) -> list[ListedHighlight]:
        """Return one page; costs the page, wherever it is."""
        ...

    def position(self, key: int) -> int | None:
        """Return the row of a highlight, by its key."""
        ...

    def take(self, changes: Changes) -> ListingChange:
        """Follow a change; costs what it touches. During ``build`` it is kept for its end."""
        ...

    def close(self) -> None:
        """Cancel, and let go of the connection."""
        ...


class FindingQueries(Protocol):
    """What can be found in a project."""

    def search(self, text: str, *, limit: int = 50) -> list[SearchHit]:
        """Return the best hits of ``find``."""
        ...

    def find(self, text: str, *, limit: int = 50) -> SearchResult:
        """Search articles, highlights and notes, in the language of ``core.search_query``.

        Articles answer only where no filter asks for what highlights alone have. No text raises.
        """
        ...

    def finder(self) -> Finder:
        """Return what searches while one types, for a worker thread; close it after use."""
        ...

    def highlight_listing(self, text: str = "", *, sort: HighlightSort = ...) -> HighlightListing:
        """Return the highlights that fit a query, for a table; build and close it.

        Words are looked for in the quote or in the claim record.
        """
        ...

    def spans_tagged(self, article_id: str, *, label_id: str, reviewer_id: str) -> set[Span]:
        """Return the single spans that a reviewer's highlights of one label have in an article."""
        ...
