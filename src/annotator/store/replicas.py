"""Versions by the keys of replicas, as rows have them, and by their ids, as the world has them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import insert

from annotator.store import schema
from annotator.store.seals import sealed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.store.lookup import Lookup
    from annotator.store.states import Version
    from annotator.team.versions import Version as WorldVersion


def versioned(lookup: Lookup, version: Version) -> dict[str, int]:
    """Return a version by the ids of its replicas."""
    return {lookup.uuid(schema.replica, int(key)): counter for key, counter in version.items()}


def by_replicas(lookup: Lookup, shared: dict[str, Any]) -> dict[str, Any]:
    """Return what is shared of an object, its versions by the ids of their replicas."""
    told = dict(shared)
    if "dots" in told:
        dots = told["dots"].items()
        told["dots"] = {name: versioned(lookup, version) for name, version in dots}
    if "rivals" in told:
        told["rivals"] = {
            name: [[versioned(lookup, version), value] for version, value in values]
            for name, values in told["rivals"].items()
        }
    if "removals" in told:
        told["removals"] = [versioned(lookup, version) for version in told["removals"]]
    return told


def keyed(lookup: Lookup, version: WorldVersion) -> Version:
    """Return a version of replicas that are known, by their keys."""
    return {str(lookup.key(schema.replica, one)): counter for one, counter in version.items()}


def introduce(lookup: Lookup, replicas: Iterable[str]) -> None:
    """Make replicas known to the file; those that were stay."""
    wanted = sorted(set(replicas))
    lookup.learn_keys(schema.replica, wanted)
    fresh = [one for one in wanted if lookup.find_key(schema.replica, one) is None]
    if fresh:
        rows = [sealed(schema.replica, {"uuid": one}) for one in fresh]
        lookup.connection.execute(insert(schema.replica), rows)
