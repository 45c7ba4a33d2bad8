"""Counting what the codebook editor shows, in a thread: in a large project it takes a second."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.core.errors import AnnotatorError
from annotator.gui.job import Job

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.gui.window import Window
    from annotator.service.project import Project

# What ends within this is shown without a flicker of older counts.
GRACE_SECONDS = 0.05
ASK_AFTER_MS = 300


@dataclass(frozen=True, slots=True)
class Counts:
    """Highlights by label id: all of them, and those made under an older guideline.

    None where that was not asked.
    """

    uses: Mapping[str, int] | None = None
    outdated: Mapping[str, int] | None = None


def count_now(project: Project, *, uses: bool = True, outdated: bool = True) -> Counts:
    """Count in the caller's thread what is asked; costs the highlights there are."""
    return Counts(
        project.queries.label_uses() if uses else None,
        project.queries.outdated_counts() if outdated else None,
    )


class Counting(QObject):
    """Counts beside the window, one count at a time; what is asked meanwhile follows."""

    found = Signal(object)
    failed = Signal(object)

    def __init__(self, window: Window, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._uses = self._outdated = False
        self._job: Job | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(ASK_AFTER_MS)
        self._soon.timeout.connect(self._begin)

    def ask(self, *, uses: bool = False, outdated: bool = False) -> None:
        """Count at once."""
        self._uses, self._outdated = self._uses or uses, self._outdated or outdated
        self._soon.stop()
        self._begin()

    def ask_soon(self, *, uses: bool = False, outdated: bool = False) -> None:
        """Count once the hands rest."""
        self._uses, self._outdated = self._uses or uses, self._outdated or outdated
        self._soon.start()

    def _begin(self) -> None:
        project, uses, outdated = self._window.reviewing.project, self._uses, self._outdated
        if project is None or self._job is not None or not (uses or outdated):
            return
        self._uses = self._outdated = False
        job = self._job = Job(
            lambda _progress, _cancelled: count_now(project, uses=uses, outdated=outdated)
        )
        job.setParent(self)
        job.done.connect(lambda found: self._end(project, found))
        job.failed.connect(lambda error: self._end(project, error))
        job.start(grace_seconds=GRACE_SECONDS)

    def _end(self, project: Project, found: object) -> None:
        if self._job is not None:
            self._job.deleteLater()
            self._job = None
        if project is not self._window.reviewing.project:
            return
        if isinstance(found, AnnotatorError):
            self.failed.emit(found)
        elif isinstance(found, Exception):
            raise found
        else:
            self.found.emit(found)
        if not self._soon.isActive():
            self._begin()

    def wait(self) -> None:
        """Wait for the count that goes on: the project may be about to be closed."""
        if self._job is not None:
            self._job.wait()
