"""Who finished an article, and when: each reviewer does so for themselves."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.core.records import Article, Timestamp

# Reviewers' ids, each with a time; "" once it was taken back.
Finishings: TypeAlias = "Iterable[tuple[str, Timestamp]]"


def shown(finishings: Finishings, reviewer_id: str = "") -> tuple[Timestamp, str | None]:
    """Return when, and by whom, an article was finished as a reviewer sees it.

    That is their own finishing, else the newest one of others.

    >>> shown([("ada", "09:00"), ("bo", "10:00")])
    ('10:00', 'bo')
    >>> shown([("ada", "09:00"), ("bo", "10:00")], "ada")
    ('09:00', 'ada')
    >>> shown([("ada", "")])
    ('', None)
    """
    there = [(at, by) for by, at in finishings if at]
    own = [one for one in there if one[1] == reviewer_id]
    return max(own or there, default=("", None))


def finished_for(article: Article, reviewer_id: str, at: Timestamp) -> Article:
    """Return an article that a reviewer finished at a time; "" takes that back."""
    others = (one for one in article.finishings if one[0] != reviewer_id)
    return _with(article, (*others, (reviewer_id, at)), reviewer_id)


def reopened(article: Article) -> Article:
    """Return an article that nobody has finished any more."""
    return _with(article, tuple((by, "") for by, _ in article.finishings))


def seen_by(article: Article, reviewer_id: str) -> Article:
    """Return an article as a reviewer sees it."""
    return _with(article, article.finishings, reviewer_id)


def own_finishing(article: Article, reviewer_id: str) -> Timestamp:
    """Return when a reviewer finished an article; "" where they did not, or took it back."""
    return dict(article.finishings).get(reviewer_id, "")


def ever_finished(article: Article, reviewer_id: str) -> bool:
    """Tell whether a reviewer once finished an article, even if they took it back."""
    return any(by == reviewer_id for by, _ in article.finishings)


def _with(article: Article, finishings: Finishings, reviewer_id: str = "") -> Article:
    told = tuple(sorted(finishings))
    at, by = shown(told, reviewer_id)
    return replace(article, finishings=told, finished=at, finished_by=by)
