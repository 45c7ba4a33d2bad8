"""What became of each file that was added, in a window of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QVBoxLayout,
)

from annotator.core.errors import AnnotatorError
from annotator.gui.copied_table import CopiedTable
from annotator.gui.failures import sentence_on
from annotator.gui.import_results_rows import HIGHLIGHTS, PLACE, ResultRows, column_titles
from annotator.gui.import_signs import Remedy
from annotator.gui.plain import number, plain_button, plain_label
from annotator.gui.ui_zoom import give_room, zoomed

if TYPE_CHECKING:
    from annotator.gui.import_results_rows import Result
    from annotator.gui.text_difference import DifferenceDialog
    from annotator.gui.window import Window

SIZE = (960, 560)
WIDTHS = (130, 220, 160, 80, 150, 300)
TOOL = "import-results"
UNPLACED = "unplaced"


class ResultView(CopiedTable):
    """The rows; Ctrl+C copies those that are selected."""

    def __init__(self, rows: ResultRows) -> None:
        super().__init__(self.tr("What became of each file"), rows)
        self._rows = rows
        self.setSortingEnabled(False)
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.sectionClicked.connect(self._sort)

    def _sort(self, column: int) -> None:
        header = self.horizontalHeader()
        shown = header.isSortIndicatorShown() and header.sortIndicatorSection() == column
        ascending, descending = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
        order = descending if shown and header.sortIndicatorOrder() == ascending else ascending
        header.setSortIndicatorShown(True)
        header.setSortIndicator(column, order)
        self._rows.sort(column, order)

    def copy(self, *, all_of_them: bool = False) -> int:
        """Copy rows as tab-separated values, their titles above; return how many."""
        chosen = [] if all_of_them else self.selected_rows()
        lines = ["\t".join(column_titles())]
        for row in chosen or range(self._rows.rowCount()):
            result = self._rows.result(row)
            if result is not None:
                lines.append("\t".join(" ".join(cell.split()) for cell in result.full_cells))
        QGuiApplication.clipboard().setText("\n".join(lines) + "\n")
        return len(lines) - 1


class ImportResults(QDialog):
    """The results of the last batches; an article can be opened, a difference be shown."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self.setWindowTitle(self.tr("What became of the files"))
        give_room(self, SIZE)
        self.rows = ResultRows(self)
        self.view = ResultView(self.rows)
        self.count = plain_label(wrapped=True)
        self.why = plain_label(wrapped=True)
        self.remedy = Remedy()
        self.open_button = plain_button(self.tr("Open the article"), self.tr("Enter"))
        self.difference_button = plain_button(self.tr("Show the difference…"))
        self.places_button = plain_button(
            self.tr("Find places…"),
            self.tr("Open the article, and list its highlights that need a place"),
        )
        self.copy_button = plain_button(
            self.tr("Copy all"), self.tr("Copy the whole table; Ctrl+C copies what is selected")
        )
        self.close_button = plain_button(self.tr("Close"), self.tr("Esc"))
        self.difference: DifferenceDialog | None = None
        for column, width in enumerate(WIDTHS):
            self.view.setColumnWidth(column, zoomed(width))
        self._restore()
        self._lay_out()
        self.view.selectionModel().currentRowChanged.connect(lambda _now, _was: self._show_row())
        self.view.activated.connect(lambda _index: self.open_article())
        self.open_button.clicked.connect(lambda _checked=False: self.open_article())
        self.difference_button.clicked.connect(lambda _checked=False: self.show_difference())
        self.places_button.clicked.connect(lambda _checked=False: self.find_places())
        self.copy_button.clicked.connect(lambda _checked=False: self._copy_all())
        self.close_button.clicked.connect(lambda _checked=False: self.close())
        self.finished.connect(lambda _result: self._remember())
        window.reviewing.project_changed.connect(self.hide)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for button in (self.open_button, self.difference_button, self.places_button):
            foot.addWidget(button)
        foot.addStretch(1)
        for button in (self.copy_button, self.close_button):
            foot.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(10)
        layout.addWidget(self.count)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.why)
        layout.addWidget(self.remedy)
        layout.addLayout(foot)

    def begin(self) -> None:
        """Show what became of the batches that were added last."""
        results = self._window.files.importing.results
        self.rows.show(results)
        waiting = self.rows.waiting_told()
        self.view.setColumnHidden(PLACE, not self.rows.has_places())
        self.view.setColumnHidden(HIGHLIGHTS, not waiting)
        self.places_button.setVisible(bool(waiting))
        told = self.tr("1 file or article in it") if len(results) == 1 else ""
        several = self.tr("{0} files, or articles in them").format(number(len(results)))
        if waiting:
            needed = self.tr("Highlights that need a place: {0}").format(waiting)
            self.count.setText(f"{told or several}. {needed}")
        else:
            self.count.setText(told or several)
        refused = next((row for row, one in enumerate(results) if one.why), 0)
        if results:
            self.view.setCurrentIndex(self.rows.index(refused, 0))
        self._show_row()
        self.view.setFocus()

    def _current(self) -> Result | None:
        return self.rows.result(self.view.currentIndex().row())

    def _show_row(self) -> None:
        result = self._current()
        self.why.setText(result.why if result is not None else "")
        self.why.setVisible(bool(result is not None and result.why))
        self.remedy.show_command(result.remedy if result is not None else "")
        self.open_button.setEnabled(result is not None and result.report.id is not None)
        alike = result is not None and result.report.resembles is not None
        self.difference_button.setEnabled(alike)
        self.places_button.setEnabled(result is not None and bool(result.waiting))

    def open_article(self) -> None:
        """Bring the article of the current row onto the page; this window stays."""
        result = self._current()
        if result is not None and result.report.id is not None:
            self._window.activateWindow()
            self._window.open_article(result.report.id)

    def find_places(self) -> None:
        """List the highlights that the current row's article has without a place."""
        result = self._current()
        if result is not None and result.waiting:
            self.open_article()
            self._window.tools.open(UNPLACED)

    def show_difference(self) -> None:
        """Show what differs from the article that the current row's resembles."""
        from annotator.gui.text_difference import DifferenceDialog  # noqa: PLC0415 - only who asks for it pays

        result, project = self._current(), self._window.reviewing.project
        if result is None or project is None:
            return
        report = result.report
        if report.id is None or report.resembles is None:
            return
        try:
            old, new = (project.queries.outline(one) for one in (report.resembles, report.id))
        except AnnotatorError as error:
            self.why.setText(sentence_on(error))
            self.why.show()
            return
        self.difference = self.difference or DifferenceDialog(self._window.themes, self)
        texts = [(one.article.title, one.revision.text) for one in (old, new)]
        self.difference.compare(texts[0], texts[1], old.article.direction)

    def _copy_all(self) -> None:
        count = self.view.copy(all_of_them=True)
        self.why.setText(self.tr("Copied: {0} rows").format(number(count)))
        self.why.show()

    def _restore(self) -> None:
        sizes = self._window.tools.widths.get(TOOL, [])
        if len(sizes) == len(WIDTHS) + 2 and all(isinstance(one, int) for one in sizes):
            self.resize(sizes[0], sizes[1])
            for column, width in enumerate(sizes[2:]):
                self.view.setColumnWidth(column, max(width, 20))

    def _remember(self) -> None:
        columns = [self.view.columnWidth(column) for column in range(len(WIDTHS))]
        self._window.tools.widths[TOOL] = [self.width(), self.height(), *columns]
