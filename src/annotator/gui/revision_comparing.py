"""Comparing two revisions of an article beside the window, and writing that as a report."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from annotator.core.errors import AnnotatorError
from annotator.core.word_differences import Piece, word_differences
from annotator.gui.job import Job
from annotator.gui.newest_job import GRACE_SECONDS, NewestJob
from annotator.service.revision_report import RevisionReport, compare_revisions
from annotator.service.revision_report_pages import PAGES, write_report

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.core.records import Article
    from annotator.gui.job import Cancelled, Progress
    from annotator.gui.window import Window
    from annotator.service.project import Project


@dataclass(frozen=True, slots=True)
class Comparison:
    """What became of the tagged sentences, and the words of both texts."""

    report: RevisionReport
    pieces: Sequence[Piece]


class RevisionComparing(NewestJob):
    """Compares revisions; the last question counts."""

    def ask(self, project: Project, article: Article, *, old: int, new: int) -> None:
        """Compare two revisions, given by their numbers."""

        def compare(_progress: Progress, cancelled: Cancelled) -> Comparison | None:
            queries = project.queries
            report = compare_revisions(queries, article, old=old, new=new)
            if cancelled():
                return None
            texts = [queries.revision_numbered(article.id, number).text for number in (old, new)]
            return Comparison(report, word_differences(*texts))

        self.begin(compare)


class ReportWriting(QObject):
    """Asks for a file and writes a comparison into it, in the form that its ending says."""

    def __init__(self, window: Window, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window

    def ask(self, report: RevisionReport) -> None:
        """Ask where the report is to be."""
        project = self._window.reviewing.project
        if project is None:
            return
        kinds = {
            self.tr("Web page (*.html)"): ".html",
            self.tr("Markdown (*.md)"): ".md",
            self.tr("JSON (*.json)"): ".json",
        }
        name = self.tr("revisions-{0}-{1}.html").format(report.old.number, report.new.number)
        chosen, kind = QFileDialog.getSaveFileName(
            self._window,
            self.tr("Export the report"),
            str(project.path.parent / name),
            ";;".join(kinds),
        )
        if chosen:
            target = Path(chosen)
            known = target.suffix.lower() in PAGES
            self.write(report, target if known else Path(chosen + kinds.get(kind, ".html")))

    def write(self, report: RevisionReport, target: Path) -> None:
        """Write a report beside the window, and say so."""
        job = Job(lambda _progress, _cancelled: write_report(report, target), parent=self)
        job.done.connect(lambda _result: self._tell(target))
        job.failed.connect(self._fail)
        job.start(grace_seconds=GRACE_SECONDS)

    def _tell(self, target: Path) -> None:
        self._window.banner.show_note(self.tr("The report is in {0}.").format(target))

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, AnnotatorError):
            raise error
        self._window.show_failure(error)
