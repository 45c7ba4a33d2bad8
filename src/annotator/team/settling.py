"""Settling what is disputed: a choice is one more write, which knows of all that it chose from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final
from uuid import UUID, uuid5

from annotator.team.fields import DECIDED
from annotator.team.joining import PRESENCE, disputed
from annotator.team.shared import Json, SharedObject, Value, canonical
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
    tell whether it is to be there.
    """

    field: str
    ours: Json
    theirs: tuple[Json, ...]


def disputes(found: SharedObject, here: Version) -> list[Dispute]:
    """Return what is disputed of an object, as one sees it who made all changes of a version."""
    told = []
    for name in disputed(found):
        if name == PRESENCE:
            removed_here = _removed_by(found, here)
            told.append(Dispute(name, not removed_here, (removed_here,)))
        else:
            ours = found.fields[name][0].value
            told.append(Dispute(name, ours, tuple(one.value for one in _rivals(found, name))))
    return told


def settled(
    found: SharedObject, choice: Choice, *, here: Version, mine: Version, decision: Json
) -> list[SharedObject]:
    """Return what an object becomes by a choice, of one who made all changes of a version.

    ``mine`` is the version of the change that this is, and of nothing else.
    With ``BOTH`` there is a copy of a highlight for each value that came, whose id is the same
    whoever makes that choice; elsewhere it keeps what is here. ``decision`` is put down on it: by
    whom it is, and when.
    """
    names = disputed(found)
    copies = list(_copies(found, names, mine, decision)) if choice is Choice.BOTH else []
    whole = joined([found.version, *found.removals, mine])
    if PRESENCE in names and _is_to_go(found, choice, here):
        modified = max(found.modified, decision["at"])
        return [replace(found, fields={}, version={}, removals=(whole,), modified=modified)]
    fields = dict(found.fields)
    for name in names:
        if name != PRESENCE:
            values = found.fields[name]
            kept = _rivals(found, name)[0] if choice is Choice.THEIRS else values[0]
            fields[name] = _written(kept.value, values, mine)
    fields[DECIDED] = _written(decision, found.fields.get(DECIDED, ()), mine)
    return [replace(found, version=whole, fields=fields, removals=()), *copies]


def _written(value: Json, over: Iterable[Value], mine: Version) -> tuple[Value, ...]:
    return (Value(joined([*(one.version for one in over), mine]), value),)


def _rivals(found: SharedObject, name: str) -> list[Value]:
    """Return the values of a field that say something else than what is shown."""
    shown, *others = found.fields[name]
    return [one for one in others if canonical(one.value) != canonical(shown.value)]


def _removed_by(found: SharedObject, here: Version) -> bool:
    """Tell whether it was removed by one of the changes of a version."""
    return any(
        found.version.get(replica, 0) < one.get(replica, 0) <= counter
        for one in found.removals
        for replica, counter in here.items()
    )


def _is_to_go(found: SharedObject, choice: Choice, here: Version) -> bool:
    removed_here = _removed_by(found, here)
    return choice is not Choice.BOTH and removed_here == (choice is Choice.OURS)


def _copies(
    found: SharedObject, names: Iterable[str], mine: Version, decision: Json
) -> Iterable[SharedObject]:
    """Yield a new highlight for each value that came of a field, else as it is shown here."""
    if found.kind != "highlight":
        return
    for name in names:
        for rival in _rivals(found, name) if name != PRESENCE else ():
            shown = {each: values[0].value for each, values in found.fields.items()}
            said = {**shown, name: rival.value, DECIDED: decision}
            yield SharedObject(
                kind=found.kind,
                id=str(uuid5(_COPIES, f"{found.id} {name} {canonical(rival.version)}")),
                version=mine,
                fields={each: (Value(mine, value),) for each, value in said.items()},
            )


def may_be_both(found: SharedObject) -> bool:
    """Tell whether something can be had in both ways: highlights can, other things cannot."""
    return found.kind == "highlight" and disputed(found) != (PRESENCE,)
