"""How much undo and redo would alter, and after what, asked before they are begun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.store import history

if TYPE_CHECKING:
    from annotator.store.shelf import Shelf


class StepSizes:
    """Tells the newest change, and counts the records of what undo and redo would take up."""

    _shelf: Shelf

    def undo_size(self) -> int:
        """Return how many records the step has that ``undo`` would reverse; 0 for none."""
        with self._shelf.reading() as connection:
            return history.size_of_step(connection, history.heads(connection).undo)

    def newest(self) -> int:
        """Return the number of the newest change; 0 before the first."""
        with self._shelf.reading() as connection:
            return history.heads(connection).sequence

    def redo_size(self) -> int:
        """Return how many records the step has that ``redo`` would repeat; 0 for none."""
        with self._shelf.reading() as connection:
            return history.size_of_step(connection, history.heads(connection).redo)
