"""Asking which articles of a project a text may be another copy of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from collections.abc import Set as AbstractSet

    from annotator.core.records import Article


@dataclass(frozen=True, slots=True)
class Resembling:
    """An article whose present text is like another text; ``share`` is how much, from 0 to 1."""

    article: Article
    share: float


class LikenessQueries(Protocol):
    """What can be asked of a project about texts that come in."""

    def articles_at(self, url: str) -> Sequence[Article]:
        """Return the articles outside the trash that came from an address, newest first."""
        ...

    def texts_there(self, digests: Collection[str]) -> AbstractSet[str]:
        """Return those of some digests that the current text of an article has."""
        ...

    def resembling(self, sample: AbstractSet[int]) -> Sequence[Resembling]:
        """Return the articles whose present text is much like another one, most alike first.

        The other one is told by the sample of its shingles. Costs what that is large, and the few
        texts that it may be a copy of.
        """
        ...
