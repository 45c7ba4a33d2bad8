"""What can go wrong while annotation files are read and written: file, place and remedy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.errors import AnnotatorError, Kind, UsageError
from annotator.core.file_errors import FileProblemError
from annotator.core.table_errors import MOST_NAMED

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


class MissingWriterError(AnnotatorError):
    """Files that only a part of the program can write which was not installed with it."""

    kind = Kind.WORLD

    def __init__(self, what: str, *, extra: str) -> None:
        self.what, self.extra = what, extra
        super().__init__(
            f'Nothing was written; run pip install "fact-annotator[{extra}]" first,'
            f" which {what} need."
        )


class QuoteMismatchError(AnnotatorError):
    """A highlight whose quote is not the text at its place."""

    def __init__(self, highlight_id: str, start: int, end: int) -> None:
        self.highlight_id, self.start, self.end = highlight_id, start, end
        super().__init__(
            f"Highlight {highlight_id} does not read as it did at {start} to {end}, so nothing "
            "was exported; run “annotator check” to see what is damaged."
        )


class WrongExportError(AnnotatorError):
    """A file that does not read as what was to be written; it was thrown away."""

    def __init__(self, path: Path, *, form: str, reason: str) -> None:
        self.path, self.form, self.reason = path, form, reason
        super().__init__(
            f"What was written as {form} reads otherwise ({reason}), so {path} was left as it was;"
            " export in another format and report this."
        )


class PlanOutdatedError(AnnotatorError):
    """An article whose text changed after an import into it was planned."""

    def __init__(self, title: str) -> None:
        self.title = title
        super().__init__(
            f"The text of “{title}” changed while the file was looked through, so nothing was"
            " imported; import it again."
        )


class UnclearOffsetsError(UsageError):
    """A file that does not show what its positions count; ``readings`` would all do."""

    def __init__(self, path: Path, *, readings: tuple[str, ...]) -> None:
        self.path, self.readings = path, readings
        self.listed = " or ".join(readings)
        super().__init__(
            f"{path} does not show what its positions count; say it with --offsets {self.listed}."
        )


class UnknownAnnotationsError(FileProblemError):
    """A file whose content is in none of the formats of annotations that are known."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            "is in no known format of annotations; name one with --format, or list them with"
            " “annotator formats”.",
        )


class UnmetLabelError(UsageError):
    """A label that another one was to stand for, and that a file does not have."""

    def __init__(self, path: Path, *, label: str, known: tuple[str, ...]) -> None:
        self.path, self.label = path, label
        self.listed = ", ".join(f"“{one}”" for one in known[:MOST_NAMED]) or "none"
        more = len(known) - MOST_NAMED
        self.listed += f" and {more} more" if more > 0 else ""
        super().__init__(f"{path} has no label “{label}”; its labels are {self.listed}.")


class ReadOnlyFormatError(UsageError):
    """A format that is read and never written."""

    def __init__(self, form: str) -> None:
        self.form = form
        super().__init__(f"{form} is read, not written; choose another with “annotator formats”.")


class WriteOnlyFormatError(UsageError):
    """A format that is written and never read."""

    def __init__(self, form: str) -> None:
        self.form = form
        super().__init__(f"{form} is written, not read; import the project's JSONL instead.")


class MisunderstoodSearchError(UsageError):
    """A search that says what to export and is not all understood; ``told`` says why."""

    def __init__(self, search: str, *, told: str) -> None:
        self.search, self.told = search, told
        super().__init__(f"Nothing was exported, since “{search}” is not all understood. {told}")
