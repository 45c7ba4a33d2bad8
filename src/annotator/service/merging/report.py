"""What a merge does: so many of each kind, by article, and what should be told of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from annotator.service.merging.items import MergeItems

if TYPE_CHECKING:
    from annotator.core.errors import AnnotatorError

# Of highlights; "conflicts" are those that somebody has to settle, and had not before.
COUNTS: Final = ("added", "changed", "deleted", "conflicts", "already_there", "not_placed")
MOST_NAMED: Final = 1_000
# More than this part of all highlights taken away by one merge is asked for again.
MUCH: Final = 0.1


@dataclass(slots=True)
class ArticleMerge:
    """What a merge does to one article: ``fate`` is "added", "changed", "deleted" or "known"."""

    article_id: str
    title: str
    fate: str = "known"
    counts: Counter[str] = field(default_factory=Counter)

    @property
    def quiet(self) -> bool:
        """True where nothing of it alters and nothing needs attention."""
        altering = (name for name in COUNTS if name != "already_there")
        return self.fate == "known" and not any(self.counts[name] for name in altering)


@dataclass(slots=True)
class MergeReport:
    """What merging a bundle does.

    ``counts`` are those of all articles together; the highlights of an article that nobody has are
    among "not_placed". ``others`` counts what is no highlight, as ("label", "added").
    ``there_before`` is how many highlights the project had. ``not_understood`` counts what is of a
    kind that later programs may know, and is left out. ``signer_not_kept`` is why the key of
    who signed could not be remembered, though all was merged. ``items`` has some of it one by one.
    """

    bundle_id: str
    member: str
    articles: dict[str, ArticleMerge] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    others: Counter[tuple[str, str]] = field(default_factory=Counter)
    there_before: int = 0
    homeless: list[str] = field(default_factory=list)
    not_understood: int = 0
    signer_not_kept: AnnotatorError | None = None
    items: MergeItems = field(default_factory=MergeItems)

    def count(self, article_id: str, what: str, number: int = 1) -> None:
        """Take note of what happens to highlights of an article."""
        self.counts[what] += number
        if article_id in self.articles:
            self.articles[article_id].counts[what] += number

    def without_article(self, highlight_id: str) -> None:
        """Take note of a highlight whose article nobody has."""
        self.counts["not_placed"] += 1
        if len(self.homeless) < MOST_NAMED:
            self.homeless.append(highlight_id)

    @property
    def elsewhere(self) -> Counter[str]:
        """What ``counts`` has beyond the articles told of and ``others``."""
        rest = Counter(self.counts)
        for one in self.articles.values():
            rest.subtract(one.counts)
        for (_, what), number in self.others.items():
            rest[what] -= number if what == "conflicts" else 0
        return +rest

    @property
    def articles_added(self) -> int:
        """How many articles are new here."""
        return sum(one.fate == "added" for one in self.articles.values())

    @property
    def deletes_much(self) -> bool:
        """True where so much would be taken away that somebody should say it twice."""
        return self.counts["deleted"] > MUCH * self.there_before
