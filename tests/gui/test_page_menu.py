from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from annotator.gui.page_menu import page_menu

SECOND = 24


@pytest.fixture
def right_click(window):
    """Ask for the menu at a code point; return it as it is shown."""

    def ask(position):
        page = window.page
        line = page._layout.line_at(position)
        left, right = line.cells[position - line.start]
        height = int(line.baseline) - 5 - page.verticalScrollBar().value()
        place = QPoint(int((left + right) / 2), height)
        event = QContextMenuEvent(
            QContextMenuEvent.Reason.Mouse, place, page.viewport().mapToGlobal(place)
        )
        QApplication.sendEvent(page.viewport(), event)
        return menus(page)[-1]

    return ask


def menus(page):
    return page.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)


def entries(menu):
    return {one.text().partition("\t")[0]: one for one in menu.actions() if one.text()}


def test_the_menu_tags_the_sentence_under_the_mouse(window, right_click, quotes):
    menu = right_click(SECOND)
    assert menu.isVisible()
    assert window.page.current_sentence == 1
    entries(menu)["Tag as Analyst opinion"].trigger()
    assert quotes() == [("analyst_opinion", "The ministry said the 🚰 dam was safe.")]
    menu.close()


def test_a_highlight_under_the_mouse_is_chosen_and_can_be_removed(
    hands, window, right_click, quotes
):
    hands.press("J", "1", "Escape", "J")
    assert "Remove the highlight" not in entries(page_menu(window))
    menu = right_click(SECOND)
    assert window.page.chosen_highlight is not None
    entries(menu)["Remove the highlight"].trigger()
    assert quotes() == []
    menu.close()


def test_of_several_highlights_another_can_be_chosen_and_its_edges_moved(
    hands, window, right_click, quotes
):
    hands.press("J", "1", "3")
    menu = right_click(SECOND)
    here = entries(entries(menu)["Highlights here"].menu())
    (first, _) = here
    assert first == "Official claim: “The ministry said the 🚰 dam was safe.”"
    here[first].trigger()
    assert window.page.chosen_highlight == min(window.reviewing.article.index)[0]
    menu.close()
    again = page_menu(window)
    edges = entries(entries(again)["Edges of the highlight"].menu())
    edges["Move the highlight’s end back by a word"].trigger()
    window.reviewing.edges.keep()
    assert quotes()[1] == ("official_claim", "The ministry said the 🚰 dam was safe")


def test_selected_text_is_kept_and_copied(hands, window, right_click):
    QApplication.clipboard().clear()
    hands.press("J", "Shift+Left")
    menu = right_click(SECOND)
    assert window.page.has_text_selection()
    entries(menu)["Copy"].trigger()
    assert QApplication.clipboard().text() == "The ministry said the 🚰 dam was safe"
    menu.close()


def test_without_a_selection_nothing_is_copied_but_all_can_be_selected(window, right_click):
    found = entries(right_click(SECOND))
    assert not found["Copy"].isEnabled()
    found["Select all"].trigger()
    assert len(window.page.selection()) == len(window.reviewing.article.text)


def test_the_menu_key_asks_at_the_sentence_without_leaving_it(window, hands):
    hands.press("J", "J")
    page = window.page
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
    QApplication.sendEvent(page, event)
    assert page.current_sentence == 2
    menus(page)[-1].close()
    QTest.keyRelease(page, Qt.Key.Key_Menu)
