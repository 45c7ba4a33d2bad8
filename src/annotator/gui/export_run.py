"""Writing highlights into a file beside the window, and telling what is lost by it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.gui.import_run import seldom
from annotator.gui.loss_report import TOOL, LossReport
from annotator.gui.plain import number
from annotator.gui.show_folder import offer_folder
from annotator.service.exchange import export_project
from annotator.service.watch import StoppedError, Watch

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.gui.job import Cancelled, Progress
    from annotator.gui.window import Window
    from annotator.service.exchange_ports import ExchangeOptions
    from annotator.service.exporting import ExportReport
    from annotator.service.project import Project
    from annotator.service.sending import Choice


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """What is written, and where; the options name the format, ``title`` is what it is called."""

    title: str
    target: Path
    choice: Choice
    options: ExchangeOptions


class Exporting(QObject):
    """Writes one file after the other; each export is a job of the window's files."""

    def __init__(self, window: Window) -> None:
        super().__init__(window.files)
        self._window = window

    def export(self, request: ExportRequest) -> None:
        """Write what is requested, after all that was requested before."""
        reviewing = self._window.reviewing
        # What is still being typed is to be written, too.
        reviewing.settling.emit()
        project = reviewing.project
        if project is not None:
            self._window.files.queue(partial(self._begin, project, request))

    def _begin(self, project: Project, request: ExportRequest) -> None:
        def export(progress: Progress, cancelled: Cancelled) -> ExportReport | None:
            try:
                with project.reading_beside() as queries:
                    return export_project(
                        queries,
                        project.surroundings,
                        request.target,
                        request.options,
                        choice=request.choice,
                        watch=Watch(seldom(progress), cancelled),
                    )
            except StoppedError:
                return None

        chosen = request.choice.article_ids
        total = self._window.articles.rows.count if chosen is None else len(chosen)
        self._show_progress(request, total, 0)
        job = self._window.files.begin(export, partial(self._tell, project, request), saves=False)
        job.progressed.connect(lambda done, _total: self._show_progress(request, total, done))

    def _show_progress(self, request: ExportRequest, total: int, done: int) -> None:
        told = self.tr("Writing {0}: {1} of {2} articles")
        text = told.format(request.target.name, number(done), number(total))
        self._window.strip.show_progress(text, done, total)

    def _tell(self, project: Project, request: ExportRequest, report: ExportReport) -> None:
        self._window.files.end()
        told = self.tr("{0} highlights written to {1}.")
        note = told.format(number(report.highlights), report.target)
        self._window.banner.show_note(note, stays=True)
        offer_folder(self._window.banner, report.target)
        if project is self._window.reviewing.project:
            shown = self._window.tools.made(TOOL)
            if isinstance(shown, LossReport):
                shown.show_report(report, request.title)
                self._window.tools.open(TOOL)
