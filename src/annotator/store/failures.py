"""The one place where the database's complaints become errors of the world."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from sqlalchemy.exc import DBAPIError

from annotator.core.project_errors import (
    DamagedProjectError,
    DiskFullError,
    ProjectBusyError,
    ProjectDeviceError,
    ProjectMovedError,
    ProjectUnreadableError,
    ReadOnlyProjectError,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from annotator.core.project_errors import ProjectFileError

_PRIMARY = 0xFF
_PLAIN: Final[dict[int, Callable[[Path], ProjectFileError]]] = {
    sqlite3.SQLITE_BUSY: ProjectBusyError,
    sqlite3.SQLITE_LOCKED: ProjectBusyError,
    sqlite3.SQLITE_PROTOCOL: ProjectBusyError,
    sqlite3.SQLITE_FULL: DiskFullError,
    sqlite3.SQLITE_READONLY: ReadOnlyProjectError,
}
_WITH_REASON: Final[dict[int, Callable[[Path, str], ProjectFileError]]] = {
    sqlite3.SQLITE_IOERR: ProjectDeviceError,
    sqlite3.SQLITE_CORRUPT: DamagedProjectError,
    sqlite3.SQLITE_NOTADB: DamagedProjectError,
    sqlite3.SQLITE_CANTOPEN: ProjectUnreadableError,
    sqlite3.SQLITE_PERM: ProjectUnreadableError,
    sqlite3.SQLITE_AUTH: ProjectUnreadableError,
}
_UNDECODABLE = "Could not decode to UTF-8"


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Raise the world's failures inside as ``ProjectFileError``; let bugs through as they are."""
    try:
        yield
    except DBAPIError as error:
        raise world_error(path, error.orig) or error from error
    except sqlite3.Error as error:
        raise world_error(path, error) or error from error


def world_error(path: Path, error: BaseException | None) -> ProjectFileError | None:
    """Return what the error means for the user; None where it is a bug of this program."""
    extended = getattr(error, "sqlite_errorcode", 0)
    code = extended & _PRIMARY
    reason = str(error)
    if extended == sqlite3.SQLITE_READONLY_DBMOVED:
        return ProjectMovedError(path)
    if code in _PLAIN:
        return _PLAIN[code](path)
    if code in _WITH_REASON:
        return _WITH_REASON[code](path, reason)
    if isinstance(error, sqlite3.OperationalError) and reason.startswith(_UNDECODABLE):
        return DamagedProjectError(path, reason)
    return None
