"""What one user action altered; views redraw from this alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias, TypeVar

from annotator.core.records import Article, Highlight, Record, ReviewedMark

if TYPE_CHECKING:
    from annotator.core.records import Timestamp
    from annotator.core.span import Span

Origin: TypeAlias = Literal["do", "undo", "redo", "jump", "outside"]
R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Alteration:
    """One record before (None: it was added) and after (None: it was removed)."""

    before: Record | None
    after: Record | None

    @property
    def record(self) -> Record:
        """The record as it is now, or as it was when it went."""
        record = self.after if self.after is not None else self.before
        assert record is not None  # noqa: S101 - an alteration without both sides cannot be built
        return record


@dataclass(frozen=True, slots=True)
class Progress:
    """An article's counters as the store keeps them: sentences, those reviewed, highlights."""

    article_id: str
    sentences: int
    reviewed: int
    highlights: int


@dataclass(frozen=True, slots=True)
class Changes:
    """One entry of the history as views need it: its number, title, origin and alterations.

    ``progress`` holds the new counters of every article that was touched, read inside the same
    transaction, so that no view asks again; ``at`` is when it was committed. ``reload`` is True
    where the file was replaced by another state of it, or very many highlights were altered, of
    which none is told then: all that was read is to be read again.
    """

    sequence: int
    title: str
    origin: Origin
    alterations: tuple[Alteration, ...]
    progress: tuple[Progress, ...] = ()
    at: Timestamp = ""
    reload: bool = False

    def of(self, kind: type[R]) -> Iterator[tuple[R | None, R | None]]:
        """Yield (before, after) of every altered record of one kind."""
        for alteration in self.alterations:
            before, after = alteration.before, alteration.after
            if isinstance(after if after is not None else before, kind):
                yield before, after  # type: ignore[misc]  # both sides are of the kind of one

    def dirty(self, article_id: str) -> list[Span]:
        """Return the spans of one article whose painting is stale, in the order of the changes.

        What a newer text moved counts where it is now alone. What it took away counts where it
        was, which may lie beyond the end of the text as it is.
        """
        spans: list[Span] = []
        for alteration in self.alterations:
            for record in _in_one_text(alteration):
                if isinstance(record, Highlight) and record.article_id == article_id:
                    spans.extend(record.spans)
                elif isinstance(record, ReviewedMark) and record.article_id == article_id:
                    spans.append(record.span)
        return spans

    def removes(self, article_id: str) -> bool:
        """Tell whether an article is gone with this."""
        return any(
            after is None and before is not None and before.id == article_id
            for before, after in self.of(Article)
        )

    def placed_ids(self) -> set[str]:
        """Return the ids of the articles in which this altered a highlight or a mark."""
        records = (alteration.record for alteration in self.alterations)
        return {one.article_id for one in records if isinstance(one, Highlight | ReviewedMark)}

    def article_ids(self) -> list[str]:
        """Return the ids of the articles this touches, each once, in order."""
        ids: dict[str, None] = {}
        for alteration in self.alterations:
            record = alteration.record
            if isinstance(record, Article):
                ids[record.id] = None
            elif isinstance(record, Highlight | ReviewedMark):
                ids[record.article_id] = None
        return list(ids)


def _in_one_text(alteration: Alteration) -> tuple[Record | None, ...]:
    """Return both sides of an alteration, or the one after where they lie in different texts."""
    before, after = alteration.before, alteration.after
    if isinstance(before, Highlight | ReviewedMark) and isinstance(after, Highlight | ReviewedMark):
        return (before, after) if before.revision_id == after.revision_id else (after,)
    return before, after


NOTHING = Changes(sequence=0, title="", origin="do", alterations=())
