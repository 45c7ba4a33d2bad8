"""What happens when the program itself is at fault: it is logged and shown, and work goes on."""

from __future__ import annotations

import logging
import sys
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from PySide6.QtWidgets import QWidget

    from annotator.gui.crash_dialog import CrashDialog

_log = logging.getLogger(__name__)


class CrashWatch(QObject):
    """Catches errors nobody foresaw, from any thread, and shows one dialog at a time."""

    _happened = Signal(object)

    def __init__(self, window: QWidget, saved: Callable[[], str]) -> None:
        super().__init__(window)
        self._window, self._saved = window, saved
        self.dialog: CrashDialog | None = None
        self._before = (sys.excepthook, threading.excepthook)
        self._happened.connect(self.show_crash)
        sys.excepthook = self._take
        threading.excepthook = lambda args: self._take(
            args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
        )

    def stop(self) -> None:
        """Give errors back to whoever took them before."""
        sys.excepthook, threading.excepthook = self._before

    def _take(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._before[0](kind, error, trace)
            return
        _log.critical("A mistake of the program", exc_info=(kind, error, trace))
        self._happened.emit(error)

    def show_crash(self, error: BaseException) -> None:
        """Show the report of an error, unless one is being shown."""
        from annotator.gui.crash_dialog import (  # noqa: PLC0415 - the first paint needs it not
            CrashDialog,
            crash_report,
        )

        if self.dialog is None or not self.dialog.isVisible():
            self.dialog = CrashDialog(crash_report(error), self._saved(), self._window)
            self.dialog.open()
