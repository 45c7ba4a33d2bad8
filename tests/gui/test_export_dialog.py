from __future__ import annotations

import json
from dataclasses import replace
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from tests.gui.exchanged import asked, idle

from annotator.gui import export_dialog, export_target, show_folder
from annotator.service import sending
from annotator.service.exchange_ports import Loss


@pytest.fixture
def dialog(window, hands, qtbot):
    """The dialog, asked for by its key, on a project with a highlight."""
    hands.press("J", "1")
    hands.press("Ctrl+E")
    shown = window.tools.widget("export")
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


def choose(dialog, title):
    """Choose a format by going down to it."""
    dialog.list.setFocus()
    QTest.keyClick(dialog.list, Qt.Key.Key_Home)
    for _ in range(dialog.list.count()):
        if dialog.form.title != title:
            QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    assert dialog.form.title == title


def down(field, steps):
    """Choose what stands further down in a field."""
    field.setFocus()
    for _ in range(steps):
        QTest.keyClick(field, Qt.Key.Key_Down)


def test_a_format_is_written_and_what_is_lost_is_told_and_copied(
    window, qtbot, dialog, monkeypatch, tmp_path
):
    choose(dialog, "CSV")
    asked(monkeypatch, tmp_path / "week", "getSaveFileName")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    idle(window, qtbot)
    assert (tmp_path / "week.csv").read_bytes().count(b"\r\n") == 2
    report = window.tools.widget("export-report")
    qtbot.waitUntil(report.isActiveWindow)
    assert report.place.text() == str(tmp_path / "week.csv")
    lost = [row[1] for row in report.table.rows.rows]
    assert "texts of articles" in lost
    report.copy_button.click()
    assert len(QGuiApplication.clipboard().text().splitlines()) == 1 + len(lost)
    QTest.keyClick(report, Qt.Key.Key_Escape)
    assert not report.isVisible()


def test_where_nothing_is_lost_it_says_so(window, qtbot, dialog, monkeypatch, tmp_path):
    assert dialog.form.name == "project-jsonl"
    asked(monkeypatch, tmp_path / "week.jsonl", "getSaveFileName")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    idle(window, qtbot)
    report = window.tools.widget("export-report")
    assert report.told.text() == "Nothing is lost."
    assert report.table.isHidden()


def test_the_format_and_the_folder_are_remembered(window, qtbot, dialog, monkeypatch, tmp_path):
    choose(dialog, "TSV")
    asked(monkeypatch, tmp_path / "week.tsv", "getSaveFileName")
    dialog.ask()
    idle(window, qtbot)
    assert window.tools.chosen["export"] == ["tsv", str(tmp_path)]
    assert window.tools.open("export").form.name == "tsv"


def press_replace(box):
    next(one for one in box.buttons() if one.text() == "Replace").click()


def test_what_is_alone_names_the_file_and_nothing_is_replaced_unasked(
    window, qtbot, dialog, monkeypatch, tmp_path
):
    offered = []
    down(dialog.choice.what, 1)
    monkeypatch.setattr(
        export_target.QFileDialog,
        "getSaveFileName",
        lambda *asked: (offered.append(asked[2]), (str(tmp_path / "week"), ""))[1],
    )
    (tmp_path / "week.jsonl").write_text("kept", "utf-8")
    monkeypatch.setattr(export_target.QMessageBox, "exec", lambda box: box.reject())
    dialog.ask()
    assert offered[0].endswith("Dam declared safe.jsonl")
    assert (tmp_path / "week.jsonl").read_text("utf-8") == "kept"
    assert dialog.isVisible()
    monkeypatch.setattr(export_target.QMessageBox, "exec", press_replace)
    dialog.ask()
    idle(window, qtbot)
    assert "project" in (tmp_path / "week.jsonl").read_text("utf-8")


def test_what_was_written_is_shown_in_its_folder(window, qtbot, dialog, monkeypatch, tmp_path):
    shown = []
    monkeypatch.setattr(
        show_folder.QDesktopServices, "openUrl", lambda url: bool(shown.append(url.toLocalFile()))
    )
    asked(monkeypatch, tmp_path / "week.jsonl", "getSaveFileName")
    dialog.ask()
    idle(window, qtbot)
    window.banner.offers()[0].click()
    assert str(tmp_path) in window.banner.text.text()
    window.tools.widget("export-report").folder_button.click()
    assert shown == [str(tmp_path)] * 2


