"""What a plain copy of the rows takes that a merge writes."""

from __future__ import annotations

import shutil
import sqlite3
import time
from contextlib import closing
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

# What tells of articles, labels and highlights; the rest is history, search and counters.
ROWS = (
    "article",
    "revision",
    "paragraph",
    "claim",
    "highlight",
    "part",
    "cue",
    "reviewer",
    "label",
)


def copy_rows(before: Path, after: Path, scratch: Path, *, only: tuple[str, ...] = ()) -> float:
    """Return the seconds of the processor of writing into one project what another has besides.

    The rows are found beforehand; copied are those of ordinary tables with all their indexes.
    """
    target, fresh = scratch / "copy.factproj", scratch / "fresh.sqlite"
    shutil.copy(before, target)
    fresh.unlink(missing_ok=True)
    with closing(sqlite3.connect(target, isolation_level=None)) as copy:
        copy.execute("ATTACH ? AS fresh", (str(fresh),))
        copy.execute("ATTACH ? AS after", (str(after),))
        names = [name for name in tables(copy) if not only or name in only]
        for name in names:
            copy.execute(
                f"CREATE TABLE fresh.{name} AS"  # noqa: S608 - names of our own
                f" SELECT * FROM after.{name} EXCEPT SELECT * FROM main.{name}"
            )
        copy.execute("DETACH after")
        copy.execute("PRAGMA foreign_keys = OFF")
        copy.execute("PRAGMA synchronous = EXTRA")
        begun = time.process_time()
        copy.execute("BEGIN IMMEDIATE")
        for name in names:
            copy.execute(f"INSERT OR REPLACE INTO main.{name} SELECT * FROM fresh.{name}")  # noqa: S608 - names of our own
        copy.execute("COMMIT")
        return time.process_time() - begun


def tables(project: sqlite3.Connection) -> list[str]:
    """Return the names of a project's ordinary tables."""
    listed = project.execute("PRAGMA main.table_list").fetchall()
    return [name for schema, name, kind, *_ in listed if (schema, kind) == ("main", "table")
            and not name.startswith("sqlite_")]  # fmt: skip
