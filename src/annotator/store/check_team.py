"""What a team's projects know of each other's changes, against itself and what it led to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import select, text

from annotator.service.ports import Finding
from annotator.store import schema
from annotator.store.check_rows import all_states
from annotator.store.columns import UuidBytes
from annotator.store.lookup import Lookup
from annotator.store.shared_fields import ALIASED, EVERY, SHARED
from annotator.store.shared_objects import SharedObjects
from annotator.store.shared_writes import is_hidden
from annotator.store.states import KINDS, REVISION
from annotator.team.joining import disputed
from annotator.team.versions import descends, joined, newest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.engine import Connection

    from annotator.store.states import Kind, State, Version
    from annotator.team.shared import SharedObject

_PARTS: Final = {
    "dots": dict, "rivals": dict, "removals": list, "open": list, "places": dict, "held": dict,
    "aliases": list, "extra": dict, "at": str,
}  # fmt: skip
_GRAVES: Final = select(schema.tombstone.c.uuid, schema.tombstone.c.kind, schema.tombstone.c.shared)
# The last change of each object, if it left it with just a version.
_LEFT: Final = """
SELECT item.kind, item.uuid, json_extract(item.versions, '$[1]') AS version FROM change_item AS item
WHERE item.versions IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM change_item AS later
    WHERE later.uuid = item.uuid AND later.sequence > item.sequence
)
"""
_VERSION: Final = {
    kind.name: text(
        f"SELECT coalesce((SELECT version FROM {kind.name} WHERE uuid = :uuid),"  # noqa: S608 - the names are this program's own
        " (SELECT version FROM tombstone WHERE uuid = :uuid))"
    )
    for kind in KINDS.values()
}


def check_shared(connection: Connection) -> Iterator[Finding]:
    """Find objects of which what several replicas wrote is not told as it can be."""
    lookup = Lookup(connection)
    replicas = {str(key) for key in connection.execute(select(schema.replica.c.key)).scalars()}
    objects = SharedObjects(lookup)
    for kind in KINDS.values():
        if kind is REVISION:
            continue
        for uuid, version, state, _ in all_states(connection, kind):
            shared = state.get(SHARED)
            trouble = "" if replicas.issuperset(version) else "It was altered by nobody known."
            if shared and not trouble:
                trouble = _form(shared, replicas) or _order(kind, version, state)
            if shared and not trouble:
                for _, found in objects.of_rows(kind, [(uuid, version, state)]):
                    trouble = _dispute(found, shared)
            if trouble:
                yield Finding(f"{kind.name} {uuid}", trouble)


def _form(shared: State, replicas: set[str]) -> str:
    """Return what is wrong with the form of what is shared; nothing where all is right."""
    for name, one in shared.items():
        if not isinstance(one, _PARTS.get(name, ())) or not one:
            return "What its team wrote is not told as it should be."
    rivals = [pair for values in shared.get("rivals", {}).values() for pair in values]
    versions = [*shared.get("dots", {}).values(), *shared.get("removals", ())]
    versions += [version for version, _ in rivals]
    if "dots" in shared and EVERY not in shared["dots"]:
        return "What its team wrote is not told as it should be."
    if not all(replicas.issuperset(one) for one in versions):
        return "It was altered by nobody known."
    return ""


def _order(kind: Kind, version: Version, state: State) -> str:
    """Return what cannot be of the versions of an object's fields."""
    shared = state[SHARED]
    dots: dict[str, Any] = shared.get("dots", {})
    known = [
        *dots.values(),
        *(one for values in shared.get("rivals", {}).values() for one, _ in values),
    ]
    if not descends(version, joined(known)):
        return "A field of it is newer than it is."
    if is_hidden(kind, version, state):
        return ""
    if any(descends(version, one) for one in shared.get("removals", ())):
        return "It is there, though it was removed."
    every = dots.get(EVERY, version)
    for name, values in shared.get("rivals", {}).items():
        told = [dots.get(name, every), *(one for one, _ in values)]
        if len(newest(told)) != len(told):
            return f"What stands against its {name} was overwritten."
    return ""


def _dispute(found: SharedObject, shared: State) -> str:
    if not found.there:
        return ""
    if list(disputed(found)) != shared.get("open", []):
        return "What waits to be settled of it is not what it says."
    return ""


def check_aliases(connection: Connection) -> Iterator[Finding]:
    """Compare the other ids of objects with those that they have by themselves."""
    expected: dict[str, tuple[str, str]] = {}
    for kind in ALIASED:
        for uuid, _, state, _ in all_states(connection, kind):
            for one in (state.get(SHARED) or {}).get("aliases", ()):
                expected[one] = (kind.name, uuid)
    names = {kind.name for kind in ALIASED}
    for uuid, name, shared in connection.execute(_GRAVES):
        if name in names:
            expected |= dict.fromkeys((shared or {}).get("aliases", ()), (name, uuid))
    kept = {uuid: (name, row) for uuid, name, row in connection.execute(select(schema.alias))}
    for uuid in sorted(expected.keys() | kept.keys()):
        if expected.get(uuid) != kept.get(uuid):
            name, row = expected.get(uuid) or kept[uuid]
            yield Finding(f"{name} {row}", f"Whether it goes by the id {uuid}, too, is unclear.")


def check_versions(connection: Connection) -> Iterator[Finding]:
    """Compare versions that the last change of an object left it with."""
    left = text(_LEFT).columns(uuid=UuidBytes)
    for kind, uuid, version in connection.execute(left).all():
        asked = {"uuid": UuidBytes().process_bind_param(uuid, connection.dialect)}
        if connection.execute(_VERSION[kind], asked).scalar_one() != version:
            yield Finding(f"{kind} {uuid}", "Its version is not the one that its last change left.")


def check_sent(connection: Connection) -> Iterator[Finding]:
    """Find bundles that hold changes which are not there."""
    newest_one = connection.execute(text("SELECT coalesce(max(sequence), 0) FROM change")).scalar()
    later = select(schema.sent.c.bundle_id).where(schema.sent.c.sequence > newest_one)
    for bundle in connection.execute(later).scalars():
        yield Finding(f"bundle {bundle}", "It was sent with changes that are not there.")
