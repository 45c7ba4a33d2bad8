"""Statements that a key press waits for: compiled once, then sent with nothing but their values.

What Core does for each execution takes several times as long as what SQLite does for one row.
"""

from __future__ import annotations

import sqlite3
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, TypeAlias, cast

from sqlalchemy import bindparam
from sqlalchemy.dialects.sqlite import dialect

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from sqlalchemy import ColumnElement, Executable, Select
    from sqlalchemy.engine import Connection
    from sqlalchemy.sql.compiler import SQLCompiler

Row: TypeAlias = tuple[Any, ...]
Convert: TypeAlias = "Callable[[Any], Any] | None"
_DIALECT: Final = dialect(paramstyle="qmark")
_SIZES: Final = (1, 8, 64, 512)
_MOST_AT_ONCE: Final = _SIZES[-1]
_NAMES: Final = tuple(f"wanted_{number}" for number in range(_MOST_AT_ONCE))
_NONE: Final[Mapping[str, object]] = {}


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
        return tuple(column.type.result_processor(_DIALECT, None) for column in self._returned)

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
        known = {**self._constants, **values} if self._constants else values
        return tuple(
            [convert(known[name]) if convert else known[name] for name, convert in self._binds]
        )

    def _converted(self, row: Row) -> Row:
        return tuple(
            [
                convert(value) if convert else value
                for convert, value in zip(self._results, row, strict=True)
            ]
        )


class PreparedFor:
    """A statement of Core on the rows whose ``column`` has one of many values.

    It is compiled for some numbers of values; what is missing to the next one is filled up with the
    last, which alters nothing of the answer.
    """

    def __init__(self, statement: Select[Any], column: ColumnElement[Any]) -> None:
        self._statement, self._column = statement, column
        self._sized: dict[int, Prepared] = {}

    def all(
        self, connection: Connection, wanted: Sequence[object], values: Mapping[str, object] = _NONE
    ) -> Iterator[Row]:
        """Send it, as often as is needed, and yield the rows that come back."""
        for start in range(0, len(wanted), _MOST_AT_ONCE):
            some = wanted[start : start + _MOST_AT_ONCE]
            size = next(size for size in _SIZES if size >= len(some))
            filled = [*some, *[some[-1]] * (size - len(some))]
            bound = dict(zip(_NAMES, filled, strict=False))
            yield from self._of(size).all(connection, {**bound, **values})

    def mappings(
        self, connection: Connection, wanted: Sequence[object]
    ) -> Iterator[dict[str, Any]]:
        """Send it, and yield the rows by the names of their columns."""
        names = self._of(_SIZES[0]).columns
        for row in self.all(connection, wanted):
            yield dict(zip(names, row, strict=True))

    def _of(self, size: int) -> Prepared:
        if size not in self._sized:
            binds = [bindparam(name, type_=self._column.type) for name in _NAMES[:size]]
            self._sized[size] = Prepared(self._statement.where(self._column.in_(binds)))
        return self._sized[size]


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
