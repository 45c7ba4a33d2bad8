"""The page: what keys, dropped files and input methods do to it.

It decides nothing about commands: keys that it does not move by go on to the window.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence

from annotator.gui.page_keys import caret_move, is_for_editing, press
from annotator.gui.page_offers import PageOffers
from annotator.gui.page_selection import local_files, selecting_move, web_link
from annotator.gui.page_sheet import AHEAD

if TYPE_CHECKING:
    from PySide6.QtGui import (
        QDragEnterEvent,
        QDragMoveEvent,
        QDropEvent,
        QFocusEvent,
        QInputMethodEvent,
        QPainter,
    )
    from PySide6.QtWidgets import QWidget


class Page(PageOffers):
    """The widget in which an article is read, its sentences walked, its text selected or edited."""

    files_dropped = Signal(list)
    newer_copy_dropped = Signal(list)
    link_dropped = Signal(str)
    focus_left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        # What an input method is composing, which is no text of the article yet.
        self._composed = ""
        self.setTabChangesFocus(True)
        self.setAcceptDrops(True)

    def event(self, event: QEvent) -> bool:
        """Leave every key that the window has a use for to the window, unless it edits text."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            event.setAccepted(self._keeps(event))
            return event.isAccepted()
        return super().event(event)

    def _keeps(self, event: QKeyEvent) -> bool:
        """Tell whether the page needs a key before the window's commands: to type, or to select."""
        if self.editing is not None:
            return is_for_editing(event)
        if event.key() == Qt.Key.Key_Escape:
            return self.is_dragging or (self.has_caret and not self.pending)
        return self.has_caret and caret_move(event) is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Move by pages and ends, and select and copy text; pass on every other key."""
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if self._presses_first(event):
            return
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_all()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif (move := selecting_move(event)) is not None:
            self.move_text_selection(move)
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            last = event.key() == Qt.Key.Key_End
            self.go_to_sentence(self._count - 1 if last else 0, extend=shift)
        elif event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._turn_page(-1 if event.key() == Qt.Key.Key_PageUp else 1, extend=shift)
            self.follow_sentence()
        elif event.key() == Qt.Key.Key_Escape and self.holds_something:
            self.choose_highlight(None)
            self.clear_selection()
        else:
            event.ignore()

    def _presses_first(self, event: QKeyEvent) -> bool:
        """Do what a key does in the mode that the page is in; tell whether it does anything."""
        if self.editing is not None:
            return press(self, event)
        if event.key() == Qt.Key.Key_Escape:
            return self._escape()
        return self.press_caret(event)

    def _escape(self) -> bool:
        """Give up what the mouse drags, else hide the caret; tell whether there was either."""
        if self.cancel_drag():
            return True
        had_caret = self.has_caret and not self.pending
        if had_caret:
            self.end_caret()
        return had_caret

    def select_all(self) -> None:
        """Select the whole text, what is not loaded yet as well."""
        self._loader.load_until(len(self._bridge))
        self.selectAll()

    def _turn_page(self, direction: int, *, extend: bool) -> None:
        if self.article is None or not self._count:
            return
        top, bottom = self._visible()
        place = self._layout.line_at(self.article.sentences.span(self._cursor.current).start)
        beside = place.baseline if top <= place.baseline < bottom else top + self._measure.pitch
        self._loader.load_until(self._layout.blocks_between(top, bottom)[-1] + 2 * AHEAD)
        bar = self.verticalScrollBar()
        asked = direction * int(bottom - top - 2 * self._measure.pitch)
        bar.setValue(int(top) + asked)
        moved = bar.value() - top
        # Less than a page was left: its end is where the reader wants to be.
        position = self._layout.position_below(beside + moved - 1) if moved == asked else None
        if position is None:
            number = self._count - 1 if direction > 0 else 0
        else:
            number = self.article.sentences.at(position) or 0
        self.go_to_sentence(number, extend=extend)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Welcome files and links, and nothing else."""
        _welcome(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802 - Qt's name
        """Welcome them wherever they are held."""
        _welcome(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Pass on the files; with Shift held they are a newer copy of what is on the page."""
        if files := local_files(event.mimeData()):
            event.acceptProposedAction()
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            newer = shift and self.article is not None and self.editing is None
            (self.newer_copy_dropped if newer else self.files_dropped).emit(files)
        elif link := web_link(event.mimeData()):
            event.acceptProposedAction()
            self.link_dropped.emit(link)
        else:
            event.ignore()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802 - Qt's name
        """Take what an input method has composed."""
        if self.editing is None:
            super().inputMethodEvent(event)
            return
        if event.commitString() or event.replacementLength():
            replaced = event.replacementStart(), event.replacementLength()
            self.type_text(event.commitString(), replacing=replaced)
        self._composed = event.preeditString()
        self.viewport().update()
        event.accept()

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:  # type: ignore[override]  # noqa: N802 - Qt calls this form, under its name
        """Say that text can be composed, which Qt denies of a read-only document."""
        if query == Qt.InputMethodQuery.ImEnabled:
            return self.editing is not None
        return super().inputMethodQuery(query)

    def _paint_caret(self, painter: QPainter) -> None:
        """Paint the caret, or over the text what an input method is composing there."""
        if not self._composed or self.editing is None:
            super()._paint_caret(painter)
            return
        painter.setFont(self._loader.document.defaultFont())
        place = self.cursorRect()
        place.setWidth(painter.fontMetrics().horizontalAdvance(self._composed) + 2)
        painter.fillRect(place, self._theme.field)
        painter.setPen(self._theme.ink)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self._composed)
        painter.drawLine(place.bottomLeft(), place.bottomRight())

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show the caret."""
        super().focusInEvent(event)
        self._update_caret()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Hide the caret, and drop what was being composed."""
        super().focusOutEvent(event)
        self._composed = ""
        self.viewport().update()
        self.focus_left.emit()

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802 - Qt's name
        """Return the selected text as the article has it, not as the widget shows it."""
        data = QMimeData()
        selected = self.selection()
        if self.article is not None and selected is not None:
            data.setText(self.article.slice(selected))
        return data


def _welcome(event: QDragMoveEvent) -> None:
    if local_files(event.mimeData()) or web_link(event.mimeData()):
        event.acceptProposedAction()
    else:
        event.ignore()
