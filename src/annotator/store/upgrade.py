"""Migrations, run in one transaction that leaves the file as it was when any of them fails."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine
from sqlalchemy.pool import NullPool

from annotator.core.project_errors import DamagedProjectError, NewerProjectError
from annotator.store.engine import connect, put_away
from annotator.store.failures import translated
from annotator.store.header import APPLICATION_ID

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy.engine import Connection

    from annotator.store.format import Format


def require_known(path: Path, revision: str, target: Format) -> None:
    """Raise ``NewerProjectError`` unless the migrations know the file's revision."""
    scripts = ScriptDirectory.from_config(_config(target))
    if revision not in {script.revision for script in scripts.walk_revisions()}:
        raise NewerProjectError(path, revision, known=target.head)


def upgrade(path: Path, target: Format) -> None:
    """Bring a file, which may be empty, to the form of ``target``."""
    with translated(path), _migrating(path) as connection:
        config = _config(target)
        config.attributes["connection"] = connection
        command.upgrade(config, target.head)
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {target.schema}")
        strays = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        if strays:
            raise DamagedProjectError(path, f"{strays[0][0]} refers to a row that is not there")


@contextmanager
def _migrating(path: Path) -> Iterator[Connection]:
    """Yield a connection in a write transaction with foreign keys off, as rebuilt tables need."""
    engine = create_engine("sqlite://", creator=lambda: connect(path), poolclass=NullPool)
    with engine.connect() as connection:
        driver = connection.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)  # noqa: S101 - narrows for mypy
        driver.execute("PRAGMA foreign_keys = OFF")
        assert driver.execute("PRAGMA foreign_keys").fetchone() == (0,)  # noqa: S101 - or rows go
        with connection.begin():
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            yield connection
        put_away(driver)
    engine.dispose()


def _config(target: Format) -> Config:
    config = Config()
    config.set_main_option("script_location", target.script_location)
    config.set_main_option("path_separator", "newline")
    if target.version_locations:
        config.set_main_option("version_locations", "\n".join(target.version_locations))
    return config
