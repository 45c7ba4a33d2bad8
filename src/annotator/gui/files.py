"""What the window does with files: articles in, long work one after the other, another project."""

from __future__ import annotations

from collections import deque
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from annotator.core.errors import AnnotatorError
from annotator.gui.import_run import Importing
from annotator.gui.newer_copy import revise

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotator.gui.import_request import ImportRequest
    from annotator.gui.job import Job, Task
    from annotator.gui.window import Window
    from annotator.service.article_ports import ArticleReader

PROJECT_SUFFIX = ".factproj"


class Files(QObject):
    """Asks for files and works with them; which project is open is for others to alter.

    Long work is done beside the window, one job after the other in the order it was asked for.
    """

    project_chosen = Signal(object)
    new_project_chosen = Signal(object)
    reviewer_chosen = Signal()

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self.job: Job | None = None
        self._waiting: deque[Callable[[], None]] = deque()
        self._held = False
        self.importing = Importing(self, window)
        self.importing.revise = revise
        window.strip.cancelled.connect(self.cancel)
        window.reviewing.project_changed.connect(self.cancel_all)

    def ask_articles(self) -> None:
        """Ask for files and add what is in them."""
        project = self._window.reviewing.project
        if project is None:
            return
        names, _ = QFileDialog.getOpenFileNames(
            self._window,
            self.tr("Open articles"),
            "",
            filters(list(project.surroundings.readers())),
        )
        self.add_articles([Path(name) for name in names])

    def ask_folder(self) -> None:
        """Ask for a folder and add all files in it and below it."""
        name = QFileDialog.getExistingDirectory(self._window, self.tr("Add a folder"))
        if name:
            self.add_articles([Path(name)])

    def paste(self) -> None:
        """Add what was copied elsewhere, after it was looked through."""
        from annotator.gui.import_request import pasted  # noqa: PLC0415 - the first paint needs it not

        project = self._window.reviewing.project
        if project is None:
            return
        readers = list(project.surroundings.readers())
        name = self.tr("From the clipboard")
        found = pasted(QGuiApplication.clipboard().mimeData(), readers, name)
        if found is None:
            told = self.tr("There is no text to paste; copy an article first.")
            self._window.banner.show_note(told)
        else:
            self.request(found)

    def offer_to_fetch(self, address: str) -> None:
        """Ask whether what a link leads to is to be fetched; no host is asked before."""
        if address and self._window.reviewing.project is not None:
            self._window.tools.open("fetch").offer(address)  # type: ignore[attr-defined]  # the dialog of that name

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

    def add_articles(self, paths: Sequence[Path]) -> None:
        """Add files, and folders with all below them: read beside the window, added in one step."""
        from annotator.gui.import_request import files  # noqa: PLC0415 - the first paint needs it not

        if paths:
            self.request(files(paths))

    def request(self, request: ImportRequest) -> None:
        """Add what is requested, after all that was requested before."""
        project = self._window.reviewing.project
        if project is not None:
            self.queue(partial(self.importing.begin, project, request))

    def queue(self, begin: Callable[[], None]) -> None:
        """Begin a job now, or after those that were asked for before."""
        if self.job is None and not self._held:
            begin()
        else:
            self._waiting.append(begin)

    def hold(self) -> None:
        """Begin no other job before what was done is looked through: ``begin`` or ``end`` tells."""
        self._window.strip.hide()
        self._put_job_away()
        self._held = True

    def begin(
        self,
        task: Task,
        take: Callable[..., None],
        *,
        otherwise: Callable[[], None] | None = None,
        saves: bool = True,
    ) -> Job:
        """Do a task beside the window; ``take`` gets what comes of it, and has to ``end``.

        Where it fails or is cancelled, ``otherwise`` is called, which then has to end it. What
        ``saves`` nothing in the project leaves nothing unsaved where it fails.
        """
        from annotator.gui.job import Job  # noqa: PLC0415 - the first paint needs it not

        self._held = False
        job = self.job = Job(task, parent=self)
        job.done.connect(take)
        job.cancelled.connect(otherwise or self.end)
        job.failed.connect(partial(self._fail, otherwise or self.end, saves))
        job.slow.connect(self._window.strip.show)
        job.start()
        return job

    def cancel(self) -> None:
        """Stop the job at hand, which then alters nothing; those that wait go on."""
        if self.job is not None:
            self.job.cancel()
            self.importing.cancel()

    def cancel_all(self) -> None:
        """Stop all work on the project that was open."""
        self._waiting.clear()
        self.cancel()
        self.importing.close()

    def close(self) -> None:
        """Stop all work and wait for its thread: the project is about to be closed."""
        self.cancel_all()
        if self.job is not None:
            self.job.wait()

    def end(self) -> None:
        """Go on with what waits."""
        self._window.strip.hide()
        self._held = False
        self._put_job_away()
        if self._waiting:
            self._waiting.popleft()()

    def _put_job_away(self) -> None:
        if self.job is not None:
            self.job.deleteLater()
            self.job = None

    def _fail(self, end: Callable[[], None], saves: bool, error: Exception) -> None:  # noqa: FBT001 - bound by partial
        end()
        if not isinstance(error, AnnotatorError):
            raise error
        self._window.show_failure(error)
        if saves:
            self._window.label_bar.show_not_saved()


def filters(readers: Sequence[ArticleReader]) -> str:
    """Return the filters of a file dialog: all that can be read, each kind, everything."""
    kinds = [(one.name, " ".join(f"*{suffix}" for suffix in one.suffixes)) for one in readers]
    every = " ".join(suffixes for _, suffixes in kinds)
    lines = [_tr("Articles ({0})").format(every)]
    lines += [f"{name[:1].upper()}{name[1:]} ({suffixes})" for name, suffixes in kinds if suffixes]
    return ";;".join([*lines, _tr("All files (*)")])


def _tr(text: str) -> str:
    return QCoreApplication.translate("Files", text)
