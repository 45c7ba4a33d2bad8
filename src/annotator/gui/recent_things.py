"""What was made for some object lately, as much of it as a budget allows."""

from __future__ import annotations

from collections import OrderedDict
from typing import Generic, TypeVar

OwnerT = TypeVar("OwnerT")
MadeT = TypeVar("MadeT")
# Some ten pages under highlights that lie as close as they can be read. Many more objects would
# keep Python's search for garbage busy for longer than a key may take.
BUDGET = 6_000


class Recent(Generic[OwnerT, MadeT]):
    """One thing for each object, the one asked for longest ago let go of first.

    >>> recent = Recent(budget=3)
    >>> owners = [object() for _ in range(4)]
    >>> for owner in owners:
    ...     recent.keep(owner, "made", weight=1)
    >>> [owner in recent for owner in owners]
    [False, True, True, True]
    """

    def __init__(self, *, budget: int = BUDGET) -> None:
        self._budget = budget
        self._weight = 0
        # By identity, which the object that is kept along with its thing guarantees.
        self._kept: OrderedDict[int, tuple[OwnerT, MadeT, int]] = OrderedDict()

    def __contains__(self, owner: OwnerT) -> bool:
        return id(owner) in self._kept

    def get(self, owner: OwnerT) -> MadeT | None:
        """Return what is kept for an object, None where nothing is."""
        kept = self._kept.get(id(owner))
        if kept is None:
            return None
        self._kept.move_to_end(id(owner))
        return kept[1]

    def keep(self, owner: OwnerT, made: MadeT, *, weight: int) -> None:
        """Keep something for an object, in place of what was kept for it."""
        before = self._kept.pop(id(owner), None)
        self._kept[id(owner)] = owner, made, weight
        self._weight += weight - (before[2] if before else 0)
        while self._weight > self._budget and len(self._kept) > 1:
            _, (_, _, lost) = self._kept.popitem(last=False)
            self._weight -= lost

    def forget(self) -> None:
        """Let go of everything."""
        self._kept.clear()
        self._weight = 0
