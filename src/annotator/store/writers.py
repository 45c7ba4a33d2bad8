"""Who wrote what: the changes made here by their authors, those of others as bundles tell of them.

Each reviewer is told of with the changes from which on they wrote on a replica, so that what is
known only grows, and two who know different parts of it know all of it together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import bindparam, select, text

from annotator.store import schema
from annotator.store.columns import UuidBytes
from annotator.team.writing import WRITES, writes_key

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

_change, _replica, _reviewer = schema.change.c, schema.replica.c, schema.reviewer.c
_MADE: Final = (
    select(_reviewer.uuid, _change.at)
    .join(schema.replica, _replica.key == _change.replica_key)
    .join(schema.reviewer, _reviewer.key == _change.reviewer_key)
    .where(_replica.uuid == bindparam("of_replica"), _change.counter == bindparam("of_counter"))
)
# What a merge or a settlement brought bears versions of its own.
_BEGAN: Final = text("""
SELECT reviewer.uuid AS reviewer, replica.uuid AS replica, counter FROM (
    SELECT reviewer_key, replica_key, counter, lag(reviewer_key) OVER (
        PARTITION BY replica_key ORDER BY counter
    ) AS before FROM change WHERE EXISTS (
        SELECT 1 FROM change_item AS item
        WHERE item.sequence = change.sequence AND item.versions IS NULL AND kind <> 'revision'
    )
) AS told
JOIN reviewer ON reviewer."key" = told.reviewer_key
JOIN replica ON replica."key" = told.replica_key
WHERE before IS NULL OR before <> reviewer_key
""").columns(reviewer=UuidBytes, replica=UuidBytes)
_SAID: Final = text("""
SELECT reviewer.uuid AS reviewer, told."key" AS said
FROM reviewer, json_each(reviewer.extra) AS told
WHERE substr(told."key", 1, :length) = :begins
ORDER BY told."key" DESC
""").columns(reviewer=UuidBytes)


def made_by(connection: Connection, replica: str, counter: int) -> tuple[str, str] | None:
    """Return who made a change and when, as far as that is known; nothing of neither is empty."""
    asked = {"of_replica": replica, "of_counter": counter}
    found = connection.execute(_MADE, asked).first()
    if found is not None:
        return found[0], found[1]
    begins, last = f"{WRITES}{replica} ", writes_key(replica, counter)
    asked = {"length": len(begins), "begins": begins}
    for reviewer, said in connection.execute(_SAID, asked):
        if said <= last:
            return reviewer, ""
    return None


def began_to_write(connection: Connection) -> dict[str, list[str]]:
    """Return, by reviewer, from which changes on they wrote here, as bundles tell of it."""
    found: dict[str, list[str]] = {}
    for reviewer, replica, counter in connection.execute(_BEGAN):
        found.setdefault(reviewer, []).append(writes_key(replica, counter))
    return found
