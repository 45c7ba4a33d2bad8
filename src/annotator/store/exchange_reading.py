"""What an import asks inside its unit of work, handed on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from annotator.core.records import ClaimRecord, Highlight
    from annotator.store.edit_logs import EditLogs


class ExchangeReading:
    """The questions of an import, under the lock that its unit of work holds."""

    _queries: EditLogs

    def highlight_states(
        self, highlight_ids: Collection[str]
    ) -> dict[str, tuple[Highlight, ClaimRecord | None]]:
        """Return those of some highlights that are there, outside the trash, by their ids."""
        return self._queries.highlight_states(highlight_ids)

    def removed_ids(self, highlight_ids: Collection[str]) -> set[str]:
        """Return those of some highlights that somebody removed, or their article."""
        return self._queries.removed_ids(highlight_ids)

    def articles_with_texts(self, digests: Collection[str]) -> Mapping[str, str]:
        """Return by digest the id of the oldest article whose current text has it."""
        return self._queries.articles_with_texts(digests)

    def article_ids_at(self, urls: Collection[str]) -> Mapping[str, Sequence[str]]:
        """Return by address the ids of the articles that came from there, newest first."""
        return self._queries.article_ids_at(urls)
