"""The order in which articles are to be reviewed; the project file and the window share it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any, Literal, NamedTuple, TypeAlias

QueueOrder: TypeAlias = Literal["added", "date", "publisher", "random"]
# A kind of order fills it with its own values, which compare with each other alone.
Rank: TypeAlias = tuple[Any, ...]


class Queued(NamedTuple):
    """What places an article in the queue; ``place`` counts in the order they were added."""

    place: int
    article_id: str
    published: str
    publisher: str


def ranking(order: QueueOrder, seed: str = "") -> Callable[[Queued], Rank]:
    """Return what articles are sorted by; those without a date or a publisher come last.

    >>> early, late = Queued(2, "a", "2024-01-02", ""), Queued(1, "b", "2025-01-02", "")
    >>> rank = ranking("date")
    >>> rank(early) < rank(late)
    True
    """

    def shuffled(one: Queued) -> Rank:
        # By the seed and the id alone: the same in every copy of the project.
        mixed = f"{seed}\0{one.article_id}".encode("utf-8", "surrogatepass")
        return (hashlib.sha256(mixed).digest(),)

    orders: dict[QueueOrder, Callable[[Queued], Rank]] = {
        "added": _added,
        "date": _dated,
        "publisher": _published,
        "random": shuffled,
    }
    return orders[order]


def _added(one: Queued) -> Rank:
    return (one.place,)


def _dated(one: Queued) -> Rank:
    return (not one.published, one.published, one.place)


def _published(one: Queued) -> Rank:
    return (not one.publisher, one.publisher.casefold(), *_dated(one))
