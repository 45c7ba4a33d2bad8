"""Going back and forth in a project's history, at once or beside the caller's thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.request_errors import WentOnMeanwhileError
from annotator.service.blind import HIDDEN_TITLE
from annotator.service.watch import UNWATCHED

if TYPE_CHECKING:
    from annotator.service.changes import Changes
    from annotator.service.ports import BlindQueries, Store
    from annotator.service.watch import Watch


class Walking:
    """Undo, redo and jumps over a store; ``publish`` tells of each."""

    _store: Store
    _blind: BlindQueries | None

    def publish(self, changes: Changes) -> Changes:
        """Tell of a change."""
        raise NotImplementedError

    def undo(self, *, after: int | None = None) -> Changes:
        """Reverse the newest change; raise ``NothingToUndoError``.

        ``after`` is what whoever asked for it took for the newest change: where another one came
        in between, ``WentOnMeanwhileError`` is raised.
        """
        return self.publish(self.commit_undo(after=after))

    def commit_undo(self, watch: Watch = UNWATCHED, *, after: int | None = None) -> Changes:
        """Do what ``undo`` does, in any thread; ``publish`` what it returns afterwards.

        Raises:
            StoppedError: if whoever watches cancels it, which leaves everything as it was.
            WentOnMeanwhileError: ``after`` is the newest change no more.
        """
        try:
            return self._store.undo(watch, after=after)
        except WentOnMeanwhileError as error:
            if self._blind is None:
                raise
            title = self._blind.title_of(self._blind.newest())
            raise WentOnMeanwhileError(title or HIDDEN_TITLE) from error

    def redo(self) -> Changes:
        """Repeat the change undone last; raise ``NothingToRedoError``."""
        return self.publish(self.commit_redo())

    def commit_redo(self, watch: Watch = UNWATCHED) -> Changes:
        """Do what ``redo`` does, in any thread, as ``commit_undo`` undoes."""
        return self._store.redo(watch)

    def jump(self, sequence: int) -> Changes:
        """Go to the state after any change of the history, as one step that undo takes back.

        Nothing of the history is lost by it; 0 is the state before the first change. Where that
        state is the present one, nothing is written.

        Raises:
            NotFoundError: there is no such change.

        """
        return self.publish(self.commit_jump(sequence))

    def commit_jump(self, sequence: int, watch: Watch = UNWATCHED) -> Changes:
        """Do what ``jump`` does, in any thread, as ``commit_undo`` undoes."""
        return self._store.jump(sequence, watch)
