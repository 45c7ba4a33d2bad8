"""Work beside the window of which only the newest counts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.core.errors import AnnotatorError
from annotator.gui.job import Job

if TYPE_CHECKING:
    from annotator.gui.job import Task

# What ends within this is not felt.
GRACE_SECONDS = 0.1


class NewestJob(QObject):
    """One job at a time; a new one takes the place of the one before, which is not heard of again.

    ``found`` carries what it returned, ``failed`` what stood in the way, ``progressed`` what is
    done and what there is in all.
    """

    found = Signal(object)
    failed = Signal(object)
    progressed = Signal(int, int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._job: Job | None = None

    @property
    def running(self) -> bool:
        """True while an answer is still to come."""
        return self._job is not None

    def begin(self, task: Task, *, grace_seconds: float = GRACE_SECONDS) -> None:
        """Begin a job in place of the one before."""
        self.stop()
        job = self._job = Job(task, parent=self)
        job.done.connect(partial(self._take, job))
        job.failed.connect(partial(self._fail, job))
        job.progressed.connect(partial(self._progress, job))
        job.start(grace_seconds=grace_seconds)

    def stop(self) -> None:
        """Let go of what is being worked on."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def close(self) -> None:
        """Stop, and wait for the end: the project may be about to be closed."""
        job = self._job
        self.stop()
        if job is not None:
            job.wait()

    def _take(self, job: Job, found: object) -> None:
        if job is self._job:
            self._job = None
            self.found.emit(found)

    def _fail(self, job: Job, error: Exception) -> None:
        if job is not self._job:
            return
        self._job = None
        if not isinstance(error, AnnotatorError):
            raise error
        self.failed.emit(error)

    def _progress(self, job: Job, done: int, total: int) -> None:
        if job is self._job:
            self.progressed.emit(done, total)
