"""Other names for what shared objects name: articles, labels and claim records by their ids."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.team.fields import MADE
from annotator.team.shared import Json, SharedObject, Value

if TYPE_CHECKING:
    from collections.abc import Mapping

# Fields whose value is an id of something that may go by several.
_NAMING = frozenset({"label", "parent"})


def renamed(found: SharedObject, names: Mapping[str, str]) -> SharedObject:
    """Return an object with other ids for itself and for what it names; aliases stay known."""
    ids = {found.id, *found.aliases}
    ids |= {names[one] for one in ids if one in names}
    fields = {
        name: tuple(Value(one.version, _value(name, one.value, names)) for one in values)
        if name in _NAMING or name == MADE
        else values
        for name, values in found.fields.items()
    }
    return replace(found, id=min(ids), aliases=tuple(sorted(ids - {min(ids)})), fields=fields)


def _value(name: str, value: Json, names: Mapping[str, str]) -> Json:
    if name == MADE:
        return {**value, "article": names.get(value["article"], value["article"])}
    return names.get(value, value)
