from __future__ import annotations

import hashlib
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from tests.store.samples import CODEBOOK, add_article, add_highlight, profile_in

from annotator import paths
from annotator.core.project_errors import (
    BackupFailedError,
    DamagedProjectError,
    NewerProjectError,
    ProjectFolderMissingError,
    ProjectIsFolderError,
    ProjectMissingError,
    ProjectUnmakeableError,
)
from annotator.store import project_file
from annotator.store.format import NEWEST, Format, revision_of
from annotator.store.header import SCHEMA
from annotator.store.project_file import make_project, open_project

NEXT = f"{SCHEMA + 1:04}"
STEP = """
from alembic import op
revision = "{revision}"
down_revision = "{before}"

def upgrade():
    op.execute("ALTER TABLE project ADD COLUMN motto TEXT NOT NULL DEFAULT ''")
    op.execute("DELETE FROM change_item")
    {more}
"""


def next_format(folder: Path, more: str = "pass") -> Format:
    """Return a form one step ahead of ours."""
    ours = Path(project_file.__file__).parent / "migrations" / "versions"
    steps = Path(shutil.copytree(ours, folder / "steps"))
    (steps / f"{NEXT}_next.py").write_text(
        STEP.format(revision=NEXT, before=NEWEST.head, more=more)
    )
    return Format(NEXT, SCHEMA + 1, version_locations=(str(steps),))


def content_of(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_project_is_made_where_there_is_none_and_only_when_asked(tmp_path, opener):
    path = tmp_path / "new.factproj"
    with pytest.raises(ProjectMissingError):
        opener(path)
    assert not path.exists()
    store = opener(path, create=CODEBOOK)
    assert (store.codebook(), store.name, store.path) == (CODEBOOK, "new", path)
    assert store.history() == []
    assert store.check() == []


def test_a_project_that_is_there_is_opened_though_one_may_be_made(project_path, opener):
    article = add_article(opener(project_path))
    assert opener(project_path, create=CODEBOOK).articles()[0].article == article


def test_a_made_project_leaves_nothing_beside_it(tmp_path):
    make_project(tmp_path / "new.factproj", CODEBOOK)
    assert [one.name for one in tmp_path.iterdir()] == ["new.factproj"]


def test_a_project_that_cannot_be_finished_leaves_nothing(tmp_path, monkeypatch):
    monkeypatch.setattr(project_file, "_write_codebook", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        make_project(tmp_path / "new.factproj", CODEBOOK)
    assert list(tmp_path.iterdir()) == []


def test_of_two_programs_that_make_one_project_the_second_yields(tmp_path, template, opener):
    path = tmp_path / "new.factproj"

    def meanwhile(part):
        shutil.copy(template, path)
        return {}

    before = digest(template)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(project_file, "_fill", lambda part, *_, **__: meanwhile(part))
        make_project(path, CODEBOOK)
    assert digest(path) == before


def test_the_default_projects_folder_is_made_and_others_are_not(tmp_path, monkeypatch):
    monkeypatch.setenv("ANNOTATOR_HOME", str(tmp_path / "home"))
    make_project(paths.default_project(), CODEBOOK)
    assert paths.default_project().exists()
    with pytest.raises(ProjectFolderMissingError, match="no folder"):
        make_project(tmp_path / "elsewhere" / "new.factproj", CODEBOOK)


def test_a_place_that_cannot_hold_a_project_is_named(tmp_path, monkeypatch):
    with pytest.raises(ProjectIsFolderError):
        make_project(tmp_path, CODEBOOK)

    def refuse(self, *_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "touch", refuse)
    with pytest.raises(ProjectUnmakeableError, match="Permission denied"):
        make_project(tmp_path / "new.factproj", CODEBOOK)


def test_ours_is_the_newest_form(project_path):
    assert revision_of(project_path) == NEWEST.head


def test_a_newer_project_is_refused_and_stays_as_it_was(project_path, tmp_path, opener):
    opener(project_path, target=next_format(tmp_path)).close()
    before = digest(project_path)
    with pytest.raises(NewerProjectError, match="update the program"):
        opener(project_path)
    assert digest(project_path) == before


def test_an_unknown_revision_is_refused_and_stays_as_it_was(project_path, opener):
    with closing(sqlite3.connect(project_path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = 'f00'")
    before = digest(project_path)
    with pytest.raises(NewerProjectError, match="f00"):
        opener(project_path)
    assert digest(project_path) == before


def test_a_project_without_a_revision_is_damaged(project_path, opener):
    with closing(sqlite3.connect(project_path)) as connection, connection:
        connection.execute("DROP TABLE alembic_version")
    with pytest.raises(DamagedProjectError, match="facts"):
        opener(project_path)


def test_an_older_project_is_upgraded_after_a_backup_that_opens(project_path, tmp_path, opener):
    store = opener(project_path)
    article = add_article(store)
    store.close()
    before = content_of(project_path)
    opener(project_path, target=next_format(tmp_path)).close()
    assert revision_of(project_path) == NEXT
    (backup,) = (tmp_path / "backups").iterdir()
    assert content_of(backup) == before
    assert opener(backup).articles()[0].article == article


def test_a_failed_migration_leaves_the_content_as_it_was(project_path, tmp_path, opener):
    store = opener(project_path)
    add_highlight(store, add_article(store), (0, 4))
    store.close()
    before = content_of(project_path)
    with pytest.raises(ZeroDivisionError):
        opener(project_path, target=next_format(tmp_path, more="1 / 0"))
    assert content_of(project_path) == before
    assert opener(project_path).check() == []


def test_without_a_backup_nothing_is_upgraded(project_path, tmp_path, opener):
    (tmp_path / "backups").write_text("a file where the folder should be")
    before = digest(project_path)
    with pytest.raises(BackupFailedError, match="was not upgraded"):
        opener(project_path, target=next_format(tmp_path))
    assert digest(project_path) == before


def test_a_current_project_opens_without_alembic(project_path, tmp_path):
    script = (
        "import sys; from pathlib import Path; from annotator.store.project_file import *;"
        "open_project(Path(sys.argv[1])).close(); print('alembic' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(project_path)],
        env={"ANNOTATOR_HOME": str(tmp_path / "home"), "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "False"


def test_opening_and_reading_leave_the_file_as_it_was(project_path, tmp_path):
    before = digest(project_path)
    store = open_project(project_path, profile=profile_in(tmp_path))
    store.articles(), store.stats(), store.codebook(), store.check()
    store.close()
    assert digest(project_path) == before


def test_a_closed_project_is_one_file(project_path, tmp_path):
    store = open_project(project_path, profile=profile_in(tmp_path / "profile"))
    add_article(store)
    store.close()
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == ["facts.factproj"]


def test_a_project_open_here_is_not_read_by_hand(project_path, tmp_path, monkeypatch):
    """On POSIX systems that would drop the locks of the connection that is open."""
    profile = profile_in(tmp_path)
    store = open_project(project_path, profile=profile)
    monkeypatch.setattr(project_file, "require_project", lambda *_, **__: 1 / 0)
    open_project(project_path, profile=profile).close()
    store.close()
    with pytest.raises(ZeroDivisionError):
        open_project(project_path, profile=profile)
