"""What can be asked of an article's revisions, and of highlights that lost their places."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from annotator.core.records import Article, Highlight, ReviewedMark, Revision, Source, Timestamp
    from annotator.service.ports import Placed


@dataclass(frozen=True, slots=True)
class Bearing:
    """All that lies in an article's present text, read in one go.

    ``special`` are the records of those highlights that have more than their spans: a cue, a
    span without text, or no place. ``sequence`` is the newest change that it tells of.
    """

    article: Article
    revision: Revision
    placed: Placed
    special: Sequence[Highlight]
    sequence: int


@dataclass(frozen=True, slots=True)
class RevisionSummary:
    """One revision of an article; ``current`` tells whether it is the present text."""

    id: str
    number: int
    created: Timestamp
    source: Source
    text_sha256: str
    chars: int
    current: bool


class RevisionQueries(Protocol):
    """What can be asked of revisions."""

    def revisions(self, article_id: str) -> list[RevisionSummary]:
        """Return all revisions that an article ever had, by number, undone ones too."""
        ...

    def revision_numbered(self, article_id: str, number: int) -> Revision:
        """Return a revision with its text; raise ``NoSuchRevisionError``."""
        ...

    def highlights_in(self, article_id: str, number: int) -> list[Highlight]:
        """Return the highlights that lie in a revision, as it was last the present text.

        Their spans are places in that text; none lay in one that never was present. Costs what
        changed since then.

        Raises:
            NoSuchRevisionError: the article has no such revision.
        """
        ...

    def was_present(self, article_id: str, number: int) -> bool:
        """Tell whether a revision is the present text, or was it after any change.

        One of several that came in the same step was not. Raises ``NoSuchRevisionError``.
        """
        ...

    def bearing(self, article_id: str) -> Bearing:
        """Return all that giving the article another text has to move."""
        ...

    def unplaced_highlights(self, article_id: str | None = None) -> list[Highlight]:
        """Return the highlights that wait for a place, by article and place, all of the project's.

        Costs those alone.
        """
        ...

    def unplaced_counts(self) -> Mapping[str, int]:
        """Count the highlights that wait for a place, by article id; none is left out."""
        ...

    def article_with_revision(self, text_sha256: str) -> Article | None:
        """Return the article of which any revision has a text with that digest."""
        ...


class RevisionWork(Protocol):
    """What a unit of work does for revisions."""

    def revision(self, revision_id: str) -> Revision:
        """Return a revision with its text; raise ``NotFoundError``."""
        ...

    def bearing(self, article_id: str) -> Bearing:
        """Return all that giving the article another text has to move."""
        ...

    def untouched_since(self, sequence: int) -> bool:
        """Tell whether nothing at all was written after a change, in this unit of work neither."""
        ...

    def is_being_edited(self, article: Article) -> bool:
        """Tell whether a window edits an article's text, or what was typed waits for one."""
        ...

    def articles_at(self, url: str) -> Sequence[Article]:
        """Return the articles outside the trash that came from an address, newest first."""
        ...

    def addresses_there(self, urls: Collection[str]) -> set[str]:
        """Return those of some addresses that articles outside the trash came from."""
        ...

    def revisions(self, article_id: str) -> list[RevisionSummary]:
        """Return all revisions that an article ever had, by number."""
        ...

    def highlights_keyed(self, keys: Sequence[int]) -> list[Highlight]:
        """Return highlights by their keys; those that are gone are left out."""
        ...

    def marks_keyed(self, keys: Sequence[int]) -> list[ReviewedMark]:
        """Return reviewed marks by their keys; those that are gone are left out."""
        ...

    def alter_marks(self, kept: Iterable[ReviewedMark], gone: Iterable[ReviewedMark]) -> None:
        """Replace marks that are there and remove others, many at a time."""
        ...
