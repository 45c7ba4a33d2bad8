"""Long work beside the window: a thread whose end is told in the GUI thread."""

from __future__ import annotations

from threading import Event, Thread
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.gui.garbage import window_garbage

if TYPE_CHECKING:
    from collections.abc import Callable

    Progress: TypeAlias = Callable[[int, int], None]
    Cancelled: TypeAlias = Callable[[], bool]
    Task: TypeAlias = Callable[[Progress, Cancelled], object]

PATIENCE_MS = 200


class Job(QObject):
    """One task in a thread of its own.

    ``done`` carries what the task returned, ``cancelled`` comes instead where the user asked for
    that, and ``failed`` an exception. ``slow`` comes once, when the work takes longer than a
    moment; ``progressed`` carries what is done and what there is in all.
    """

    done = Signal(object)
    cancelled = Signal()
    failed = Signal(object)
    slow = Signal()
    progressed = Signal(int, int)
    _ended = Signal(object, object)

    def __init__(self, task: Task, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._task = task
        self._cancel = Event()
        self._thread = Thread(target=self._work, name="job", daemon=True)
        self._ended.connect(self._finish)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self.slow)
        self._outcome: tuple[object, Exception | None] | None = None
        self._told = False

    def start(self, *, grace_seconds: float = 0.0) -> None:
        """Begin the work; what ends within the grace is told before this returns."""
        self._patience.start(PATIENCE_MS)
        window_garbage().begin()
        self._thread.start()
        if grace_seconds:
            self._thread.join(grace_seconds)
            if self._outcome is not None:
                self._finish(*self._outcome)

    def cancel(self) -> None:
        """Ask the task to stop; it returns None where it did."""
        self._cancel.set()

    def wait(self) -> None:
        """Block until the thread has ended."""
        if self._thread.is_alive():
            self._thread.join()

    def _work(self) -> None:
        result: object = None
        failure: Exception | None = None
        with window_garbage().working():
            try:
                result = self._task(self.progressed.emit, self._cancel.is_set)
            except Exception as error:  # noqa: BLE001 - carried to the GUI thread, which tells it
                failure = error
            self._outcome = (result, failure)
            self._ended.emit(result, failure)

    def _finish(self, result: object, failure: Exception | None) -> None:
        if self._told:
            return
        self._told = True
        self._patience.stop()
        if failure is not None:
            self.failed.emit(failure)
        elif result is None and self._cancel.is_set():
            self.cancelled.emit()
        else:
            self.done.emit(result)
