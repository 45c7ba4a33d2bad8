"""Going to a point of the history beside the window, and asking beforehand what that alters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.core.errors import AnnotatorError
from annotator.gui.job import Job
from annotator.gui.long_work import LongWork

if TYPE_CHECKING:
    from annotator.gui.window import Window
    from annotator.service.project import Project

# What ends within this is not felt, and is worth no sign.
GRACE_SECONDS = 0.15
ASK_AFTER_MS = 120


class Jumping(LongWork):
    """One jump at a time; ``arrived`` carries what it altered."""

    arrived = Signal(object)

    def go_to(self, sequence: int) -> None:
        """Bring the project to the state after a change; undo takes that back."""
        self.run(
            self.tr("Going to this point…"),
            lambda project, watch: project.commit_jump(sequence, watch),
            self.arrived.emit,
        )


class Previewing(QObject):
    """Asks, once the hands rest, what going to a point would alter; the last question counts."""

    found = Signal(object)
    failed = Signal(object)

    def __init__(self, window: Window, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._sequence: int | None = None
        self._job: Job | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(ASK_AFTER_MS)
        self._soon.timeout.connect(self._begin)

    def ask(self, sequence: int | None) -> None:
        """Ask about a point; None asks nothing any more."""
        self._sequence = sequence
        self._soon.stop()
        if sequence is not None:
            self._soon.start()

    @property
    def pending(self) -> bool:
        """Whether an answer is still to come."""
        return self._soon.isActive() or self._job is not None

    def _begin(self) -> None:
        project, sequence = self._window.reviewing.project, self._sequence
        if project is None or sequence is None or self._job is not None:
            return
        job = self._job = Job(lambda _progress, _cancelled: project.queries.preview(sequence))
        job.setParent(self)
        job.done.connect(lambda found: self._end(project, sequence, found))
        job.failed.connect(lambda error: self._end(project, sequence, error))
        job.start(grace_seconds=GRACE_SECONDS / 3)

    def _end(self, project: Project, sequence: int, found: object) -> None:
        if self._job is not None:
            self._job.deleteLater()
            self._job = None
        if project is not self._window.reviewing.project:
            return
        if sequence != self._sequence:
            self._begin()
        elif not isinstance(found, Exception):
            self.found.emit(found)
        elif isinstance(found, AnnotatorError):
            self.failed.emit(found)
        else:
            raise found

    def close(self) -> None:
        """Wait for the answer, which nobody wants: the project may be about to be closed."""
        self.ask(None)
        if self._job is not None:
            self._job.wait()
