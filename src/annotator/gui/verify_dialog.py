"""Whether a file of annotations is sound: gone through beside the window, with a list of places."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QVBoxLayout

from annotator.core.reading_names import parse_reading
from annotator.gui.annotation_files import ask_verify, ask_verify_folder
from annotator.gui.announcing import announce
from annotator.gui.elided_label import ElidedLabel
from annotator.gui.exchange_words import reading_words
from annotator.gui.failures import sentence_on
from annotator.gui.import_run import seldom
from annotator.gui.newest_job import NewestJob
from annotator.gui.plain import number, plain_button, plain_label
from annotator.gui.remark_words import remark_words, told_place
from annotator.gui.told_table import ToldTable
from annotator.gui.ui_zoom import give_room
from annotator.service.bundle.members import looks_like_bundle
from annotator.service.bundle.verifying import verify_bundle
from annotator.service.exchange import USUAL, chosen_format, texts_of
from annotator.service.exchange_columns import recalled, remembered_columns
from annotator.service.verifying import verify
from annotator.service.watch import StoppedError, Watch

if TYPE_CHECKING:
    from annotator.gui.job import Cancelled, Progress
    from annotator.gui.window import Window
    from annotator.service.verifying import Verdict

    Verified = tuple[str, Verdict]

SIZE = (760, 460)
WIDTHS = (180,)
TOOL = "verify"


class VerifyDialog(QDialog):
    """The verdict on one file, and all places where something is wrong."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._path = Path()
        self._bundles = self.tr("Bundle")
        self.setWindowTitle(self.tr("Verify a file of annotations"))
        give_room(self, SIZE)
        self.checking = NewestJob(self)
        self.origin = ElidedLabel("muted", least=120, most=700, padding=0)
        self.told = plain_label("settingTitle", wrapped=True)
        self.counted = plain_label(wrapped=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(self.tr("Progress"))
        titles = (self.tr("Place in the file"), self.tr("What is wrong"))
        self.table = ToldTable(titles[1], titles, WIDTHS)
        self.another = plain_button(self.tr("Another file…"))
        self.folder = plain_button(self.tr("A folder…"))
        self.copy_button = plain_button(
            self.tr("Copy"), self.tr("Copy the whole table; Ctrl+C copies what is selected")
        )
        self.stop = plain_button(self.tr("Cancel"))
        self.close_button = plain_button(self.tr("Close"), self.tr("Esc"))
        self._lay_out()
        self._connect()
        self.told.setText(self.tr("No file was verified yet."))
        self._show_parts(running=False)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.another)
        foot.addWidget(self.folder)
        foot.addStretch(1)
        for button in (self.copy_button, self.stop, self.close_button):
            foot.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(10)
        for part in (self.origin, self.told, self.counted, self.bar):
            layout.addWidget(part)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.table.whole)
        layout.addStretch(0)
        layout.addLayout(foot)

    def _connect(self) -> None:
        self.checking.found.connect(self._show)
        self.checking.failed.connect(self._fail)
        self.checking.progressed.connect(lambda done, _total: self._show_progress(done))
        self.another.clicked.connect(lambda _checked=False: ask_verify(self._window))
        self.folder.clicked.connect(lambda _checked=False: ask_verify_folder(self._window))
        self.copy_button.clicked.connect(lambda _checked=False: self.table.copy(all_of_them=True))
        self.stop.clicked.connect(lambda _checked=False: self.cancel())
        self.close_button.clicked.connect(lambda _checked=False: self.close())
        self.finished.connect(lambda _result: self.cancel())
        self._window.reviewing.leaving.connect(self.checking.close)
        self._window.reviewing.project_changed.connect(self.hide)

    def begin(self) -> None:
        """Give the keys to what can be done now."""
        (self.another if self.table.isHidden() else self.table).setFocus()

    def verify(self, path: Path) -> None:
        """Go through a file; the texts that it does not hold are those of the project."""
        project = self._window.reviewing.project
        if project is None:
            return
        self._path, bundles = path, self._bundles

        def check(progress: Progress, cancelled: Cancelled) -> Verified | None:
            watch = Watch(seldom(progress), cancelled)
            try:
                if looks_like_bundle(path):
                    return bundles, verify_bundle(path, watch=watch)
                options = recalled(path, project.surroundings, USUAL, remembered_columns())
                form = chosen_format(path, project.surroundings, options)
                with project.reading_beside() as queries:
                    texts = texts_of(queries)
                    return form.title, verify(form.read(path, options), texts=texts, watch=watch)
            except StoppedError:
                return None

        self.origin.show_text(str(path))
        self.table.show_rows([])
        self.counted.clear()
        self._show_progress(0)
        self._show_parts(running=True)
        self.checking.begin(check)

    def cancel(self) -> None:
        """Let go of a file that is being gone through."""
        if self.checking.running:
            self.checking.stop()
            self._conclude(self.tr("Cancelled."))

    def _show_progress(self, done: int) -> None:
        told = self.tr("Reading… {0} articles").format(number(done))
        self.told.setText(told if done else self.tr("Reading…"))

    def _fail(self, error: Exception) -> None:
        self._conclude(sentence_on(error))

    def _show(self, verified: Verified) -> None:
        title, verdict = verified
        told = self.tr("{0}: {1} highlights in {2} articles, {3} quotes compared")
        counts = (number(one) for one in (verdict.highlights, verdict.articles, verdict.quotes))
        words = [told.format(title, *counts)]
        if verdict.highlights and title != self._bundles:
            reading = reading_words(parse_reading(verdict.reading))
            unsure = self.tr("positions in {0}, which may be wrong")
            words.append(
                (unsure if verdict.unsure else self.tr("positions in {0}")).format(reading)
            )
        if verdict.textless:
            told = self.tr("{0} quotes not compared: their texts are not in the project, either")
            if title == self._bundles:
                told = self.tr("{0} quotes not compared: their texts are not in the bundle")
            words.append(told.format(number(verdict.textless)))
        if verdict.outside:
            told = self.tr("{0} references to what is not in this part of the project")
            words.append(told.format(number(verdict.outside)))
        self.counted.setText(" · ".join(words))
        self.table.show_rows(
            [
                (told_place(one.place, one.message), remark_words(one.message, self._path))
                for one in verdict.problems
            ]
        )
        left = verdict.number - len(verdict.problems)
        wrong = self.tr("✕ 1 place is wrong.") if verdict.number == 1 else ""
        wrong = wrong or self.tr("✕ {0} places are wrong.").format(number(verdict.number))
        if left:
            wrong += " " + self.tr("The first {0} are listed.").format(
                number(len(verdict.problems))
            )
        self._conclude(wrong if verdict.number else self.tr("✓ Nothing is wrong."))

    def _conclude(self, sentence: str) -> None:
        self.told.setText(sentence)
        self._show_parts(running=False)
        announce(self, sentence)
        self.begin()

    def _show_parts(self, *, running: bool) -> None:
        listed = bool(self.table.rows.rows)
        self.bar.setVisible(running)
        self.stop.setVisible(running)
        self.table.setVisible(listed)
        self.copy_button.setVisible(listed)
        self.counted.setVisible(bool(self.counted.text()))
