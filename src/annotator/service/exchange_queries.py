"""What an export and an import ask of a project: highlights in bulk, and which are meant."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Iterator, Mapping, Sequence

    from annotator.core.records import ClaimRecord, Highlight
    from annotator.core.search_query import Misunderstood


class MatchingHighlights(Protocol):
    """The keys of the highlights that fitted a query when it was asked, a bit for each."""

    @property
    def misunderstood(self) -> Sequence[Misunderstood]:
        """What of the query was not understood."""
        ...

    def __len__(self) -> int:
        """Return how many highlights fit."""
        ...

    def __contains__(self, key: object) -> bool:
        """Tell whether the highlight with that key fits."""
        ...


class ComingHighlights(Protocol):
    """What an import asks, before it begins and inside its unit of work."""

    def highlight_states(
        self, highlight_ids: Collection[str]
    ) -> dict[str, tuple[Highlight, ClaimRecord | None]]:
        """Return those of some highlights that are there, outside the trash, by their ids."""
        ...

    def removed_ids(self, highlight_ids: Collection[str]) -> set[str]:
        """Return those of some highlights that somebody removed, or their article.

        One whose coming was undone, or lies after the state that was gone back to, is none of
        them: it may come again.
        """
        ...

    def articles_with_texts(self, digests: Collection[str]) -> Mapping[str, str]:
        """Return by digest the id of the oldest article whose current text has it."""
        ...

    def article_ids_at(self, urls: Collection[str]) -> Mapping[str, Sequence[str]]:
        """Return by address the ids of the articles that came from there, newest first."""
        ...


class ExchangeQueries(ComingHighlights, Protocol):
    """What can be asked of a project by what goes out of it and comes into it."""

    @property
    def project_id(self) -> str:
        """The id of the project, which is the same in every copy of its file."""
        ...

    def article_ids_taken(self, article_ids: Collection[str]) -> set[str]:
        """Return those of some ids that articles have or had, those in the trash too."""
        ...

    def sent_highlights(
        self, article_id: str, *, among: Container[int] | None = None
    ) -> Iterator[tuple[Highlight, ClaimRecord | None]]:
        """Yield an article's highlights in user order, each with its claim record.

        With ``among`` only those with such keys. The file is free in between, and no more than
        some hundred are held; what is removed meanwhile is left out.

        Raises:
            NotFoundError: there is no such article outside the trash.
        """
        ...

    def marks_by_article(self) -> Mapping[str, int]:
        """Return how many reviewed marks lie in the current texts, by the ids of articles."""
        ...

    def matching_highlights(self, query: str) -> MatchingHighlights:
        """Find the highlights that fit a search query, all of them where it is empty."""
        ...
