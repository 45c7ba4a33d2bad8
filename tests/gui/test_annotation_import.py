from __future__ import annotations

import json
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from tests.gui.conftest import DAM
from tests.gui.exchanged import asked, doubtful, idle, written

from annotator.core.errors import AnnotatorError
from annotator.gui.annotation_import import importing
from annotator.service.incoming import Plan

MINISTRY = "The ministry said the 🚰 dam was safe."
CLAIMED = ("ministry", "Official claim")
NEW = ("Engineers", "People")


@pytest.fixture
def comes(window, hands, qtbot, monkeypatch):
    """Ask for a file by its key, and return the preview of it."""

    def ask(path):
        asked(monkeypatch, path)
        back(window, qtbot)
        hands.press("Ctrl+I")
        qtbot.waitUntil(lambda: importing(window).preview is not None, timeout=20_000)
        preview = importing(window).preview
        qtbot.waitUntil(preview.isActiveWindow)
        return preview

    return ask


def back(window, qtbot):
    """Wait until the window has the keys again."""
    window.activateWindow()
    qtbot.waitUntil(window.page.hasFocus)


def counted(preview):
    """What the preview says an import would do, by the first word behind each number."""
    return dict(reversed(row) for row in preview.counts.rows.rows)


def test_a_file_is_looked_through_imported_and_taken_back(
    window, hands, qtbot, comes, tmp_path, quotes
):
    preview = comes(written(tmp_path / "a.jsonl", [CLAIMED, NEW]))
    assert counted(preview)["highlights added"] == "2"
    assert counted(preview)["labels made: People"] == "1"
    assert quotes() == []
    assert preview.offsets.isHidden()
    QTest.keyClick(preview, Qt.Key.Key_Return)
    idle(window, qtbot)
    assert quotes() == [("official_claim", "ministry"), ("people", "Engineers")]
    assert "2 highlights added" in window.banner.text.text()
    show, undo = window.banner.offers()
    show.click()
    table = window.tools.widget("highlights")
    qtbot.waitUntil(lambda: table.rows.rowCount() == 2)
    undo.click()
    assert quotes() == []
    assert window.banner.isHidden()


def test_undo_is_offered_only_while_it_takes_the_import_back(
    window, hands, qtbot, comes, tmp_path, quotes
):
    comes(written(tmp_path / "a.jsonl", [CLAIMED])).accept()
    idle(window, qtbot)
    back(window, qtbot)
    _, undo = window.banner.offers()
    assert undo.isVisible()
    hands.press("J", "1")
    assert not undo.isVisible()


def test_a_folder_is_asked_for_and_remembered(window, hands, qtbot, monkeypatch, tmp_path):
    folder = tmp_path / "brat"
    folder.mkdir()
    (folder / "dam.txt").write_text(DAM, "utf-8")
    at = DAM.index("ministry")
    (folder / "dam.ann").write_text(f"T1\tClaim {at} {at + 8}\tministry\n", "utf-8")
    asked(monkeypatch, folder, "getExistingDirectory")
    hands.press("Ctrl+Alt+I")
    qtbot.waitUntil(lambda: importing(window).preview is not None, timeout=20_000)
    preview = importing(window).preview
    assert preview.kind.value() == "brat"
    preview.reject()
    idle(window, qtbot)
    assert window.tools.chosen["import"] == [str(tmp_path)]
    window.menus.action("file.verify-folder").trigger()
    dialog = window.tools.widget("verify")
    qtbot.waitUntil(lambda: not dialog.checking.running)
    assert dialog.told.text() == "✓ Nothing is wrong."


def test_importing_twice_says_that_nothing_is_new(window, qtbot, comes, tmp_path, quotes):
    path = written(tmp_path / "a.jsonl", [CLAIMED])
    comes(path).accept()
    idle(window, qtbot)
    preview = comes(path)
    assert "Nothing is new" in preview.news.text()
    assert counted(preview)["highlights already there"] == "1"
    assert not preview.take.isEnabled()
    QTest.keyClick(preview, Qt.Key.Key_Escape)
    idle(window, qtbot)
    assert len(quotes()) == 1


def test_a_label_of_theirs_becomes_one_of_ours(window, qtbot, comes, tmp_path, quotes):
    preview = comes(written(tmp_path / "a.jsonl", [NEW]))
    field = preview.labels.fields["People"]
    assert field.currentText() == "People (new)"
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: not preview.planning.running)
    assert not any("labels made" in words for words in counted(preview))
    assert field.currentText() == "Official claim"
    preview.accept()
    idle(window, qtbot)
    assert quotes() == [("official_claim", "Engineers")]


def test_positions_that_are_in_doubt_are_asked_for_with_their_words(
    window, qtbot, comes, tmp_path, quotes
):
    preview = comes(doubtful(tmp_path / "a.jsonl"))
    choice = preview.offsets
    assert choice.isVisible()
    assert not preview.take.isEnabled()
    assert choice.reading.hasFocus()
    covered = {row[0]: row[2:] for row in choice.table.rows.rows}
    assert [cell[:12] for cell in covered["UTF-16 units"]] == ["😀 [The] dam ", "😀 The d[am ]"]
    assert len({*covered.values()}) == len(covered) > 2
    place = choice.reading.findText("UTF-16 units")
    for _ in range(place):
        QTest.keyClick(choice.reading, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: not preview.planning.running and preview.take.isEnabled())
    assert choice.isVisible()
    preview.accept()
    idle(window, qtbot)
    assert [quote for _, quote in quotes()] == ["The", "am "]


