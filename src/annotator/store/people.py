"""The reviewers that a change makes known, or renames."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from sqlalchemy import bindparam, insert, select, update

from annotator.core.records import Reviewer
from annotator.store import schema
from annotator.store.columns import is_uuid
from annotator.store.seals import sealed
from annotator.team.joining import joined_extras

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.engine import Connection

    from annotator.team.shared import Json

NOTHING: Final[Mapping[str, Json]] = MappingProxyType({})
_reviewer = schema.reviewer.c
_KNOWN: Final = select(_reviewer.renamed, _reviewer.name, _reviewer.extra).where(
    _reviewer.uuid == bindparam("of_uuid")
)
_RENAME: Final = update(schema.reviewer).where(_reviewer.uuid == bindparam("of_uuid"))


class People:
    """Writes reviewers inside one transaction; they stay when the change is undone."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        # Reviewers that were not known before, or not by that name, for the journal.
        self.taken: list[dict[str, str]] = []
        # True once one who was known got another name, or something else was said of them.
        self.renamed = False

    def take(
        self,
        reviewer: Reviewer,
        *,
        renamed: int | None = None,
        extra: Mapping[str, Json] = NOTHING,
    ) -> Reviewer:
        """Make a reviewer known, or rename one who was renamed less often than that.

        Of two names of one number the greater stays; a pseudonym has -1. Without a number one who
        is known keeps their name. ``extra`` is joined with what was said before.
        """
        if not is_uuid(reviewer.id):
            message = f"{reviewer.id} is no id of a reviewer"
            raise ValueError(message)
        uuid = reviewer.id.lower()
        found = self._connection.execute(_KNOWN, {"of_uuid": uuid}).one_or_none()
        newest = (renamed or 0, reviewer.name)
        if found is not None:
            known = (found.renamed, found.name)
            newest = known if renamed is None else max(known, (renamed, reviewer.name))
            extra = joined_extras(found.extra, extra)
            if (*newest, extra) == (*known, found.extra):
                return Reviewer(uuid, found.name)
        row = {"uuid": uuid, "name": newest[1], "renamed": newest[0], "extra": dict(extra)}
        row = sealed(schema.reviewer, row)
        if found is None:
            self._connection.execute(insert(schema.reviewer), row)
        else:
            self.renamed = True
            self._connection.execute(_RENAME, {**row, "of_uuid": uuid})
        self.taken.append({"uuid": uuid, "name": newest[1]})
        return Reviewer(uuid, newest[1])
