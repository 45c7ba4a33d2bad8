"""What a project file remembers of its team beside its changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import insert

from annotator.store import schema

if TYPE_CHECKING:
    from annotator.store.engine import Database
    from annotator.store.shelf import Shelf
    from annotator.store.writer import Machine, Writer


class TeamMemory:
    """Remembers bundles."""

    _database: Database
    _machine: Machine
    _shelf: Shelf
    _writer: Writer

    def remember_sent(self, bundle_id: str, sequence: int, kind: str) -> None:
        """Remember a bundle that was made; no change is on record for it."""
        with self._database.writing() as connection:
            row = {"bundle_id": bundle_id, "sequence": sequence, "kind": kind}
            connection.execute(insert(schema.sent), row | {"at": self._machine.now()})
            self._database.commit()
