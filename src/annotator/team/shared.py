"""An object as replicas exchange it: its fields, and the version of all that was written to them.

All is made of what JSON can hold. Ids are UUID strings, times UTC in ISO 8601, positions code
points of the text that stands with them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from annotator.team.versions import Version

Json: TypeAlias = Any
_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


class Value(NamedTuple):
    """What was once written to a field, and the version of that."""

    version: Version
    value: Json


@dataclass(frozen=True, slots=True)
class SharedObject:
    """An article, label, guideline, claim record, highlight or mark that several may have changed.

    Each of its ``fields`` has the values that none of the others has overwritten: mostly one. Of
    several, the first is shown; whether they wait to be settled, ``joining.disputed`` tells.
    One that was removed has no fields, and in ``removals`` the version of that. One that has both
    was removed by somebody while somebody else changed it, and is there until that is settled.

    ``version`` joins those of all that was written to it, but for removals. ``aliases`` are other
    ids of the same object, ``extra`` holds what a file said of it that nobody here understands.

    ``modified`` is the time of the newest write or removal that is known, for kinds of which no
    field tells it: empty for highlights that are there and marks, and where nobody knows.
    """

    kind: str
    id: str
    version: Version
    fields: Mapping[str, tuple[Value, ...]] = field(default_factory=dict)
    removals: tuple[Version, ...] = ()
    aliases: tuple[str, ...] = ()
    extra: Mapping[str, Json] = field(default_factory=dict)
    modified: str = ""

    @property
    def there(self) -> bool:
        """True unless it was removed, with nobody against it."""
        return bool(self.fields)

    def shown(self, name: str) -> Json:
        """Return the value of a field that is shown; None where it has none."""
        values = self.fields.get(name)
        return values[0].value if values else None


def canonical(value: Json) -> str:
    """Return the one way in which a value is written, by which values are compared."""
    return _ENCODER.encode(value)


def to_row(found: SharedObject) -> list[Json]:
    """Return an object as it can be put aside, made of nothing but what JSON has.

    A version that is the whole object's, as most are, stands there as None.
    """
    whole = found.version
    fields = {
        name: [[None if one.version == whole else one.version, one.value] for one in values]
        for name, values in found.fields.items()
    }
    removals, aliases = list(found.removals), list(found.aliases)
    return [found.kind, found.id, whole, fields, removals, aliases, found.extra, found.modified]


def of_row(row: list[Json]) -> SharedObject:
    """Return the object that was put aside."""
    kind, object_id, version, written, removals, aliases, extra, modified = row
    fields = {
        name: tuple([Value(version if own is None else own, value) for own, value in values])
        for name, values in written.items()
    }
    return SharedObject(
        kind,
        object_id,
        version,
        fields,
        tuple(removals),
        tuple(aliases),
        extra,
        modified,
    )
