"""Adding articles: read beside the window, looked through, written in one step, told of."""

from __future__ import annotations

import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.core.errors import AnnotatorError
from annotator.core.revision_errors import NotOneArticleError
from annotator.gui import places_needed
from annotator.gui.plain import number
from annotator.gui.waiting import patiently
from annotator.settings.table import IMPORT_PREVIEW, KEEP_ORIGINALS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from annotator.gui.files import Files
    from annotator.gui.import_drafts import Drafts, Settled
    from annotator.gui.import_preview import ImportPreview
    from annotator.gui.import_request import ImportRequest
    from annotator.gui.import_results_rows import Result
    from annotator.gui.job import Cancelled, Job, Progress
    from annotator.gui.window import Window
    from annotator.service.arrivals import Known
    from annotator.service.article_ports import PreparedArticle
    from annotator.service.changes import Changes
    from annotator.service.commands import Command
    from annotator.service.importing import Batch
    from annotator.service.project import Project

    Revise: TypeAlias = Callable[[str, PreparedArticle], Command]

TOLD_EVERY_SECONDS = 0.05
STOPPED_EVERY_MS = 200
SHOWN_LINES = 6
TOOL = "import-results"


@dataclass(frozen=True, slots=True)
class _Written:
    """What a job has done: a batch is in the project, or where ``changes`` is None to be seen."""

    batch: Batch
    changes: Changes | None = None
    results: tuple[Result, ...] = ()


