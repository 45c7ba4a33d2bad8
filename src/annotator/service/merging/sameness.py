"""Which ids are ids of one thing: the smallest of them is its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Sameness:
    """Sets of ids that turned out to mean the same; ``names`` has the smallest by the others."""

    def __init__(self) -> None:
        self.names: dict[str, str] = {}
        self._sets: dict[str, set[str]] = {}

    def name(self, one: str) -> str:
        """Return the name of what an id means."""
        return self.names.get(one, one)

    def ids(self, one: str) -> set[str]:
        """Return all ids that mean the same as one, itself among them."""
        return self._sets.get(self.name(one), {one})

    def unite(self, ids: Iterable[str]) -> None:
        """Take note that some ids, and all that mean the same as they, mean one thing."""
        names = {self.name(one) for one in ids}
        if len(names) > 1:
            together = set[str]().union(*(self._sets.pop(one, {one}) for one in names))
            least = min(together)
            self._sets[least] = together
            self.names |= dict.fromkeys(together - {least}, least)
            self.names.pop(least, None)
