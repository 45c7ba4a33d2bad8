"""Looking beside the window for the places where highlights of an article may belong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.gui.newest_job import NewestJob
from annotator.service.pending_places import Choice, choices
from annotator.service.watch import StoppedError, Watch

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from annotator.gui.job import Cancelled, Progress
    from annotator.service.project import Project


class PlaceFinding(NewestJob):
    """Looks for choices; what is known of a text is not looked for again."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._of = ""
        self._known: tuple[Choice, ...] = ()
        self.found.connect(self._keep)

    def ask(self, project: Project, article_id: str, revision_id: str) -> None:
        """Find what waits in an article for a place in its present text."""
        if revision_id != self._of:
            self._of, self._known = revision_id, ()
        known = self._known

        def find(progress: Progress, cancelled: Cancelled) -> tuple[Choice, ...] | None:
            watch = Watch(progress, cancelled)
            try:
                return tuple(choices(project.queries, article_id, known=known, watch=watch))
            except StoppedError:
                return None

        self.begin(find)

    def _keep(self, found: tuple[Choice, ...]) -> None:
        self._known = found
