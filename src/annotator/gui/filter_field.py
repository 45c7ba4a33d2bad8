"""A field for the language of search, which offers filters and names while they are typed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.gui.filter_completion import Completion, completions
from annotator.gui.filter_names import project_names
from annotator.gui.icons import icon
from annotator.gui.record_fields import LineField
from annotator.gui.ui_zoom import zoomed

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QHideEvent

    from annotator.gui.theme import Theme
    from annotator.gui.window import Window

ROW = 28
LEAST_WIDTH = 220
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FilterField(LineField):
    """One line; ``stepped`` and ``entered`` tell of keys that are meant for what was found.

    While names are offered, Up and Down choose one, Tab and Enter take it, Esc lets it be. A
    filter's own name is offered unchosen, so that Enter still means what was found.
    """

    stepped = Signal(int)
    entered = Signal()

    def __init__(self, window: Window, name: str, *, hint: str = "") -> None:
        super().__init__(name, hint=hint)
        self._window = window
        self._offers: list[Completion] = []
        self.setClearButtonEnabled(True)
        self._sign = QAction(self)
        self.addAction(self._sign, QLineEdit.ActionPosition.LeadingPosition)
        self.popup = QFrame(window)
        self.popup.setObjectName("floating")
        self.list = QListWidget()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(self.tr("Offered"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.itemClicked.connect(lambda _item: self._take())
        layout = QVBoxLayout(self.popup)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(self.list)
        self.popup.hide()
        self.textEdited.connect(lambda _text: self._offer())
        self.textChanged.connect(lambda _text: self._hide_stale())
        self._wear(window.themes.theme)
        window.themes.changed.connect(self._wear)

    def _wear(self, theme: Theme) -> None:
        self._sign.setIcon(icon("search", theme))

    def offers(self) -> list[str]:
        """Return what is offered now, as it is shown."""
        return [] if self.popup.isHidden() else [one.shown for one in self._offers]

    def _offer(self) -> None:
        names = partial(project_names, self._window)
        self._offers = completions(self.text(), self.cursorPosition(), names)
        self.list.clear()
        for offer in self._offers:
            item = QListWidgetItem(offer.shown)
            item.setSizeHint(QSize(0, zoomed(ROW)))
            self.list.addItem(item)
        self.list.setCurrentRow(0 if self._offers and self._offers[0].of_value else -1)
        if self._offers:
            self._place()
        else:
            self.popup.hide()

    def _host(self) -> QWidget:
        """Return what the offers float in: the dialog that the field stands in, or the window."""
        top = self.window()
        return top if isinstance(top, QDialog) else self._window

    def _place(self) -> None:
        host = self._host()
        if self.popup.parentWidget() is not host:
            self.popup.setParent(host)
        corner = self.mapTo(host, QPoint(0, self.height() + 2))
        width = max(self.width(), zoomed(LEAST_WIDTH))
        height = len(self._offers) * zoomed(ROW) + 10
        room = max(zoomed(ROW) + 10, host.height() - corner.y() - 8)
        left = max(8, min(corner.x(), host.width() - width - 8))
        self.popup.setGeometry(left, corner.y(), width, min(height, room))
        self.popup.show()
        self.popup.raise_()

    def _hide_stale(self) -> None:
        if not self.isModified():
            self.popup.hide()

    def _take(self) -> None:
        row = self.list.currentRow()
        if not 0 <= row < len(self._offers):
            return
        offer = self._offers[row]
        self.popup.hide()
        self.setText(offer.text)
        self.setCursorPosition(offer.cursor)
        self.edited.emit()
        if not offer.of_value:
            self.setModified(True)
            self._offer()

    def event(self, event: QEvent) -> bool:
        """Take Tab and Esc while names are offered."""
        if isinstance(event, QKeyEvent) and not self.popup.isHidden():
            key = event.key()
            if event.type() == QEvent.Type.ShortcutOverride and key == Qt.Key.Key_Escape:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and key == Qt.Key.Key_Tab:
                self.list.setCurrentRow(max(self.list.currentRow(), 0))
                self._take()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Move among what is offered, else hand the key on to what was found."""
        key = Qt.Key(event.key())
        offered = not self.popup.isHidden()
        if key in STEPS:
            if offered:
                step = STEPS[key] if self.list.currentRow() >= 0 or key == Qt.Key.Key_Down else 0
                self.list.setCurrentRow((self.list.currentRow() + step) % len(self._offers))
            else:
                self.stepped.emit(STEPS[key])
        elif key in ENTER:
            if offered and self.list.currentRow() >= 0:
                self._take()
            else:
                self.popup.hide()
                self.entered.emit()
        elif key == Qt.Key.Key_Escape and offered:
            self.popup.hide()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Offer nothing when the keys go elsewhere."""
        self.popup.hide()
        super().focusOutEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Offer nothing when the field is put away."""
        self.popup.hide()
        super().hideEvent(event)
