"""The page's menu under the mouse: what can be done with the place it was asked for at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMenu

from annotator.gui.key_words import key_of

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from annotator.gui.window import Window


def show_page_menu(window: Window, place: QPoint) -> None:
    """Show the menu of the page's place, if an article is open."""
    if window.reviewing.article is not None:
        page_menu(window).popup(place)


def page_menu(window: Window) -> QMenu:
    """Return a menu that tags, removes and copies what is selected, chosen or current."""
    page, menu = window.page, QMenu(window.page)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    copy = menu.addAction(_with_key(_tr("Copy"), "page.copy"), page.copy)
    copy.setEnabled(page.has_text_selection())
    menu.addAction(_with_key(_tr("Select all"), "page.select-all"), page.select_all)
    menu.addSeparator()
    window.menus.refresh()
    menu.addActions(window.menus.label_entries())
    menu.addAction(window.menus.action("review.reviewed"))
    if page.chosen_highlight is not None:
        menu.addSeparator()
        menu.addAction(window.menus.action("edit.delete"))
    return menu


def _with_key(title: str, action_id: str) -> str:
    return f"{title}\t{key_of(action_id)}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("page_menu", text)
