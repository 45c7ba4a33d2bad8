"""Version vectors: how far each replica's changes are known.

A version vector counts, per replica, the changes of it that are known (Parker et al., "Detection of
Mutual Inconsistency in Distributed Systems", 1983). No clock is asked. All cost is in the number
of replicas.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable

Version: TypeAlias = Mapping[str, int]

# What nothing is known of.
NEVER: Final[Version] = {}


def descends(version: Version, other: Version) -> bool:
    """Tell whether one knows all that the other knows, as equal ones do."""
    return all(version.get(replica, 0) >= counter for replica, counter in other.items())


def joined(versions: Iterable[Version]) -> Version:
    """Return the version that knows just what some know together."""
    known: dict[str, int] = {}
    for version in versions:
        for replica, counter in version.items():
            known[replica] = max(counter, known.get(replica, 0))
    return known


def newest(versions: Iterable[Version]) -> tuple[Version, ...]:
    """Return those of some that no other one descends from, each once, in a fixed order."""
    ordered = sorted({tuple(sorted(one.items())) for one in versions})
    unique = [dict(one) for one in ordered]
    return tuple(
        one
        for one in unique
        if not any(other is not one and descends(other, one) for other in unique)
    )
