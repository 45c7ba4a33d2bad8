"""The one connection to a project file, its pragmas, its lock and its transactions."""

from __future__ import annotations

import sqlite3
import sys
import threading
from collections import Counter
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Final

from sqlalchemy import create_engine, event
from sqlalchemy.exc import IntegrityError
from sqlalchemy.pool import NullPool

from annotator.core.project_errors import (
    DamagedProjectError,
    ProjectBusyError,
    ProjectDeviceError,
    ProjectUnreadableError,
)
from annotator.store.failures import translated
from annotator.store.file_watch import FileWatch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sqlalchemy.engine import Connection

BUSY_SECONDS: Final = 5.0
# Pragmas with the answer that a connection in good order gives; each has its reason.
PRAGMAS: Final[dict[str, int | str]] = {
    "journal_mode": "truncate",  # one file at rest, and no journal page is lost
    "synchronous": 3,  # EXTRA: what is acknowledged survives a power cut
    "foreign_keys": 1,
    "recursive_triggers": 1,  # else REPLACE goes unseen by the triggers of a search index
    "trusted_schema": 0,  # a received file's schema cannot call functions
    "cell_size_check": 1,
    "mmap_size": 0,  # a damaged disk answers with an error instead of a crash
    "temp_store": 2,
}
MAC_PRAGMAS: Final[dict[str, int | str]] = {"fullfsync": 1, "checkpoint_fullfsync": 1}
# What code runs into that trusts rows which somebody damaged, and what a bug of ours looks like.
_SUSPECT: Final = (
    IntegrityError,
    sqlite3.IntegrityError,
    AssertionError,
    AttributeError,
    LookupError,
    OverflowError,
    TypeError,
    ValueError,
)


# Files open here, by device and number. On POSIX systems closing any other handle of a file drops
# the locks that SQLite holds on it, so nobody else in this process may read such a file by hand.
_open_files: Counter[tuple[int, int]] = Counter()


def is_open_here(path: Path) -> bool:
    """Tell whether this process has the project open."""
    try:
        return _open_files[_identity(path)] > 0
    except OSError:
        return False


def _identity(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_dev, found.st_ino


def pragmas() -> dict[str, int | str]:
    """Return the pragmas of this system with their values."""
    patience = {"busy_timeout": round(BUSY_SECONDS * 1000)}
    return patience | PRAGMAS | (MAC_PRAGMAS if sys.platform == "darwin" else {})


def connect(path: Path) -> sqlite3.Connection:
    """Connect to an existing file with every pragma in force; SQLite never makes a file here."""
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=rw",
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=256,
    )
    try:
        _configure(connection, path, pragmas())
    except BaseException:
        connection.close()
        raise
    return connection


def _configure(connection: sqlite3.Connection, path: Path, wanted: dict[str, int | str]) -> None:
    for name, value in wanted.items():
        connection.execute(f"PRAGMA {name} = {value}")
    for name, value in wanted.items():
        (found,) = connection.execute(f"PRAGMA {name}").fetchone() or (value,)
        if found != value:
            raise ProjectDeviceError(path, f"SQLite answers {name} with {found}")


def put_away(connection: sqlite3.Connection) -> None:
    """Leave a project as the one file that it is: take its empty rollback journal away."""
    # Where another connection is busy with the file, that one puts it away.
    with suppress(sqlite3.Error):
        connection.execute("PRAGMA busy_timeout = 0")
        connection.execute("PRAGMA journal_mode = DELETE")


