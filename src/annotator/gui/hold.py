"""A window of which nothing answers but one strip with its Cancel, while long work goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

_Type = QEvent.Type
_TOUCHES = frozenset(
    {
        _Type.MouseButtonPress,
        _Type.MouseButtonRelease,
        _Type.MouseButtonDblClick,
        _Type.Wheel,
        _Type.ContextMenu,
        _Type.KeyPress,
        _Type.KeyRelease,
        _Type.ShortcutOverride,
        _Type.Shortcut,
        _Type.InputMethod,
        _Type.DragEnter,
        _Type.Drop,
        _Type.TouchBegin,
    }
)


class Hold(QObject):
    """Keeps keys and mouse from a window but for one widget in it; Escape asks to cancel.

    With ``everywhere`` every window of the program is held. ``keep`` is asked of every other key
    whether somebody keeps it for later.
    """

    escaped = Signal()

    def __init__(
        self, free: QWidget, parent: QObject | None = None, *, everywhere: bool = False
    ) -> None:
        super().__init__(parent)
        self._free, self._everywhere = free, everywhere
        self.keep: Callable[[QKeyEvent], bool] = lambda _event: False
        self.active = False

    def take(self) -> None:
        """Let nothing be touched from now on."""
        application = QApplication.instance()
        if application is not None and not self.active:
            application.installEventFilter(self)
            self.active = True

    def release(self) -> None:
        """Let everything be touched again."""
        application = QApplication.instance()
        if application is not None and self.active:
            application.removeEventFilter(self)
            self.active = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take away what would touch the window."""
        if event.type() not in _TOUCHES:
            return False
        if event.type() != _Type.Shortcut:
            if not isinstance(watched, QWidget) or not self._holds(watched):
                return False
            if _is_escape(event):
                self.escaped.emit()
            elif watched is self._free or self._free.isAncestorOf(watched):
                return False
            elif isinstance(event, QKeyEvent):
                self.keep(event)
        return True

    def _holds(self, widget: QWidget) -> bool:
        return self._everywhere or widget.window() is self._free.window()


def _is_escape(event: QEvent) -> bool:
    return (
        isinstance(event, QKeyEvent)
        and event.type() == _Type.ShortcutOverride
        and event.key() == Qt.Key.Key_Escape
    )
