from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from annotator.core.project_errors import (
    DamagedProjectError,
    DiskFullError,
    ProjectBusyError,
    ProjectDeviceError,
    ProjectMovedError,
    ProjectUnreadableError,
    ReadOnlyProjectError,
)
from annotator.store.failures import translated, world_error

PATH = Path("facts.factproj")


def failure(code: int) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("it failed")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (sqlite3.SQLITE_BUSY, ProjectBusyError),
        (sqlite3.SQLITE_FULL, DiskFullError),
        (sqlite3.SQLITE_READONLY_DIRECTORY, ReadOnlyProjectError),
        (sqlite3.SQLITE_READONLY_DBMOVED, ProjectMovedError),
        (sqlite3.SQLITE_IOERR_WRITE, ProjectDeviceError),
        (sqlite3.SQLITE_IOERR_FSYNC, ProjectDeviceError),
        (sqlite3.SQLITE_CORRUPT, DamagedProjectError),
        (sqlite3.SQLITE_NOTADB, DamagedProjectError),
        (sqlite3.SQLITE_CANTOPEN, ProjectUnreadableError),
    ],
)
def test_the_worlds_failures_name_the_file(code, expected):
    error = world_error(PATH, failure(code))
    assert type(error) is expected
    assert "facts.factproj" in str(error)


def test_a_bug_stays_a_bug():
    with pytest.raises(sqlite3.OperationalError), translated(PATH):
        raise failure(sqlite3.SQLITE_ERROR)


def test_a_text_that_is_no_utf8_is_damage():
    connection = sqlite3.connect(":memory:")
    with pytest.raises(DamagedProjectError), translated(PATH):
        connection.execute("SELECT CAST(x'ff' AS TEXT)").fetchone()
    connection.close()
