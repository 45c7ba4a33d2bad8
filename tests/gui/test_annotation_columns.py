from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.gui.exchanged import asked, idle, written

from annotator.gui.annotation_import import importing

ROWS = "what;kind;whence\nministry;Official claim;Dam declared safe\n"


@pytest.fixture
def begun(window, hands, qtbot, monkeypatch):
    """Ask for a file by its key, and return what takes it in once it asks something."""

    def ask(path):
        asked(monkeypatch, path)
        window.activateWindow()
        qtbot.waitUntil(window.page.hasFocus)
        hands.press("Ctrl+I")
        found = importing(window)
        qtbot.waitUntil(lambda: bool(found.preview or found.asking), timeout=20_000)
        return found

    return ask


def choose(dialog, **fields):
    """Choose columns by going down to them."""
    for name, column in fields.items():
        field = dialog.fields[name]
        field.setFocus()
        while field.value() != column:
            QTest.keyClick(field, Qt.Key.Key_Down)


def test_columns_that_nobody_recognizes_are_said_once(window, qtbot, begun, tmp_path, quotes):
    for name in ("a.csv", "b.csv"):
        (tmp_path / name).write_text(ROWS, "utf-8")
    dialog = begun(tmp_path / "a.csv").asking
    assert dialog.table.rows.titles == ("what", "kind", "whence")
    assert dialog.table.rows.rows == (("ministry", "Official claim", "Dam declared safe"),)
    assert not dialog.read.isEnabled()
    assert "words" in dialog.lacks.text()
    choose(dialog, quote="what", label="kind", title="whence")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: importing(window).preview is not None, timeout=20_000)
    importing(window).preview.accept()
    idle(window, qtbot)
    assert quotes() == [("official_claim", "ministry")]
    again = begun(tmp_path / "b.csv")
    assert again.asking is None
    assert "Nothing is new" in again.preview.news.text()
    again.preview.reject()
    idle(window, qtbot)


def test_who_does_not_say_it_imports_nothing(window, qtbot, begun, tmp_path, quotes):
    (tmp_path / "a.csv").write_text(ROWS, "utf-8")
    QTest.keyClick(begun(tmp_path / "a.csv").asking, Qt.Key.Key_Escape)
    idle(window, qtbot)
    assert quotes() == []
    assert importing(window).asking is None


def test_lines_of_a_known_tool_are_read_as_its_own(window, qtbot, begun, tmp_path):
    path = tmp_path / "a.jsonl"
    line = {"text": "Dam declared safe", "marks": [[0, 3, "x"]], "spans_of": 3}
    path.write_text(json.dumps(line) + "\n", "utf-8")
    dialog = begun(path).asking
    assert dialog.presets.findText("Prodigy") > 0
    dialog.presets.show_value("prodigy")
    dialog.presets.edited.emit()
    qtbot.waitUntil(lambda: importing(window).preview is not None, timeout=20_000)
    assert importing(window).preview.kind.value() == "prodigy"
    importing(window).preview.reject()
    idle(window, qtbot)


def test_columns_that_were_taken_for_others_are_corrected(window, qtbot, begun, tmp_path):
    rows = "text,label,comment,title\nministry,Official claim,x,Dam declared safe\n"
    (tmp_path / "a.csv").write_text(rows, "utf-8")
    preview = begun(tmp_path / "a.csv").preview
    preview.columns.click()
    qtbot.waitUntil(lambda: preview.asking is not None)
    assert preview.asking.fields["note"].value() == "comment"
    choose(preview.asking, note="title")
    preview.asking.accept()
    qtbot.waitUntil(lambda: not preview.planning.running and preview.take.isEnabled())
    preview.reject()
    idle(window, qtbot)


def test_highlights_of_nobody_are_given_to_whom_somebody_says(
    window, qtbot, begun, tmp_path, project
):
    path = written(tmp_path / "a.jsonl", [("ministry", "Official claim")])
    preview = begun(path).preview
    whose = preview.whose
    assert whose.isVisible()
    assert "1 highlight names no reviewer" in whose.told.text()
    assert whose.who.currentText() == "Prodigy (the file’s format)"
    QTest.keyClick(whose.who, Qt.Key.Key_End)
    assert whose.name.isVisible()
    assert not preview.take.isEnabled()
    whose.who.show_value("")
    whose.who.edited.emit()
    assert preview.take.isEnabled()
    QTest.keyClick(whose.who, Qt.Key.Key_End)
    QTest.keyClicks(whose.name, "Olena")
    QTest.keyClick(whose.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not preview.planning.running and preview.take.isEnabled())
    assert preview.isVisible()
    preview.accept()
    idle(window, qtbot)
    assert "Olena" in {one.name for one in project.queries.reviewers()}
