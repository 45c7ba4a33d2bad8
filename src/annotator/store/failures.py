"""The one place where the database's complaints become errors of the world."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from sqlalchemy.exc import DBAPIError, MultipleResultsFound, NoResultFound

from annotator.core.project_errors import (
    DamagedProjectError,
    DiskFullError,
    EmptyProjectError,
    ProjectBusyError,
    ProjectDeviceError,
    ProjectMovedError,
    ProjectUnreadableError,
    ReadOnlyProjectError,
)
from annotator.store.columns import UnreadableValueError

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
    sqlite3.SQLITE_CANTOPEN: ProjectUnreadableError,
    sqlite3.SQLITE_PERM: ProjectUnreadableError,
    sqlite3.SQLITE_AUTH: ProjectUnreadableError,
}
_CORRUPT: Final = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_UNDECODABLE: Final = "Could not decode to UTF-8"
# What SQLite says, beside "corrupt", of a file whose tables are not those that we made.
_ALIEN: Final = ("no such ", "foreign key mismatch", "malformed ")
_WITHOUT_COLUMN: Final = " has no column named "
_NO_TEXT: Final = "a text is no UTF-8"
_LENGTH: Final = 100


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Raise the world's failures inside as ``ProjectFileError``; let bugs through as they are."""
    try:
        yield
    except DBAPIError as error:
        raise world_error(path, error.orig) or error from error
    except sqlite3.Error as error:
        raise world_error(path, error) or error from error
    except (NoResultFound, MultipleResultsFound, UnreadableValueError, UnicodeDecodeError) as error:
        raise _damaged(path, reason_of(error)) from error


def reason_of(error: BaseException) -> str:
    """Return what an error says, in a few words without SQL, links and garbage from the file."""
    if isinstance(error, DBAPIError):
        error = error.orig or error
    match error:
        case NoResultFound():
            return "a row that must be there is missing"
        case MultipleResultsFound():
            return "a row that must be there once is there twice"
        case UnicodeDecodeError():
            return _NO_TEXT
    return _NO_TEXT if str(error).startswith(_UNDECODABLE) else one_line(str(error))[:_LENGTH]


def one_line(words: str) -> str:
    """Return words in one line that can be printed, whatever a damaged file put into them."""
    readable = words.encode("utf-8", "replace").decode()
    return "".join(one if one.isprintable() else "?" for one in " ".join(readable.split()))


def world_error(path: Path, error: BaseException | None) -> ProjectFileError | None:
    """Return what the error means for the user; None where it is a bug of this program."""
    extended = getattr(error, "sqlite_errorcode", 0)
    code = extended & _PRIMARY
    reason = reason_of(error) if error is not None else ""
    if extended == sqlite3.SQLITE_READONLY_DBMOVED:
        return ProjectMovedError(path)
    if code in _PLAIN:
        return _PLAIN[code](path)
    if code in _WITH_REASON:
        return _WITH_REASON[code](path, reason)
    if code in _CORRUPT or (isinstance(error, sqlite3.OperationalError) and _is_alien(reason)):
        return _damaged(path, reason)
    return None


def _is_alien(reason: str) -> bool:
    return reason == _NO_TEXT or reason.startswith(_ALIEN) or _WITHOUT_COLUMN in reason


def _damaged(path: Path, reason: str) -> ProjectFileError:
    try:
        emptied = path.stat().st_size == 0
    except OSError:
        emptied = False
    return EmptyProjectError(path) if emptied else DamagedProjectError(path, reason)
