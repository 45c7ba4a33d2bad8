"""The page's menu under the mouse: what can be done with the place it was asked for at."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMenu

from annotator.core.span import Span
from annotator.gui.edge_actions import EDGES
from annotator.gui.key_words import key_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QPoint

    from annotator.gui.window import Window

# So many highlights can be chosen from, and so much is told of each.
MOST_HERE, MOST_WORDS = 16, 48


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
    menu.addAction(window.menus.action("edit.caret"))
    menu.addSeparator()
    window.menus.refresh()
    menu.addActions(window.menus.label_entries())
    menu.addAction(window.menus.action("review.reviewed"))
    menu.addAction(window.menus.action("review.snap"))
    _add_highlights(menu, window)
    return menu


def _add_highlights(menu: QMenu, window: Window) -> None:
    """Add those of the sentence to choose from, and what can be done with the chosen one."""
    entries = list(_highlights(window))
    if len(entries) > 1:
        menu.addSeparator()
        here = menu.addMenu(_tr("Highlights here"))
        for key, title in entries[:MOST_HERE]:
            entry = here.addAction(title, partial(window.page.choose_highlight, key))
            entry.setCheckable(True)
            entry.setChecked(key == window.page.chosen_highlight)
    if window.page.chosen_highlight is not None:
        menu.addSeparator()
        edges = menu.addMenu(_tr("Edges of the highlight"))
        edges.addActions([window.menus.action(action.id) for action in EDGES])
        menu.addAction(window.menus.action("edit.delete"))


def _highlights(window: Window) -> Iterator[tuple[int, str]]:
    """Yield the key of each highlight over the sentence, with its label and its first words."""
    article, sentence = window.reviewing.article, window.reviewing.current_span()
    if article is None or sentence is None:
        return
    codebook = window.reviewing.codebook
    names = {label.id: label.name for label in codebook.labels} if codebook else {}
    for key in article.highlights_over(sentence):
        start, end, label_id = article.index.get(key)
        words = " ".join(article.slice(Span(start, min(end, start + MOST_WORDS))).split())
        more = "…" if end - start > MOST_WORDS else ""
        yield key, f"{names.get(label_id, '?')}: “{words}{more}”".replace("&", "&&")


def _with_key(title: str, action_id: str) -> str:
    return f"{title}\t{key_of(action_id)}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("page_menu", text)