class Database:
    """A project file's one connection; every use of it happens under one lock.

    Threads take turns; within a thread reading inside of writing sees what was written.
    ``busy_seconds`` is how long a change waits for other programs and threads that are writing.
    """

    def __init__(self, path: Path, *, busy_seconds: float = BUSY_SECONDS) -> None:
        self.path = path
        self.lock = threading.RLock()
        # Says what is damaged, if anything; without it every surprise counts as a bug.
        self.examine: Callable[[], str] | None = None
        self._examining = False
        self._begin = "BEGIN"
        # How many transactions were begun: within one, nobody else can have altered the file.
        self.begun = 0
        self._patience = busy_seconds
        engine = create_engine("sqlite://", creator=lambda: connect(path), poolclass=NullPool)
        event.listen(engine, "begin", self._send_begin)
        with translated(path):
            self.connection = engine.connect()
        self._driver = self.connection.connection.driver_connection
        try:
            self._identity = _identity(path)
        except OSError as error:
            self.connection.close()
            raise ProjectUnreadableError(path, error.strerror or str(error)) from error
        _open_files[self._identity] += 1
        self._watch = FileWatch(path)

    def _send_begin(self, _connection: Connection) -> None:
        self.begun += 1
        self.driver.execute(self._begin)

    @property
    def driver(self) -> sqlite3.Connection:
        """The connection below SQLAlchemy's."""
        assert isinstance(self._driver, sqlite3.Connection)  # noqa: S101 - narrows for mypy
        return self._driver

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Hold still what is read inside, at the price of a short shared lock on the file."""
        with self.lock, self._diagnosed():
            if self.connection.in_transaction():
                yield self.connection
                return
            with self.connection.begin():
                yield self.connection

    @contextmanager
    def impatient(self) -> Iterator[None]:
        """Wait inside for others no longer than a change does; raise ``ProjectBusyError``."""
        if not self.lock.acquire(timeout=self._patience):
            raise ProjectBusyError(self.path)
        try:
            self._wait(self._patience)
            yield
        finally:
            self._wait(BUSY_SECONDS)
            self.lock.release()

    def _wait(self, seconds: float) -> None:
        """Let SQLite wait so long for other programs."""
        if self._patience != BUSY_SECONDS and not self.connection.closed:
            self.driver.execute(f"PRAGMA busy_timeout = {round(seconds * 1000)}")

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Hold the file for writing; what ``commit`` did not make last is undone on leaving."""
        with self.impatient(), self._diagnosed():
            if self.connection.in_transaction():
                message = "a unit of work was begun inside another one"
                raise RuntimeError(message)
            self._begin = "BEGIN IMMEDIATE"
            try:
                transaction = self.connection.begin()
            finally:
                self._begin = "BEGIN"
            try:
                self.driver.execute("PRAGMA defer_foreign_keys = ON")
                yield self.connection
            finally:
                # After a commit that failed it is inactive, yet still to be rolled back.
                if self.connection.get_transaction() is not None:
                    transaction.rollback()
                if self.driver.in_transaction:
                    self.driver.rollback()

    @contextmanager
    def _diagnosed(self) -> Iterator[None]:
        """Tell surprises that a damaged file explains from those that are bugs."""
        with translated(self.path):
            try:
                yield
            except _SUSPECT as error:
                damage = self._damage()
                if damage:
                    raise DamagedProjectError(self.path, damage) from error
                raise

    def _damage(self) -> str:
        if self.examine is None or self._examining or self.connection.in_transaction():
            return ""
        self._examining = True
        try:
            return self.examine()
        finally:
            self._examining = False

    def commit(self) -> None:
        """Make what was written inside of ``writing`` last."""
        transaction = self.connection.get_transaction()
        assert transaction is not None  # noqa: S101 - only a unit of work calls this
        transaction.commit()
        self._watch.renew(self.data_version())

    def require_same_file(self) -> int:
        """Return ``data_version``; raise ``ProjectReplacedError`` where another file is there."""
        with self.lock, translated(self.path):
            version = self.data_version()
            self._watch.require_same(self.driver, version)
            return version

    def data_version(self) -> int:
        """Return the number that changes when another connection commits to the file."""
        with self.lock, translated(self.path):
            (version,) = self.driver.execute("PRAGMA data_version").fetchone()
            return int(version)

    def close(self) -> None:
        """Let go of the file."""
        with self.lock:
            if self.connection.closed:
                return
            put_away(self.driver)
            self.connection.close()
            self.connection.engine.dispose()
            _open_files[self._identity] -= 1
