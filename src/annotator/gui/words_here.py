"""Where the words of a search stand in the open article, found beside the window."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.core.search_query import search_query
from annotator.core.search_terms import places
from annotator.core.span import Span
from annotator.gui.job import Job

if TYPE_CHECKING:
    from annotator.core.search_terms import Term
    from annotator.gui.job import Cancelled, Progress

# Beyond this a thread that reads the text word by word would make the page stutter.
LONGEST = 400_000


class WordsHere(QObject):
    """Looks for the words of one search in one text; ``found`` carries all places, in order."""

    found = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job: Job | None = None

    def look(self, text: str, query: str) -> None:
        """Look for a search's words in a text; a newer look ends this one."""
        self.stop()
        terms = search_query(query).terms
        if not terms or not text:
            self.found.emit([])
            return
        job = self._job = Job(partial(_places, text, terms), parent=self)
        job.done.connect(partial(self._take, job))
        job.cancelled.connect(job.deleteLater)
        job.failed.connect(partial(self._fail, job))
        job.start()

    def stop(self) -> None:
        """Look no more."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _take(self, job: Job, spans: object) -> None:
        job.deleteLater()
        if job is self._job:
            self._job = None
            self.found.emit(spans)

    def _fail(self, job: Job, error: Exception) -> None:
        job.deleteLater()
        raise error


def _places(
    text: str, terms: tuple[Term, ...], _told: Progress, cancelled: Cancelled
) -> list[Span] | None:
    found: list[Span] = []
    start = 0
    for line in text.split("\n"):
        if cancelled():
            return None
        found += (Span(one.start + start, one.end + start) for one in places(terms, line))
        start += len(line) + 1
    return found
