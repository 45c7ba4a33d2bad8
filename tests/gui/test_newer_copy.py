"""A newer copy of the open article is looked through, told of beforehand, and taken as one step."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog
from tests.gui.conftest import DAM
from tests.gui.newer_dam import NEWER, ROAD, tagged
from tests.service.newer_copies import added

from annotator.gui.newer_copy import add_newer_copy
from annotator.service.finishing_commands import FinishArticle


@pytest.fixture
def newer(tmp_path):
    """A file with the newer text."""
    file = tmp_path / "newer.txt"
    file.write_text(NEWER, "utf-8")
    return file


@pytest.fixture
def chosen(newer, monkeypatch):
    """Let that file be chosen whenever one is asked for."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(newer), ""))


@pytest.fixture
def previewed(window, qtbot):
    """Wait for the preview, and for what it tells of the highlights."""

    def wait():
        importing = window.files.importing
        qtbot.waitUntil(lambda: importing.preview is not None, timeout=20_000)
        qtbot.waitUntil(lambda: not importing.preview.effect.running, timeout=20_000)
        return importing.preview

    return wait


def dropped(window, file, modifiers):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    window.page.dropEvent(QDropEvent(QPointF(5, 5), copy, data, left, modifiers))


def done(window, qtbot):
    qtbot.waitUntil(lambda: window.files.job is None and window.files.importing.preview is None)


@pytest.mark.usefixtures("chosen")
def test_the_command_tells_what_becomes_of_highlights_and_takes_the_copy_as_one_step(
    window, project, hands, previewed, qtbot
):
    article = window.reviewing.article.article
    for words in ("Dr. Voss expects", ROAD):
        tagged(project, article, words)
    before = len(project.queries.history(50))
    hands.press("Ctrl+Shift+R")
    preview = previewed()
    assert preview.signs.effect.text() == "Highlights: 1 stay as they are · 1 ambiguous"
    assert preview.signs.newer.isChecked()
    preview.accept()
    done(window, qtbot)
    assert window.reviewing.article.text == NEWER
    assert "newer text now. 1 highlight needs a place." in window.banner.text.text()
    assert len(project.queries.history(50)) == before + 1
    window.work.undo()
    assert window.reviewing.article.revision.number == 1


def test_the_file_of_a_newer_copy_is_kept_as_the_setting_says(
    window, project, newer, previewed, qtbot
):
    window.preferences.settings.set("import.keep_originals", value=True)
    add_newer_copy(window, [str(newer)])
    previewed().accept()
    done(window, qtbot)
    source = window.reviewing.article.revision.source
    assert project.queries.original(source.sha256) == newer.read_bytes()
    assert window.reviewing.article.text == NEWER


@pytest.mark.usefixtures("chosen")
def test_a_newer_text_that_ends_before_the_highlights_is_shown_and_taken_back(
    window, newer, hands, previewed, qtbot
):
    newer.write_text("Nothing of it is left.\n", "utf-8")
    hands.press("Down", "Down", "1", "Down", "Space", "Down", "2")
    hands.press("Ctrl+Shift+R")
    previewed().accept()
    done(window, qtbot)
    assert window.reviewing.article.text == "Nothing of it is left.\n"
    road = window.reviewing.project.queries.articles()[1].article
    window.open_article(road.id)
    window.work.undo()
    assert window.reviewing.article.text == DAM
    assert len(window.reviewing.article.index) == 2
    window.open_article(road.id)
    window.work.redo()
    assert window.reviewing.current_span().end <= 22


def test_what_is_corrected_in_the_preview_is_compared_anew(window, newer, previewed, qtbot):
    newer.write_text(DAM, "utf-8")
    add_newer_copy(window, [str(newer)])
    preview = previewed()
    assert not preview.drafts.count
    preview.reject()
    newer.write_text(NEWER, "utf-8")
    add_newer_copy(window, [str(newer)])
    preview = previewed()
    assert "no highlights" in preview.signs.effect.text()
    preview.signs.as_new.click()
    qtbot.waitUntil(lambda: not preview.effect.running)
    assert not preview.signs.effect.isVisible()
    preview.reject()
    done(window, qtbot)
    assert window.reviewing.article.revision.number == 1


def test_that_a_finished_article_will_be_open_again_is_told_before_and_after(
    window, project, newer, previewed, qtbot
):
    article = window.reviewing.article.article
    project.execute(FinishArticle(article.id, accept_unreviewed=True))
    add_newer_copy(window, [str(newer)])
    preview = previewed()
    assert preview.signs.effect.text().endswith("it will be open again.")
    preview.accept()
    done(window, qtbot)
    assert "It was finished, and is open again." in window.banner.text.text()
    assert not window.reviewing.article.article.finished


def test_a_file_dropped_with_shift_is_a_newer_copy(window, newer, previewed, qtbot):
    dropped(window, newer, Qt.KeyboardModifier.ShiftModifier)
    preview = previewed()
    assert preview.drafts.meant == window.reviewing.article.article
    preview.reject()
    done(window, qtbot)


def test_a_folder_of_several_is_no_copy_of_one(window, newer, qtbot, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text("Another one.", "utf-8")
    add_newer_copy(window, [str(newer), str(other)])
    told = window.banner.text
    qtbot.waitUntil(lambda: "not the newer copy of one" in told.text(), timeout=20_000)
    assert window.files.importing.preview is None


def test_an_article_from_a_known_address_can_only_be_its_newer_copy(
    window, project, previewed, qtbot, tmp_path
):
    known = added(project, DAM + "It rained.", title="Known", url="https://example.org/dam")
    page = tmp_path / "page.html"
    words = "".join(f"<p>{one}</p>" for one in NEWER.split("\n") if one)
    page.write_text(
        f'<html><head><title>Known</title><link rel="canonical" href="{known.url}"></head>'
        f"<body><article>{words}</article></body></html>",
        "utf-8",
    )
    window.preferences.settings.set("import.preview", "always")
    window.files.add_articles([page])
    preview = previewed()
    assert preview.signs.newer.isChecked()
    assert not preview.signs.as_new.isVisible()
    preview.accept()
    done(window, qtbot)
    assert [one.number for one in project.queries.revisions(known.id)] == [1, 2]
