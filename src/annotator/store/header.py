"""What a file's first hundred bytes say, read before SQLite may touch the file."""

from __future__ import annotations

import errno
import stat
from pathlib import Path

from annotator.core.project_errors import (
    EmptyProjectError,
    ForeignDatabaseError,
    NewerProjectError,
    NotAProjectError,
    ProjectIsFolderError,
    ProjectMissingError,
    ProjectNotFileError,
    ProjectPlaceError,
    ProjectUnreadableError,
)

APPLICATION_ID = 0x46414E4E
SCHEMA = 7
_LENGTH = 100
_MAGIC = b"SQLite format 3\0"
_USER_VERSION = slice(60, 64)
_APPLICATION_ID = slice(68, 72)


def require_project(path: Path, *, newest: int = SCHEMA) -> None:
    """Raise the error that fits unless the file is a project that this program can open.

    The file is read, never written.
    """
    header = _read(path)
    if not header:
        raise EmptyProjectError(path)
    if len(header) < _LENGTH or not header.startswith(_MAGIC):
        raise NotAProjectError(path)
    if int.from_bytes(header[_APPLICATION_ID], "big") != APPLICATION_ID:
        raise ForeignDatabaseError(path)
    found = int.from_bytes(header[_USER_VERSION], "big")
    if found > newest:
        raise NewerProjectError(path, str(found), known=str(newest))


def _read(path: Path) -> bytes:
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise ProjectIsFolderError(path)
        if not stat.S_ISREG(mode):
            # To open a pipe is to wait for who writes to it.
            raise ProjectNotFileError(path)
        with path.open("rb") as file:
            return file.read(_LENGTH)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise ProjectMissingError(path) from error
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            raise ProjectPlaceError(path, "its name is too long") from error
        raise ProjectUnreadableError(path, error.strerror or str(error)) from error
