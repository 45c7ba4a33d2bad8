"""What a bundle would do in figures: in which order its articles come, and what all adds up to."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from annotator.service.merging.report import COUNTS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.service.merging.report import ArticleMerge, MergeReport

# What somebody should look at before merging, first of all.
_URGENT = ("conflicts", "deleted", "not_placed")


def in_order(
    articles: Iterable[ArticleMerge], column: int | None = None, *, descending: bool = False
) -> list[ArticleMerge]:
    """Return articles by a column of the tree; by none, those first that need attention."""
    by_title = sorted(articles, key=lambda one: one.title.casefold())
    if column is None:
        return sorted(by_title, key=_rank)
    if column == 0:
        return by_title[::-1] if descending else by_title
    name = COUNTS[column - 1]
    return sorted(by_title, key=lambda one: one.counts[name], reverse=descending)


def _rank(one: ArticleMerge) -> int:
    found = (place for place, name in enumerate(_URGENT) if one.counts[name] or one.fate == name)
    return next(found, len(_URGENT))


def by_kind(report: MergeReport) -> dict[str, Counter[str]]:
    """Return what becomes of things that are no highlights, by their kind."""
    found: dict[str, Counter[str]] = {}
    for (kind, what), count in sorted(report.others.items()):
        found.setdefault(kind, Counter())[what] += count
    return found


def whole_counts(report: MergeReport) -> Counter[str]:
    """Return what a bundle does to all it holds, which is what the rows below it add up to."""
    counts = Counter(report.counts)
    for (_, what), count in report.others.items():
        # The report has all conflicts together.
        counts[what] += 0 if what == "conflicts" else count
    return counts
