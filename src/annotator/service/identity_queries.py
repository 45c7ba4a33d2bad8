"""What an import asks to know again what was here before: highlights by place, former names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection

    from annotator.core.records import ClaimRecord, Highlight
    from annotator.core.span import Span


class IdentityQueries(Protocol):
    """By what else than its id something of a file may be something of the project."""

    def highlights_with_spans(
        self, article_id: str, spans: Collection[Span]
    ) -> list[tuple[Highlight, ClaimRecord | None]]:
        """Return an article's highlights of which a span is one of these, oldest first."""
        ...

    def former_label_names(self, label_id: str) -> set[str]:
        """Return the names that a label had before its present one, and that one."""
        ...
