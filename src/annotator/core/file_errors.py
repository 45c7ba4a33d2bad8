"""What can be wrong with a file that is to be read or written: file, place and remedy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.errors import AnnotatorError

if TYPE_CHECKING:
    from pathlib import Path

MEGABYTE = 1_000_000


class FileProblemError(AnnotatorError):
    """A failure with one file; ``path`` names it."""

    def __init__(self, path: Path, sentence: str) -> None:
        self.path = path
        super().__init__(f"{path} {sentence}")


class MissingFileError(FileProblemError):
    """A file that is not there."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "does not exist; check its name and folder.")


class FolderError(FileProblemError):
    """A folder where a file was expected."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "is a folder; name its files, or add the folder with --recursive.")


class NoFilesError(FileProblemError):
    """A folder in which there is nothing to read."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "holds no file that could be an article; choose another folder.")


class TooManyInFileError(FileProblemError):
    """A file with which there are more articles than one step can take in."""

    def __init__(self, path: Path, *, limit: int) -> None:
        self.limit = limit
        super().__init__(
            path,
            f"goes beyond the {limit:,} articles that can be added at once;"
            " divide it, or add it apart from the others.",
        )


class LinkedFolderError(FileProblemError):
    """A folder that a link within another one leads to, maybe round in circles."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            "is a link to a folder and was not followed; add the folder it leads to by itself.",
        )


class SpecialFileError(FileProblemError):
    """A device, pipe or socket where a file was expected."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "is a device or a pipe, not a file; save its content as a file.")


class UnreadableFileError(FileProblemError):
    """A file that the system does not let us read."""

    def __init__(self, path: Path, *, reason: str) -> None:
        self.reason = reason
        super().__init__(path, f"cannot be read ({reason}); check its permissions and its disk.")


class UnwritableFileError(FileProblemError):
    """A file that the system does not let us write."""

    def __init__(self, path: Path, *, reason: str) -> None:
        self.reason = reason
        super().__init__(
            path, f"cannot be written ({reason}); choose another place or free some space."
        )


class OccupiedFileError(FileProblemError):
    """A file that must not be written over: a project, a device or a pipe."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path, "is a project, a device or a pipe and is not written over; choose another name."
        )


class FullFolderError(FileProblemError):
    """A folder that is to be written and has something in it."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "is there and is no empty folder; choose another name.")


class FileIsFolderError(FileProblemError):
    """A folder where a file is to be written."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "is a folder, and a file is written; add a file's name to it.")


class EmptyFileError(FileProblemError):
    """A file without a visible character."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "holds no text; choose a file with an article in it.")


class TooLargeFileError(FileProblemError):
    """A file larger than any article; ``size`` and ``limit`` are in bytes."""

    def __init__(self, path: Path, *, size: int, limit: int) -> None:
        self.size, self.limit = size, limit
        super().__init__(
            path,
            f"has {size / MEGABYTE:,.0f} MB, and an article may have {limit // MEGABYTE} MB; "
            "split it into articles.",
        )


class BinaryFileError(FileProblemError):
    """A file of some program, not of text."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "is no text file; save the article as plain text (UTF-8) first.")


class EncodingError(FileProblemError):
    """A text in another encoding than UTF-8; ``position`` counts bytes from 0."""

    def __init__(self, path: Path, *, position: int, byte: int) -> None:
        self.position, self.byte = position, byte
        super().__init__(
            path,
            f"is not UTF-8 (byte {byte:#04x} at position {position}); save it as UTF-8 text.",
        )


class UnsayableTextError(FileProblemError):
    """A NUL or half a character in a text; ``position`` counts code points from 0."""

    def __init__(self, path: Path, *, position: int) -> None:
        self.position = position
        super().__init__(
            path,
            f"holds a NUL character or half a character at position {position}; "
            "remove it in a text editor and save again.",
        )
