"""The sides of what is disputed: who wrote which values, told by the versions of those alone."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from annotator.team.joining import PRESENCE, disputed
from annotator.team.shared import Json, SharedObject, Value, canonical
from annotator.team.versions import joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from annotator.team.versions import Version


@dataclass(frozen=True, slots=True)
class Rival:
    """A value that stands against the one that is shown, and the versions it was written as.

    Several are of those who said the same without knowing of one another.
    """

    value: Json
    versions: tuple[Version, ...]


@dataclass(slots=True)
class SideSaid:
    """What one side says of disputed fields; of others it says what is shown."""

    said: dict[str, Rival] = field(default_factory=dict)
    replicas: set[str] = field(default_factory=set)


def shown_of(found: SharedObject, name: str, here: Version) -> Rival:
    """Return what is shown of a disputed field; of presence, what was done here."""
    if name == PRESENCE:
        return _presence(found, there=not removed_by(found, here))
    first, *_ = found.fields[name]
    alike = [one for one in found.fields[name] if canonical(one.value) == canonical(first.value)]
    return Rival(first.value, tuple(one.version for one in alike))


def rivals_of(found: SharedObject, name: str, here: Version) -> list[Rival]:
    """Return what else is said of a disputed field, each value once."""
    if name == PRESENCE:
        return [_presence(found, there=removed_by(found, here))]
    shown, *others = found.fields[name]
    grouped: dict[str, list[Value]] = {}
    for one in others:
        grouped.setdefault(canonical(one.value), []).append(one)
    grouped.pop(canonical(shown.value), None)
    return [Rival(some[0].value, tuple(one.version for one in some)) for some in grouped.values()]


def sides_against(found: SharedObject, here: Version) -> list[SideSaid]:
    """Return the sides that stand against what is shown, in an order that is always the same.

    What one colleague wrote to several fields is one side. Of one field, no side says two things.
    """
    sides: list[SideSaid] = []
    for name in disputed(found):
        shown = shown_of(found, name, here)
        rivals = rivals_of(found, name, here)
        for one in rivals:
            others = [each for each in (shown, *rivals) if each is not one]
            replicas = {replica for replica, _ in dots_of(one, others)}
            fitting = (each for each in sides if name not in each.said)
            side = next((each for each in fitting if each.replicas & replicas), None)
            if side is None:
                side = SideSaid()
                sides.append(side)
            side.said[name] = one
            side.replicas |= replicas
    return sides


def dots_of(one: Rival, others: Iterable[Rival]) -> list[tuple[str, int]]:
    """Return the changes by which a value was written that no other value knows of."""
    known = joined(version for each in others for version in each.versions)
    return sorted(set(_beyond(one.versions, known)))


def _beyond(versions: Iterable[Version], known: Version) -> Iterator[tuple[str, int]]:
    for version in versions:
        yield from (
            (replica, counter)
            for replica, counter in version.items()
            if counter > known.get(replica, 0)
        )


def removed_by(found: SharedObject, here: Version) -> bool:
    """Tell whether it was removed by one of the changes of a version."""
    return any(
        found.version.get(replica, 0) < one.get(replica, 0) <= counter
        for one in found.removals
        for replica, counter in here.items()
    )


def _presence(found: SharedObject, *, there: bool) -> Rival:
    return Rival(there, (found.version,) if there else found.removals)