def test_a_project_without_highlights_says_so(window, hands, qtbot):
    hands.press("Ctrl+E")
    shown = window.tools.widget("export")
    assert "Nothing is highlighted yet" in shown.nothing.text()
    assert shown.export_button.isEnabled()
    shown.reject()


def test_a_search_or_the_article_alone_is_written(window, qtbot, dialog, monkeypatch, tmp_path):
    down(dialog.choice.what, 2)
    assert not dialog.export_button.isEnabled()
    QTest.keyClicks(dialog.choice.field, "label:analyst_opinion")
    dialog.choice.field.popup.hide()
    asked(monkeypatch, tmp_path / "none.jsonl", "getSaveFileName")
    dialog.export_button.click()
    idle(window, qtbot)
    kept = [json.loads(line) for line in (tmp_path / "none.jsonl").read_text("utf-8").splitlines()]
    assert not [one for one in kept if "quote" in one]
    window.tools.open("export")
    QTest.keyClick(dialog.choice.what, Qt.Key.Key_Up)
    assert dialog.choice.what.currentText() == "This article: Dam declared safe"
    asked(monkeypatch, tmp_path / "one.jsonl", "getSaveFileName")
    dialog.export_button.click()
    idle(window, qtbot)
    text = (tmp_path / "one.jsonl").read_text("utf-8")
    assert "Road reopens" not in text


def test_what_is_missing_is_told_with_its_command(dialog, monkeypatch):
    command = 'pip install "fact-annotator[tables]"'
    monkeypatch.setattr(export_dialog, "missing_extra", lambda extra: command if extra else "")
    choose(dialog, "Excel workbook")
    assert dialog.remedy.command.text() == command
    assert not dialog.export_button.isEnabled()
    assert dialog.guard.isVisible()
    choose(dialog, "Prodigy")
    assert dialog.export_button.isEnabled()
    assert not dialog.guard.isVisible()


def test_a_folder_that_holds_something_gets_a_new_one_inside(
    window, qtbot, dialog, monkeypatch, tmp_path, project
):
    class Folder:
        name, title, suffixes, extra, variants = "dataset", "A dataset", (), "", ("small",)
        reads, writes, folder, holds = True, True, True, frozenset()

        def fits(self, _path, _head):
            return False

        def read(self, path, options):
            return next(one for one in usual if one.name == "jsonl").read(path / "a.jsonl", options)

        def write(self, sent, target, options):
            next(one for one in usual if one.name == "jsonl").write(
                sent, target / "a.jsonl", options
            )
            return (Loss("voices", 3),) if options.variant else ()

    usual = list(project.surroundings.formats())
    project.surroundings = replace(project.surroundings, formats=lambda: [*usual, Folder()])
    dialog.begin()
    choose(dialog, "A dataset")
    assert "folder" in dialog.title.text()
    dialog.variant.show_value("small")
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "x").touch()
    asked(monkeypatch, tmp_path / "there", "getExistingDirectory")
    dialog.ask()
    idle(window, qtbot)
    (made,) = (one for one in (tmp_path / "there").iterdir() if one.is_dir())
    assert (made / "a.jsonl").exists()
    report = window.tools.widget("export-report")
    assert ("3", "voices", "") in report.table.rows.rows


def test_an_export_that_is_cancelled_leaves_no_file(window, qtbot, dialog, monkeypatch, tmp_path):
    begun, go_on = Event(), Event()
    whole = sending.ProjectSent.articles

    def slowly(sent):
        begun.set()
        go_on.wait(20)
        yield from whole(sent)

    monkeypatch.setattr(sending.ProjectSent, "articles", slowly)
    asked(monkeypatch, tmp_path / "week.jsonl", "getSaveFileName")
    dialog.ask()
    qtbot.waitUntil(begun.is_set)
    qtbot.waitUntil(window.strip.isVisible)
    window.strip.cancel.click()
    go_on.set()
    idle(window, qtbot)
    assert not list(tmp_path.glob("*.jsonl"))
    assert window.tools.widget("export-report") is None


def test_an_export_that_fails_is_told(window, qtbot, dialog, monkeypatch, tmp_path):
    asked(monkeypatch, tmp_path / "nowhere" / "out.jsonl", "getSaveFileName")
    dialog.ask()
    idle(window, qtbot)
    assert window.banner.is_error
    assert "nowhere" in window.banner.text.text()
