"""Statements that a key press waits for: compiled once, then sent with nothing but their values.

What Core does for each execution takes several times as long as what SQLite does for one row.
"""

from __future__ import annotations

import sqlite3
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, TypeAlias, cast

from sqlalchemy.dialects.sqlite import dialect

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from sqlalchemy import Executable
    from sqlalchemy.engine import Connection
    from sqlalchemy.sql.compiler import SQLCompiler
    from sqlalchemy.types import TypeEngine

Row: TypeAlias = tuple[Any, ...]
Convert: TypeAlias = "Callable[[Any], Any] | None"
_DIALECT: Final = dialect(paramstyle="qmark")


class Prepared:
    """A statement of Core whose text never changes with its values.

    Lists cannot be bound to it; ``json_each`` takes them as one value.
    """

    def __init__(self, statement: Executable) -> None:
        self._statement: Any = statement

    def all(self, connection: Connection, values: Mapping[str, object]) -> list[Row]:
        """Send it and return the rows that come back."""
        found = send(connection, self.sql, [self._bound(values)])
        if not any(self._results):
            return found.fetchall()
        return [self._converted(row) for row in found]

    def run(self, connection: Connection, rows: Iterable[Mapping[str, object]]) -> None:
        """Send it once for each of some rows of values."""
        send(connection, self.sql, [self._bound(values) for values in rows])

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns that come back."""
        return tuple(column.key for column in self._returned)

    @property
    def sql(self) -> str:
        """The text that SQLite gets."""
        return str(self._compiled)

    @cached_property
    def _compiled(self) -> SQLCompiler:
        return cast("SQLCompiler", self._statement.compile(dialect=_DIALECT))

    @cached_property
    def _returned(self) -> tuple[Any, ...]:
        return tuple(getattr(self._statement, "exported_columns", ()))

    @cached_property
    def _results(self) -> tuple[Convert, ...]:
        return tuple(_result_of(column.type) for column in self._returned)

    @cached_property
    def _binds(self) -> tuple[tuple[str, Convert], ...]:
        """The name of each place and how its values are kept."""
        binds = self._compiled.binds
        places = self._compiled.positiontup or ()
        return tuple((name, binds[name].type.bind_processor(_DIALECT)) for name in places)

    @cached_property
    def _constants(self) -> dict[str, object]:
        """The values that are part of the statement."""
        binds = self._compiled.binds
        return {name: bind.value for name, bind in binds.items() if not bind.required}

    def _bound(self, values: Mapping[str, object]) -> Row:
        known = {**self._constants, **values}
        return tuple(
            convert(known[name]) if convert else known[name] for name, convert in self._binds
        )

    def _converted(self, row: Row) -> Row:
        return tuple(
            convert(value) if convert else value
            for convert, value in zip(self._results, row, strict=True)
        )


def _result_of(kind: TypeEngine[Any]) -> Convert:
    return kind.result_processor(_DIALECT, None)


def send(connection: Connection, sql: str, rows: Sequence[Row]) -> sqlite3.Cursor:
    """Send a statement past Core, once for each row of values."""
    driver = _driver(connection)
    return driver.execute(sql, rows[0]) if len(rows) == 1 else driver.executemany(sql, rows)


def writes(connection: Connection) -> int:
    """Return how many rows were written through a connection since it was made."""
    return _driver(connection).total_changes


def _driver(connection: Connection) -> sqlite3.Connection:
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)  # noqa: S101 - narrows for mypy
    return driver
