"""What the window does with files: articles in, highlights out, another project."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from annotator.core.errors import AnnotatorError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.gui.import_job import ImportJob
    from annotator.gui.window import Window
    from annotator.service.importing import Batch

PROJECT_SUFFIX = ".factproj"


class Files(QObject):
    """Asks for files and works with them; which project is open is for others to alter."""

    project_chosen = Signal(object)
    new_project_chosen = Signal(object)

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self.job: ImportJob | None = None
        window.strip.cancelled.connect(self.cancel)
        window.reviewing.project_changed.connect(self.cancel)

    def ask_articles(self) -> None:
        """Ask for text files and add them."""
        names, _ = QFileDialog.getOpenFileNames(
            self._window,
            self.tr("Open articles"),
            "",
            self.tr("Text files (*.txt);;All files (*)"),
        )
        self.add_articles([Path(name) for name in names])

    def ask_project(self) -> None:
        """Ask for a project and open it."""
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Open another project"),
            self._folder(),
            self.tr("Projects (*{0});;All files (*)").format(PROJECT_SUFFIX),
        )
        if name:
            self.project_chosen.emit(Path(name))

    def ask_new_project(self) -> None:
        """Ask where a new project shall be and open it."""
        name, _ = QFileDialog.getSaveFileName(
            self._window,
            self.tr("New project"),
            self._folder(),
            self.tr("Projects (*{0})").format(PROJECT_SUFFIX),
        )
        if not name:
            return
        path = Path(name)
        if not path.suffix:
            path = path.with_suffix(PROJECT_SUFFIX)
        self.new_project_chosen.emit(path)

    def _folder(self) -> str:
        project = self._window.reviewing.project
        return str(project.path.parent) if project else ""

    def ask_export(self) -> None:
        """Ask for a file and write all highlights to it as JSON Lines."""
        project = self._window.reviewing.project
        if project is None:
            return
        name, _ = QFileDialog.getSaveFileName(
            self._window,
            self.tr("Export highlights"),
            str(project.path.with_suffix(".jsonl")),
            self.tr("JSON Lines (*.jsonl)"),
        )
        if name:
            self.export(Path(name))

    def export(self, target: Path) -> None:
        """Write all highlights of the project to a file as JSON Lines."""
        project = self._window.reviewing.project
        if project is None:
            return
        try:
            number = project.export("jsonl", target)
        except AnnotatorError as error:
            self._window.show_failure(error)
            return
        self._window.banner.show_note(
            self.tr("{0} highlights written to {1}.").format(number, target)
        )

    def add_articles(self, paths: Sequence[Path]) -> None:
        """Read files in a thread, then add them in one step; one batch at a time."""
        project = self._window.reviewing.project
        if not paths or project is None or self.job is not None:
            return
        from annotator.gui.import_job import ImportJob  # noqa: PLC0415 - the first paint needs it not

        job = ImportJob(paths, project.surroundings, parent=self)
        self.job = job
        job.prepared.connect(self._add)
        job.cancelled.connect(self._end)
        job.crashed.connect(self._crash)
        job.slow.connect(self._window.strip.show)
        job.progressed.connect(self._show_progress)
        self._show_progress(0, len(paths))
        job.start()

    def cancel(self) -> None:
        """Stop reading files; nothing is added."""
        if self.job is not None:
            self.job.cancel()

    def close(self) -> None:
        """Stop reading and wait for the thread."""
        if self.job is not None:
            self.job.cancel()
            self.job.wait()

    def _show_progress(self, done: int, total: int) -> None:
        text = self.tr("Reading articles: {0} of {1}").format(done, total)
        self._window.strip.show_progress(text, done, total)

    def _end(self) -> None:
        self._window.strip.hide()
        if self.job is not None:
            self.job.deleteLater()
            self.job = None

    def _crash(self, error: Exception) -> None:
        self._end()
        raise error

    def _add(self, batch: Batch) -> None:
        self._end()
        project = self._window.reviewing.project
        if project is None:
            return
        try:
            reports = project.add(batch)
        except AnnotatorError as error:
            self._window.show_failure(error)
            return
        from annotator.gui.import_report import (  # noqa: PLC0415 - the first paint needs it not
            report_on,
        )

        report = report_on(reports)
        banner = self._window.banner
        if report.sentence:
            show = banner.show_error if report.failed else banner.show_note
            show(report.sentence, report.details)
        if report.article_id is not None:
            self._window.open_article(report.article_id)
