"""What is typed before the text can be edited: kept for the editor, and no command meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from annotator.gui.page_keys import is_for_editing

if TYPE_CHECKING:
    from annotator.gui.page import Page


class TypedAhead(QObject):
    """Collects the keys that a page gets while its text is made ready; ``give`` hands them on.

    ``given_up`` comes where Escape is pressed instead.
    """

    given_up = Signal()

    def __init__(self, page: Page, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self._keys: list[QKeyEvent] = []
        self.waiting = False

    def begin(self) -> None:
        """Keep what is typed on the page from now on."""
        self.waiting = True
        self._page.installEventFilter(self)

    def give(self) -> None:
        """Type what was kept into the page, which is ready for it now."""
        keys, self._keys = self._keys, []
        self.drop()
        for key in keys:
            QCoreApplication.sendEvent(self._page, key)

    def drop(self) -> None:
        """Keep nothing any more, and let go of what was kept."""
        self.waiting = False
        self._keys.clear()
        self._page.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Keep a key for the editor; leave those that edit no text to the window."""
        if watched is not self._page or not isinstance(event, QKeyEvent):
            return False
        return self.take(event)

    def take(self, event: QKeyEvent) -> bool:
        """Keep a key, if it is one for the editor; tell whether it is."""
        escape = event.key() == Qt.Key.Key_Escape
        if not self.waiting or not (escape or is_for_editing(event)):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        elif event.type() == QEvent.Type.KeyPress and escape:
            self.given_up.emit()
        elif event.type() == QEvent.Type.KeyPress:
            # Qt's own event is gone once it is handled.
            self._keys.append(_copy(event))
        return True


def _copy(event: QKeyEvent) -> QKeyEvent:
    return QKeyEvent(
        event.type(),
        event.key(),
        event.modifiers(),
        event.text(),
        event.isAutoRepeat(),
        event.count(),
    )
