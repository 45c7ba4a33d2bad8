"""A label that gives way: a text too long for its room ends in an ellipsis."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLabel

from annotator.gui.plain import tooltip

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

PADDING = 6


class ElidedLabel(QLabel):
    """One line of plain text, no wider than ``most`` and as narrow as ``least`` in pixels.

    ``padding`` is what is left free to either side.
    """

    def __init__(self, name: str, *, least: int, most: int, padding: int = PADDING) -> None:
        super().__init__()
        self._least, self._most, self._padding = least, most, padding
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setObjectName(name)

    def show_text(self, text: str) -> None:
        """Show another text, which the tooltip tells in whole."""
        self.setText(text)
        self.setToolTip(tooltip(text))
        self.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of the whole text, up to the greatest width."""
        width = self.fontMetrics().horizontalAdvance(self.text()) + 2 * self._padding + 1
        return QSize(min(width, self._most), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size that is left where room is scarce."""
        return QSize(min(self.sizeHint().width(), self._least), super().sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint as much of the text as there is room for."""
        room = self.rect().adjusted(self._padding, 0, -self._padding, 0)
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
