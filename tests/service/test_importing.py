from __future__ import annotations

import pytest

from annotator.core.file_errors import LinkedFolderError, NoFilesError
from annotator.service.importing import Wishes, prepare


@pytest.fixture
def read(project):
    """Return what came out of a folder, by file name: the title, or the class of the refusal."""

    def of(folder):
        batch = prepare([folder], project.surroundings, Wishes(recursive=True))
        batch.close()
        return {one.path.name: type(one.refused) if one.refused else one for one in batch.arrivals}

    return of


def link(folder, target):
    folder.symlink_to(target, target_is_directory=True)
    return folder


def test_a_linked_folder_is_told_and_not_gone_into(read, tmp_path):
    elsewhere, folder = tmp_path / "elsewhere", tmp_path / "news"
    for one in (elsewhere, folder):
        one.mkdir()
        (one / f"in {one.name}.txt").write_text("It rained.", "utf-8")
    link(folder / "linked", elsewhere)
    link(folder / "round", folder)
    found = read(folder)
    assert set(found) == {"in news.txt", "linked", "round"}
    assert found["linked"] is found["round"] is LinkedFolderError


def test_a_folder_that_holds_a_linked_one_alone_is_not_called_empty(read, tmp_path):
    (tmp_path / "news").mkdir()
    link(tmp_path / "news" / "linked", tmp_path)
    assert read(tmp_path / "news") == {"linked": LinkedFolderError}


def test_a_link_that_was_asked_for_is_followed(read, tmp_path):
    (tmp_path / "empty").mkdir()
    assert read(link(tmp_path / "linked", tmp_path / "empty")) == {"linked": NoFilesError}
    (tmp_path / "empty" / "a.txt").write_text("It rained.", "utf-8")
    assert set(read(tmp_path / "linked")) == {"a.txt"}
