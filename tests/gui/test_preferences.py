from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.gui.application import Application
from annotator.gui.session import load_session
from annotator.gui.ui_zoom import ui_zoom
from annotator.gui.window import Window
from annotator.settings.settings import Settings, load_settings
from annotator.settings.settings_file import settings_path


@pytest.fixture
def alter(window):
    """Alter a setting and let the window follow."""

    def altered(key, value):
        window.preferences.settings.set(key, value)
        window.preferences.obey()

    return altered


def test_the_page_follows_its_settings_at_once(window, alter):
    alter("page.text_size", 26)
    alter("page.line_spacing", 2.0)
    alter("page.column", 500)
    alter("page.font", "DejaVu Sans")
    page = window.page
    assert page.document().defaultFont().pixelSize() == 26
    assert page.document().defaultFont().families()[0] == "DejaVu Sans"
    assert page._measure.pitch == 52
    assert page._column_right - page._column_left == 500


def test_text_zoom_comes_on_top_of_the_text_size(window, alter):
    window.zoom(2)
    alter("page.text_size", 30)
    assert window.page.document().defaultFont().pixelSize() == 36


def test_a_column_in_characters_grows_with_the_text(window, alter):
    alter("page.column_characters", 40)
    narrow = window.page._measure.column
    window.zoom(4)
    assert window.page._measure.column > narrow * 1.3


def test_ticks_can_be_left_out(window, hands, alter):
    hands.press("Space", "K")
    window.page.viewport().repaint()
    with_ticks = window.page.grab().toImage()
    alter("page.reviewed_ticks", False)
    assert window.page.grab().toImage() != with_ticks


def test_the_window_is_zoomed_apart_from_the_text(window, alter, qtbot):
    text = window.page.document().defaultFont().pixelSize()
    letters = QApplication.font().pixelSize()
    alter("window.zoom", 2.0)
    assert ui_zoom() == 2.0
    assert QApplication.font().pixelSize() == 2 * letters
    assert window.label_bar.minimumHeight() == 80
    assert window.page.document().defaultFont().pixelSize() == text
    alter("window.zoom", 1.0)
    assert QApplication.font().pixelSize() == letters


def test_the_theme_of_the_menu_is_the_setting(window):
    window.menus.action("view.theme-dark").trigger()
    assert window.preferences.settings.get("window.theme") == "dark"
    assert window.themes.choice == "dark"


def test_chosen_keys_work_at_once_and_their_own_no_more(window, hands, alter):
    alter("keys.shortcuts", {"go.down": ["F5"], "file.export": []})
    before = window.page.current_sentence
    hands.press("J")
    assert window.page.current_sentence == before
    hands.press("F5")
    assert window.page.current_sentence == before + 1
    assert window.menus.action("file.export").shortcuts() == []


def test_a_key_taken_from_a_label_does_not_tag(window, hands, alter, quotes):
    alter("keys.shortcuts", {"go.down": ["1"]})
    hands.press("1")
    assert window.page.current_sentence == 1
    assert quotes() == []


def test_keys_are_told_as_they_are(qtbot, themes):
    settings = Settings()
    settings.set("keys.shortcuts", {"go.command": ["F5"], "review.next": ["1"]})
    window = Window(themes, settings)
    qtbot.addWidget(window)
    assert "(F5)" in window.command_field.toolTip()
    assert window.menus.action("go.command").shortcut().toString() == "F5"


def test_a_label_whose_key_is_taken_shows_none(window, alter):
    keys = [key.key for key in window.label_bar.keys.values()]
    alter("keys.shortcuts", {"review.next": ["1"]})
    assert keys[0] == "1"
    assert [key.key for key in window.label_bar.keys.values()] == ["", *keys[1:]]


def test_the_mouse_selects_whole_words_on_request(window, alter):
    alter("selection.whole_words", True)
    page = window.page
    start = page.article.text.index("inistry")
    line = page._layout.line_at(start)
    y = round(line.baseline - 5 - page.verticalScrollBar().value())
    left, right = (round(line.cells[start + step - line.start][0]) for step in (1, 9))
    QTest.mousePress(page.viewport(), Qt.LeftButton, pos=page.viewport().rect().topLeft())
    QTest.mouseRelease(page.viewport(), Qt.LeftButton, pos=page.viewport().rect().topLeft())
    drag(page, (left, y), (right, y))
    assert page.article.slice(page.selection()) == "ministry said"


def drag(page, start, end):
    view = page.viewport()
    QTest.mousePress(view, Qt.LeftButton, pos=QPoint(*start))
    QTest.mouseMove(view, QPoint((start[0] + end[0]) // 2, start[1]))
    QTest.mouseMove(view, QPoint(*end))
    QTest.mouseRelease(view, Qt.LeftButton, pos=QPoint(*end))


def test_settings_outlive_the_program_and_the_session_gives_its_theme_away(qtbot, annotator_home):
    (annotator_home / "config").mkdir(parents=True)
    session = annotator_home / "config" / "session.json"
    session.write_text('{"theme": "dark", "text_zoom": 2}', "utf-8")
    program = Application()
    assert program.themes.choice == "dark"
    assert json.loads(settings_path().read_text("utf-8")) == {"window.theme": "dark"}
    program.settings.set("page.text_size", 24)
    program.window.close()
    assert load_settings().get("page.text_size") == 24
    assert load_session().text_zoom == 2
    assert "theme" not in json.loads(session.read_text("utf-8"))


def test_damaged_settings_are_told_above_the_page(window, tmp_path):
    path = tmp_path / "settings.json"
    path.write_text('{"page.text_size": "huge"}', "utf-8")
    window.preferences.settings.path = path
    window.preferences.look()
    assert "page.text_size cannot be “huge”" in window.banner.text.text()
    assert not window.preferences.settings.damage


def test_a_file_that_cannot_be_written_is_told_and_the_window_goes_on(window, tmp_path):
    (tmp_path / "folder").write_text("in the way")
    window.preferences.settings.path = tmp_path / "folder" / "settings.json"
    window.preferences.settings.set("page.text_size", 24)
    window.preferences.save()
    assert "cannot be written" in window.banner.text.text()
    assert window.preferences.settings.get("page.text_size") == 24


def test_settings_without_a_file_are_the_windows_own(window):
    assert isinstance(window.preferences.settings, Settings)
    assert window.preferences.settings.path is None
