"""The codebook editor: labels, guideline, verdicts, and what was made under older guidelines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.core.errors import AnnotatorError
from annotator.core.records import Article, Highlight
from annotator.gui.banner import ProgressStrip
from annotator.gui.codebook_counts import Counting, Counts, count_now
from annotator.gui.codebook_exchange import CodebookExchange
from annotator.gui.codebook_label_form import LinesField
from annotator.gui.codebook_labels import LabelsPage
from annotator.gui.codebook_outdated import OutdatedPage
from annotator.gui.failures import sentence_on
from annotator.gui.long_work import LongWork
from annotator.gui.plain import number as written
from annotator.gui.plain import plain_label
from annotator.gui.record_fields import TextField
from annotator.gui.ui_zoom import give_room
from annotator.service.codebook_commands import SetGuideline, SetVerdicts

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from annotator.gui.theme import Theme
    from annotator.gui.window import Window
    from annotator.service.changes import Changes
    from annotator.service.commands import Command

SIZE = (760, 640)
# Long, since what a label means gets a revision of its own each time it is kept.
KEPT_AFTER_MS = 5_000


class CodebookEditor(QDialog):
    """A window beside the page: each edit is one undo step, and shows at once."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("codebook")
        give_room(self, SIZE)
        self.told = plain_label("told", wrapped=True)
        self.labels = LabelsPage(self, window.themes.theme)
        self.guideline = TextField(self.tr("Guideline"), fills=True)
        self.verdicts = LinesField(self.tr("Verdicts, one a line"), fills=True)
        self.strip = ProgressStrip()
        self.work = LongWork(window, self.strip)
        self.outdated = OutdatedPage(window, self.work)
        self.exchange = CodebookExchange(self, window)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(self.tr("Parts of the codebook"))
        self.tabs.tabBar().setAccessibleName(self.tr("Parts of the codebook"))
        self.tabs.addTab(self.labels, self.tr("&Labels"))
        hint = self.tr("How to mark, whatever the label.")
        self.tabs.addTab(_page(hint, self.guideline), self.tr("&Guideline"))
        hint = self.tr("What checking a claim can lead to, one a line, in the order of choosing.")
        self.tabs.addTab(_page(hint, self.verdicts), self.tr("&Verdicts"))
        self.tabs.addTab(self.outdated, self.tr("&Older guideline"))
        self._lay_out()
        self.counting = Counting(window, self)
        self._counts: Counts | None = None
        self._stale: set[QWidget] = set()
        self._typed: str | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(KEPT_AFTER_MS)
        self._rest.timeout.connect(self.keep)
        self.guideline.edited.connect(lambda: self._take("guideline"))
        self.verdicts.edited.connect(lambda: self._take("verdicts"))
        self._connect()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        for button in (self.exchange.import_button, self.exchange.export_button):
            line.addWidget(button)
        line.addStretch(1)
        close = QPushButton(self.tr("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(lambda _checked=False: self.close())
        line.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(10)
        layout.addWidget(self.strip)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self.exchange)
        layout.addWidget(self.told)
        layout.addLayout(line)
        self.told.hide()

    def _connect(self) -> None:
        reviewing = self._window.reviewing
        reviewing.codebook_changed.connect(self.refresh)
        reviewing.project_changed.connect(self._begin_anew)
        reviewing.changed.connect(self._follow)
        reviewing.failed.connect(self._show_failure)
        reviewing.settling.connect(self.keep)
        reviewing.leaving.connect(self.keep)
        reviewing.leaving.connect(self.counting.wait)
        self.counting.found.connect(self._take_counts)
        self.counting.failed.connect(self._show_failure)
        self.tabs.currentChanged.connect(lambda _: self._count_in_sight())
        self._window.themes.changed.connect(self._wear)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)
        for keys, step in (("Ctrl+Z", "undo"), ("Ctrl+Shift+Z", "redo"), ("Ctrl+Y", "redo")):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(lambda step=step: self._walk(step))

    def _walk(self, step: str) -> None:
        self.keep()
        (self.work.undo if step == "undo" else self.work.redo)()
        self.activateWindow()

    def begin(self) -> None:
        """Show the codebook as it is, the keys in the list of labels."""
        self.refresh()
        self.labels.list.setFocus()

    def execute(self, command: Command) -> Changes | None:
        """Carry out a command; what fails is told here."""
        self.told.hide()
        return self._window.reviewing.execute(command)

    def refresh(self) -> None:
        """Show the codebook as the project has it now; typing that is not kept yet stays."""
        codebook, project = self._window.reviewing.codebook, self._window.reviewing.project
        if self.isHidden() or codebook is None or project is None:
            if project is None:
                self.hide()
            return
        revision = written(codebook.revision)
        self.setWindowTitle(self.tr("Codebook · revision {0}").format(revision))
        known = self._counts is not None
        if not known:
            try:
                self._counts = count_now(project)
            except AnnotatorError as error:
                self._show_failure(error)
                return
        self._show_counts()
        if self._typed != "guideline":
            self.guideline.show_value(codebook.guideline)
        if self._typed != "verdicts":
            self.verdicts.show_value(codebook.verdicts)
        if known:
            self._stale.clear()
            self.counting.ask(uses=True, outdated=True)

    def _begin_anew(self) -> None:
        """Count anew in another project."""
        self._counts = None
        self.refresh()

    def _show_counts(self) -> None:
        codebook, counts = self._window.reviewing.codebook, self._counts
        if codebook is not None and counts is not None:
            self.labels.show_codebook(codebook, counts.uses or {}, theme=self._window.themes.theme)
            self.outdated.show_counts(codebook, counts.outdated or {})

    def _take_counts(self, found: Counts) -> None:
        known = self._counts or Counts()
        uses = known.uses if found.uses is None else found.uses
        outdated = known.outdated if found.outdated is None else found.outdated
        self._counts = Counts(uses, outdated)
        self._show_counts()

    def _follow(self, changes: Changes) -> None:
        """Count again, where highlights changed, what is in sight; the rest once it is."""
        # What is in the trash does not count as made under an older guideline.
        moved = any(None in pair for pair in changes.of(Article))
        if moved or any(True for _ in changes.of(Highlight)):
            self._stale |= {self.labels, self.outdated}
            self._count_in_sight(soon=True)

    def _count_in_sight(self, *, soon: bool = False) -> None:
        seen = self.tabs.currentWidget()
        if self.isHidden() or seen not in self._stale:
            return
        self._stale.discard(seen)
        ask = self.counting.ask_soon if soon else self.counting.ask
        ask(uses=seen is self.labels, outdated=seen is self.outdated)

    def _show_failure(self, error: AnnotatorError) -> None:
        self.tell(sentence_on(error))

    def tell(self, sentence: str) -> None:
        """Say what went wrong, until the next thing is done."""
        if not self.isHidden():
            self.told.setText(sentence)
            self.told.show()

    def _take(self, name: str) -> None:
        if self._typed not in {None, name}:
            self.keep()
        self._typed = name
        self._rest.start()

    def keep(self) -> None:
        """Keep what was typed and not kept yet."""
        self.labels.keep()
        name, self._typed = self._typed, None
        self._rest.stop()
        codebook = self._window.reviewing.codebook
        if codebook is None:
            return
        if name == "guideline" and self.guideline.value() != codebook.guideline:
            self.execute(SetGuideline(self.guideline.value()))
        elif name == "verdicts" and self.verdicts.value() != codebook.verdicts:
            self.execute(SetVerdicts(self.verdicts.value()))

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Keep what was typed once its field is left."""
        if self._typed is not None and now not in {self.guideline, self.verdicts}:
            self.keep()
        self.labels.follow_focus(now)

    def _wear(self, theme: Theme) -> None:
        self.labels.set_theme(theme)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Keep what was typed before going."""
        self.keep()
        super().hideEvent(event)


def _page(hint: str, field: TextField) -> QWidget:
    page = QWidget()
    layout = QVBoxLayout(page)
    layout.setContentsMargins(12, 12, 12, 12)
    layout.setSpacing(8)
    layout.addWidget(plain_label("muted", hint, wrapped=True))
    layout.addWidget(field, 1)
    return page
