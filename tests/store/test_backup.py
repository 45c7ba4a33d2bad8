from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from tests.store.samples import add_article

from annotator.core.project_errors import BackupFailedError, DamagedProjectError
from annotator.store.backup import back_up


def test_a_backup_opens_and_holds_everything(store, tmp_path, opener):
    article = add_article(store)
    path = back_up(store.path, tmp_path / "backups", stamp="before 2")
    assert path.name == "facts before 2.factproj"
    assert [one.name for one in path.parent.iterdir()] == [path.name]
    assert opener(path).articles()[0].article == article


def test_no_backup_takes_anothers_name(store, tmp_path):
    made = {back_up(store.path, tmp_path / "backups", stamp="x").name for _ in range(3)}
    assert made == {"facts x.factproj", "facts x (2).factproj", "facts x (3).factproj"}


def test_a_damaged_project_gives_no_backup(project_path, tmp_path):
    raw = bytearray(project_path.read_bytes())
    raw[2 * 4096 : 3 * 4096] = bytes(4096)
    project_path.write_bytes(raw)
    with pytest.raises((DamagedProjectError, BackupFailedError)):
        back_up(project_path, tmp_path / "backups", stamp="x")
    assert list((tmp_path / "backups").iterdir()) == []


def test_a_backup_is_taken_while_others_read(store, tmp_path):
    with closing(sqlite3.connect(store.path)) as other:
        other.execute("BEGIN")
        other.execute("SELECT * FROM project").fetchall()
        assert back_up(store.path, tmp_path / "backups", stamp="x").exists()