def test_words_that_are_nowhere_wait_to_be_placed(window, qtbot, comes, tmp_path):
    opened = window.reviewing.article
    known = {"article_id": opened.article.id, "text_sha256": opened.revision.text_sha256}
    rows = [
        {**known, "start": at, "end": at + len(quote), "quote": quote, "label": "x"}
        for at, quote in ((DAM.index("Engineers"), "Engineers"), (3, "Quixotic walruses hummed"))
    ]
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    preview = comes(tmp_path / "a.jsonl")
    assert preview.remarks.rows.rows[0][2] == "Quixotic walruses hummed"
    preview.accept()
    idle(window, qtbot)
    window.banner.offers()[0].click()
    assert window.tools.is_open("unplaced")


def test_another_format_is_said_and_a_wrong_one_told(window, qtbot, comes, tmp_path):
    preview = comes(written(tmp_path / "a.jsonl", [CLAIMED]))
    assert preview.kind.value() == "prodigy"
    preview.kind.show_value("taguette")
    preview.kind.edited.emit()
    qtbot.waitUntil(lambda: not preview.planning.running)
    assert "a.jsonl" in preview.problem.text()
    assert not preview.take.isEnabled()
    preview.kind.show_value("prodigy")
    preview.kind.edited.emit()
    qtbot.waitUntil(lambda: not preview.planning.running)
    assert preview.problem.isHidden()
    assert preview.take.isEnabled()
    preview.reject()
    idle(window, qtbot)


def test_a_file_in_no_format_is_told_in_a_sentence(window, hands, qtbot, monkeypatch, tmp_path):
    (tmp_path / "poem.xyz").write_text("Roses are red.\n", "utf-8")
    asked(monkeypatch, tmp_path / "poem.xyz")
    hands.press("Ctrl+I")
    qtbot.waitUntil(window.banner.isVisible)
    idle(window, qtbot)
    assert "poem.xyz" in window.banner.text.text()
    assert "--format" not in window.banner.text.text()
    assert "Not saved" not in window.label_bar.saved.text()


@pytest.fixture
def slow_write(monkeypatch):
    """Hold the writing of a plan up in its transaction until it may go on."""
    begun, go_on = Event(), Event()
    whole = Plan.__iter__

    def slowly(plan):
        begun.set()
        go_on.wait(20)
        yield from whole(plan)

    monkeypatch.setattr(Plan, "__iter__", slowly)
    yield begun, go_on
    go_on.set()


def test_an_import_that_is_cancelled_alters_nothing(
    window, qtbot, comes, slow_write, tmp_path, quotes
):
    begun, go_on = slow_write
    preview = comes(written(tmp_path / "a.jsonl", [CLAIMED, NEW]))
    preview.accept()
    qtbot.waitUntil(begun.is_set)
    qtbot.waitUntil(window.strip.isVisible)
    window.strip.cancel.click()
    go_on.set()
    idle(window, qtbot)
    assert quotes() == []
    assert "People" not in {one.name for one in window.reviewing.codebook.labels}


def test_an_import_that_fails_is_told(window, qtbot, comes, tmp_path, monkeypatch):
    class FullError(AnnotatorError):
        pass

    def fail(*_):
        raise FullError("The disk is full.")

    preview = comes(written(tmp_path / "a.jsonl", [CLAIMED]))
    monkeypatch.setattr(window.reviewing.project, "commit_beside", fail)
    preview.accept()
    idle(window, qtbot)
    assert window.banner.text.text() == "The disk is full."


def drop(window, *paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    plain = Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(9, 9), copy, data, button, plain))


def test_what_may_be_both_is_asked_for_and_the_rest_goes_where_it_belongs(window, qtbot, tmp_path):
    text = tmp_path / "new.txt"
    text.write_text("A new one\n\nIt rained.\n", "utf-8")
    drop(window, text, written(tmp_path / "a.jsonl", [CLAIMED]))
    qtbot.waitUntil(lambda: window.findChild(QMessageBox, "eitherBox") is not None)
    box = window.findChild(QMessageBox, "eitherBox")
    assert "a.jsonl" in box.text()
    qtbot.waitUntil(box.isActiveWindow)
    QTest.keyClick(box, Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: importing(window).preview is not None, timeout=20_000)
    importing(window).preview.reject()
    idle(window, qtbot)
    assert window.reviewing.article.article.title == "A new one"


def test_what_no_reader_knows_goes_to_annotations_unasked(window, qtbot, tmp_path):
    drop(window, written(tmp_path / "a.prodigy", [CLAIMED]))
    qtbot.waitUntil(lambda: importing(window).preview is not None, timeout=20_000)
    assert window.findChild(QMessageBox, "eitherBox") is None
    importing(window).preview.reject()
    idle(window, qtbot)


def test_closing_the_project_puts_the_preview_away(window, qtbot, comes, tmp_path):
    comes(written(tmp_path / "a.jsonl", [CLAIMED]))
    window.reviewing.set_project(None)
    assert importing(window).preview is None
    idle(window, qtbot)
