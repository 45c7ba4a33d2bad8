"""Whether the file still goes on from what this process saw of its history."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import bindparam, select

from annotator.store import schema

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

_change = schema.change.c
_NEWEST: Final = select(_change.sequence, _change.hash).order_by(_change.sequence.desc()).limit(1)
_AT: Final = select(_change.hash).where(_change.sequence == bindparam("of_sequence"))
_PROJECT: Final = select(schema.project.c.uuid)


class Lineage:
    """The newest change that was seen, by its number and its place in the chain of hashes."""

    def __init__(self) -> None:
        self._project: str | None = None
        self._sequence = 0
        self._hash: bytes | None = None

    def saw(self, sequence: int, link: bytes) -> None:
        """Take note of a change that this process committed."""
        self._sequence, self._hash = sequence, link

    def goes_on(self, connection: Connection) -> bool:
        """Tell whether the newest change seen is still part of the file; see the newest now.

        It is not where the file was replaced under us by an older copy or another one.
        """
        project = connection.execute(_PROJECT).scalar_one()
        found = connection.execute(_AT, {"of_sequence": self._sequence}).scalar_one_or_none()
        same = self._project is None or (project == self._project and found == self._hash)
        newest = connection.execute(_NEWEST).one_or_none()
        self._project = project
        self._sequence, self._hash = (newest[0], newest[1]) if newest is not None else (0, None)
        return same
