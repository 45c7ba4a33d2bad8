"""Tags of words that say where an entity begins, goes on and ends, in all the usual ways."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

IOB1, BILOU = "iob1", "bilou"
OUTSIDE = "O"
TAG = re.compile(r"O|[BIESLUM]-\S+|[BIESLU]")
_BEGINS, _ENDS = frozenset("BSU"), frozenset("ESLU")


class Entity(NamedTuple):
    """An entity among the words of a sentence, from ``first`` up to before ``last``."""

    label: str
    first: int
    last: int


def entities(tags: Iterable[str]) -> Iterator[Entity]:
    """Yield the entities in the tags of a sentence, be they IOB1, IOB2, IOBES or BILOU.

    >>> [tuple(one) for one in entities(["I-A", "I-A", "B-A", "O", "S-B"])]
    [('A', 0, 2), ('A', 2, 3), ('B', 4, 5)]
    """
    label, first, number = "", -1, -1
    for number, tag in enumerate(tags):
        prefix, _, kind = tag.partition("-")
        inside = prefix != OUTSIDE
        if first >= 0 and (not inside or prefix in _BEGINS or kind != label):
            yield Entity(label, first, number)
            first = -1
        if inside and first < 0:
            label, first = kind, number
        if inside and prefix in _ENDS:
            yield Entity(label, first, number + 1)
            first = -1
    if first >= 0:
        yield Entity(label, first, number + 1)


def tags_of(found: Sequence[Entity], count: int, scheme: str) -> list[str]:
    """Return the tags of so many words; the entities are in order and apart.

    >>> tags_of([Entity("A", 0, 2), Entity("A", 2, 3)], 4, BILOU)
    ['B-A', 'L-A', 'U-A', 'O']
    """
    tags = [OUTSIDE] * count
    before = Entity("", -1, -1)
    for one in found:
        tags[one.first : one.last] = [f"I-{one.label}"] * (one.last - one.first)
        if scheme != IOB1 or (before.last == one.first and before.label == one.label):
            tags[one.first] = f"B-{one.label}"
        if scheme == BILOU:
            tags[one.last - 1] = f"L-{one.label}"
        if scheme == BILOU and one.last - one.first == 1:
            tags[one.first] = f"U-{one.label}"
        before = one
    return tags
