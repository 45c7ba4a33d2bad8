"""Painting of what the field on top found: the title, and its key at the end of the line."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

HINT = int(Qt.ItemDataRole.UserRole)
GAP = 12
Index = QModelIndex | QPersistentModelIndex


class OfferPainter(QStyledItemDelegate):
    """Paints a row as the style does, its hint apart."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802 - Qt's name
        """Shorten the title to what its hint leaves."""
        super().initStyleOption(option, index)
        wide = option.fontMetrics.horizontalAdvance(index.data(HINT) or "")
        room = option.rect.width() - wide - 3 * GAP
        option.text = option.fontMetrics.elidedText(
            index.data() or "", Qt.TextElideMode.ElideRight, room
        )

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the title, then the hint."""
        super().paint(painter, option, index)
        hint = index.data(HINT)
        if not hint:
            return
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.WindowText
        group = QPalette.ColorGroup.Normal if selected else QPalette.ColorGroup.Disabled
        painter.save()
        painter.setFont(option.font)
        painter.setPen(option.palette.color(group, role))
        place = option.rect.adjusted(GAP, 0, -GAP, 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, hint)
        painter.restore()
