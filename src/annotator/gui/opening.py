"""Opening a project behind the first paint: the slow imports and the file, in a thread."""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.core.errors import AnnotatorError
from annotator.gui.garbage import window_garbage
from annotator.gui.waiting import BUSY_SECONDS

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.service.ports import ArticleSummary
    from annotator.service.project import Project


# A file that does not answer shall not keep the program from ending.
CLOSING_SECONDS = 5.0


class Opening(QObject):
    """One project being opened; ``opened`` or ``refused`` comes in the GUI thread."""

    opened = Signal(object)
    refused = Signal(object)
    crashed = Signal(object)
    _ended = Signal(object)

    def __init__(
        self, path: Path, *, create: bool, blind: bool = False, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.path = path
        self._create, self._blind = create, blind
        self._thread = Thread(target=self._work, name="open project", daemon=True)
        self._abandoned = False
        self._project: Project | None = None
        # The articles as they were when it was opened.
        self.summaries: list[ArticleSummary] | None = None
        self._ended.connect(self._finish)

    def start(self) -> None:
        """Begin; the window stays alive meanwhile."""
        window_garbage().begin()
        self._thread.start()

    def abandon(self) -> None:
        """Wait some seconds for the thread and close what it opened: nobody wants it any more."""
        self._abandoned = True
        if self._thread.is_alive():
            self._thread.join(CLOSING_SECONDS)
        if self._project is not None:
            self._project.close()

    def _work(self) -> None:
        with window_garbage().working():
            self._open()

    def _open(self) -> None:
        result: Project | Exception
        try:
            from annotator import bootstrap  # noqa: PLC0415 - SQLAlchemy comes with it

            result = self._project = bootstrap.open_project(
                self.path, create=self._create, busy_seconds=BUSY_SECONDS
            )
            result.set_blind(on=self._blind)
            # A thousand articles are read in a tenth of a second.
            self.summaries = result.queries.articles()
        except Exception as error:  # noqa: BLE001 - carried to the GUI thread, which tells it
            result = error
        self._ended.emit(result)

    def _finish(self, result: Project | Exception) -> None:
        if self._abandoned:
            return
        if isinstance(result, AnnotatorError):
            self.refused.emit(result)
        elif isinstance(result, Exception):
            self.crashed.emit(result)
        else:
            self.opened.emit(result)
