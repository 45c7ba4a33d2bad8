"""What is typed, as it is kept outside the project until it becomes a revision."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.core.replacement import Replacement

Act: TypeAlias = Literal["edit", "undo", "redo"]


@dataclass(frozen=True, slots=True)
class LoggedEdit:
    """One thing done to a text: an edit with its words, or an undo or redo of a step.

    ``joins`` says that the edit belongs to the same step of undo as the one before it.
    """

    act: Act
    replacement: Replacement | None = None
    joins: bool = False


@dataclass(frozen=True, slots=True)
class TypedText:
    """What was typed into a revision's text and has not become a revision of its own."""

    article_id: str
    revision_id: str
    edits: tuple[LoggedEdit, ...]


class EditLog(Protocol):
    """The log of one text that is being edited; nobody else can edit that text meanwhile."""

    def append(self, edits: Sequence[LoggedEdit]) -> None:
        """Hand edits to the system, which keeps them if this program is killed the moment after.

        Raises:
            EditLogError: if they cannot be kept; nothing may then be shown as typed.
        """
        ...

    def announce(self, revision_id: str) -> None:
        """Say that all of it is about to become this revision."""
        ...

    def drop(self) -> None:
        """Throw the log away: it became a revision, or nobody wants it."""
        ...

    def close(self) -> None:
        """Let go of the log and keep it for another time."""
        ...
