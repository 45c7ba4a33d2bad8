"""What the window does with files: articles in, highlights out, another project."""

from __future__ import annotations

from collections import deque
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from annotator.core.errors import AnnotatorError
from annotator.gui.plain import number
from annotator.gui.waiting import patiently

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotator.gui.job import Cancelled, Job, Progress, Task
    from annotator.gui.window import Window
    from annotator.service.changes import Changes
    from annotator.service.import_reports import FileReport
    from annotator.service.importing import Batch
    from annotator.service.project import Project

PROJECT_SUFFIX = ".factproj"


class Files(QObject):
    """Asks for files and works with them; which project is open is for others to alter.

    Long work is done beside the window, one job after the other in the order it was asked for.
    """

    project_chosen = Signal(object)
    new_project_chosen = Signal(object)
    _held_up = Signal()

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self.job: Job | None = None
        self._waiting: deque[Callable[[], None]] = deque()
        self._reports: list[FileReport] = []
        self._held_up.connect(self._show_held_up)
        window.strip.cancelled.connect(self.cancel)
        window.reviewing.project_changed.connect(self.cancel_all)

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
        if project is not None:
            self._do(partial(self._begin_export, project, target))

    def _begin_export(self, project: Project, target: Path) -> None:
        def export(_progress: Progress, _cancelled: Cancelled) -> int:
            return project.export("jsonl", target)

        text = self.tr("Writing {0}").format(target)
        self._window.strip.show_progress(text, 0, 0, cancellable=False)
        self._begin(export, partial(self._tell_export, target))

    def _tell_export(self, target: Path, count: int) -> None:
        told = self.tr("{0} highlights written to {1}.").format(number(count), target)
        self._end()
        self._window.banner.show_note(told)

    def add_articles(self, paths: Sequence[Path]) -> None:
        """Read files beside the window, then add them in one step."""
        project = self._window.reviewing.project
        if paths and project is not None:
            self._do(partial(self._begin_adding, project, tuple(paths)))

    def _begin_adding(self, project: Project, paths: Sequence[Path]) -> None:
        from annotator.service.changes import NOTHING  # noqa: PLC0415 - not for the first paint
        from annotator.service.commands import AddArticles  # noqa: PLC0415 - the same
        from annotator.service.importing import prepare  # noqa: PLC0415 - the same
        from annotator.service.watch import Watch  # noqa: PLC0415 - the same

        def read(progress: Progress, cancelled: Cancelled) -> tuple[Batch, Changes] | None:
            watch = Watch(progress, cancelled)
            batch = prepare(paths, project.surroundings, queries=project.queries, watch=watch)
            if batch is None:
                return None
            # From here on it is done, whoever cancels; the GUI thread tells everybody of it.
            if not batch:
                return batch, NOTHING
            command = AddArticles(batch, batch.originals)
            commit = partial(project.commit_beside, command)
            changes = patiently(commit, cancelled, self._held_up.emit)
            return None if changes is None else (batch, changes)

        self._show_progress(0, len(paths))
        job = self._begin(read, partial(self._add, project))
        job.progressed.connect(self._show_progress)

    def _do(self, begin: Callable[[], None]) -> None:
        """Begin a job now, or after those that were asked for before."""
        if self.job is None:
            begin()
        else:
            self._waiting.append(begin)

    def _begin(self, task: Task, take: Callable[..., None]) -> Job:
        from annotator.gui.job import Job  # noqa: PLC0415 - the first paint needs it not

        job = self.job = Job(task, parent=self)
        job.done.connect(take)
        job.cancelled.connect(self._end)
        job.failed.connect(self._fail)
        job.slow.connect(self._window.strip.show)
        job.start()
        return job

    def cancel(self) -> None:
        """Stop the job at hand, which then alters nothing; those that wait go on."""
        if self.job is not None:
            self.job.cancel()

    def cancel_all(self) -> None:
        """Stop all work on the project that was open."""
        self._waiting.clear()
        self.cancel()

    def close(self) -> None:
        """Stop all work and wait for its thread: the project is about to be closed."""
        self.cancel_all()
        if self.job is not None:
            self.job.wait()

    def _show_progress(self, done: int, total: int) -> None:
        text = self.tr("Reading articles: {0} of {1}").format(number(done), number(total))
        self._window.strip.show_progress(text, done, total)

    def _show_held_up(self) -> None:
        told = self.tr("Waiting: another program is writing to the project…")
        self._window.strip.show_progress(told, 0, 0)

    def _end(self) -> None:
        self._window.strip.hide()
        if self.job is not None:
            self.job.deleteLater()
            self.job = None
        if self._waiting:
            self._waiting.popleft()()
        else:
            self._reports.clear()

    def _fail(self, error: Exception) -> None:
        self._end()
        if not isinstance(error, AnnotatorError):
            raise error
        self._window.show_failure(error)
        self._window.label_bar.show_not_saved()

    def _add(self, project: Project, done: tuple[Batch, Changes]) -> None:
        from annotator.service.import_reports import (  # noqa: PLC0415 - not for the first paint
            report_of,
        )

        try:
            # Meanwhile the window may have gone on to another project.
            if project is self._window.reviewing.project:
                changes = project.publish_beside(done[1])
                reports = report_of(done[0], changes, project.queries)
                self._reports += reports
                self._tell_of(reports)
        except AnnotatorError as error:
            self._window.show_failure(error)
        finally:
            self._end()

    def _tell_of(self, reports: Sequence[FileReport]) -> None:
        from annotator.gui.import_report import (  # noqa: PLC0415 - the first paint needs it not
            report_on,
        )

        # Batches that followed one another are told of together: none hides another's refusals.
        report, own = report_on(self._reports), report_on(reports)
        banner = self._window.banner
        if report.sentence:
            show = banner.show_error if report.failed else banner.show_note
            show(report.sentence, report.details)
        if own.article_id is not None:
            self._window.open_article(own.article_id)
