"""Taking in annotations: planned beside the window, looked through, written in one step."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from annotator.core.errors import AnnotatorError
from annotator.core.records import Highlight
from annotator.gui import places_needed
from annotator.gui.annotation_columns import ColumnsDialog
from annotator.gui.annotation_plan import Asked, planned
from annotator.gui.annotation_preview import AnnotationPreview
from annotator.gui.highlight_table import HighlightTable
from annotator.gui.import_run import seldom
from annotator.gui.key_words import key_of, with_key
from annotator.gui.plain import number
from annotator.gui.waiting import patiently
from annotator.service.annotation_commands import TakeAnnotations
from annotator.service.bundle.members import is_bundle
from annotator.service.exchange_columns import FileColumns
from annotator.service.exchange_ports import ExchangeOptions
from annotator.service.watch import StoppedError, Watch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.gui.job import Cancelled, Progress
    from annotator.gui.window import Window
    from annotator.service.changes import Changes
    from annotator.service.incoming import ImportReport, Plan
    from annotator.service.project import Project

    Found = tuple[Plan, ExchangeOptions] | FileColumns


class AnnotationImport(QObject):
    """Takes in one file after the other; ``preview`` is the one that is looked through now."""

    _held_up = Signal()
    _committing = Signal()

    def __init__(self, window: Window) -> None:
        super().__init__(window.files)
        self._window, self._files = window, window.files
        self.preview: AnnotationPreview | None = None
        self.asking: ColumnsDialog | None = None
        self._held_up.connect(self._show_held_up)
        self._committing.connect(self._show_committing)
        window.reviewing.leaving.connect(self.close)

    def begin(self, path: Path) -> None:
        """Read a file, after all that was asked for before, and show what it would do."""
        reviewing = self._window.reviewing
        # What is still being typed is to be compared with the file, too.
        reviewing.settling.emit()
        project = reviewing.project
        if project is not None:
            self._files.queue(partial(self._read, project, path, Asked()))

    def _read(self, project: Project, path: Path, asked: Asked) -> None:
        def plan(progress: Progress, cancelled: Cancelled) -> Found | Path | None:
            if is_bundle(path):
                return path
            return planned(project, path, asked, Watch(seldom(progress), cancelled))

        job = self._files.begin(plan, partial(self._show, project, path), saves=False)
        self._show_reading(path, 0)
        job.progressed.connect(lambda done, _total: self._show_reading(path, done))

    def _show(self, project: Project, path: Path, found: Found | Path) -> None:
        if project is not self._window.reviewing.project:
            self._files.end()
            return
        if isinstance(found, Path):
            self._files.end()
            self._offer_merge(found)
            return
        self._files.hold()
        if isinstance(found, FileColumns):
            self._ask(project, path, found)
            return
        preview = self.preview = AnnotationPreview(self._window, project, path, found)
        preview.settled.connect(partial(self._settle, project))
        preview.left.connect(self._leave)
        preview.open()

    def _offer_merge(self, path: Path) -> None:
        """Say that a bundle is merged, not imported, and offer just that."""
        banner = self._window.banner
        told = self.tr("{0} is a bundle: merging it knows what is here already, and loses nothing.")
        banner.show_note(told.format(path.name), stays=True)
        hint = with_key(self.tr("Look through what merging it does"), key_of("file.merge"))
        banner.offer(self.tr("Merge it…"), hint, lambda: self._merge(path))

    def _merge(self, path: Path) -> None:
        from annotator.gui.merge_run import merging  # noqa: PLC0415 - only who has one pays

        self._window.banner.hide()
        merging(self._window).begin([path])

    def _ask(self, project: Project, path: Path, found: FileColumns) -> None:
        """Ask which columns hold what, and read the file so."""
        formats = [one for one in project.surroundings.formats() if one.reads]
        asking = self.asking = ColumnsDialog(self._window, path, found, formats)

        def read(options: ExchangeOptions) -> None:
            self._forget()
            self._read(project, path, Asked(options))

        asking.settled.connect(lambda mapping: read(replace(found.options, mapping=mapping)))
        asking.preset.connect(lambda name: read(ExchangeOptions(format=name)))
        asking.rejected.connect(self._leave)
        asking.open()

    def close(self) -> None:
        """Put away what nobody can answer any more."""
        for shown in (self.preview, self.asking):
            if shown is not None:
                shown.reject()

    def _leave(self) -> None:
        self._forget()
        self._files.end()

    def _forget(self) -> None:
        for shown in (self.preview, self.asking):
            if shown is not None:
                shown.deleteLater()
        self.preview = self.asking = None

    def _settle(self, project: Project, plan: Plan) -> None:
        self._forget()

        def write(progress: Progress, cancelled: Cancelled) -> Changes | None:
            watch = Watch(seldom(progress), cancelled, self._committing.emit)
            commit = partial(project.commit_beside, TakeAnnotations(plan), watch)
            try:
                return patiently(commit, cancelled, self._held_up.emit)
            except StoppedError:
                return None

        job = self._files.begin(write, partial(self._take, project, plan))
        self._show_writing(0, 0)
        job.progressed.connect(self._show_writing)

    def _take(self, project: Project, plan: Plan, changes: Changes) -> None:
        try:
            if project is self._window.reviewing.project:
                project.publish_beside(changes)
                self._tell(plan, changes)
        except AnnotatorError as error:
            self._window.show_failure(error)
        finally:
            plan.close()
            self._files.end()

    def _tell(self, plan: Plan, changes: Changes) -> None:
        counts = plan.report.counts
        told = " · ".join(_done_words(plan.report))
        waiting = counts["ambiguous"] + counts["lost"]
        needed = places_needed.told(waiting) if waiting else ""
        banner = self._window.banner
        banner.show_note(" ".join(filter(None, [told, needed])), stays=True)
        if waiting:
            places_needed.offer(self._window)
        if counts["added"] or counts["changed"]:
            banner.offer(
                self.tr("Show them"),
                self.tr("List what came, in the table of highlights"),
                self._list,
            )
        self._offer_undo()
        self._open_first(changes)

    def _offer_undo(self) -> None:
        """Offer to take the import back, for as long as it is what undo would take back."""
        banner, undo = self._window.banner, self._window.menus.action("edit.undo")
        banner.offer(self.tr("Undo"), self.tr("Take the whole import back"), undo.trigger)
        self._window.reviewing.changed.connect(banner.offers()[-1].hide)

    def _list(self) -> None:
        table = self._window.tools.open("highlights")
        if isinstance(table, HighlightTable):
            table.show_query("is:just-imported")

    def _open_first(self, changes: Changes) -> None:
        """Bring an article with a new highlight onto the page where none is on it."""
        if self._window.reviewing.article is not None:
            return
        found = next((after for _, after in changes.of(Highlight) if after is not None), None)
        if found is not None:
            self._window.open_article(found.article_id)

    def _show_reading(self, path: Path, done: int) -> None:
        told = self.tr("Reading {0}: {1} articles").format(path.name, number(done))
        self._window.strip.show_progress(told, 0, 0)

    def _show_writing(self, done: int, total: int) -> None:
        told = self.tr("Importing annotations: {0} of {1} articles")
        text = told.format(number(done), number(total)) if total else self._importing()
        self._window.strip.show_progress(text, done, total)

    def _show_committing(self) -> None:
        """Take Cancel away: what is being made to last is written to its end."""
        self._window.strip.show_progress(self._importing(), 0, 0, cancellable=False)

    def _importing(self) -> str:
        return self.tr("Importing annotations…")

    def _show_held_up(self) -> None:
        told = self.tr("Waiting: another program is writing to the project…")
        self._window.strip.show_progress(told, 0, 0)


def _done_words(report: ImportReport) -> Iterator[str]:
    """Yield what was done, each kind in words."""
    counts = report.counts
    for count, one, several in (
        (counts["added"], _tr("1 highlight added"), _tr("{0} highlights added")),
        (counts["changed"], _tr("1 highlight changed"), _tr("{0} highlights changed")),
        (counts["articles_added"], _tr("1 article added"), _tr("{0} articles added")),
        (len(report.labels), _tr("1 label added"), _tr("{0} labels added")),
    ):
        if count:
            yield one if count == 1 else several.format(number(count))


def _tr(text: str) -> str:
    return QCoreApplication.translate("exchange", text)


def importing(window: Window) -> AnnotationImport:
    """Return what takes in annotations for a window, made where it was never asked for."""
    return window.files.findChild(AnnotationImport) or AnnotationImport(window)
