"""The long work of editing a text, one at a time: seen in the strip, cancelled there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, Signal

from annotator.core.errors import AnnotatorError
from annotator.gui.edit_run import CourseRun, EditRun, TakingUpRun
from annotator.gui.hold import Hold
from annotator.gui.job import Job
from annotator.gui.page_writer import MOST_AT_ONCE
from annotator.gui.plain import number
from annotator.gui.waiting import patiently
from annotator.service.watch import StoppedError, Watch

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.gui.edit_bar import EditBar
    from annotator.gui.job import Cancelled, Progress
    from annotator.gui.page_writer import PageWriter
    from annotator.service.changes import Changes
    from annotator.service.edit_course import EditCourse
    from annotator.service.taking_up import TakingUp
    from annotator.service.text_editing import TextEditing

    Finished: TypeAlias = Callable[[Changes | None], None]

# What ends within this is not felt, and is worth no sign.
GRACE_SECONDS = 0.15
TELL_EVERY = 100


class EditWork(QObject):
    """Carries out what takes long; meanwhile nothing of the window can be touched but Cancel."""

    failed = Signal(object)
    _held_up = Signal()

    def __init__(self, bar: EditBar, page: PageWriter, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bar = bar
        self._page = page
        self.hold = Hold(bar, parent=self)
        self.hold.escaped.connect(self.cancel)
        self._held_up.connect(self._show_held_up)
        self._work: EditRun | Job | None = None
        bar.cancelled.connect(self.cancel)

    @property
    def busy(self) -> bool:
        """True while something goes on."""
        return self._work is not None

    def cancel(self) -> None:
        """Stop what goes on, which then will have altered nothing."""
        if self._work is not None:
            self._work.cancel()

    def abort(self) -> None:
        """Stop what goes on, and have it stopped: the article is left."""
        work = self._work
        if isinstance(work, EditRun):
            work.abort()
        elif work is not None:
            work.cancel()
            work.wait()
        self._end()

    def take_up(
        self, taking_up: TakingUp, begin: Callable[[TextEditing], None], leave: Callable[[], None]
    ) -> None:
        """Do again what a log holds, then begin; leave where that fails or is cancelled."""
        self._work = run = TakingUpRun(taking_up, parent=self)

        def end(then: Callable[[], None]) -> None:
            self._end()
            then()

        def fail(error: AnnotatorError) -> None:
            end(leave)
            self.failed.emit(error)

        run.kept.connect(lambda: end(lambda: begin(taking_up.editing)))
        run.cancelled.connect(lambda: end(leave))
        run.failed.connect(fail)
        if taking_up.total <= MOST_AT_ONCE:
            run.run()
            return
        self._page.blank(blank=True)
        self._show(self.tr("Going on with what was typed: {0} of {1} edits."), run)
        run.start()

    def when_kept(self, tell: Callable[[int], None]) -> None:
        """Tell how many edits there were once what goes on is done."""
        run = self._work
        if isinstance(run, EditRun):
            run.kept.connect(lambda: tell(run.total))

    def run(self, course: EditCourse) -> None:
        """Carry out a course of edits."""
        if self.busy:
            return
        self._work = run = CourseRun(course, self._page, parent=self)

        def leave() -> None:
            self._end_run(altered=False)

        def fail(error: AnnotatorError) -> None:
            leave()
            self.failed.emit(error)

        run.kept.connect(lambda: self._end_run(altered=True))
        run.cancelled.connect(leave)
        run.failed.connect(fail)
        self._page.remember_caret()
        self._show(self.tr("Changing the text: {0} of {1} places."), run)
        run.start()

    def _show(self, text: str, run: EditRun) -> None:
        def show(done: int, total: int) -> None:
            self._bar.show_working(text.format(number(done), number(total)), done, total)

        show(0, run.total)
        run.progressed.connect(show)
        self.hold.take()

    def _end_run(self, *, altered: bool) -> None:
        self._end()
        self._bar.show_editing(anew=False)
        self._page.go_on(altered=altered)

    def finish(self, editing: TextEditing, take: Finished) -> None:
        """Make a revision of what was typed, beside the window, and hand over what altered."""
        self._work = job = Job(partial(self._commit, editing), parent=self)

        def end(done: tuple[Changes | None] | None) -> None:
            if job is self._work:
                self._end()
                if done is None:
                    self._bar.show_editing(anew=False)
                else:
                    take(done[0])

        job.done.connect(end)
        job.cancelled.connect(lambda: end(None))
        job.failed.connect(partial(self._fail, job))
        job.progressed.connect(partial(self._show_making, job))
        self.hold.take()
        job.start(grace_seconds=GRACE_SECONDS)
        self._show_making(job, 0, 0)

    def _commit(
        self, editing: TextEditing, progress: Progress, cancelled: Cancelled
    ) -> tuple[Changes | None] | None:
        """Make the revision, in the job's thread; None where that was cancelled."""
        watch = Watch(partial(_tell_now_and_then, progress), cancelled)
        try:
            return patiently(lambda: (editing.commit(watch),), cancelled, self._held_up.emit)
        except StoppedError:
            return None

    def _show_making(self, job: Job, done: int, total: int) -> None:
        if job is not self._work:
            return
        told = self.tr("Making the new revision: {0} of {1} highlights and marks.")
        if not total:
            told = self.tr("Making the new revision…")
        self._bar.show_working(told.format(number(done), number(total)), done, total)

    def _show_held_up(self) -> None:
        if self.busy:
            told = self.tr("Waiting: another program is writing to the project…")
            self._bar.show_working(told, 0, 0)

    def _fail(self, job: Job, error: Exception) -> None:
        if job is self._work:
            self._end()
        if not isinstance(error, AnnotatorError):
            raise error
        self.failed.emit(error)

    def _end(self) -> None:
        work, self._work = self._work, None
        self.hold.release()
        if work is not None:
            self._page.blank(blank=False)
            self._bar.end_working()
            work.deleteLater()


def _tell_now_and_then(progress: Progress, done: int, total: int) -> None:
    if done % TELL_EVERY == 0 or done == total:
        progress(done, total)
