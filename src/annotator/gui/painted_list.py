"""A list whose rows one painter paints, all of one height, as the panels have it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QListView

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel
    from PySide6.QtWidgets import QAbstractItemDelegate


class PaintedList(QListView):
    """A list without a frame that scrolls by pixels and edits nothing."""

    def __init__(
        self,
        rows: QAbstractItemModel,
        painter: QAbstractItemDelegate,
        *,
        name: str,
        ground: str = "side",
    ) -> None:
        """Show ``rows``, called ``name`` by screen readers, on the ground of that style name."""
        super().__init__()
        self.setObjectName(ground)
        self.setModel(rows)
        self.setItemDelegate(painter)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(name)
