"""What a change is made of: what it did to one object, and what marks the change itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from annotator.store.columns import to_json
from annotator.store.shared_fields import alike

if TYPE_CHECKING:
    from annotator.core.records import Timestamp
    from annotator.store.states import Kind, State, Version

    # Of an object before and after; {} is that of one that is not known.
    Versions: TypeAlias = tuple[Version, Version]
    # What is kept with an object's tombstone before and after; {} where there is none.
    Epitaphs: TypeAlias = tuple[dict[str, Any], dict[str, Any]]

NO_EPITAPHS: Final[Epitaphs] = ({}, {})


@dataclass(slots=True)
class Item:
    """What one change did to one object: its state before and after, None for absence.

    ``versions`` has those of the object, or of its removal, where undo has to bring back the
    former one as well: nobody is to know that there ever was another. Then ``epitaphs`` has what
    its tombstone keeps.
    """

    kind: Kind
    uuid: str
    before: State | None
    after: State | None
    versions: Versions | None = None
    epitaphs: Epitaphs = NO_EPITAPHS
    # A state after, and its JSON.
    _told: tuple[State, str] | None = field(default=None, repr=False, compare=False)

    @property
    def after_json(self) -> str | None:
        """The state after in JSON, made once: it goes into the row's hash and into the history."""
        if self.after is None:
            return None
        if self._told is None or self._told[0] is not self.after:
            self._told = self.after, to_json(self.after)
        return self._told[1]

    def copied(self) -> Item:
        """Return an item of its own that says the same."""
        states = (self.before, self.after)
        return Item(self.kind, self.uuid, *states, self.versions, self.epitaphs, self._told)

    @property
    def altered(self) -> bool:
        """Tell whether anything is other than it was."""
        if self.versions is None:
            return not alike(self.before, self.after)
        sides = ((self.before, self.after), self.versions, self.epitaphs)
        return any(before != after for before, after in sides)

    @property
    def kept_versions(self) -> list[dict[str, Any]] | None:
        """Its versions, and its epitaphs where it has any, as the history keeps them."""
        if self.versions is None:
            return None
        return [*self.versions, *(self.epitaphs if any(self.epitaphs) else ())]

    @property
    def of_nothing(self) -> bool:
        """Tell whether the object is neither there before nor after: its removal alone is known."""
        return self.before is None and self.after is None

    def go_on(self, later: Item) -> None:
        """Take in what was done to the same object after this."""
        self.after = later.after
        self.epitaphs = (self.epitaphs[0], later.epitaphs[1])
        if self.versions is not None and later.versions is not None:
            self.versions = (self.versions[0], later.versions[1])
        else:
            self.versions = self.versions or later.versions

    @property
    def key(self) -> int:
        """The object's key before, or that with which it comes."""
        state = self.before or self.after
        assert state is not None  # noqa: S101 - one of the two is there
        return int(state["key"])


@dataclass(frozen=True, slots=True)
class Stamp:
    """What marks a change: which replica made it, as its how manyth, its number here, and when."""

    replica_key: int
    counter: int
    sequence: int
    at: Timestamp


def exact_of(kept: list[dict[str, Any]] | None) -> tuple[Versions | None, Epitaphs]:
    """Return the versions and epitaphs of an item of which the history keeps them."""
    if kept is None:
        return None, NO_EPITAPHS
    before, after, *epitaphs = kept
    return (before, after), (epitaphs[0], epitaphs[1]) if epitaphs else NO_EPITAPHS
