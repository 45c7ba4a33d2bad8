"""The tables of a file against those that the queries name."""

from __future__ import annotations

from contextlib import closing
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import create_engine

from annotator.service.ports import Finding
from annotator.store.format import ACTIVE, ACTIVE_PARTS
from annotator.store.schema import metadata

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.engine import Connection


def check_schema(connection: Connection) -> Iterator[Finding]:
    """Compare tables, columns, references and indexes, and name what is not ours."""
    for name, shape in _our_shapes().items():
        if _shape(connection, name) != shape:
            yield Finding(f"table {name}", "It does not have the form that was made.")
    found = {f"{kind} {name}" for kind, name in connection.exec_driver_sql(ACTIVE_PARTS)}
    for part in sorted(found - ACTIVE):
        yield Finding(part, "This program did not make it, and it could alter the work unseen.")
    for part in sorted(ACTIVE - found):
        yield Finding(part, "It is missing.")


@cache
def _our_shapes() -> dict[str, object]:
    engine = create_engine("sqlite://")
    with engine.connect() as ours:
        metadata.create_all(ours)
        shapes = {name: _shape(ours, name) for name in metadata.tables}
    engine.dispose()
    return shapes


def _shape(connection: Connection, table: str) -> object:
    def ask(pragma: str, name: str = table) -> list[tuple[Any, ...]]:
        with closing(connection.exec_driver_sql(f'PRAGMA {pragma}("{name}")')) as rows:
            return [tuple(row) for row in rows]

    indexes = sorted(
        (unique, partial, repr(ask("index_info", name)))
        for _, name, unique, _, partial in ask("index_list")
    )
    return ask("table_info"), sorted(repr(row[2:]) for row in ask("foreign_key_list")), indexes


def check_keys(connection: Connection) -> Iterator[Finding]:
    """Find tables whose next key was given before, and a history that lost its end."""
    rows = connection.exec_driver_sql("SELECT name, seq FROM sqlite_sequence")
    given = {str(name): int(last) for name, last in rows}
    for table in metadata.tables.values():
        if not table.dialect_options["sqlite"]["autoincrement"]:
            continue
        (key,) = table.primary_key.columns
        statement = f'SELECT max("{key.name}") FROM "{table.name}"'  # noqa: S608 - our own names
        highest = connection.exec_driver_sql(statement).scalar_one() or 0
        last = given.get(table.name, 0)
        if last < highest:
            yield Finding(f"table {table.name}", "Its next key was given before.")
        elif table.name == "change" and last > highest:
            yield Finding("history", f"Its changes after {highest} are missing.")
