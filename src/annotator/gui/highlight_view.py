"""The view of the table of highlights and what its keys do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from annotator.gui.highlight_cells import HighlightCells
from annotator.gui.highlight_rows import COLUMNS, SORTED, HighlightRows, column_title
from annotator.gui.ui_zoom import zoomed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex

    from annotator.gui.theme import Theme
    from annotator.service.finding import HighlightSort, ListedHighlight

ROW = 32
WIDTHS = {
    "label": 180,
    "quote": 340,
    "reviewer": 130,
    "article": 170,
    "speaker": 130,
    "verdict": 110,
    "modified": 140,
    "note": 52,
}
# What one key deletes, copies or labels; above this a command for all would be asked for.
MOST_CHOSEN = 5_000
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
DELETE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
PLAIN = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier


class HighlightView(QTableView):
    """Rows of one height; ``typed`` carries a character that may be a label's key."""

    wanted = Signal()
    deleted = Signal()
    typed = Signal(str)
    sort_wanted = Signal(str)
    left_above = Signal()
    too_many = Signal()
    _column = 0

    def __init__(self, rows: HighlightRows, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("rows")
        self.cells = HighlightCells(rows, theme, self)
        self._rows = rows
        self.setModel(rows)
        self.setItemDelegate(self.cells)
        self.setAccessibleName(self.tr("Highlights"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setAccessibleName(self.tr("Columns"))
        header.sectionClicked.connect(self._want_sort)
        self.doubleClicked.connect(lambda _index: self.wanted.emit())
        self.set_zoom()
        self.set_widths([zoomed(WIDTHS[column]) for column in COLUMNS])

    def set_zoom(self) -> None:
        """Give every row the height that the window's zoom asks for."""
        self.verticalHeader().setMinimumSectionSize(zoomed(ROW))
        self.verticalHeader().setDefaultSectionSize(zoomed(ROW))

    def set_widths(self, widths: Sequence[object]) -> None:
        """Make the columns as wide as they were left."""
        if len(widths) == len(COLUMNS):
            for column, width in enumerate(widths):
                if isinstance(width, int) and width > 0:
                    self.setColumnWidth(column, width)

    def widths(self) -> list[int]:
        """Return how wide the columns are."""
        return [self.columnWidth(column) for column in range(len(COLUMNS))]

    def show_sort(self, sort: HighlightSort) -> None:
        """Show by which column the rows are sorted."""
        order = Qt.SortOrder.DescendingOrder if sort.descending else Qt.SortOrder.AscendingOrder
        column = next((place for place, one in enumerate(COLUMNS) if SORTED.get(one) == sort.by), 0)
        self.horizontalHeader().setSortIndicator(column, order)

    def _want_sort(self, section: int) -> None:
        self.sort_wanted.emit(COLUMNS[section])

    def stand_on(self, row: int) -> None:
        """Make a row the current and only selected one, in sight."""
        if not 0 <= row < self._rows.rowCount():
            return
        index: QModelIndex = self._rows.index(row, self._column)
        self.setCurrentIndex(index)
        self.selectRow(row)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]  # noqa: N802 - Qt's name and order of arguments
        """Remember the column: other rows, or another order of them, leave the reader in it."""
        if current.isValid():
            self._column = current.column()
        super().currentChanged(current, previous)

    def first_chosen(self) -> int:
        """Return the first selected row, 0 where none is."""
        return min((top for top, _ in self._ranges()), default=0)

    def _ranges(self) -> list[tuple[int, int]]:
        selection = self.selectionModel().selection()
        found = (selection.at(place) for place in range(selection.size()))
        return sorted((one.top(), one.bottom()) for one in found)

    def chosen(self) -> list[ListedHighlight]:
        """Return the selected rows, in their order; none where there are too many for one step."""
        ranges = self._ranges()
        if sum(bottom - top + 1 for top, bottom in ranges) > MOST_CHOSEN:
            self.too_many.emit()
            return []
        found = (self._rows.listed_between(top, bottom) for top, bottom in ranges)
        return list({one.key: one for page in found for one in page}.values())

    def copy(self) -> None:
        """Copy the selected rows as tab-separated values, their titles above."""
        lines = ["\t".join(column_title(column) for column in COLUMNS)]
        for listed in self.chosen():
            cells = (self._rows.text(listed, column) for column in COLUMNS)
            lines.append("\t".join(" ".join(cell.split()) for cell in cells))
        if len(lines) > 1:
            QGuiApplication.clipboard().setText("\n".join(lines) + "\n")

    def event(self, event: QEvent) -> bool:
        """Keep the window's single letters and digits from acting on the page behind."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            mine = event.text().isprintable() and event.text() and event.modifiers() in PLAIN
            if mine or event.matches(QKeySequence.StandardKey.Copy):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go there, delete, copy, sort by the column of the current cell, or label."""
        key, plain = Qt.Key(event.key()), event.modifiers() in PLAIN
        if key in ENTER and plain:
            self.wanted.emit()
        elif key in DELETE and plain:
            self.deleted.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif key == Qt.Key.Key_S and plain:
            self._want_sort(self._column)
        elif key == Qt.Key.Key_Up and plain and self.currentIndex().row() <= 0:
            self.left_above.emit()
        elif plain and event.text().isprintable() and event.text().strip():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)
