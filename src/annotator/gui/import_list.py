"""The table of what comes in, beside what is shown of one of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from annotator.gui.import_rows import ARTICLE, STATE
from annotator.gui.ui_zoom import zoomed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from annotator.gui.import_rows import ImportRows

WIDTHS = (170, 190, 100)
LEAST = 90
ROW = 30


class ImportList(QTableView):
    """Rows of one line; where it is narrow, titles give way to what becomes of the articles."""

    def __init__(self, rows: ImportRows) -> None:
        super().__init__()
        self._wanted = zoomed(WIDTHS[ARTICLE])
        self._fitting = False
        self.setObjectName("overview")
        self.setModel(rows)
        self.setAccessibleName(self.tr("Articles that come in"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._set_up_headers()
        self.set_widths([zoomed(one) for one in WIDTHS])

    def _set_up_headers(self) -> None:
        side, header = self.verticalHeader(), self.horizontalHeader()
        side.hide()
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        side.setMinimumSectionSize(zoomed(ROW))
        side.setDefaultSectionSize(zoomed(ROW))
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setAccessibleName(self.tr("Columns"))
        header.sectionResized.connect(self._take)

    @property
    def widths(self) -> list[int]:
        """How wide the columns are, or would be where there is room."""
        others = (self.columnWidth(column) for column in range(STATE, len(WIDTHS)))
        return [max(one, 1) for one in (self._wanted, *others)]

    def set_widths(self, widths: Sequence[int]) -> None:
        """Make the columns as wide as they were."""
        for column, wide in enumerate(widths):
            self.setColumnWidth(column, wide)
        self._fit()

    def _take(self, column: int, _before: int, now: int) -> None:
        if column == ARTICLE and not self._fitting:
            self._wanted = now

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the states in sight."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.viewport().width() - self.columnWidth(STATE)
        self._fitting = True
        self.setColumnWidth(ARTICLE, max(min(self._wanted, room), zoomed(LEAST)))
        self._fitting = False
