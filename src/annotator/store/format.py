"""Which form a project file has, told by plain SQLite before anything heavier is imported."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.core.project_errors import DamagedProjectError
from annotator.store.engine import connect
from annotator.store.failures import translated
from annotator.store.header import SCHEMA

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Format:
    """The newest form that the migrations reach: their place, last revision and schema number."""

    head: str
    schema: int
    script_location: str = "annotator.store:migrations"
    version_locations: tuple[str, ...] = ()


NEWEST = Format(head="0002", schema=SCHEMA)


def revision_of(path: Path) -> str:
    """Return the revision of the migrations that the file went through."""
    with translated(path), closing(connect(path)) as connection:
        known = connection.execute(
            "SELECT count(*) FROM sqlite_schema WHERE name = 'alembic_version'"
        ).fetchone()
        rows = connection.execute("SELECT version_num FROM alembic_version") if known[0] else ()
        revisions = [str(revision) for (revision,) in rows]
    if len(revisions) != 1:
        raise DamagedProjectError(path, "the record of its form is missing")
    return revisions[0]
