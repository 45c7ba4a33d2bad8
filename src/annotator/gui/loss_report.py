"""What an export wrote, and what the file cannot hold of it, in a window of its own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout

from annotator.gui.elided_label import ElidedLabel
from annotator.gui.exchange_words import loss_row
from annotator.gui.plain import number, plain_label, tooltip
from annotator.gui.show_folder import no_folder, show_folder
from annotator.gui.told_table import ToldTable
from annotator.gui.ui_zoom import give_room

if TYPE_CHECKING:
    from annotator.gui.window import Window
    from annotator.service.exporting import ExportReport

SIZE = (860, 460)
WIDTHS = (100, 430)
TOOL = "export-report"


class LossReport(QDialog):
    """The last export: where it is, how much, and what is lost."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._target = Path()
        self.setWindowTitle(self.tr("What was exported"))
        give_room(self, SIZE)
        self.written = plain_label(wrapped=True)
        self.place = ElidedLabel("muted", least=120, most=700, padding=0)
        self.told = plain_label("settingTitle", wrapped=True)
        # The number comes first, so that it is seen in a narrow window, too.
        titles = (self.tr("How many"), self.tr("What is lost"), self.tr("Remark"))
        self.table = ToldTable(titles[1], titles, WIDTHS, numbers=(0,))
        self.copy_button = QPushButton(self.tr("Copy"))
        self.copy_button.setToolTip(
            tooltip(self.tr("Copy the whole table; Ctrl+C copies what is selected"))
        )
        self.close_button = QPushButton(self.tr("Close"))
        self.close_button.setToolTip(tooltip(self.tr("Esc")))
        foot = QHBoxLayout()
        foot.setSpacing(8)
        self.folder_button = QPushButton(self.tr("Show in folder"))
        self.folder_button.setAutoDefault(False)
        self.folder_button.hide()
        foot.addWidget(self.folder_button)
        foot.addStretch(1)
        for button in (self.copy_button, self.close_button):
            button.setAutoDefault(False)
            foot.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(10)
        layout.addWidget(self.written)
        layout.addWidget(self.place)
        layout.addWidget(self.told)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.table.whole)
        layout.addStretch(0)
        layout.addLayout(foot)
        self.copy_button.clicked.connect(lambda _checked=False: self.table.copy(all_of_them=True))
        self.close_button.clicked.connect(lambda _checked=False: self.close())
        self.folder_button.clicked.connect(lambda _checked=False: self._show_folder())
        window.reviewing.project_changed.connect(self.hide)
        self.told.setText(self.tr("Nothing was exported yet."))
        self._show_table(shown=False)

    def show_report(self, report: ExportReport, title: str) -> None:
        """Take another export; ``title`` is that of its format."""
        told = self.tr("{0}: {1} highlights in {2} articles are written.")
        counted = number(report.highlights), number(report.articles)
        self.written.setText(told.format(title, *counted))
        self._target = report.target
        self.place.show_text(str(report.target))
        self.folder_button.show()
        lost = bool(report.losses)
        whole = self.tr("Nothing is lost.")
        self.told.setText(self.tr("The file does not hold:") if lost else whole)
        self.table.show_rows([loss_row(one) for one in report.losses])
        self._show_table(shown=lost)

    def _show_folder(self) -> None:
        if not show_folder(self._target):
            self.told.setText(no_folder(self._target))

    def _show_table(self, *, shown: bool) -> None:
        self.table.setVisible(shown)
        self.copy_button.setVisible(shown)

    def begin(self) -> None:
        """Give the keys to the table, or to Close where there is none."""
        (self.close_button if self.table.isHidden() else self.table).setFocus()
