from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLabel, QWidget

from annotator.settings.table import GROUPS, SETTINGS


@pytest.fixture
def dialog(window, hands, qtbot):
    """The settings, opened by their key over the real window."""
    hands.press("Ctrl+,")
    made = window.preferences._dialog
    qtbot.waitUntil(made.isVisible)
    return made


@pytest.fixture
def settings(window):
    return window.preferences.settings


def visible(dialog):
    return [key for key, row in dialog.rows.items() if row.isVisibleTo(dialog)]


def test_the_key_opens_it_beside_the_window_and_escape_closes_it(window, dialog):
    assert not dialog.isModal()
    QTest.keyClick(dialog.search, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    window.menus.action("edit.settings").trigger()
    assert dialog.isVisible()


def test_every_setting_stands_in_its_group(dialog):
    shown = []
    for row in range(len(GROUPS)):
        dialog.groups.setCurrentRow(row)
        shown += visible(dialog)
    assert sorted(shown) == sorted(one.key for one in SETTINGS if one.key != "keys.shortcuts")
    assert dialog.shortcuts.isVisibleTo(dialog)


def test_a_search_goes_over_all_groups_and_leaving_it_shows_the_group_again(dialog):
    QTest.keyClicks(dialog.search, "zoom window")
    assert visible(dialog) == ["window.zoom"]
    dialog.search.setText("nothing of the kind")
    assert visible(dialog) == []
    assert dialog.nothing.isVisibleTo(dialog)
    dialog.search.clear()
    assert "page.font" in visible(dialog)


def test_a_command_is_found_by_its_words(dialog):
    dialog.search.setText("next sentence not")
    assert dialog.shortcuts.isVisibleTo(dialog)
    assert dialog.shortcuts.chosen.text() == "Next sentence not reviewed yet"


def test_what_is_typed_takes_effect_on_the_page_behind(window, dialog, settings, qtbot):
    row = dialog.rows["page.text_size"]
    row.control.setFocus()
    row.control.selectAll()
    QTest.keyClicks(row.control, "27")
    QTest.keyClick(row.control, Qt.Key.Key_Return)
    assert settings.get("page.text_size") == 27
    qtbot.waitUntil(lambda: window.page.document().defaultFont().pixelSize() == 27)
    assert dialog.isVisible()


def test_a_number_is_obeyed_once_the_hands_rest_and_the_typing_stays(dialog, settings, qtbot):
    row = dialog.rows["page.line_spacing"]
    row._rest.setInterval(1)
    row.control.setFocus()
    row.control.selectAll()
    QTest.keyClicks(row.control, "2.")
    qtbot.waitUntil(lambda: settings.get("page.line_spacing") == 2.0)
    QTest.keyClicks(row.control, "1")
    qtbot.waitUntil(lambda: settings.get("page.line_spacing") == 2.1)
    row.control.selectAll()
    QTest.keyClicks(row.control, "9")
    QTest.qWait(20)
    assert settings.get("page.line_spacing") == 2.1


def test_steps_are_round_numbers(dialog, settings):
    for _ in range(3):
        dialog.rows["page.line_spacing"].control.stepUp()
    assert settings.get("page.line_spacing") == 2.0


def test_the_reset_is_there_for_what_differs_and_gives_the_keys_back(dialog, settings):
    row = dialog.rows["page.text_size"]
    assert not row.reset.isEnabled()
    settings.set("page.text_size", 30)
    assert row.control.value() == 30
    QTest.mouseClick(row.reset, Qt.MouseButton.LeftButton)
    assert settings.is_default("page.text_size")
    assert (row.control.value(), row.reset.isEnabled()) == (19, False)


def test_a_font_of_another_computer_is_shown_as_such(dialog, settings):
    settings.set("page.font", "No Such Face")
    assert "No Such Face" in dialog.rows["page.font"].control.currentText()
    assert settings.get("page.font") == "No Such Face"


def test_the_menu_and_the_dialog_agree_on_the_theme(window, dialog):
    window.menus.action("view.theme-high-contrast").trigger()
    assert dialog.rows["window.theme"].control.currentText() == "High contrast"


@pytest.mark.usefixtures("forgotten_accessibles")
def test_everything_that_takes_the_keys_has_a_name(dialog):
    inner = (QAbstractSpinBox,)
    nameless = [
        widget
        for widget in dialog.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(widget.parentWidget(), inner)
        and not widget.objectName().startswith("qt_")
        and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]
    assert nameless == []


def test_labels_are_plain_text(dialog):
    labels = dialog.findChildren(QLabel)
    assert labels
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}


def test_the_wheel_alters_nothing_that_has_not_the_keys(dialog, settings, qtbot):
    control = dialog.rows["page.text_size"].control
    dialog.search.setFocus()
    place = QPointF(control.rect().center())
    turned = QWheelEvent(
        place,
        QPointF(control.mapToGlobal(control.rect().center())),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(control, turned)
    assert settings.is_default("page.text_size")


def test_settings_go_to_a_file_and_come_back(dialog, settings, tmp_path):
    settings.set("page.text_size", 30)
    dialog.export_to(tmp_path / "mine.json")
    settings.reset("page.text_size")
    dialog.import_from(tmp_path / "mine.json")
    assert settings.get("page.text_size") == 30
    dialog.import_from(tmp_path / "none.json")
    assert "does not exist" in dialog.place.text()


def test_no_control_is_cut_at_twice_the_size(dialog, settings, window):
    settings.set("window.zoom", 2.0)
    window.preferences.obey()
    dialog.resize(720, 720)
    for row in range(len(GROUPS) - 1):
        dialog.groups.setCurrentRow(row)
        QTest.qWait(20)
        inside = dialog.area.widget()
        assert inside.minimumSizeHint().width() <= dialog.area.viewport().width()


def press(field, key):
    combination = QKeySequence(key)[0]
    QTest.keyClick(field, combination.key(), combination.keyboardModifiers())


@pytest.fixture
def keys(dialog):
    """The page of keys with the command “Next sentence” chosen."""
    dialog.groups.setCurrentRow(GROUPS.index("Keys"))
    page = dialog.shortcuts
    page.table.setCurrentItem(page._items["go.down"])
    page.field.setFocus()
    return page


def test_a_free_key_replaces_the_commands_own(keys, settings):
    press(keys.field, "F5")
    assert "is free" in keys.message.text()
    keys.replace.click()
    assert settings.get("keys.shortcuts") == {"go.down": ["F5"]}
    assert keys._items["go.down"].text(1) == "F5"


def test_a_key_of_another_command_is_told_and_taken_from_it(keys, settings, window, hands):
    press(keys.field, "Ctrl+E")
    assert "“Export highlights…”" in keys.message.text()
    keys.add.click()
    assert settings.get("keys.shortcuts") == {"go.down": ["Down", "J", "Ctrl+E"]}
    assert keys._items["file.export"].text(1) == ""
    keys.reset.click()
    assert settings.get("keys.shortcuts") == {}
    assert keys._items["file.export"].text(1) == "Ctrl+E"


def test_the_key_of_a_label_is_not_taken_here(keys):
    press(keys.field, "1")
    assert "codebook" in keys.message.text()
    assert not keys.replace.isEnabled()


def test_a_command_can_be_left_without_a_key(keys, settings):
    keys.remove.click()
    assert settings.get("keys.shortcuts") == {"go.down": []}
    assert not keys.remove.isEnabled()


def test_escape_in_the_field_of_keys_closes_as_everywhere(keys, dialog):
    press(keys.field, "Esc")
    assert not dialog.isVisible()
