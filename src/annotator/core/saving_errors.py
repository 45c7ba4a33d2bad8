"""What a window says of changes that wait until another program lets go of the project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.errors import AnnotatorError, Kind

if TYPE_CHECKING:
    from pathlib import Path


class NotSavedError(AnnotatorError):
    """Changes that waited for another program and were let go of."""

    kind = Kind.ANSWER

    def __init__(self, path: Path, count: int) -> None:
        self.path, self.count = path, count
        super().__init__(
            f"What you did last was not saved to {path} (changes: {count}): do it again if you"
            " still want it; everything before it is there.",
        )


class SavingFirstError(AnnotatorError):
    """Something was asked for that has to wait until what was done last is saved."""

    kind = Kind.ANSWER

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(
            f"What you did last still waits to be saved to {path}: let it finish, or cancel it,"
            " first.",
        )
