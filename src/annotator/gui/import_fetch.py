"""Fetching an article from the web: an address, the host that will be asked, then the preview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
)

from annotator.core.errors import AnnotatorError
from annotator.core.fetch_errors import BadAddressError
from annotator.gui.failures import sentence_on
from annotator.gui.job import Job
from annotator.gui.plain import number, plain_label, tooltip
from annotator.gui.ui_zoom import zoomed
from annotator.service.fetching import LARGEST_FILE, LONGEST_SECONDS, Trip, host_of, web_address
from annotator.service.watch import StoppedError, Watch

if TYPE_CHECKING:
    from annotator.gui.job import Cancelled, Progress
    from annotator.gui.window import Window
    from annotator.service.fetching import FetchedFile

WIDTH = 560
KILOBYTE, MEGABYTE = 1_000, 1_000_000


class FetchDialog(QDialog):
    """Asks no host before Fetch is pressed, and tells which one that will be."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._job: Job | None = None
        self._trip: Trip | None = None
        self.setWindowTitle(self.tr("Fetch from the web"))
        self.address = QLineEdit()
        self.address.setAccessibleName(self.tr("Address (URL)"))
        self.address.setPlaceholderText("https://")
        self.host = plain_label(wrapped=True)
        self.limits = plain_label("muted", wrapped=True)
        told = self.tr(
            "No cookies are sent. At most {0} seconds and {1} MB; the article is shown before it"
            " is added."
        )
        self.limits.setText(told.format(f"{LONGEST_SECONDS:g}", LARGEST_FILE // MEGABYTE))
        self.told = plain_label("told", wrapped=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.fetch_button = QPushButton(self.tr("Fetch"))
        self.fetch_button.setDefault(True)
        self.fetch_button.setToolTip(tooltip(self.tr("Ask the host for this address (Enter)")))
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self.cancel_button.setAutoDefault(False)
        self.cancel_button.setToolTip(tooltip(self.tr("Fetch nothing (Esc)")))
        self._lay_out()
        self.address.textChanged.connect(lambda _text: self._show_host())
        self.fetch_button.clicked.connect(lambda _checked=False: self.fetch())
        self.cancel_button.clicked.connect(lambda _checked=False: self.reject())
        window.reviewing.project_changed.connect(self.reject)

    def _lay_out(self) -> None:
        mark = plain_label("muted", self.tr("Address (URL)"))
        mark.setBuddy(self.address)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.fetch_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(8)
        for widget in (mark, self.address, self.host, self.limits, self.told, self.bar):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addLayout(foot)

    def begin(self) -> None:
        """Ask for an address."""
        self.setFixedWidth(min(zoomed(WIDTH), self._window.width()))
        if self._job is None:
            self.told.setText("")
            self.told.hide()
            self._show_running(running=False)
            self._show_host()
        self.address.setFocus()
        self.address.selectAll()

    def offer(self, address: str) -> None:
        """Show an address to be fetched, unless another one is being fetched."""
        if self._job is None:
            self.address.setText(address)
            self.fetch_button.setFocus()

    def _show_host(self) -> None:
        typed, host = self.address.text().strip(), ""
        try:
            host = host_of(web_address(typed)) if typed else ""
        except BadAddressError:
            self.host.setText(self.tr("This is no address of the web yet."))
        else:
            told = self.tr("Will be asked: {0}").format(host)
            self.host.setText(told if host else self.tr("No host is asked before you press Fetch."))
        self.fetch_button.setEnabled(bool(host) and self._job is None)

    def fetch(self) -> None:
        """Ask the host, beside the window."""
        project, address = self._window.reviewing.project, self.address.text()
        if project is None or self._job is not None:
            return
        ask = project.surroundings.fetch

        def work(progress: Progress, cancelled: Cancelled) -> FetchedFile | None:
            trip = self._trip = Trip(Watch(progress, cancelled))
            try:
                return ask(web_address(address), trip)
            except StoppedError:
                return None

        job = self._job = Job(work, parent=self)
        job.done.connect(self._take)
        job.failed.connect(self._fail)
        job.cancelled.connect(self._end)
        job.progressed.connect(self._show_progress)
        self.told.hide()
        self._show_running(running=True)
        job.start()

    def _show_progress(self, done: int, total: int) -> None:
        trip = self._trip
        if self._job is None or trip is None:
            return
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        told = self.tr("Asked: {0} · {1} kB so far")
        self.host.setText(told.format(" → ".join(trip.hosts), number(done // KILOBYTE)))

    def _show_running(self, *, running: bool) -> None:
        self.bar.setVisible(running)
        self.bar.setRange(0, 0)
        self.address.setEnabled(not running)
        self.fetch_button.setEnabled(not running)

    def _end(self) -> None:
        self._job = None
        self._show_running(running=False)
        self._show_host()
        self.address.setFocus()

    def _take(self, file: FetchedFile) -> None:
        from annotator.gui.import_request import fetched  # noqa: PLC0415 - only what came needs it

        self._end()
        self.hide()
        self._window.files.request(fetched(file))

    def _fail(self, error: Exception) -> None:
        self._end()
        if not isinstance(error, AnnotatorError):
            raise error
        self.told.setText(sentence_on(error))
        self.told.show()

    def reject(self) -> None:
        """Stop asking; where nothing is asked, go away."""
        if self._job is not None:
            self._job.cancel()
        else:
            super().reject()
