"""The menu bar in the line on top, as wide as its menus from either side."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QMenuBar, QStyle

from annotator.gui.ui_zoom import zoomed

# What the style sheet puts around each title.
PADDING = 7


class MenuLine(QMenuBar):
    """A menu bar that asks for its room from right to left, too.

    There Qt works out what it wants from what it has, and ends with none.
    """

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of all titles side by side."""
        hint = super().sizeHint()
        if self.layoutDirection() == Qt.LayoutDirection.LeftToRight:
            return hint
        spacing = self.style().pixelMetric(QStyle.PixelMetric.PM_MenuBarItemSpacing)
        titles = [action.text().replace("&", "") for action in self.actions()]
        words = sum(self.fontMetrics().horizontalAdvance(title) for title in titles)
        around = 2 * zoomed(PADDING) + spacing
        return QSize(words + (len(titles) + 1) * around, hint.height())
