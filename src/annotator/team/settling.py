"""Settling what is disputed: a choice is one more write, which knows of all that it chose from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final
from uuid import UUID, uuid5

from annotator.team.fields import DECIDED
from annotator.team.joining import PRESENCE, disputed
from annotator.team.shared import Json, SharedObject, Value, canonical
from annotator.team.sides import Rival, SideSaid, shown_of, sides_against
from annotator.team.versions import joined

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.team.versions import Version

_COPIES: Final = UUID("5a3b5b1e-6f0e-5d1b-9c61-3d4f2f1f7a10")


class Choice(StrEnum):
    """What to keep of a conflict: what is here, what came, or a highlight for each."""

    OURS = "ours"
    THEIRS = "theirs"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Dispute:
    """A field of which nobody knows what it should say: what is shown here, and what else is said.

    ``field`` is ``PRESENCE`` where somebody removed what somebody else changed; then the values
    tell whether it is to be there. ``sides`` numbers those who say what is in ``theirs``.
    """

    field: str
    ours: Rival
    theirs: tuple[Rival, ...]
    sides: tuple[int, ...] = (0,)


def disputes(found: SharedObject, here: Version) -> list[Dispute]:
    """Return what is disputed of an object, as one sees it who made all changes of a version."""
    sides = list(enumerate(sides_against(found, here)))
    told = []
    for name in disputed(found):
        saying = [(number, side.said[name]) for number, side in sides if name in side.said]
        numbers, rivals = zip(*saying, strict=True)
        told.append(Dispute(name, shown_of(found, name, here), rivals, numbers))
    return told


@dataclass(frozen=True, slots=True)
class Settlement:
    """What was decided, and what it takes to write it down.

    ``here`` is the version of all changes that were made by who decides; ``mine`` that of the
    change that this is, and of nothing else. ``decision`` is put down: by whom it is, and when.
    ``side`` is the number of the one whose values go, where the choice is ``THEIRS``.
    """

    choice: Choice
    here: Version
    mine: Version
    decision: Json
    side: int = 0


def settled(found: SharedObject, how: Settlement) -> list[SharedObject]:
    """Return what an object becomes by a choice.

    With ``BOTH`` there is a copy of a highlight for each side against the one that is shown,
    whose id is the same whoever makes that choice; elsewhere it keeps what is here.
    """
    names, sides = disputed(found), sides_against(found, how.here)
    said = sides[how.side].said if how.choice is Choice.THEIRS else {}
    copies = list(_copies(found, sides, how)) if how.choice is Choice.BOTH else []
    if PRESENCE in names and how.choice is not Choice.BOTH:
        kept = said.get(PRESENCE) or shown_of(found, PRESENCE, how.here)
        if not kept.value:
            return [removed(found, how)]
    whole = joined([found.version, *found.removals, how.mine])
    fields = dict(found.fields)
    for name in names:
        if name != PRESENCE:
            values = found.fields[name]
            value = said[name].value if name in said else values[0].value
            fields[name] = _written(value, values, how.mine)
    fields[DECIDED] = _written(how.decision, found.fields.get(DECIDED, ()), how.mine)
    return [replace(found, version=whole, fields=fields, removals=()), *copies]


def removed(found: SharedObject, how: Settlement) -> SharedObject:
    """Return an object that is removed by a decision, whatever else is said of it."""
    whole = joined([found.version, *found.removals, how.mine])
    modified = max(found.modified, how.decision["at"])
    return replace(found, fields={}, version={}, removals=(whole,), modified=modified)


def kept(found: SharedObject, how: Settlement) -> SharedObject:
    """Return an object that stays by a decision; what else is disputed of it waits on."""
    whole = joined([found.version, *found.removals, how.mine])
    decided = _written(how.decision, found.fields.get(DECIDED, ()), how.mine)
    return replace(found, version=whole, fields={**found.fields, DECIDED: decided}, removals=())


def _written(value: Json, over: Iterable[Value], mine: Version) -> tuple[Value, ...]:
    return (Value(joined([*(one.version for one in over), mine]), value),)


def _copies(
    found: SharedObject, sides: Iterable[SideSaid], how: Settlement
) -> Iterable[SharedObject]:
    """Yield a new highlight for each side that came, else as it is shown here."""
    if found.kind != "highlight":
        return
    shown = {each: values[0].value for each, values in found.fields.items()}
    for side in sides:
        said = {name: one for name, one in side.said.items() if name != PRESENCE}
        if not said:
            continue
        names = (f"{name} {canonical(one.versions[0])}" for name, one in sorted(said.items()))
        values = {name: one.value for name, one in said.items()}
        yield SharedObject(
            kind=found.kind,
            id=str(uuid5(_COPIES, " ".join([found.id, *names]))),
            version=how.mine,
            fields={
                each: (Value(how.mine, value),)
                for each, value in {**shown, **values, DECIDED: how.decision}.items()
            },
        )


def may_be_both(found: SharedObject) -> bool:
    """Tell whether something can be had in both ways: highlights can, other things cannot."""
    return found.kind == "highlight" and disputed(found) != (PRESENCE,)
