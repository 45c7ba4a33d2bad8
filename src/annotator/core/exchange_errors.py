"""What can go wrong while annotation files are read and written: file, place and remedy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.errors import AnnotatorError, Kind
from annotator.core.file_errors import FileProblemError

if TYPE_CHECKING:
    from pathlib import Path


class DamagedAnnotationsError(FileProblemError):
    """Something in a file of annotations that is not as its format wants it.

    ``place`` says where in the file, ``reason`` what is wrong, as a half sentence.
    """

    def __init__(self, path: Path, *, place: str, reason: str) -> None:
        self.place, self.reason = place, reason
        super().__init__(
            path, f"is damaged at {place} ({reason}); get it anew, or export it once more."
        )


class NotAnnotationsError(FileProblemError):
    """A file that is none of the format that it was read as; ``wanted`` names that format."""

    def __init__(self, path: Path, *, wanted: str) -> None:
        self.wanted = wanted
        super().__init__(path, f"is no {wanted} file; name its format with --format.")


class NoColumnForError(FileProblemError):
    """A table or dump that does not show which column holds something that is needed."""

    def __init__(self, path: Path, *, field: str, columns: str) -> None:
        self.field, self.columns = field, columns
        super().__init__(
            path,
            f"does not show what holds the {field} (it has {columns}); say it with"
            f" --map {field}=NAME.",
        )


class LeftOutError(FileProblemError):
    """Something in a file that was understood but has no place here; the rest was read."""

    def __init__(self, path: Path, *, what: str, remedy: str) -> None:
        self.what, self.remedy = what, remedy
        super().__init__(path, f"holds {what}, which was left out; {remedy}.")


class CannotWriteError(AnnotatorError):
    """Something that a format cannot hold in any way, so that nothing was written."""

    kind = Kind.WORLD

    def __init__(self, what: str, *, form: str, remedy: str) -> None:
        self.what, self.form, self.remedy = what, form, remedy
        super().__init__(f"{form} cannot hold {what}, so nothing was written; {remedy}.")
