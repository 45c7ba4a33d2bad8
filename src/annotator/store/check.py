"""Everything that can be recomputed, recomputed from nothing and compared with what is kept."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Final

from sqlalchemy.exc import SQLAlchemyError

from annotator.core.errors import AnnotatorError
from annotator.core.project_errors import (
    DamagedProjectError,
    EmptyProjectError,
    ReadOnlyProjectError,
)
from annotator.service.ports import Finding
from annotator.store.check_history import (
    check_chain,
    check_last_items,
    check_seals,
    check_stacks,
    check_tombstones,
)
from annotator.store.check_rows import (
    check_cues,
    check_figures,
    check_hashes,
    check_origins,
    check_parts,
    check_quotes,
    check_texts,
    check_unplaced,
)
from annotator.store.check_schema import check_keys, check_schema
from annotator.store.check_search import (
    check_index_tables,
    check_lookup,
    check_search,
    check_shingles,
)
from annotator.store.check_team import check_aliases, check_sent, check_shared, check_versions
from annotator.store.failures import one_line, reason_of
from annotator.store.originals import check_originals
from annotator.store.speakers import check_speakers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sqlalchemy.engine import Connection

    from annotator.store.engine import Database
    from annotator.store.journal import Journal

UNREADABLE: Final = (
    AnnotatorError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    SQLAlchemyError,
    TypeError,
    ValueError,
    sqlite3.Error,
)
# These tell of other programs, not of the file.
PASSING: Final = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})


def check_project(database: Database, journal: Journal) -> list[Finding]:
    """Return each difference and each damage found in a project, none if all is well."""
    findings = [*_index_findings(database), *file_findings(database)]
    problem = journal.probe()
    if problem is not None:
        findings.append(Finding("journal", f"It cannot be written: {one_line(problem)}."))
    return findings


def _index_findings(database: Database) -> list[Finding]:
    """Return what SQLite itself finds wrong with the tables of the search index."""
    try:
        with database.writing() as connection:
            return _guarded("search", check_index_tables, connection)
    except ReadOnlyProjectError:
        # SQLite checks its index under a write lock alone; what is in it is compared all the same.
        return []
    except (DamagedProjectError, EmptyProjectError) as error:
        return [Finding("search", one_line(str(error)))]


def file_findings(database: Database) -> list[Finding]:
    """Return what is wrong with the file itself."""
    findings: list[Finding] = []
    try:
        with database.reading() as connection:
            # A flipped bit can make a text that is no UTF-8: it must be read to be named.
            database.driver.text_factory = _decoded
            try:
                for subject, check in CHECKS:
                    findings.extend(_guarded(subject, check, connection))
            finally:
                database.driver.text_factory = str
    except (DamagedProjectError, EmptyProjectError) as error:
        findings.append(Finding("file", str(error)))
    return [Finding(one_line(one.subject), one_line(one.message)) for one in findings]


def damage_in(database: Database) -> str:
    """Return the first thing wrong with the file, for a sentence; nothing where all is well."""
    return next((f"{one.subject}: {one.message[:-1]}" for one in file_findings(database)), "")


def _decoded(raw: bytes) -> str:
    return raw.decode("utf-8", "surrogateescape")


def _guarded(
    subject: str, check: Callable[[Connection], Iterable[Finding]], connection: Connection
) -> list[Finding]:
    """Run one check; what it cannot even read is a finding, too."""
    found: list[Finding] = []
    try:
        found.extend(check(connection))
    except UNREADABLE as error:
        code = getattr(getattr(error, "orig", None), "sqlite_errorcode", None)
        if code in PASSING:
            raise
        found.append(Finding(subject, f"It cannot be read: {reason_of(error)}."))
    return found


def _integrity(connection: Connection) -> Iterable[Finding]:
    for (message,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if message != "ok":
            yield Finding("file", f"{one_line(message)}.")


def _foreign_keys(connection: Connection) -> Iterable[Finding]:
    for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield Finding(table, f"Row {row} names a {parent} that is not there.")


CHECKS: tuple[tuple[str, Callable[[Connection], Iterable[Finding]]], ...] = (
    ("file", _integrity),
    ("tables", check_schema),
    ("keys", check_keys),
    ("references", _foreign_keys),
    ("texts", check_texts),
    ("hashes", check_hashes),
    ("parts", check_parts),
    ("quotes", check_quotes),
    ("figures", check_figures),
    ("search", check_search),
    ("search", check_lookup),
    ("likeness", check_shingles),
    ("originals", check_originals),
    ("speakers", check_speakers),
    ("cues", check_cues),
    ("unplaced", check_unplaced),
    ("origins", check_origins),
    ("team", check_shared),
    ("team", check_aliases),
    ("team", check_versions),
    ("team", check_sent),
    ("history", check_last_items),
    ("history", check_chain),
    ("hashes", check_seals),
    ("undo", check_stacks),
    ("tombstones", check_tombstones),
)
