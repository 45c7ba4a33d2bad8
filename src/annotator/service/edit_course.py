"""A step of editing that is long: carried out piece by piece, then kept or taken back whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeAlias

from annotator.core.errors import AnnotatorError
from annotator.service.edit_steps import EditStep

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotator.core.replacement import Replacement

    Keep: TypeAlias = Callable[[list[EditStep]], None]


class Editor(Protocol):
    """What carries out single edits, by the exact rule for each."""

    def apply(self, replacement: Replacement) -> EditStep:
        """Carry out an edit."""
        ...

    def revert(self, step: EditStep) -> EditStep:
        """Take an edit back."""
        ...


class EditCourse:
    """Edits to be done, or steps to be undone, in order; ``keep`` alone makes them count.

    Between ``advance`` and ``keep`` or ``take_back`` nothing else may alter the article.
    """

    def __init__(
        self, editor: Editor, moves: Sequence[Replacement] | Sequence[EditStep], keep: Keep
    ) -> None:
        self._editor = editor
        self._moves: list[Replacement | EditStep] = list(moves)
        self._keep = keep
        self._made: list[EditStep] = []

    @property
    def total(self) -> int:
        """How many edits there are in all."""
        return len(self._moves)

    @property
    def done(self) -> int:
        """How many of them are carried out."""
        return len(self._made)

    def advance(self, count: int) -> list[EditStep]:
        """Carry out so many more edits, and return what they did."""
        fresh = [self._do(move) for move in self._moves[self.done : self.done + count]]
        self._made += fresh
        return fresh

    def take_back(self, count: int) -> list[EditStep]:
        """Take so many edits back, the newest first, and return what that did."""
        return [self._undo() for _ in range(min(count, self.done))]

    def keep(self) -> list[EditStep]:
        """Make all of it one step of the session, and return what it did.

        Raises:
            EditLogError: if it cannot be kept; it is then still to be taken back.
        """
        if self._made:
            self._keep(self._made)
        return self._made

    def run(self) -> list[EditStep]:
        """Carry out all of it at once; a call that raises has changed nothing."""
        self.advance(self.total)
        try:
            return self.keep()
        except AnnotatorError:
            self.take_back(self.total)
            raise

    def _do(self, move: Replacement | EditStep) -> EditStep:
        if isinstance(move, EditStep):
            return self._editor.revert(move)
        return self._editor.apply(move)

    def _undo(self) -> EditStep:
        step = self._made.pop()
        move = self._moves[self.done]
        if isinstance(move, EditStep):
            return self._editor.apply(move.replacement)
        return self._editor.revert(step)
