from __future__ import annotations

import json
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from tests.gui.exchanged import asked, written

from annotator.gui import verify_dialog


@pytest.fixture
def verified(window, qtbot, monkeypatch):
    """Verify a file by the command, and return the dialog."""

    def verify(path):
        asked(monkeypatch, path)
        window.menus.action("file.verify").trigger()
        dialog = window.tools.widget("verify")
        qtbot.waitUntil(lambda: not dialog.checking.running)
        return dialog

    return verify


def broken(path):
    """Write one of our own files, in which a quote is not what stands there."""
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    for line in lines:
        if "quote" in line:
            line["quote"] = "No such words"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    return path


def test_a_sound_file_is_called_so(verified, tmp_path):
    dialog = verified(written(tmp_path / "a.jsonl", [("ministry", "x")]))
    assert dialog.told.text() == "✓ Nothing is wrong."
    assert "Prodigy" in dialog.counted.text()
    assert dialog.table.isHidden()


def test_places_that_are_wrong_are_listed_and_copied(window, hands, verified, tmp_path, project):
    hands.press("J", "1")
    project.export("jsonl", tmp_path / "a.jsonl")
    dialog = verified(broken(tmp_path / "a.jsonl"))
    assert dialog.told.text().startswith("✕")
    assert any("No such words" in row[1] for row in dialog.table.rows.rows)
    assert dialog.focusWidget() is dialog.table
    QTest.keyClick(dialog.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "No such words" in QGuiApplication.clipboard().text()


def test_a_file_in_no_format_is_told_in_a_sentence(verified, tmp_path):
    (tmp_path / "poem.xyz").write_text("Roses are red.\n", "utf-8")
    dialog = verified(tmp_path / "poem.xyz")
    assert "poem.xyz" in dialog.told.text()
    assert dialog.bar.isHidden()


def test_verifying_can_be_cancelled(window, qtbot, monkeypatch, tmp_path):
    begun, go_on = Event(), Event()
    whole = verify_dialog.verify

    def slowly(*arguments, **named):
        begun.set()
        go_on.wait(20)
        return whole(*arguments, **named)

    monkeypatch.setattr(verify_dialog, "verify", slowly)
    asked(monkeypatch, written(tmp_path / "a.jsonl", [("ministry", "x")]))
    window.menus.action("file.verify").trigger()
    dialog = window.tools.widget("verify")
    qtbot.waitUntil(begun.is_set)
    dialog.stop.click()
    assert dialog.told.text() == "Cancelled."
    assert dialog.bar.isHidden()
    go_on.set()
    dialog.checking.close()
