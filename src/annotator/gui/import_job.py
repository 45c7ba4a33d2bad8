"""Reading article files beside the window, then adding them in one step."""

from __future__ import annotations

from threading import Event, Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.service.importing import prepare

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from annotator.service.importing import Batch
    from annotator.service.ports import Surroundings

PATIENCE_MS = 200


class ImportJob(QObject):
    """Prepares one batch of files in a thread; the project is not touched by it.

    ``prepared`` carries the batch, ``cancelled`` comes instead where the user asked for that,
    and ``crashed`` an exception that nobody foresaw. ``slow`` comes once, when the work takes
    longer than a moment; ``progressed`` carries files done and files in all.
    """

    prepared = Signal(object)
    cancelled = Signal()
    crashed = Signal(object)
    slow = Signal()
    progressed = Signal(int, int)
    _ended = Signal(object)

    def __init__(
        self, paths: Sequence[Path], surroundings: Surroundings, *, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._paths, self._surroundings = list(paths), surroundings
        self._cancel = Event()
        self._thread = Thread(target=self._work, name="import", daemon=True)
        self._ended.connect(self._finish)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self.slow)

    def start(self) -> None:
        """Begin reading."""
        self._patience.start(PATIENCE_MS)
        self._thread.start()

    def cancel(self) -> None:
        """Stop after the file being read; nothing will have been added."""
        self._cancel.set()

    def wait(self) -> None:
        """Block until the thread has ended."""
        if self._thread.is_alive():
            self._thread.join()

    def _work(self) -> None:
        result: Batch | BaseException | None
        try:
            result = prepare(
                self._paths,
                self._surroundings,
                progress=self.progressed.emit,
                cancelled=self._cancel.is_set,
            )
        except Exception as error:  # noqa: BLE001 - carried to the GUI thread, which tells it
            result = error
        self._ended.emit(result)

    def _finish(self, result: Batch | Exception | None) -> None:
        self._patience.stop()
        if isinstance(result, Exception):
            self.crashed.emit(result)
        elif result is None or self._cancel.is_set():
            self.cancelled.emit()
        else:
            self.prepared.emit(result)
