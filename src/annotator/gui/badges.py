"""The small shapes that stand for labels and keys: a letter on its color, a key cap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QWidget

from annotator.gui.ui_zoom import zoomed

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from annotator.core.records import Label
    from annotator.gui.theme import Theme

BADGE = 18
ROUND = 5


def paint_badge(painter: QPainter, at: QPoint, label: Label, *, theme: Theme) -> None:
    """Paint a label's letter on its color; ``at`` is the top left corner."""
    place = QRect(at, QSize(zoomed(BADGE), zoomed(BADGE)))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.label_color(label))
    painter.drawRoundedRect(place, ROUND, ROUND)
    font = QFont(painter.font())
    font.setPixelSize(zoomed(11))
    font.setWeight(QFont.Weight.Bold)
    painter.setFont(font)
    painter.setPen(theme.on_label(label))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, label.letter)


def paint_key_cap(painter: QPainter, place: QRect, key: str, *, theme: Theme) -> None:
    """Paint a key as it looks on a keyboard."""
    painter.setPen(QPen(theme.lines, 1))
    painter.setBrush(theme.field)
    painter.drawRoundedRect(place, 4, 4)
    painter.drawLine(place.left() + 3, place.bottom() + 1, place.right() - 3, place.bottom() + 1)
    font = QFont(painter.font())
    font.setPixelSize(zoomed(11))
    font.setWeight(QFont.Weight.Medium)
    painter.setFont(font)
    painter.setPen(theme.ink)
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, key)


class Badge(QWidget):
    """A label's badge as a widget."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.label: Label | None = None
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colors, as large as the window's parts are."""
        self.theme = theme
        self.setFixedSize(zoomed(BADGE), zoomed(BADGE))
        self.update()

    def show_label(self, label: Label | None) -> None:
        """Show another label's badge, or none."""
        self.label = label
        self.setVisible(label is not None)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the badge."""
        if self.label is not None:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_badge(painter, QPoint(0, 0), self.label, theme=self.theme)
