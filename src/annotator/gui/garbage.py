"""Python's search for garbage kept out of threads beside the window's own.

What lies in a circle is taken away by whichever thread happens to search, and a widget or a timer
must not be taken away by any thread but the one of the window.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Iterator

SEARCH_MS = 100


class WindowGarbage(QObject):
    """Searches in the window's thread alone for as long as somebody works beside it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = Lock()
        self._workers = 0
        self._timer = QTimer(self)
        self._timer.setInterval(SEARCH_MS)
        self._timer.timeout.connect(self._search)

    def begin(self) -> None:
        """Take note, in the window's thread, of work that is about to begin beside it."""
        with self._lock:
            self._workers += 1
        gc.disable()
        self._timer.start()

    @contextmanager
    def working(self) -> Iterator[None]:
        """Take note, in its own thread, of the end of work that was begun."""
        try:
            yield
        finally:
            with self._lock:
                self._workers -= 1

    def _search(self) -> None:
        """Search among new objects where there are as many as bring a search about."""
        with self._lock:
            if not self._workers:
                self._timer.stop()
                gc.enable()
                return
        most, count = gc.get_threshold(), gc.get_count()
        generation = next((one for one in (1, 0) if count[one] > most[one]), None)
        if generation is not None:
            gc.collect(generation)


@cache
def window_garbage() -> WindowGarbage:
    """Return the one of this process; it lasts as long as the application."""
    return WindowGarbage(QCoreApplication.instance())
