"""The page: what the mouse, the keys and dropped files do to it.

It decides nothing about commands: keys that it does not move by go on to the window.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication

from annotator.gui.page_keys import is_for_editing, press
from annotator.gui.page_selection import (
    highlights_under,
    local_files,
    next_of,
    selecting_move,
    widened,
)
from annotator.gui.page_sheet import AHEAD
from annotator.gui.page_writer import PageWriter

if TYPE_CHECKING:
    from PySide6.QtGui import (
        QDragEnterEvent,
        QDragMoveEvent,
        QDropEvent,
        QFocusEvent,
        QInputMethodEvent,
        QMouseEvent,
        QPainter,
    )
    from PySide6.QtWidgets import QWidget


class Page(PageWriter):
    """The widget in which an article is read, its sentences walked, its text selected or edited."""

    files_dropped = Signal(list)
    menu_wanted = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pressed: QPointF | None = None
        # What an input method is composing, which is no text of the article yet.
        self._composed = ""
        self._snaps = False
        self.setTabChangesFocus(True)
        self.setAcceptDrops(True)

    def set_snapping(self, *, on: bool) -> None:
        """Widen what the mouse selects to whole words, or take it as it is."""
        self._snaps = on

    def event(self, event: QEvent) -> bool:
        """Leave every key that the window has a use for to the window, unless it edits text."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            event.setAccepted(self.editing is not None and is_for_editing(event))
            return event.isAccepted()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Move by pages and ends, and select and copy text; pass on every other key."""
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if self.editing is not None and press(self, event):
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

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Begin a click or a selection; with Shift extend what there is."""
        self._pressed = None
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position()
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if shift and not self.has_text_selection():
                self._pressed = None
                self._go_to(event.position(), extend=True)
                return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Select the word."""
        self._pressed = None
        super().mouseDoubleClickEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """End a click: go to its sentence and choose among its highlights."""
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        if pressed is None or event.button() != Qt.MouseButton.LeftButton:
            return
        selected = self.selection() if self.has_text_selection() else None
        if selected is not None:
            if self._snaps and self.article is not None and self.editing is None:
                self.select_span(widened(selected, self.article.text))
            self.stand_at(selected.start)
            return
        if self.editing is not None:
            self.stand_at(self.caret)
            self.viewport().update()
            return
        distance = (event.position() - pressed).manhattanLength()
        if distance < QApplication.startDragDistance():
            self._click(event.position())

    def _click(self, point: QPointF) -> None:
        position = self._go_to(point)
        if self.article is not None and position is not None:
            under = highlights_under(self.article, position)
            self.choose_highlight(next_of(under, self.chosen_highlight))
        else:
            self.choose_highlight(None)

    def _go_to(self, point: QPointF, *, extend: bool = False) -> int | None:
        """Put the cursor on the sentence at a point; return the code point under it, if any."""
        if self.article is None or not len(self.article.sentences):
            return None
        inside = point + QPointF(0, self.verticalScrollBar().value())
        position = self._layout.position_at(inside)
        near = self._bridge.position(self.cursorForPosition(point.toPoint()).position())
        self.stand_at(near if position is None else position, extend=extend)
        return position

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Go to what the mouse points at, a selection there kept, and ask for a menu."""
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self._point_at(QPointF(event.pos()))
        self.menu_wanted.emit(event.globalPos())

    def _point_at(self, point: QPointF) -> None:
        position = self._layout.position_at(point + QPointF(0, self.verticalScrollBar().value()))
        selected = self.selection()
        if position is None or selected is None or not selected.start <= position < selected.end:
            self.clear_selection()
            position = self._go_to(point)
        if self.article is not None:
            under = highlights_under(self.article, position) if position is not None else []
            if self.chosen_highlight not in under:
                self.choose_highlight(next_of(under, None))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Welcome files, and nothing else."""
        _welcome(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802 - Qt's name
        """Welcome files wherever they are held."""
        _welcome(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Pass on the files."""
        if files := local_files(event.mimeData()):
            event.acceptProposedAction()
            self.files_dropped.emit(files)
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

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802 - Qt's name
        """Return the selected text as the article has it, not as the widget shows it."""
        data = QMimeData()
        selected = self.selection()
        if self.article is not None and selected is not None:
            data.setText(self.article.slice(selected))
        return data


def _welcome(event: QDragMoveEvent) -> None:
    if local_files(event.mimeData()):
        event.acceptProposedAction()
    else:
        event.ignore()
