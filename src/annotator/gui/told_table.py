"""A table of things told, row by row in words: read, sorted by nothing, and copied."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication

from annotator.gui.copied_table import CopiedTable
from annotator.gui.plain import plain_label, tooltip
from annotator.gui.ui_zoom import zoomed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent

    Index = QModelIndex | QPersistentModelIndex

_NOWHERE = QModelIndex()


class ToldRows(QAbstractTableModel):
    """Rows of words under their titles; a column of numbers stands to the right."""

    def __init__(self, titles: Sequence[str], numbers: Sequence[int]) -> None:
        super().__init__()
        self.titles = tuple(titles)
        self._numbers = frozenset(numbers)
        self.rows: tuple[tuple[str, ...], ...] = ()

    def show(self, rows: Sequence[tuple[str, ...]], titles: Sequence[str] = ()) -> None:
        """Show other rows, and other titles where there are any."""
        self.beginResetModel()
        self.rows, self.titles = tuple(rows), tuple(titles) or self.titles
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.titles)

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's signature
        """Return the title of a column."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.titles[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        """Return what a view asks of a cell."""
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(row[column].split())
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(row[column])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, row))
        if role == Qt.ItemDataRole.TextAlignmentRole and column in self._numbers:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def as_text(self, chosen: Sequence[int] = ()) -> str:
        """Return rows as tab-separated values under their titles; all where none is chosen."""
        rows = [self.rows[row] for row in chosen] or self.rows
        lines = [self.titles, *rows]
        return "".join("\t".join(" ".join(cell.split()) for cell in one) + "\n" for one in lines)


class ToldTable(CopiedTable):
    """A table of words; Ctrl+C copies the rows that are selected.

    ``whole`` is a label for its user to place, which says the current row in full.
    """

    def __init__(
        self,
        name: str,
        titles: Sequence[str],
        widths: Sequence[int],
        *,
        numbers: Sequence[int] = (),
    ) -> None:
        rows = ToldRows(titles, numbers)
        super().__init__(name, rows)
        rows.setParent(self)
        self.rows = rows
        for column, width in enumerate(widths):
            self.setColumnWidth(column, zoomed(width))
        # The current row in full, for who has no mouse to rest on it.
        self.whole = plain_label("muted", wrapped=True)
        self.whole.hide()
        self.selectionModel().currentRowChanged.connect(lambda now, _was: self._tell(now.row()))

    def show_rows(self, rows: Sequence[tuple[str, ...]], titles: Sequence[str] = ()) -> None:
        """Show other rows, none of them selected."""
        self.rows.show(rows, titles)
        self._tell(-1)

    def _tell(self, row: int) -> None:
        cells = self.rows.rows[row] if 0 <= row < len(self.rows.rows) else ()
        self.whole.setText(" · ".join(cell for cell in cells if cell))
        self.whole.setVisible(bool(cells))

    def copy(self, *, all_of_them: bool = False) -> int:
        """Copy rows as tab-separated values, their titles above; return how many."""
        copied = [] if all_of_them else self.selected_rows()
        QGuiApplication.clipboard().setText(self.rows.as_text(copied))
        return len(copied) or len(self.rows.rows)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show which row has the keys."""
        super().focusInEvent(event)
        if self.rows.rows and not self.selectionModel().hasSelection():
            self.selectRow(0)
