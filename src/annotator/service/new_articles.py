"""Writing many articles that are new to a project at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from annotator.core.findable import Findable
    from annotator.core.records import Article, Revision


@dataclass(frozen=True, slots=True)
class NewArticle:
    """An article with its first revision, and by what that one's text is found."""

    article: Article
    revision: Revision
    findable: Findable | None = None


class NewArticlesWork(Protocol):
    """What a unit of work does for many new articles."""

    def texts_there(self, digests: Collection[str]) -> set[str]:
        """Return those of some digests that the current text of an article has."""
        ...

    def add_new(self, articles: Iterable[NewArticle]) -> None:
        """Add articles that are not there, many at a time, as ``put`` would one by one."""
        ...
