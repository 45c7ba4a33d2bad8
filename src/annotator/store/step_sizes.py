"""How much undo and redo would alter, asked before they are begun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.store import history

if TYPE_CHECKING:
    from annotator.store.shelf import Shelf


class StepSizes:
    """Counts the records of the steps at the heads of both stacks, from one index."""

    _shelf: Shelf

    def undo_size(self) -> int:
        """Return how many records the step has that ``undo`` would reverse; 0 for none."""
        with self._shelf.reading() as connection:
            return history.size_of_step(connection, history.heads(connection).undo)

    def redo_size(self) -> int:
        """Return how many records the step has that ``redo`` would repeat; 0 for none."""
        with self._shelf.reading() as connection:
            return history.size_of_step(connection, history.heads(connection).redo)
