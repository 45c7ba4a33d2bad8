"""The bytes of a file, within a limit, and what is recorded of where a text came from."""

from __future__ import annotations

import hashlib
import stat
from contextlib import contextmanager
from typing import TYPE_CHECKING

from annotator import __version__
from annotator.core.file_errors import (
    EmptyFileError,
    FolderError,
    MissingFileError,
    SpecialFileError,
    TooLargeFileError,
    UnreadableFileError,
)
from annotator.core.records import Source

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LARGEST_ARTICLE = 50_000_000


def file_bytes(path: Path, *, limit: int = LARGEST_ARTICLE) -> bytes:
    """Read a whole file of at most ``limit`` bytes.

    Raises:
        FileProblemError: it is not there, no file, unreadable, empty or too large.

    """
    with opening(path):
        size = file_size(path)
        if size > limit:
            raise TooLargeFileError(path, size=size, limit=limit)
        with path.open("rb") as file:
            # The size may lie or grow: one byte past the limit tells.
            data = file.read(limit + 1)
    if len(data) > limit:
        raise TooLargeFileError(path, size=len(data), limit=limit)
    if not data:
        raise EmptyFileError(path)
    return data


@contextmanager
def opening(path: Path) -> Iterator[None]:
    """Tell what goes wrong with a file while it is opened by our own errors.

    Raises:
        MissingFileError: it is not there, or its name could be no file's.
        UnreadableFileError: the system refuses it.

    """
    try:
        yield
    except FileNotFoundError as error:
        raise MissingFileError(path) from error
    except OSError as error:
        raise UnreadableFileError(path, reason=error.strerror or str(error)) from error
    except ValueError as error:  # a NUL in the name
        raise MissingFileError(path) from error


def file_size(path: Path) -> int:
    """Return how many bytes a file has.

    Raises:
        FileProblemError: it is a folder, or something else that is no file.

    """
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        raise FolderError(path)
    if not stat.S_ISREG(status.st_mode):
        raise SpecialFileError(path)
    return status.st_size


def source_of(
    path: Path,
    data: bytes,
    *,
    encoding: str,
    reader: str,
    normalized: tuple[str, ...] = (),
) -> Source:
    """Return what is recorded of a file that was read: ``reader`` names what read it."""
    return Source(
        name=sayable(path.name),
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        encoding=encoding,
        reader=f"{reader} {__version__}",
        normalized=normalized,
    )


def sayable(name: str) -> str:
    r"""Return a file's name with whatever no encoding can write replaced.

    >>> sayable("n\udcff.txt")
    'n?.txt'
    """
    return name.encode("utf-8", "replace").decode("utf-8")
