"""Copies of a project file, made and proven before anything dares to alter it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from annotator.core.project_errors import BackupFailedError, DamagedProjectError
from annotator.store.engine import connect
from annotator.store.files import beside, publish

if TYPE_CHECKING:
    from pathlib import Path


def back_up(path: Path, folder: Path, *, stamp: str) -> Path:
    """Copy a project into ``folder``, prove the copy whole, and return its path.

    Raises:
        BackupFailedError: if the copy cannot be made.
        DamagedProjectError: if the copy, and so the project, is damaged.
    """
    target = folder / f"{path.stem} {stamp}{path.suffix}"
    try:
        return _copied(path, target)
    except (OSError, sqlite3.Error) as error:
        raise BackupFailedError(path, target, reason=str(error)) from error


def _copied(path: Path, target: Path) -> Path:
    target.parent.mkdir(parents=True, exist_ok=True)
    part = beside(target)
    try:
        with closing(connect(path)) as source, closing(sqlite3.connect(part)) as copy:
            copy.execute("PRAGMA synchronous = FULL")
            source.backup(copy)
            _prove(path, copy)
        return _named(part, target)
    finally:
        part.unlink(missing_ok=True)


def _prove(path: Path, copy: sqlite3.Connection) -> None:
    verdict = copy.execute("PRAGMA integrity_check(1)").fetchone()
    if verdict != ("ok",):
        raise DamagedProjectError(path, str(verdict[0]))


def _named(part: Path, target: Path) -> Path:
    free, number = target, 1
    while not publish(part, free):
        number += 1
        free = target.with_name(f"{target.stem} ({number}){target.suffix}")
    return free
