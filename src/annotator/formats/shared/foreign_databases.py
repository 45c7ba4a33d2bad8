"""SQLite files of other programs, read only: no view, trigger or function in one ever runs."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from annotator.core.document_errors import WrongFormatError
from annotator.core.errors import AnnotatorError
from annotator.core.exchange_errors import DamagedAnnotationsError, NotAnnotationsError
from annotator.core.file_errors import UnreadableFileError
from annotator.core.table_errors import shown_name
from annotator.service.reading.dump_files import opened
from annotator.service.reading.files import LARGEST_ARTICLE
from annotator.service.writing import DATABASE, SIDE_FILES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_WANTED = "SQLite database"
_LONGEST_VALUE = 4 * LARGEST_ARTICLE
# Steps of SQLite's machine: a million highlights take some fifty million.
_STEPS, _MOST_TURNS = 100_000, 20_000
_FUNCTIONS = frozenset(("count",))


class ForeignDatabase:
    """A database of another program, while it is open."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._tables = dict(_tables(connection))
        connection.set_authorizer(_authorized)

    def has(self, wanted: Mapping[str, frozenset[str]]) -> bool:
        """Tell whether it has these tables with at least these columns."""
        return all(
            name in self._tables and self._tables[name] >= columns
            for name, columns in wanted.items()
        )

    def rows(self, query: str) -> Iterator[tuple[object, ...]]:
        """Yield the rows that a query finds."""
        return iter(self._connection.execute(query))


@contextmanager
def opened_database(path: Path) -> Iterator[ForeignDatabase]:
    """Open a database, which stays as it is to the byte.

    Raises:
        WrongFormatError: it is none.
        FileProblemError: it cannot be opened, is damaged, or its program is writing it.
    """
    with opened(path) as file:
        if file.read(len(DATABASE)) != DATABASE:
            raise WrongFormatError(path, wanted=_WANTED)
    _refuse_unfinished(path)
    address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    try:
        with closing(sqlite3.connect(address, uri=True, isolation_level=None)) as connection:
            _confine(connection)
            yield ForeignDatabase(connection)
    except (sqlite3.Error, UnicodeDecodeError) as error:
        told = isinstance(error, sqlite3.Error)
        reason = shown_name(str(error)) if told else "a name in it is no text"
        raise DamagedAnnotationsError(path, place="its database", reason=reason) from error


def has_tables(path: Path, wanted: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether a file is a database with these tables and columns."""
    try:
        with opened_database(path) as database:
            return database.has(wanted)
    except AnnotatorError:
        return False


def refuse_others(
    path: Path, database: ForeignDatabase, wanted: Mapping[str, frozenset[str]], *, title: str
) -> None:
    """Refuse a database without the tables that a program's have.

    Raises:
        NotAnnotationsError: one is missing.
    """
    if not database.has(wanted):
        raise NotAnnotationsError(path, wanted=title)


def text_in(value: object) -> str:
    """Return a text in a row; empty for anything else."""
    return value if isinstance(value, str) else ""


def number_in(value: object) -> int | None:
    """Return a whole number in a row; None for anything else."""
    return value if isinstance(value, int) else None


def _refuse_unfinished(path: Path) -> None:
    for suffix in SIDE_FILES[:2]:
        beside = path.with_name(path.name + suffix)
        if beside.is_file() and beside.stat().st_size:
            raise UnreadableFileError(
                path, reason=f"{beside.name} tells that its program has not finished with it"
            )


def _confine(connection: sqlite3.Connection) -> None:
    connection.text_factory = _decoded
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
    for pragma in ("trusted_schema=OFF", "query_only=ON", "cell_size_check=ON", "mmap_size=0"):
        connection.execute(f"PRAGMA {pragma}")
    turns = 0

    def endless() -> bool:
        nonlocal turns
        turns += 1
        return turns > _MOST_TURNS

    connection.set_progress_handler(endless, _STEPS)


def _decoded(data: bytes) -> str:
    """Decode a text; what is no UTF-8 becomes what no article can hold, and is refused there."""
    return data.decode("utf-8", "surrogateescape")


def _tables(connection: sqlite3.Connection) -> Iterator[tuple[str, set[str]]]:
    """Yield the tables proper, with the names of their columns."""
    for name, made in connection.execute("SELECT name, sql FROM sqlite_master WHERE type='table'"):
        if not str(made).upper().startswith("CREATE VIRTUAL"):
            columns = connection.execute("SELECT name FROM pragma_table_info(?)", (name,))
            yield name, {column for (column,) in columns}


def _authorized(
    action: int, first: str | None, second: str | None, schema: str | None, inside: str | None
) -> int:
    """Allow reading tables, and nothing of what a view or trigger would do."""
    del first, schema
    reads = action in {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ}
    calls = action == sqlite3.SQLITE_FUNCTION and second in _FUNCTIONS
    return sqlite3.SQLITE_OK if (reads or calls) and inside is None else sqlite3.SQLITE_DENY
