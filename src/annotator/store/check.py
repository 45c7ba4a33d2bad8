"""Everything that can be recomputed, recomputed from nothing and compared with what is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy.exc import SQLAlchemyError

from annotator.core.project_errors import ReadOnlyProjectError
from annotator.service.ports import Finding
from annotator.store.check_history import (
    check_last_items,
    check_stacks,
    check_tombstones,
)
from annotator.store.check_rows import (
    check_figures,
    check_hashes,
    check_quotes,
    check_texts,
)
from annotator.store.check_search import check_index_tables, check_search

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sqlalchemy.engine import Connection

    from annotator.store.engine import Database
    from annotator.store.journal import Journal


def check_project(database: Database, journal: Journal) -> list[Finding]:
    """Return each difference and each damage found in a project, none if all is well."""
    findings = _index_tables(database)
    with database.reading() as connection:
        # A flipped bit can make a text that is no UTF-8: it must be read to be named.
        database.driver.text_factory = _decoded
        try:
            for subject, check in CHECKS:
                findings.extend(_guarded(subject, check, connection))
        finally:
            database.driver.text_factory = str
    if journal.problem is not None:
        findings.append(Finding("journal", f"It cannot be written: {journal.problem}."))
    return findings


def _index_tables(database: Database) -> list[Finding]:
    try:
        with database.writing() as connection:
            return _guarded("search", check_index_tables, connection)
    except ReadOnlyProjectError:
        # SQLite checks its index under a write lock alone; what is in it is compared all the same.
        return []


def _decoded(raw: bytes) -> str:
    return raw.decode("utf-8", "surrogateescape")


def _guarded(
    subject: str, check: Callable[[Connection], Iterable[Finding]], connection: Connection
) -> list[Finding]:
    """Run one check; what it cannot even read is a finding, too."""
    found: list[Finding] = []
    try:
        found.extend(check(connection))
    except (SQLAlchemyError, ValueError, LookupError, TypeError) as error:
        found.append(Finding(subject, f"It cannot be read: {error}."))
    return found


def _integrity(connection: Connection) -> Iterable[Finding]:
    for (message,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if message != "ok":
            yield Finding("file", f"{message}.")


def _foreign_keys(connection: Connection) -> Iterable[Finding]:
    for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield Finding(table, f"Row {row} names a {parent} that is not there.")


CHECKS: tuple[tuple[str, Callable[[Connection], Iterable[Finding]]], ...] = (
    ("file", _integrity),
    ("references", _foreign_keys),
    ("texts", check_texts),
    ("hashes", check_hashes),
    ("quotes", check_quotes),
    ("figures", check_figures),
    ("search", check_search),
    ("history", check_last_items),
    ("undo", check_stacks),
    ("tombstones", check_tombstones),
)
