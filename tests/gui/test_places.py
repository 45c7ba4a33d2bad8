from __future__ import annotations

import pytest
from PySide6.QtGui import QDesktopServices, QGuiApplication

from annotator import paths
from annotator.gui.places import nearest_folder
from annotator.store.profile import load_profile


@pytest.fixture
def places(window):
    return window.tools.open("places")


def test_each_place_is_told_and_can_be_copied(places, project_path):
    assert places.paths["project"].text() == str(project_path)
    assert places.paths["log"].text().endswith("annotator.log")
    places.copies["project"].click()
    assert QGuiApplication.clipboard().text() == str(project_path)
    places.copy_all.click()
    copied = QGuiApplication.clipboard().text()
    assert all(path.text() in copied for path in places.paths.values())
    assert copied.startswith("Last saved ")


def test_the_last_saving_follows_a_change(places, window, hands):
    before = places.saved.text()
    places.saved.setText("")
    window.reviewing.tag(window.reviewing.codebook.labels[0])
    assert places.saved.text().startswith("Last saved ")
    assert before.startswith("Last saved ")


def test_a_folder_is_opened_and_where_that_fails_it_is_told(places, project_path, monkeypatch):
    opened = []

    def refuse(url):
        opened.append(url.toLocalFile())
        return False

    monkeypatch.setattr(QDesktopServices, "openUrl", refuse)
    places.folders["project"].click()
    assert opened == [str(project_path.parent)]
    assert str(project_path.parent) in places.told.text()


def test_without_a_project_the_other_places_are_told(empty_window):
    places = empty_window.tools.open("places")
    assert not places.copies["project"].isEnabled()
    assert places.copies["log"].isEnabled()
    assert places.saved.text() == "Nothing was saved yet."


def test_the_nearest_folder_is_one_that_is_there(tmp_path):
    assert nearest_folder(tmp_path / "not" / "there.txt") == tmp_path
    assert nearest_folder(tmp_path) == tmp_path


def test_the_places_told_are_those_that_the_project_file_uses():
    profile = load_profile()
    assert (profile.journals, profile.backups) == (paths.journal_dir(), paths.backup_dir())
