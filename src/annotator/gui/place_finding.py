"""Looking beside the window for the places where highlights of an article may belong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.core.errors import AnnotatorError
from annotator.gui.job import Job
from annotator.service.pending_places import Choice, choices
from annotator.service.watch import StoppedError, Watch

if TYPE_CHECKING:
    from annotator.gui.job import Cancelled, Progress
    from annotator.service.project import Project

# What ends within this is not felt.
GRACE_SECONDS = 0.1


class PlaceFinding(QObject):
    """One search at a time, the last one counts; what is known of a text is not looked for again.

    ``found`` carries the choices, ``progressed`` how many highlights were looked at, of how many.
    """

    found = Signal(object)
    failed = Signal(object)
    progressed = Signal(int, int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self._of = ""
        self._known: tuple[Choice, ...] = ()

    @property
    def running(self) -> bool:
        """True while an answer is still to come."""
        return self._job is not None

    def ask(self, project: Project, article_id: str, revision_id: str) -> None:
        """Find what waits in an article for a place in its present text."""
        self.stop()
        if revision_id != self._of:
            self._of, self._known = revision_id, ()
        known = self._known

        def find(progress: Progress, cancelled: Cancelled) -> tuple[Choice, ...] | None:
            watch = Watch(progress, cancelled)
            try:
                return tuple(choices(project.queries, article_id, known=known, watch=watch))
            except StoppedError:
                return None

        job = self._job = Job(find, parent=self)
        job.done.connect(lambda found: self._take(job, found))
        job.failed.connect(lambda error: self._fail(job, error))
        job.progressed.connect(self.progressed)
        job.start(grace_seconds=GRACE_SECONDS)

    def stop(self) -> None:
        """Let go of what is being looked for."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def close(self) -> None:
        """Stop, and wait for the end: the project may be about to be closed."""
        job = self._job
        self.stop()
        if job is not None:
            job.wait()

    def _take(self, job: Job, found: tuple[Choice, ...]) -> None:
        if job is self._job:
            self._job = None
            self._known = found
            self.found.emit(found)

    def _fail(self, job: Job, error: Exception) -> None:
        if job is not self._job:
            return
        self._job = None
        if not isinstance(error, AnnotatorError):
            raise error
        self.failed.emit(error)
