"""Joining what replicas know of one object: order, repetition and who asks alter nothing.

Each field is a register that keeps every value which no other one has overwritten (Shapiro et al.,
"A Comprehensive Study of Convergent and Commutative Replicated Data Types", 2011, section 3.2.2).
A removal is a version: it covers what it knew of, and is disputed by a change that it did not know.
One that knew just what there is, as that of a mark whose words went with a text, covers it, too.
What a removal covered is forgotten, so that it takes all a second round to agree of an object
which was removed here and changed there.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from annotator.team.fields import FIELDS, Rule
from annotator.team.shared import Json, SharedObject, Value, canonical
from annotator.team.versions import descends, joined, newest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# In the place of a field's name: whether the object is there at all.
PRESENCE: Final = ""


def join(ours: SharedObject, theirs: SharedObject) -> SharedObject:
    """Return what two know of an object together; of disputed values ours stay the shown ones.

    The other one may go by another id: the smaller one is kept, the other an alias.
    """
    version = joined([ours.version, theirs.version])
    removals = tuple(
        one
        for one in newest((*ours.removals, *theirs.removals))
        if descends(one, version) or not descends(version, one)
    )
    ids = {ours.id, theirs.id, *ours.aliases, *theirs.aliases}
    named = SharedObject(
        kind=ours.kind,
        id=min(ids),
        version=version,
        removals=removals,
        aliases=tuple(sorted(ids - {min(ids)})),
        extra=joined_extras(ours.extra, theirs.extra),
        modified=max(ours.modified, theirs.modified),
    )
    if removals and descends(joined(removals), version):
        return replace(named, version={}, removals=(joined(removals),))
    names = (*ours.fields, *(name for name in theirs.fields if name not in ours.fields))
    fields = {
        name: _values(ours.kind, name, ours.fields.get(name, ()), theirs.fields.get(name, ()))
        for name in names
    }
    return replace(named, fields=fields)


def disputed(found: SharedObject) -> tuple[str, ...]:
    """Return the fields that somebody has to settle, ``PRESENCE`` among them, in a fixed order."""
    names = [
        name
        for name, values in found.fields.items()
        if len(values) > 1 and is_disputed(found.kind, name, values)
    ]
    return (*([PRESENCE] if found.fields and found.removals else ()), *sorted(names))


def is_disputed(kind: str, name: str, values: tuple[Value, ...]) -> bool:
    """Tell whether the values of a field say what cannot stand together."""
    if len(values) < 2:  # noqa: PLR2004 - one value is at peace with itself
        return False
    rule = rule_of(kind, name)
    if rule in (Rule.GREATEST, Rule.LEAST):
        return False
    told = [one.value for one in values]
    if rule is Rule.FILLED:
        told = [one for one in told if one]
    if rule is Rule.PLACE:
        return not _one_place(told)
    return len({canonical(one) for one in told}) > 1


def rule_of(kind: str, name: str) -> Rule:
    """Return a field's rule; a field that is not known here is never disputed."""
    return FIELDS[kind].get(name, Rule.GREATEST)


def same(one: SharedObject, other: SharedObject) -> bool:
    """Tell whether two say the same of an object, whichever values they show."""
    return in_order(one) == in_order(other)


def in_order(found: SharedObject) -> SharedObject:
    """Return an object with the values of each field in the one order that all replicas share."""
    many = (len(values) > 1 for values in found.fields.values())
    if len(found.removals) < 2 and len(found.aliases) < 2 and not any(many):  # noqa: PLR2004 - one has one order
        return found
    fields = {name: _sorted(found.kind, name, found.fields[name]) for name in sorted(found.fields)}
    return replace(
        found,
        version=dict(sorted(found.version.items())),
        fields=fields,
        removals=newest(found.removals),
        aliases=tuple(sorted(found.aliases)),
    )


def _values(
    kind: str, name: str, ours: tuple[Value, ...], theirs: tuple[Value, ...]
) -> tuple[Value, ...]:
    """Return the values of both that none of the other's has overwritten, the shown one first."""
    if ours == theirs:
        return ours
    merged = _unequal(rule_of(kind, name), (*ours, *theirs))
    kept = tuple(
        one
        for one in merged
        if not any(descends(other.version, one.version) for other in merged if other is not one)
    )
    return _shown_first(kind, name, kept, ours[:1])


def _unequal(rule: Rule, values: Iterable[Value]) -> list[Value]:
    """Return values of which no two have the same version."""
    found: dict[tuple[tuple[str, int], ...], Value] = {}
    for one in values:
        key = tuple(sorted(one.version.items()))
        known = found.get(key)
        if known is None:
            found[key] = one
        elif known.value != one.value:
            found[key] = Value(known.version, _one_value(rule, known.value, one.value))
    return list(found.values())


def _one_value(rule: Rule, one: Json, other: Json) -> Json:
    """Return what a single version comes to that was told in two ways."""
    if rule is not Rule.PLACE:
        return max(one, other, key=canonical)
    known = {text: one[text] for text in one}
    for text, place in other.items():
        known[text] = max(known.get(text, place), place, key=canonical)
    return known


def _shown_first(
    kind: str, name: str, values: tuple[Value, ...], before: tuple[Value, ...]
) -> tuple[Value, ...]:
    """Put the value first that is shown: by the rule, else the one shown before or its heir."""
    ordered = _sorted(kind, name, values)
    if not is_disputed(kind, name, values):
        return ordered
    shown = [one for one in ordered if before and descends(one.version, before[0].version)]
    return (*shown, *(one for one in ordered if one not in shown))


def _sorted(kind: str, name: str, values: tuple[Value, ...]) -> tuple[Value, ...]:
    if len(values) == 1:
        return values
    rule = rule_of(kind, name)
    ordered = sorted(values, key=_rank, reverse=rule is Rule.GREATEST)
    if rule is Rule.FILLED:
        ordered.sort(key=lambda one: not one.value)
    return tuple(ordered)


def _rank(value: Value) -> tuple[str, str]:
    return (canonical(value.value), canonical(value.version))


def _one_place(places: list[Json]) -> bool:
    """Tell whether all places agree in every text that several of them speak of."""
    known: dict[str, str] = {}
    return all(
        known.setdefault(text, canonical(place)) == canonical(place)
        for one in places
        for text, place in one.items()
    )


def joined_extras(ours: Mapping[str, Json], theirs: Mapping[str, Json]) -> dict[str, Json]:
    """Return what is said and not understood in both: of two values of a key the greatest."""
    both = {**theirs, **ours}
    for name in ours.keys() & theirs.keys():
        both[name] = max(ours[name], theirs[name], key=canonical)
    return both
