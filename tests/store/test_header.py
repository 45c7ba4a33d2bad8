from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from annotator.core.errors import AnnotatorError
from annotator.core.project_errors import (
    EmptyProjectError,
    ForeignDatabaseError,
    NewerProjectError,
    NotAProjectError,
    ProjectIsFolderError,
    ProjectMissingError,
    ProjectNotFileError,
    ProjectUnreadableError,
)
from annotator.store.header import require_project


def foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE t (a)")


def newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA application_id = {0x46414E4E}")
        connection.execute("PRAGMA user_version = 8")


BAD = {
    "missing": (Path.exists, ProjectMissingError),
    "below a file": (lambda path: path.parent.rmdir() or path.parent.touch(), ProjectMissingError),
    "folder": (Path.mkdir, ProjectIsFolderError),
    "pipe": (os.mkfifo, ProjectNotFileError),
    "empty": (Path.touch, EmptyProjectError),
    "text": (lambda path: path.write_text("no project " * 20), NotAProjectError),
    "beginning": (lambda path: path.write_bytes(b"SQLite format 3\0"), NotAProjectError),
    "foreign": (foreign, ForeignDatabaseError),
    "newer": (newer, NewerProjectError),
}


@pytest.mark.parametrize(("make", "error"), BAD.values(), ids=BAD.keys())
def test_a_file_that_is_no_project_of_ours_gets_its_own_sentence_and_stays_as_it_was(
    tmp_path, make, error
):
    path = tmp_path / "folder" / "facts.factproj"
    path.parent.mkdir()
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(error) as raised:
        require_project(path)
    assert str(path) in str(raised.value)
    assert (path.read_bytes() if path.is_file() else None) == before
    assert not list(path.parent.glob("*-journal")) if path.parent.is_dir() else True


def test_a_file_that_the_system_refuses_is_named_with_the_reason(tmp_path, monkeypatch):
    path = tmp_path / "facts.factproj"
    path.touch()

    def refuse(self, *args):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(
        ProjectUnreadableError, match=r"facts\.factproj .*Permission denied"
    ) as raised:
        require_project(path)
    assert isinstance(raised.value, AnnotatorError)


def test_a_project_passes(project_path):
    before = project_path.read_bytes()
    require_project(project_path)
    assert project_path.read_bytes() == before
