"""Changes to very much at once, made beside the window: seen in a strip, cancelled there."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, Signal

from annotator.core.editing_errors import EditingFirstError
from annotator.core.errors import AnnotatorError
from annotator.core.saving_errors import SavingFirstError
from annotator.gui.hold import Hold
from annotator.gui.job import Job
from annotator.gui.plain import number
from annotator.gui.waiting import patiently
from annotator.service.watch import StoppedError, Watch

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.gui.banner import ProgressStrip
    from annotator.gui.job import Cancelled, Progress
    from annotator.gui.window import Window
    from annotator.service.changes import Changes
    from annotator.service.commands import Command
    from annotator.service.project import Project

    Do: TypeAlias = Callable[[Project, Watch], Changes]
    Then: TypeAlias = Callable[[Changes], None]

# What ends within this is not felt, and is worth no sign.
GRACE_SECONDS = 0.15
# Changes to no more records than these are made while the window waits.
AT_ONCE = 500


class LongWork(QObject):
    """One long change at a time; meanwhile nothing of the program can be touched but Cancel."""

    _held_up = Signal()
    _committing = Signal()

    def __init__(self, window: Window, strip: ProgressStrip) -> None:
        super().__init__(strip)
        self._window, self._strip = window, strip
        self._hold = Hold(strip, parent=self, everywhere=True)
        self._hold.escaped.connect(self.cancel)
        self._held_up.connect(self._show_held_up)
        self._committing.connect(self._show_committing)
        strip.cancelled.connect(self.cancel)
        self._job: Job | None = None
        self._told, self._at = "", (0, 0)
        window.reviewing.leaving.connect(self.close)

    @property
    def busy(self) -> bool:
        """True while something goes on."""
        return self._job is not None

    def undo(self) -> None:
        """Take the newest step back, beside the window where that is long."""
        self._walk(
            lambda project: project.queries.undo_size(),
            self._window.reviewing.undo,
            lambda: self._undo_beside(self._window.reviewing.newest()),
        )

    def _undo_beside(self, meant: int | None) -> None:
        def undo(project: Project, watch: Watch) -> Changes:
            return project.commit_undo(watch, after=meant)

        self.run(self.tr("Undoing…"), undo, self._window.reviewing.show_place)

    def redo(self) -> None:
        """Repeat the step taken back last, beside the window where that is long."""
        self._walk(
            lambda project: project.queries.redo_size(),
            self._window.reviewing.redo,
            lambda: self.run(self.tr("Redoing…"), _redo, self._window.reviewing.show_place),
        )

    def _walk(
        self, size_of: Callable[[Project], int], now: Callable[[], None], long: Callable[[], None]
    ) -> None:
        reviewing = self._window.reviewing
        # What is still being typed may be the step in question.
        reviewing.settling.emit()
        if self._window.page.editing is not None or reviewing.waiting.count:
            now()
            return
        try:
            size = size_of(reviewing.project) if reviewing.project is not None else 0
        except AnnotatorError as error:
            reviewing.fail(error)
            return
        (long if size > AT_ONCE else now)()

    def execute(self, command: Command, size: int, *, told: str, then: Then | None = None) -> None:
        """Carry out a command on so many records, beside the window where they are many."""
        if size > AT_ONCE:
            self.run(told, lambda project, watch: project.commit(command, watch), then)
        else:
            self._window.reviewing.execute(command, then)

    def run(
        self,
        told: str,
        do: Do,
        then: Then | None = None,
        otherwise: Callable[[], None] | None = None,
    ) -> None:
        """Do something beside the window, say what it is, and go on with what it altered.

        Where it is cancelled, ``otherwise`` is called.
        """
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
            self._told, self._at = told, (0, 0)
            self._begin(project, do, then, otherwise)

    def _begin(
        self,
        project: Project,
        do: Do,
        then: Then | None,
        otherwise: Callable[[], None] | None,
    ) -> None:
        def work(progress: Progress, cancelled: Cancelled) -> Changes | None:
            watch = Watch(progress, cancelled, self._committing.emit)
            try:
                return patiently(lambda: do(project, watch), cancelled, self._held_up.emit)
            except StoppedError:
                return None

        job = self._job = Job(work, parent=self)
        job.done.connect(lambda changes: self._arrive(project, changes, then))
        job.cancelled.connect(self._end)
        if otherwise is not None:
            job.cancelled.connect(otherwise)
        job.failed.connect(self._fail)
        job.slow.connect(self._show)
        job.progressed.connect(self._progress)
        self._hold.take()
        job.start(grace_seconds=GRACE_SECONDS)

    def cancel(self) -> None:
        """Stop what goes on, which then will have altered nothing; a commit is not stopped."""
        if self._job is not None:
            self._job.cancel()

    def close(self) -> None:
        """Stop, and wait for the end: the project may be about to be closed."""
        self.cancel()
        if self._job is not None:
            self._job.wait()

    def _arrive(self, project: Project, changes: Changes, then: Then | None) -> None:
        self._end()
        if project is self._window.reviewing.project:
            project.publish(changes)
            if then is not None:
                then(changes)

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

    def _progress(self, done: int, total: int) -> None:
        self._at = done, total
        if self._strip.isVisible():
            self._show()

    def _show(self) -> None:
        if self._job is None:
            return
        done, total = self._at
        how_far = self.tr("{0} {1} of {2}").format(self._told, number(done), number(total))
        self._strip.show_progress(how_far if total else self._told, done, total)
        self._strip.show()

    def _show_committing(self) -> None:
        """Take Cancel away: what is being made to last is written to its end."""
        if self._job is not None and self._strip.isVisible():
            self._strip.show_progress(self._told, 0, 0, cancellable=False)

    def _show_held_up(self) -> None:
        if self._job is not None:
            told = self.tr("Waiting: another program is writing to the project…")
            self._strip.show_progress(told, 0, 0)
            self._strip.show()


def _redo(project: Project, watch: Watch) -> Changes:
    return project.commit_redo(watch)
