"""Going to a point of the history beside the window, and asking beforehand what that alters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.core.editing_errors import EditingFirstError
from annotator.core.errors import AnnotatorError
from annotator.core.saving_errors import SavingFirstError
from annotator.gui.hold import Hold
from annotator.gui.job import Job
from annotator.gui.waiting import patiently

if TYPE_CHECKING:
    from annotator.gui.banner import ProgressStrip
    from annotator.gui.job import Cancelled, Progress
    from annotator.gui.window import Window
    from annotator.service.changes import Changes
    from annotator.service.project import Project

# What ends within this is not felt, and is worth no sign.
GRACE_SECONDS = 0.15
ASK_AFTER_MS = 120


class Jumping(QObject):
    """One jump at a time; meanwhile nothing of the window can be touched but Cancel."""

    arrived = Signal(object)
    _held_up = Signal()

    def __init__(self, window: Window, strip: ProgressStrip) -> None:
        super().__init__(strip)
        self._window, self._strip = window, strip
        self._hold = Hold(strip, parent=self)
        self._hold.escaped.connect(self.cancel)
        self._held_up.connect(self._show_held_up)
        strip.cancelled.connect(self.cancel)
        self._job: Job | None = None

    def go_to(self, sequence: int) -> None:
        """Bring the project to the state after a change; undo takes that back."""
        reviewing = self._window.reviewing
        reviewing.settling.emit()
        project = reviewing.project
        if project is None or self._job is not None:
            return
        if self._window.page.editing is not None:
            reviewing.failed.emit(EditingFirstError())
        elif reviewing.waiting.count:
            reviewing.failed.emit(SavingFirstError(project.path))
        else:
            self._begin(project, sequence)

    def cancel(self) -> None:
        """Give up waiting for another program; what is being written is written to its end."""
        if self._job is not None:
            self._job.cancel()

    def _begin(self, project: Project, sequence: int) -> None:
        def jump(_progress: Progress, cancelled: Cancelled) -> Changes | None:
            return patiently(lambda: project.commit_jump(sequence), cancelled, self._held_up.emit)

        job = self._job = Job(jump, parent=self)
        job.done.connect(lambda changes: self._arrive(project, changes))
        job.cancelled.connect(self._end)
        job.failed.connect(self._fail)
        job.slow.connect(self._show_going)
        self._hold.take()
        job.start(grace_seconds=GRACE_SECONDS)

    def _arrive(self, project: Project, changes: Changes) -> None:
        self._end()
        if project is self._window.reviewing.project:
            project.publish(changes)
            self.arrived.emit(changes)

    def _fail(self, error: Exception) -> None:
        self._end()
        if not isinstance(error, AnnotatorError):
            raise error
        self._window.reviewing.fail(error)

    def _end(self) -> None:
        self._hold.release()
        self._strip.hide()
        if self._job is not None:
            self._job.deleteLater()
            self._job = None

    def _show_going(self) -> None:
        self._strip.show_progress(self.tr("Going to this point…"), 0, 0, cancellable=False)
        self._strip.show()

    def _show_held_up(self) -> None:
        if self._job is not None:
            told = self.tr("Waiting: another program is writing to the project…")
            self._strip.show_progress(told, 0, 0)
            self._strip.show()

    def close(self) -> None:
        """Wait for the end of the work: the project may be about to be closed."""
        self.cancel()
        if self._job is not None:
            self._job.wait()


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
