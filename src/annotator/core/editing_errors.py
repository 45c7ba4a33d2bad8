"""What can stand in the way of editing a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.errors import AnnotatorError, Kind

if TYPE_CHECKING:
    from pathlib import Path


class EditLogError(AnnotatorError):
    """What is typed cannot be kept safe, so it is not taken."""

    def __init__(self, path: Path, reason: str) -> None:
        self.path, self.reason = path, reason
        super().__init__(
            f"What you type cannot be kept in {path} ({reason}), so it is not taken: make room"
            " on the disk or see to the folder's permissions, then type on."
        )


class TextBeingEditedError(AnnotatorError):
    """Another window of this program edits the same text."""

    def __init__(self, title: str) -> None:
        self.title = title
        super().__init__(
            f"The text of “{title}” is being edited in another window: finish or discard it"
            " there, then try again."
        )


class TextRevisedElsewhereError(AnnotatorError):
    """The article has gone on to another revision than the one that was edited."""

    def __init__(self, title: str) -> None:
        self.title = title
        super().__init__(
            f"The text of “{title}” was revised elsewhere since this editing began: copy what"
            " you need, discard the editing and make it again on the new text."
        )


class TypedTextMisfitError(AnnotatorError):
    """What was typed does not fit the text that it was typed into."""

    def __init__(self, title: str) -> None:
        self.title = title
        super().__init__(
            f"What was typed into “{title}” does not fit its text and cannot be taken up: discard"
            " it and type it again."
        )


class EditingFirstError(AnnotatorError):
    """Something was asked for that has to wait until the editing of the text is over."""

    kind = Kind.ANSWER

    def __init__(self) -> None:
        super().__init__("The text is being edited: choose Done or Discard first.")