class Importing(QObject):
    """Adds one request after the other.

    ``revise`` makes the command by which an article gets a newer copy; while it is None, that is
    not offered. ``results`` tell of the batches that followed one another last.
    """

    _held_up = Signal()
    _writing = Signal(int)
    _committing = Signal()

    def __init__(self, files: Files, window: Window) -> None:
        super().__init__(files)
        self._files, self._window = files, window
        self.revise: Revise | None = None
        self.results: list[Result] = []
        self.preview: ImportPreview | None = None
        # What is being written, for as long as anybody can look through it once more.
        self._drafts: Drafts | None = None
        # The job of the import at hand, and whether it has come to write.
        self._job: Job | None = None
        self._has_read = False
        self._goes_on = False
        self._stop_reading: Callable[[], None] | None = None
        # A file may begin to be read just after the reading of another was stopped.
        self._stopping = QTimer(self)
        self._stopping.setInterval(STOPPED_EVERY_MS)
        self._stopping.timeout.connect(self._stop)
        self._held_up.connect(self._show_held_up)
        self._writing.connect(self._show_writing)
        self._committing.connect(self._show_committing)

    def begin(self, project: Project, request: ImportRequest) -> None:
        """Read what is requested; the files must be free for it."""
        from annotator.service.importing import prepare  # noqa: PLC0415 - not for the first paint
        from annotator.service.watch import Watch  # noqa: PLC0415 - the same

        settings = self._window.preferences.settings
        wishes = request.settled(keep_originals=bool(settings.get(KEEP_ORIGINALS.key)))
        when = "always" if request.previewed else str(settings.get(IMPORT_PREVIEW.key))

        def read(progress: Progress, cancelled: Cancelled) -> _Written | None:
            watch = Watch(seldom(progress), cancelled)
            batch: Batch | None = None
            for paths in (request.paths, request.otherwise):
                if batch is not None and (len(batch) or not paths):
                    continue
                batch = prepare(
                    paths, project.surroundings, wishes, queries=project.queries, watch=watch
                )
                if batch is None:
                    return None
            if batch is not None and request.newer_of is not None:
                _require_one(batch)
            if batch is None or _is_seen(batch, when):
                return None if batch is None else _Written(batch)
            from annotator.gui.import_drafts import Settled  # noqa: PLC0415 - not for the first paint

            return self._write(project, Settled(batch), request.names, cancelled)

        self._stop_reading = project.surroundings.stop_reading
        self._show_reading(0, len(request.paths))
        self._has_read = False
        job = self._job = self._files.begin(read, partial(self._take, project, request))
        job.progressed.connect(self._show_reading)
        for ended in (job.cancelled, job.failed):
            ended.connect(lambda *_: request.close())

    def _write(
        self, project: Project, settled: Settled, names: Mapping[Path, str], cancelled: Cancelled
    ) -> _Written | None:
        """Write a batch, in the job's thread; None where that was cancelled."""
        from annotator.gui.import_results_rows import results_of  # noqa: PLC0415 - not at the start
        from annotator.service.changes import NOTHING  # noqa: PLC0415 - not for the first paint
        from annotator.service.import_reports import report_of  # noqa: PLC0415 - the same
        from annotator.service.watch import StoppedError, Watch  # noqa: PLC0415 - the same

        self._stop_reading, self._has_read = None, True
        told = seldom(lambda done, _total: self._writing.emit(done))
        watch = Watch(told, cancelled, self._committing.emit)
        changes: Changes | None = NOTHING
        command = self._command(settled)
        if command is not None:
            commit = partial(project.commit_beside, command, watch)
            try:
                changes = patiently(commit, cancelled, self._held_up.emit)
            except StoppedError:
                return None
        if changes is None:
            return None
        copies = {place: article_id for place, (article_id, _) in settled.revised.items()}
        reports = report_of(settled.batch, changes, project.queries, copies=copies)
        # Ten thousand of them take their time, which the window would lack.
        results = tuple(results_of(settled.batch, reports, names))
        return _Written(settled.batch, changes, results)

    def _command(self, settled: Settled) -> Command | None:
        from annotator.service import commands  # noqa: PLC0415 - not at the start
        from annotator.service.original_commands import KeepOriginals  # noqa: PLC0415 - the same
        from annotator.service.taking_in import title_of_import  # noqa: PLC0415 - the same

        adding = commands.AddArticles(settled.batch, settled.batch.originals)
        steps: list[Command] = [adding] if len(settled.batch) else []
        copies = [prepared.read.title for _, prepared in settled.revised.values()]
        if self.revise is not None:
            steps += [self.revise(*newer) for newer in settled.revised.values()]
            # Only then is it known which files the newer texts are from.
            kept = bool(settled.revised) and any(True for _ in settled.batch.originals())
            steps += [KeepOriginals(settled.batch.originals)] if kept else []
        if len(steps) <= 1:
            return steps[0] if steps else None
        added = [one.title for one in settled.batch.arrivals if one.number is not None]
        return commands.Together(title_of_import(added, copies), tuple(steps))

    @property
    def writes(self) -> bool:
        """True while what was read is written to the project, so that other changes wait."""
        return self._has_read and self._job is not None and self._files.job is self._job

    def cancel(self) -> None:
        """Stop a file that is being read."""
        if self._stop_reading is not None:
            self._stop()
            self._stopping.start()

    def _stop(self) -> None:
        if self._stop_reading is None or self._files.job is None:
            self._stopping.stop()
        else:
            self._stop_reading()

    def close(self) -> None:
        """Put a preview away that nobody can answer any more."""
        self._drafts = None
        if self.preview is not None:
            self.preview.drafts.corrected.clear()
            self.preview.reject()

    def _take(self, project: Project, request: ImportRequest, done: _Written) -> None:
        self._stop_reading = None
        if done.changes is not None:
            self._add(project, request, done)
        elif project is not self._window.reviewing.project:
            done.batch.close()
            self._end(request)
        else:
            self._show_preview(project, request, _drafts(project, request, done.batch))

    def _show_preview(self, project: Project, request: ImportRequest, drafts: Drafts) -> None:
        from annotator.gui.import_preview import ImportPreview  # noqa: PLC0415 - only who sees it pays

        self._files.hold()
        preview = self.preview = ImportPreview(
            self._window,
            project,
            drafts,
            request.settled(keep_originals=False),
            can_revise=self.revise is not None,
        )
        preview.settled.connect(partial(self._settle, project, request))
        preview.left.connect(partial(self._leave, request, drafts.batch))
        preview.open()

    def _leave(self, request: ImportRequest, batch: Batch) -> None:
        batch.close()
        self._forget_preview()
        self._end(request)

    def _forget_preview(self) -> None:
        if self.preview is not None:
            self.preview.deleteLater()
            self.preview = None

    def _settle(self, project: Project, request: ImportRequest, drafts: Drafts) -> None:
        from annotator.service.watch import StoppedError, Watch  # noqa: PLC0415 - not for the first paint

        self._forget_preview()

        def write(progress: Progress, cancelled: Cancelled) -> _Written | None:
            try:
                settled = drafts.settle(project.surroundings, Watch(progress, cancelled))
            except StoppedError:
                return None
            return self._write(project, settled, request.names, cancelled)

        self._show_writing(0)
        self._drafts = drafts
        again = partial(self._show_again, project, request, drafts)
        job = self._files.begin(write, partial(self._add, project, request), otherwise=again)
        self._job = job
        job.failed.connect(self._tell_again)

    def _show_again(self, project: Project, request: ImportRequest, drafts: Drafts) -> None:
        """Show what could not be written as it was handed over, so that no correction is lost."""
        if drafts is not self._drafts or project is not self._window.reviewing.project:
            self._leave(request, drafts.batch)
            return
        drafts.take_back()
        self._show_preview(project, request, drafts)

    def _tell_again(self, error: Exception) -> None:
        from annotator.gui.failures import sentence_on  # noqa: PLC0415 - the first paint needs it not

        if self.preview is not None:
            self.preview.told.setText(sentence_on(error))

    def _add(self, project: Project, request: ImportRequest, done: _Written) -> None:
        self._drafts = None
        try:
            # Meanwhile the window may have gone on to another project.
            if project is self._window.reviewing.project and done.changes is not None:
                project.publish_beside(done.changes)
                self._tell_of(done)
        except AnnotatorError as error:
            self._window.show_failure(error)
        finally:
            done.batch.close()
            self._end(request)

    def _end(self, request: ImportRequest) -> None:
        request.close()
        self._files.end()
        self._goes_on = self._files.job is not None

    def _tell_of(self, done: _Written) -> None:
        from annotator.gui.import_report import report_on  # noqa: PLC0415 - the first paint needs it not

        # Batches that followed one another are told of together: none hides another's refusals.
        before = self.results if self._goes_on else []
        self.results = [*before, *done.results]
        report = own = report_on([one.report for one in done.results])
        if before:
            report = report_on([one.report for one in self.results])
        banner = self._window.banner
        waiting = places_needed.newly_waiting(done.changes) if done.changes else 0
        if report.sentence:
            show = (
                banner.show_error if report.failed else partial(banner.show_note, stays=waiting > 0)
            )
            needed = places_needed.told(waiting) if waiting else ""
            between = " " if report.sentence.endswith(".") else " · "
            told = between.join(filter(None, [report.sentence, needed]))
            show(told, report.details[:SHOWN_LINES])
            self._offer()
        if report.sentence and waiting:
            places_needed.offer(self._window)
        if own.article_id is not None and self._is_there(own.article_id):
            self._window.open_article(own.article_id)

    def _is_there(self, article_id: str) -> bool:
        """Tell whether an article that came in was not taken back since."""
        project = self._window.reviewing.project
        if project is None:
            return False
        try:
            project.queries.outline(article_id)
        except AnnotatorError:
            return False
        return True

    def _offer(self) -> None:
        """Offer beside the sentence what can be done about it."""
        banner = self._window.banner
        command = next((one.remedy for one in self.results if one.remedy), "")
        if command:
            banner.offer(self.tr("Copy the command"), command, partial(_copy, command))
        if len(self.results) > 1:
            hint = self.tr("What became of each file")
            banner.offer(self.tr("Details…"), hint, lambda: self._window.tools.open(TOOL))

    def _show_reading(self, done: int, total: int) -> None:
        if self._stop_reading is not None:
            text = self.tr("Reading articles: {0} of {1}").format(number(done), number(total))
            self._window.strip.show_progress(text, done, total)

    def _show_writing(self, done: int) -> None:
        told = self.tr("Adding articles: {0}").format(number(done))
        self._window.strip.show_progress(told, 0, 0)

    def _show_committing(self) -> None:
        """Take Cancel away: what is being made to last is written to its end."""
        told = self.tr("Adding articles…")
        self._window.strip.show_progress(told, 0, 0, cancellable=False)

    def _show_held_up(self) -> None:
        told = self.tr("Waiting: another program is writing to the project…")
        self._window.strip.show_progress(told, 0, 0)


