"""Keeping the listing behind the table of highlights: building it beside the window, following."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.core.errors import AnnotatorError
from annotator.core.finding_errors import SupersededError
from annotator.gui.job import Job

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.core.search_query import Misunderstood
    from annotator.gui.highlight_rows import HighlightRows
    from annotator.gui.reviewing import Reviewing
    from annotator.service.changes import Changes
    from annotator.service.finding import HighlightListing, HighlightSort

# Where a change touches more than this, the listing wants to be built anew anyway.
MOST_WAITING = 2_000


class HighlightBuild(QObject):
    """The listing at hand and the thread that fills it.

    ``progressed`` comes while it is filled, ``slow`` when that takes longer than a moment, and
    ``ended`` when all rows stand or, as ``stopped`` tells, no others come. Changes wait while
    nobody looks, and are then taken in one go.
    """

    progressed = Signal()
    slow = Signal()
    ended = Signal()
    failed = Signal(object)

    def __init__(self, reviewing: Reviewing, rows: HighlightRows, parent: QObject) -> None:
        super().__init__(parent)
        self.listing: HighlightListing | None = None
        self.is_watched: Callable[[], bool] = lambda: True
        self._reviewing = reviewing
        self._rows = rows
        self._job: Job | None = None
        self._waiting: Changes | None = None
        # A listing that grows at its end is shown as it grows.
        self._grows = False
        self.stopped = False
        reviewing.changed.connect(self._follow)

    @property
    def running(self) -> bool:
        """True while rows are being found."""
        return self._job is not None

    @property
    def misunderstood(self) -> tuple[Misunderstood, ...]:
        """What of the query was not understood."""
        return tuple(self.listing.misunderstood) if self.listing is not None else ()

    def begin(self, text: str, sort: HighlightSort) -> None:
        """List other highlights, or the same in another order."""
        self.close()
        project = self._reviewing.project
        if project is None:
            self._rows.show(None)
            return
        try:
            self.listing = project.queries.highlight_listing(text, sort=sort)
        except AnnotatorError as error:
            self._rows.show(None)
            self.failed.emit(error)
            return
        self._grows = not sort.descending
        self._rows.show(self.listing)
        self._build(self.listing)

    def _build(self, listing: HighlightListing) -> None:
        def build(told: Callable[[int, int], None], _cancelled: object) -> bool:
            listing.build(lambda count: told(count, 0))
            return True

        self.stopped = False
        job = self._job = Job(build, parent=self)
        job.progressed.connect(lambda _count, _all: self._show_progress(job))
        job.slow.connect(self.slow)
        job.done.connect(partial(self._take, job))
        job.failed.connect(partial(self._fail, job))
        job.start()

    def _show_progress(self, job: Job) -> None:
        if job is self._job:
            if self._grows:
                self._rows.grow()
            self.progressed.emit()

    def _take(self, job: Job, _done: object) -> None:
        job.deleteLater()
        if job is not self._job:
            return
        self._job = None
        if self._grows:
            self._rows.settle()
        else:
            self._rows.show(self.listing)
        self._grows = False
        self.ended.emit()

    def _fail(self, job: Job, error: Exception) -> None:
        job.deleteLater()
        if job is not self._job:
            return
        self._job = None
        self.stopped = True
        self._rows.show(self.listing)
        self.ended.emit()
        if isinstance(error, SupersededError):
            return
        if not isinstance(error, AnnotatorError):
            raise error
        self.failed.emit(error)

    def cancel(self) -> None:
        """Find no more; the rows are those from before."""
        if self.listing is not None and self._job is not None:
            self.listing.cancel()

    def close(self) -> None:
        """Let go of the listing."""
        self._waiting = None
        job, self._job = self._job, None
        if self.listing is not None:
            self.listing.close()
            self.listing = None
        if job is not None:
            job.wait()

    def _follow(self, changes: Changes) -> None:
        if self.listing is None:
            return
        before = self._waiting.alterations if self._waiting is not None else ()
        self._waiting = replace(changes, alterations=before + changes.alterations)
        if self.is_watched():
            self.catch_up()

    def catch_up(self) -> None:
        """Take in what altered while nobody looked."""
        waiting, self._waiting = self._waiting, None
        if waiting is None or self.listing is None:
            return
        if len(waiting.alterations) > MOST_WAITING or not self._take_in(self.listing, waiting):
            self.rebuild()
        elif self._job is None:
            self.ended.emit()

    def _take_in(self, listing: HighlightListing, changes: Changes) -> bool:
        if self._job is None:
            return self._rows.take(changes)
        # The rows are shown anew at the end of the building, whatever moves meanwhile.
        try:
            return not listing.take(changes).stale
        except AnnotatorError as error:
            self.failed.emit(error)
            return False

    def rebuild(self) -> None:
        """Find the rows again behind those that are shown."""
        if self.listing is not None:
            self._grows = False
            self._build(self.listing)
