"""What an import of annotations would do, looked through before it is done."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.gui.annotation_columns import ColumnsDialog
from annotator.gui.annotation_labels import LabelMapping
from annotator.gui.annotation_offsets import OffsetChoice
from annotator.gui.annotation_plan import Asked, planned
from annotator.gui.annotation_reviewer import ReviewerChoice
from annotator.gui.announcing import announce
from annotator.gui.elided_label import ElidedLabel
from annotator.gui.exchange_words import count_words, reading_words
from annotator.gui.failures import sentence_on
from annotator.gui.import_run import seldom
from annotator.gui.newest_job import NewestJob
from annotator.gui.plain import number, plain_label, tooltip
from annotator.gui.record_fields import ChoiceField
from annotator.gui.remark_words import remark_words, told_place
from annotator.gui.scrolled import scrolled
from annotator.gui.told_table import ToldTable
from annotator.gui.ui_zoom import give_room, zoomed
from annotator.service.annotation_planning import ImportWishes
from annotator.service.exchange_columns import FileColumns, MappedFormat, columns_in
from annotator.service.exchange_ports import ExchangeOptions
from annotator.service.incoming import COUNTS
from annotator.service.watch import Watch

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QResizeEvent

    from annotator.gui.job import Cancelled, Progress, Task
    from annotator.gui.window import Window
    from annotator.service.incoming import ImportReport, Plan
    from annotator.service.project import Project

    Found = tuple[Plan, ExchangeOptions] | FileColumns

SIZE = (980, 680)
COUNT_WIDTHS = (100,)
REMARK_WIDTHS = (130, 500)
LEAST_TABLE = 110
NARROW = 560
NAMES_SHOWN = 6


class AnnotationPreview(QDialog):
    """The plan of one file; ``settled`` carries the plan to be carried out, ``left`` says no."""

    settled = Signal(object)
    left = Signal()

    def __init__(
        self,
        window: Window,
        project: Project,
        path: Path,
        planned_with: tuple[Plan, ExchangeOptions],
    ) -> None:
        super().__init__(window)
        self._project, self._path = project, path
        self.plan, self._options = planned_with
        self._anew = True
        self._formats = [one for one in project.surroundings.formats() if one.reads]
        self.asking: ColumnsDialog | None = None
        self.setWindowTitle(self.tr("Import annotations"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.planning = NewestJob(self)
        self.origin = ElidedLabel("muted", least=120, most=700, padding=0)
        self.kind = ChoiceField(self.tr("Read as"))
        self.offsets = OffsetChoice()
        titles = (self.tr("How many"), self.tr("What importing does"))
        self.counts = ToldTable(titles[1], titles, COUNT_WIDTHS, numbers=(0,))
        self.labels = LabelMapping()
        self.whose = ReviewerChoice()
        self.columns = QPushButton(self.tr("Columns…"))
        self.columns.setToolTip(tooltip(self.tr("Say which column holds what")))
        self.remarked = plain_label("settingTitle")
        remarks = (self.tr("Place in the file"), self.tr("Remark"), self.tr("Quote"))
        self.remarks = ToldTable(self.tr("Remarks"), remarks, REMARK_WIDTHS)
        self.problem = plain_label("told", wrapped=True)
        self.news = plain_label("settingTitle", wrapped=True)
        self.take = QPushButton(self.tr("Import"))
        self.leave = QPushButton(self.tr("Cancel"))
        self._lay_out()
        self._connect()
        self._offer_kinds()
        give_room(self, SIZE)
        self._show((self.plan, self._options))
        self._first().setFocus()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self.origin, 3)
        mark = plain_label("muted", self.tr("Read as"))
        mark.setBuddy(self.kind)
        top.addWidget(mark)
        top.addWidget(self.kind, 2)
        self.columns.setAutoDefault(False)
        top.addWidget(self.columns)
        self._middle = middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        middle.setSpacing(16)
        middle.addWidget(self.counts, 1)
        middle.addWidget(self.labels, 1)
        for table in (self.counts, self.remarks):
            table.setMinimumHeight(zoomed(LEAST_TABLE))
        words = QVBoxLayout()
        words.setSpacing(2)
        for label in (self.problem, self.news):
            words.addWidget(label)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addLayout(words, 1)
        for button in (self.leave, self.take):
            button.setAutoDefault(False)
            foot.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        self.take.setDefault(True)
        self.take.setToolTip(tooltip(self.tr("Import them in one step, which undo takes back")))
        self.leave.setToolTip(tooltip(self.tr("Import nothing (Esc)")))
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(top)
        layout.addWidget(self.offsets)
        layout.addLayout(middle, 3)
        layout.addWidget(self.whose)
        layout.addWidget(self.remarked)
        layout.addWidget(self.remarks, 2)
        for table in (self.counts, self.remarks):
            layout.addWidget(table.whole)
        # A small screen, or large letters, may not show all of it at once.
        area = scrolled(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 16, 16, 12)
        whole.setSpacing(12)
        whole.addWidget(area, 1)
        whole.addLayout(foot)

    def _connect(self) -> None:
        self.planning.found.connect(self._show)
        self.planning.failed.connect(self._fail)
        self.planning.progressed.connect(lambda done, _total: self._show_progress(done))
        self.kind.edited.connect(self._read_otherwise)
        self.offsets.chosen.connect(self._plan_again)
        self.labels.chosen.connect(self._plan_again)
        self.whose.chosen.connect(self._plan_again)
        self.whose.altered.connect(lambda: self._conclude(self.plan.report))
        self.columns.clicked.connect(lambda _checked=False: self._look_for_columns())
        self.take.clicked.connect(lambda _checked=False: self.accept())
        self.leave.clicked.connect(lambda _checked=False: self.reject())
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self.accept)

    def _offer_kinds(self) -> None:
        formats = sorted(self._formats, key=lambda one: one.title.casefold())
        self.kind.offer([(one.name, one.title) for one in formats])
        self.kind.removeItem(0)
        self.kind.show_value(self.plan.report.format)

    def _first(self) -> QWidget:
        """Return what is to be looked at first: a question, else what would be done."""
        if not self.offsets.isHidden():
            return self.offsets.reading
        return self.take if self.take.isEnabled() else self.leave

    def _read_otherwise(self) -> None:
        self._anew = True
        self._begin(Asked(ExchangeOptions(format=self.kind.value())))

    def _plan_again(self) -> None:
        wishes = ImportWishes(
            self.offsets.value(), labels=self.labels.value(), nobody=self.whose.value()
        )
        options = replace(self._options, format=self.kind.value())
        self._begin(Asked(options, wishes))

    def _begin(self, asked: Asked) -> None:
        project, path = self._project, self._path

        def plan(progress: Progress, cancelled: Cancelled) -> Found | None:
            return planned(project, path, asked, Watch(seldom(progress), cancelled))

        self._read(plan)

    def _look_for_columns(self) -> None:
        path, surroundings = self._path, self._project.surroundings
        options, now = replace(self._options, format=self.kind.value()), (self.plan, self._options)

        def look(_progress: Progress, _cancelled: Cancelled) -> Found:
            return columns_in(path, surroundings, options) or now

        self._read(look)

    def _read(self, task: Task) -> None:
        self.problem.clear()
        self.problem.hide()
        self._show_progress(0)
        self.take.setEnabled(False)
        self.planning.begin(task)

    def _ask_columns(self, found: FileColumns) -> None:
        """Ask which columns hold what; who does not say it has the plan from before."""
        dialog = self.asking = ColumnsDialog(self, self._path, found, self._formats)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.settled.connect(partial(self._read_mapped, found))
        dialog.preset.connect(self._read_preset)
        dialog.rejected.connect(lambda: self._show((self.plan, self._options)))
        dialog.open()

    def _read_mapped(self, found: FileColumns, mapping: tuple[tuple[str, str], ...]) -> None:
        self._anew = True
        self._begin(Asked(replace(found.options, mapping=mapping)))

    def _read_preset(self, name: str) -> None:
        self.kind.show_value(name)
        self._read_otherwise()

    def _show_progress(self, done: int) -> None:
        told = self.tr("Reading… {0} articles").format(number(done))
        self.news.setText(told if done else self.tr("Reading…"))
        self.news.show()

    def _fail(self, error: Exception) -> None:
        self.problem.setText(sentence_on(error))
        self.problem.show()
        self.news.hide()
        announce(self, self.problem.text(), urgent=True)

    def _show(self, found: Found) -> None:
        """Show what a plan would do, or ask what its columns hold."""
        if isinstance(found, FileColumns):
            self._ask_columns(found)
            return
        plan, self._options = found
        if plan is not self.plan:
            self.plan.close()
            self.plan = plan
        report = plan.report
        self.kind.show_value(report.format)
        form = next(one for one in self._formats if one.name == report.format)
        self.columns.setVisible(isinstance(form, MappedFormat))
        if self._anew:
            self._anew = False
            self.offsets.show_report(report)
            self.labels.show_report(report, self._project.queries.codebook())
            names = [one.name for one in self._project.queries.reviewers()]
            self.whose.show_report(report, names, self._project.reviewer.name)
        told = self.tr("{0} · positions in {1}")
        read = reading_words(report.reading)
        known = bool(report.alternatives) and report.certain
        self.origin.show_text(told.format(self._path, read) if known else str(self._path))
        self.counts.show_rows(list(self._counted(report)))
        self.remarks.show_rows(
            [
                (told_place(one.place, one.what), remark_words(one.what, self._path), one.quote)
                for one in report.told
            ]
        )
        self.remarked.setText(self.tr("Remarks: {0}").format(number(len(report.told))))
        for part in (self.remarked, self.remarks):
            part.setVisible(bool(report.told))
        self._conclude(report)

    def _conclude(self, report: ImportReport) -> None:
        """Say whether there is something to import, and whether it can be."""
        news = bool(self.plan.writes or report.labels)
        self.problem.hide()
        told = "" if news else self.tr("Nothing is new: all that can be taken from it is here.")
        if not report.certain:
            told = self.tr("Choose what positions count before importing.")
        if not self.whose.is_whole:
            told = self.tr("Name the new reviewer before importing.")
        self.news.setText(told)
        self.news.setVisible(bool(told))
        self.take.setEnabled(news and report.certain and self.whose.is_whole)
        announce(self, told)

    def _counted(self, report: ImportReport) -> list[tuple[str, str]]:
        rows = [
            (number(report.counts[name]), count_words(name))
            for name in COUNTS
            if report.counts[name]
        ]
        made = (
            (self.tr("labels made: {0}"), [one.name for one in report.labels]),
            (self.tr("reviewers made: {0}"), [one.name for one in report.reviewers]),
        )
        for words, names in made:
            if names:
                more = ", …" if len(names) > NAMES_SHOWN else ""
                rows.append(
                    (number(len(names)), words.format(", ".join(names[:NAMES_SHOWN]) + more))
                )
        return rows or [("0", self.tr("highlights in the file"))]

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the labels below the counts where they have no room beside them."""
        super().resizeEvent(event)
        narrow = self.width() < zoomed(NARROW)
        directions = QBoxLayout.Direction
        self._middle.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)

    def accept(self) -> None:
        """Hand over the plan, if it can be carried out."""
        if self.take.isEnabled() and self.isVisible():
            self.planning.close()
            super().accept()
            self.settled.emit(self.plan)

    def reject(self) -> None:
        """Import nothing."""
        self.planning.close()
        self.plan.close()
        super().reject()
        self.left.emit()
