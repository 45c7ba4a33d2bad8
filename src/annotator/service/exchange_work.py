"""What a unit of work does for an import of highlights."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from annotator.service.exchange_queries import ComingHighlights

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.core.records import ClaimRecord, Highlight, Reviewer


class ExchangeWork(ComingHighlights, Protocol):
    """What a unit of work does for highlights that come from files."""

    def put_reviewer(self, reviewer: Reviewer) -> Reviewer:
        """Make a reviewer known and return them as the project knows them.

        Whose id is known keeps the name that they have here. Who was once made known stays so
        when the change is undone: it can be done again, and then names them.
        """
        ...

    def add_highlights(self, highlights: Iterable[tuple[Highlight, ClaimRecord | None]]) -> None:
        """Add highlights that are not there, many at a time, as ``put`` would one by one.

        Each comes with its claim record, if it has one; several may share one. What comes in the
        order of its articles costs least.

        Raises:
            ValueError: if one of them is there, or comes with another's claim record.
            NotFoundError: if one names what the project does not hold.
            EmptySpanError: if one has no span.
            OutsideTextError: if a span ends after the text.
            UnorderedSpansError: if its spans do not follow one another.
        """
        ...
