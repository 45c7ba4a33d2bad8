"""A table whose rows are read and copied: how it is set up, and Ctrl+C for its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from annotator.gui.ui_zoom import zoomed

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel

ROW = 30


class CopiedTable(QTableView):
    """Rows that are selected whole; whoever makes one of its kind says what is copied."""

    def __init__(self, name: str, rows: QAbstractItemModel) -> None:
        super().__init__()
        self.setObjectName("overview")
        self.setAccessibleName(name)
        self.setModel(rows)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(zoomed(ROW))
        self.verticalHeader().setDefaultSectionSize(zoomed(ROW))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setAccessibleName(self.tr("Columns"))

    def selected_rows(self) -> list[int]:
        """Return the rows that are selected, in their order."""
        return sorted({one.row() for one in self.selectionModel().selectedRows()})

    def copy(self, *, all_of_them: bool = False) -> int:
        """Copy rows as tab-separated values, their titles above; return how many."""
        raise NotImplementedError

    def event(self, event: QEvent) -> bool:
        """Have Ctrl+C for the rows."""
        override = event.type() == QEvent.Type.ShortcutOverride
        copies = QKeySequence.StandardKey.Copy
        if override and isinstance(event, QKeyEvent) and event.matches(copies):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Copy."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)
