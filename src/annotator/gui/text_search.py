"""A search in the open article, slice by slice between events; a pattern beside the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.core.errors import AnnotatorError
from annotator.core.find_in_text import PATTERN_SECONDS, FindOptions, TextFinder
from annotator.core.finding_errors import SlowPatternError
from annotator.gui.job import Job

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.core.span import Span
    from annotator.gui.job import Cancelled, Progress


# The matching is stopped by the processor's time; who waits on a busy machine goes by the clock.
LIMIT_MS = round(PATTERN_SECONDS * 1000)


class TextSearch(QObject):
    """Finds in one text at a time; a newer search ends the one that is running.

    ``grown`` tells that there are more hits, ``ended`` that these are all, ``refused`` carries
    the error of a pattern that cannot be read or does not come to an end.
    """

    grown = Signal()
    ended = Signal()
    refused = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hits: list[Span] = []
        self.running = False
        self._text = ""
        self._finder: TextFinder | None = None
        self._slices: Iterator[list[Span]] = iter(())
        self._job: Job | None = None
        self._turn = QTimer(self)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._go_on)
        self._limit = QTimer(self)
        self._limit.setSingleShot(True)
        self._limit.timeout.connect(self._give_up)

    def search(self, text: str, wanted: str, options: FindOptions) -> None:
        """Begin to look for something in a text."""
        self.stop()
        if self._finder is None or text is not self._text:
            self._text, self._finder = text, TextFinder(text)
        self.running = bool(wanted)
        if not wanted:
            self.ended.emit()
        elif options.regex:
            self._begin_job(self._finder, wanted, options)
        else:
            self._slices = self._finder.slices(wanted, options)
            self._turn.start()

    def stop(self) -> None:
        """Stop looking, and forget what was found."""
        self._turn.stop()
        self._drop_job()
        self.running = False
        self.hits = []

    def _drop_job(self) -> None:
        self._limit.stop()
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _give_up(self) -> None:
        self._drop_job()
        self._end()
        self.refused.emit(SlowPatternError(PATTERN_SECONDS))

    def _go_on(self) -> None:
        found = next(self._slices, None)
        if found is None:
            self._end()
        elif found:
            self.hits.extend(found)
            self.grown.emit()

    def _end(self) -> None:
        self._turn.stop()
        self._limit.stop()
        self.running = False
        self.ended.emit()

    def _begin_job(self, finder: TextFinder, wanted: str, options: FindOptions) -> None:
        def find(_progress: Progress, cancelled: Cancelled) -> list[Span] | None:
            hits: list[Span] = []
            for found in finder.slices(wanted, options):
                hits.extend(found)
                if cancelled():
                    return None
            return hits

        job = self._job = Job(find, parent=self)
        job.done.connect(lambda hits: self._take(job, hits))
        job.failed.connect(lambda error: self._fail(job, error))
        job.start()
        self._limit.start(LIMIT_MS)

    def _take(self, job: Job, hits: list[Span] | None) -> None:
        job.deleteLater()
        if job is self._job:
            self._job, self.hits = None, hits or []
            self.grown.emit()
            self._end()

    def _fail(self, job: Job, error: Exception) -> None:
        job.deleteLater()
        if job is not self._job:
            return
        self._job = None
        self._end()
        if not isinstance(error, AnnotatorError):
            raise error
        self.refused.emit(error)
