"""Places where no project can be are told in a sentence, never in a traceback."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.store.samples import CODEBOOK, add_article, profile_in

from annotator.core.project_errors import (
    NoRoomForProjectError,
    ProjectFileError,
    ProjectPlaceError,
    ProjectUnmakeableError,
    ProjectUnreadableError,
)
from annotator.store import project_file
from annotator.store.project_file import make_project, open_project


@pytest.mark.parametrize("create", [None, CODEBOOK], ids=["open", "make"])
@pytest.mark.parametrize(
    "name",
    [f"{'n' * 300}.factproj", f"{'n' * 246}.p", "~nosuch/x.factproj", "a\0b", "/dev/null/x/y"],
    ids=["long", "longer with its journal", "unknown user", "zero byte", "below a device"],
)
def test_a_path_at_which_no_project_can_be_is_told(tmp_path, monkeypatch, name, create):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ProjectFileError) as raised:
        open_project(Path(name), create=create, profile=profile_in(tmp_path))
    assert "\n" not in str(raised.value)
    assert not list(tmp_path.iterdir())


def test_a_long_name_that_the_system_takes_is_taken(tmp_path, opener):
    path = tmp_path / f"{'n' * 230}.factproj"
    add_article(opener(path, create=CODEBOOK))
    assert path.exists()


@pytest.mark.parametrize("create", [None, CODEBOOK], ids=["open", "make"])
def test_a_folder_that_may_not_be_entered_is_told(tmp_path, monkeypatch, create):
    def refuse(self, *args, **kwargs):
        raise PermissionError(13, "Permission denied")

    for name in ("exists", "is_dir", "open", "stat", "touch"):
        monkeypatch.setattr(Path, name, refuse)
    with pytest.raises(ProjectUnreadableError, match="Permission denied"):
        open_project(tmp_path / "x.factproj", create=create, profile=profile_in(tmp_path))
    with pytest.raises(ProjectUnmakeableError, match="was not made"):
        make_project(tmp_path / "x.factproj", CODEBOOK)


def test_a_current_folder_that_is_gone_is_told(tmp_path, monkeypatch):
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    with pytest.raises(ProjectPlaceError, match="current folder"):
        open_project(Path("x.factproj"), create=CODEBOOK, profile=profile_in(tmp_path))
    os.chdir(tmp_path)


def test_a_data_folder_that_cannot_be_made_is_told(tmp_path, monkeypatch):
    home = Path("/dev/null/x")
    monkeypatch.setattr(project_file.paths, "data_dir", lambda: home)
    with pytest.raises(ProjectUnmakeableError, match="was not made"):
        open_project(home / "x.factproj", create=CODEBOOK, profile=profile_in(tmp_path))


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_a_name_that_is_no_utf8_is_a_name(tmp_path, opener):
    path = Path(os.fsdecode(os.fsencode(tmp_path / "n") + b"\xff.factproj"))
    store = opener(path, create=CODEBOOK)
    add_article(store)
    assert store.name == "n?"
    assert store.check() == []


def test_a_disk_too_full_for_a_new_project_names_the_file_that_was_wanted(tmp_path, monkeypatch):
    path = tmp_path / "x.factproj"
    monkeypatch.setitem(project_file.__dict__, "_fill", _full)
    with pytest.raises(NoRoomForProjectError, match=r"x\.factproj was not made") as raised:
        make_project(path, CODEBOOK)
    assert ".part" not in str(raised.value)
    assert not list(tmp_path.iterdir())


def _full(part, *args, **kwargs):
    raise project_file.DiskFullError(part)