def _require_one(batch: Batch) -> None:
    """Refuse what cannot be the newer copy of one article."""
    if len(batch.arrivals) != 1:
        path = batch.arrivals[0].path if batch.arrivals else Path()
        batch.close()
        raise NotOneArticleError(path, len(batch.arrivals))


def _is_seen(batch: Batch, when: str) -> bool:
    """Tell whether a batch is to be looked through before it is added."""
    if when == "guessed":
        return any(
            one.doubts or one.near or _is_alike(one.known) for one in batch.arrivals if one.title
        )
    return when == "always" and bool(batch.arrivals)


def _is_alike(known: object) -> bool:
    from annotator.service.arrivals import Known, Likeness  # noqa: PLC0415 - not for the first paint

    return isinstance(known, Known) and known.likeness not in {Likeness.TEXT, Likeness.ONCE}


def seldom(progress: Progress) -> Progress:
    """Return a progress that is told no more often than it is seen, and at the end."""
    last = 0.0

    def tell(done: int, total: int) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= TOLD_EVERY_SECONDS or done == total:
            last = now
            progress(done, total)

    return tell


def _copy(words: str) -> None:
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415 - the first paint needs it not

    QGuiApplication.clipboard().setText(words)


def _drafts(project: Project, request: ImportRequest, batch: Batch) -> Drafts:
    from annotator.gui.import_drafts import Drafts  # noqa: PLC0415 - only who sees it pays
    from annotator.service.arrivals import known_there  # noqa: PLC0415 - the same

    def look(url: str, text_sha256: str) -> Known | None:
        return known_there(url, text_sha256, project.queries)

    return Drafts(batch, request.names, meant=request.newer_of, look=look)
