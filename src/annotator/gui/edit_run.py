"""Long steps of editing in slices between events, so that the window lives and can cancel."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.core.errors import AnnotatorError

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.gui.page_writer import PageWriter
    from annotator.service.edit_course import EditCourse
    from annotator.service.edit_steps import EditStep
    from annotator.service.taking_up import TakingUp

# Between two slices keys and mouse are heard, and the page is painted as far as it is.
SLICE_SECONDS = 0.05
AT_ONCE = 4


class EditRun(QObject):
    """Something that is done turn by turn; ``cancel`` stops it, and then it was never begun.

    ``progressed`` carries what is done and what there is in all. One of ``kept``, ``cancelled``
    and ``failed`` comes at the end.
    """

    progressed = Signal(int, int)
    kept = Signal()
    cancelled = Signal()
    failed = Signal(object)

    def __init__(self, total: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.total = total
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._slice)

    def start(self) -> None:
        """Begin, after the events that wait now."""
        self._timer.start()

    def stop(self) -> None:
        """Have no further turn."""
        self._timer.stop()

    def cancel(self) -> None:
        """Go back to how it was."""
        raise NotImplementedError

    def abort(self) -> None:
        """Be as it was at once: the article is left."""
        raise NotImplementedError

    def _slice(self) -> None:
        raise NotImplementedError


class CourseRun(EditRun):
    """A course of edits, followed by the page."""

    def __init__(self, course: EditCourse, page: PageWriter, parent: QObject | None = None) -> None:
        super().__init__(course.total, parent)
        self._course = course
        self._page = page
        self._back = False
        self._error: AnnotatorError | None = None

    def cancel(self) -> None:
        """Take back what was done, slice by slice as well."""
        self._back = True

    def abort(self) -> None:
        """Take all of it back at once, with nobody looking."""
        self.stop()
        self._course.take_back(self.total)

    def _slice(self) -> None:
        if not self._page.is_loaded:
            return
        course = self._course
        self._page.follow(_for_a_moment(course.take_back if self._back else course.advance))
        self.progressed.emit(course.done, course.total)
        if self._back and not course.done:
            self.stop()
            if self._error is None:
                self.cancelled.emit()
            else:
                self.failed.emit(self._error)
        elif not self._back and course.done == course.total:
            self._keep()

    def _keep(self) -> None:
        try:
            self._course.keep()
        except AnnotatorError as error:
            self._back, self._error = True, error
        else:
            self.stop()
            self.kept.emit()


class TakingUpRun(EditRun):
    """The edits of a log, done again before the text is shown."""

    def __init__(self, taking_up: TakingUp, parent: QObject | None = None) -> None:
        super().__init__(taking_up.total, parent)
        self._taking_up = taking_up
        self._done = 0
        self._ended = False

    def run(self) -> None:
        """Do all of it at once."""
        while not self._ended:
            self._slice()

    def cancel(self) -> None:
        """Let go of what was done again; the log keeps it."""
        self.abort()
        self.cancelled.emit()

    def abort(self) -> None:
        """Let go of the log."""
        self.stop()
        self._taking_up.give_up()

    def _slice(self) -> None:
        until = time.monotonic() + SLICE_SECONDS
        try:
            while time.monotonic() < until:
                next(self._taking_up.turns)
                self._done += 1
        except StopIteration:
            self.stop()
            self._ended = True
            self.kept.emit()
        except AnnotatorError as error:
            self.stop()
            self._ended = True
            self.failed.emit(error)
        else:
            self.progressed.emit(min(self._done, self.total), self.total)


def _for_a_moment(turn: Callable[[int], list[EditStep]]) -> list[EditStep]:
    until = time.monotonic() + SLICE_SECONDS
    steps = turn(AT_ONCE)
    while time.monotonic() < until:
        fresh = turn(AT_ONCE)
        if not fresh:
            break
        steps += fresh
    return steps
