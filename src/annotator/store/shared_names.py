"""The ids by which a team knows objects: of those that were begun apart, the smallest."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final
from uuid import NAMESPACE_URL, uuid5

from sqlalchemy import bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert

from annotator.store import schema
from annotator.store.columns import is_uuid
from annotator.store.lookup import chunks
from annotator.store.shared_fields import ALIASED
from annotator.store.states import GUIDELINE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from sqlalchemy.engine import Connection

    from annotator.store.states import Kind

# Each project has one guideline, whatever its id.
GUIDELINE_ID: Final = str(uuid5(NAMESPACE_URL, GUIDELINE.name))
_alias = schema.alias.c
_ALL: Final = select(_alias.uuid, _alias.of_uuid)
_OF: Final = select(_alias.uuid, _alias.of_uuid).where(
    _alias.kind == bindparam("of_kind"), _alias.uuid.in_(bindparam("of_uuids", expanding=True))
)
_FORGET: Final = delete(schema.alias).where(_alias.of_uuid == bindparam("of_row"))
# Where one object takes in another, it has its ids before that one lets go of them, or after.
_LEARN: Final = insert(schema.alias).on_conflict_do_update(
    index_elements=[_alias.uuid], set_={"of_uuid": insert(schema.alias).excluded.of_uuid}
)
_GUIDELINE: Final = select(schema.guideline.c.uuid)


class Names:
    """Which id of an object its team knows it by, as the file had it at one time."""

    def __init__(self, connection: Connection) -> None:
        self._others: dict[str, list[str]] = defaultdict(list)
        self._rows: dict[str, str] = {}
        for uuid, row in connection.execute(_ALL):
            self._others[row].append(uuid)
            self._rows[uuid] = row

    def canonical(self, uuid: str) -> str:
        """Return the id that a team knows an object by, of any of its ids."""
        row = self._rows.get(uuid, uuid)
        return min(row, *self._others[row]) if row in self._others else row

    def aliases(self, row: str) -> tuple[str, ...]:
        """Return the other ids of an object by the id of its row, in order."""
        if row not in self._others:
            return ()
        return tuple(sorted({row, *self._others[row]})[1:])


def rows_named(connection: Connection, kind: Kind, ids: Collection[str]) -> dict[str, str]:
    """Return by the ids that objects go by those that their rows have, if they are there."""
    asked = {one: one.lower() for one in ids if is_uuid(one)}
    if kind is GUIDELINE:
        (row,) = connection.execute(_GUIDELINE).scalars()
        return dict.fromkeys(asked, row)
    if kind not in ALIASED:
        return asked
    known: dict[str, str] = {}
    for chunk in chunks(sorted(set(asked.values()))):
        bound = {"of_kind": kind.name, "of_uuids": chunk}
        known |= dict(iter(connection.execute(_OF, bound)))
    return {one: known.get(uuid, uuid) for one, uuid in asked.items()}


def put_aliases(connection: Connection, kind: Kind, row: str, aliases: Iterable[str]) -> None:
    """Let an object have just these other ids, whoever had them."""
    connection.execute(_FORGET, {"of_row": row})
    rows = [{"uuid": one, "kind": kind.name, "of_uuid": row} for one in aliases]
    if rows:
        connection.execute(_LEARN, rows)
