"""What a change is made of: what it did to one object, and what marks the change itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.store.states import Kind, State


@dataclass(slots=True)
class Item:
    """What one change did to one object: its state before and after, None for absence."""

    kind: Kind
    uuid: str
    before: State | None
    after: State | None

    @property
    def key(self) -> int:
        """The object's key before, or that with which it comes."""
        state = self.before or self.after
        assert state is not None  # noqa: S101 - one of the two is there
        return int(state["key"])


@dataclass(frozen=True, slots=True)
class Stamp:
    """What marks a change: which replica made it, as its how manyth, and its number here."""

    replica_key: int
    counter: int
    sequence: int
