"""What can be asked of the notes in a project."""

from __future__ import annotations

from typing import Protocol


class NotedQueries(Protocol):
    """Which highlights have a note."""

    def noted_highlights(self, article_id: str) -> list[int]:
        """Return the keys of an article's highlights whose claim record has a note."""
        ...
