"""What can be asked of the history, and what going to a point of it would do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from annotator.core.records import Timestamp
    from annotator.service.changes import Alteration


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One change of the history, newest first in every list.

    ``records`` is how many records it touched; ``undone`` says that what is there now does not
    rest on it; ``goes_to`` is the point that a jump went to.
    """

    sequence: int
    at: Timestamp
    reviewer: str
    title: str
    origin: str
    undone: bool
    records: int = 0
    goes_to: int | None = None


@dataclass(frozen=True, slots=True)
class ArticleAlterations:
    """How many records a jump would add, change and remove in one article.

    ``article_id`` is None for labels, the guideline and claim records of no article.
    """

    article_id: str | None
    title: str
    added: int
    changed: int
    removed: int


@dataclass(frozen=True, slots=True)
class JumpPreview:
    """What going to the state after a change would alter, told before it is done.

    ``alterations`` are the first of ``total``.
    """

    sequence: int
    title: str
    articles: tuple[ArticleAlterations, ...]
    alterations: tuple[Alteration, ...]
    total: int


class HistoryQueries(Protocol):
    """What can be asked of the history."""

    def history(self, limit: int = 100, *, before: int | None = None) -> list[HistoryEntry]:
        """Return the newest changes, or those before one, newest first."""
        ...

    def undo_size(self) -> int:
        """Return how many records the step has that ``undo`` would reverse; 0 for none."""
        ...

    def newest(self) -> int:
        """Return the number of the newest change, undone or not; 0 before the first."""
        ...

    def redo_size(self) -> int:
        """Return how many records the step has that ``redo`` would repeat; 0 for none."""
        ...

    def preview(self, sequence: int) -> JumpPreview:
        """Return what going to the state after a change (0: before the first) would alter.

        Raises:
            NotFoundError: there is no such change.

        """
        ...
