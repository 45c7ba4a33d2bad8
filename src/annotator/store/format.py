"""Which form a project file has, told by plain SQLite before anything heavier is imported."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from annotator.core.project_errors import DamagedProjectError, ForeignSchemaError
from annotator.store.engine import connect
from annotator.store.failures import one_line, translated
from annotator.store.header import SCHEMA

if TYPE_CHECKING:
    from pathlib import Path


ACTIVE_PARTS: Final = "SELECT type, name FROM sqlite_schema WHERE type IN ('trigger', 'view')"


@dataclass(frozen=True, slots=True)
class Format:
    """The newest form that the migrations reach: their place, last revision and schema number."""

    head: str
    schema: int
    script_location: str = "annotator.store:migrations"
    version_locations: tuple[str, ...] = ()


# The triggers and views that our migrations make, each as "trigger name" or "view name".
ACTIVE: frozenset[str] = frozenset()
NEWEST = Format(head="0007", schema=SCHEMA)


def revision_of(path: Path) -> str:
    """Return the revision of the migrations that the file went through.

    Raises:
        ForeignSchemaError: if it holds a trigger or a view that none of them made.
    """
    with translated(path), closing(connect(path)) as connection:
        foreign = {f"{kind} {name}" for kind, name in connection.execute(ACTIVE_PARTS)} - ACTIVE
        if foreign:
            names = tuple(one_line(name) for name in sorted(foreign))
            raise ForeignSchemaError(path, names)
        known = connection.execute(
            "SELECT count(*) FROM sqlite_schema WHERE name = 'alembic_version'"
        ).fetchone()
        rows = connection.execute("SELECT version_num FROM alembic_version") if known[0] else ()
        revisions = [str(revision) for (revision,) in rows]
    if len(revisions) != 1:
        raise DamagedProjectError(path, "the record of its form is missing")
    return revisions[0]
