"""Writing a bundle beside the window, and telling what is in it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from annotator.gui.import_run import seldom
from annotator.gui.plain import number
from annotator.gui.show_folder import offer_folder
from annotator.gui.team_words import sent_words
from annotator.gui.waiting import patiently
from annotator.service.merging.teamwork import send
from annotator.service.watch import StoppedError, Watch

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.gui.job import Cancelled, Progress
    from annotator.gui.window import Window
    from annotator.service.bundle.content import BundleReport
    from annotator.service.merging.teamwork import SendingWishes
    from annotator.service.project import Project


class Sending(QObject):
    """Writes one bundle after the other; each is a job of the window's files."""

    _held_up = Signal()

    def __init__(self, window: Window) -> None:
        super().__init__(window.files)
        self._window = window
        self._held_up.connect(self._show_held_up)

    def send(self, target: Path, wishes: SendingWishes) -> None:
        """Write what is wished, after all that was asked for before."""
        reviewing = self._window.reviewing
        # What is still being typed is to be sent, too.
        reviewing.settling.emit()
        project = reviewing.project
        if project is not None:
            self._window.files.queue(partial(self._begin, project, target, wishes))

    def _begin(self, project: Project, target: Path, wishes: SendingWishes) -> None:
        def write(progress: Progress, cancelled: Cancelled) -> BundleReport | None:
            watch = Watch(seldom(progress), cancelled)
            once = partial(send, project, target, wishes, watch)
            try:
                return patiently(once, cancelled, self._held_up.emit)
            except StoppedError:
                return None

        self._show_progress(target, 0, 0)
        job = self._window.files.begin(write, self._tell, saves=False)
        job.progressed.connect(partial(self._show_progress, target))

    def _show_progress(self, target: Path, done: int, total: int) -> None:
        told = self.tr("Writing {0}…").format(target.name)
        if done:
            told = self.tr("Writing {0}: {1} entries").format(target.name, number(done))
        self._window.strip.show_progress(told, done if total else 0, total)

    def _show_held_up(self) -> None:
        told = self.tr("Waiting: another program is writing to the project…")
        self._window.strip.show_progress(told, 0, 0)

    def _tell(self, report: BundleReport) -> None:
        self._window.files.end()
        banner = self._window.banner
        details = [" · ".join(sent_words(report.counts))]
        if report.texts_left_out:
            left = self.tr("{0} texts left out: colleagues need them already.")
            details.append(left.format(number(report.texts_left_out)))
        if report.fingerprint:
            read = self.tr("Your key, to be read out to whoever gets it: {0}")
            details.append(read.format(report.fingerprint))
        told = self.tr("{0} is ready to be sent.").format(report.path)
        banner.show_note(told, [one for one in details if one], stays=True)
        offer_folder(banner, report.path)
        if report.fingerprint:
            banner.offer(
                self.tr("Copy the key"),
                self.tr("Copy the fingerprint of your key"),
                partial(QGuiApplication.clipboard().setText, report.fingerprint),
            )
