"""A search of the project beside the window: first what is found in a moment, then all of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.core.errors import AnnotatorError
from annotator.gui.job import Job
from annotator.service.finding import SearchResult

if TYPE_CHECKING:
    from annotator.gui.reviewing import Reviewing
    from annotator.service.finding import Finder, Inquiry

# What anyone reads through; whoever wants others adds a word.
MOST_HITS = 100
FIRST_SECONDS = 0.07


class ProjectSearch(QObject):
    """One search at a time, in a thread; a newer one ends the one that is running.

    ``found`` carries a result, and a better one again where the first was not complete; ``ended``
    says that no other follows, ``failed`` carries the world's failure.
    """

    found = Signal(object)
    ended = Signal()
    failed = Signal(object)

    def __init__(self, reviewing: Reviewing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.running = False
        self._reviewing = reviewing
        self._finder: Finder | None = None
        self._job: Job | None = None
        reviewing.project_changed.connect(self.close)

    def search(self, text: str) -> None:
        """Begin to look for something in the project."""
        self.stop()
        project = self._reviewing.project
        if project is None:
            return
        try:
            self._finder = self._finder or project.queries.finder()
        except AnnotatorError as error:
            self.failed.emit(error)
            return
        self._run(self._finder.ask(text, limit=MOST_HITS), FIRST_SECONDS)

    def stop(self) -> None:
        """End what is running; nothing of it is told any more."""
        if self._finder is not None and self._job is not None:
            self._finder.cancel()
        self._job = None
        self.running = False

    def close(self) -> None:
        """Stop, and let go of the connection."""
        job = self._job
        self.stop()
        if job is not None:
            job.wait()
        if self._finder is not None:
            self._finder.close()
            self._finder = None

    def _run(self, inquiry: Inquiry, seconds: float | None) -> None:
        self.running = True
        job = self._job = Job(lambda _told, _cancelled: inquiry.run(seconds=seconds), parent=self)
        job.done.connect(partial(self._take, job, inquiry, seconds))
        job.failed.connect(partial(self._fail, job))
        job.start()

    def _take(self, job: Job, inquiry: Inquiry, seconds: float | None, result: object) -> None:
        job.deleteLater()
        if job is not self._job or not isinstance(result, SearchResult):
            return
        self._job = None
        if seconds is not None and not result.complete:
            self.found.emit(result)
            self._run(inquiry, None)
            return
        self.running = False
        self.found.emit(result)
        self.ended.emit()

    def _fail(self, job: Job, error: Exception) -> None:
        job.deleteLater()
        if job is not self._job:
            return
        self._job = None
        self.running = False
        if not isinstance(error, AnnotatorError):
            raise error
        self.failed.emit(error)
