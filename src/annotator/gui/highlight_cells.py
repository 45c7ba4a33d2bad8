"""Painting of the table of highlights: badges, quotes in their own direction, a sign for notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.gui.badges import BADGE, paint_badge
from annotator.gui.bridge import shown
from annotator.gui.highlight_rows import COLUMNS, HighlightRows
from annotator.gui.reading_direction import direction_of, reads_leftward
from annotator.gui.ui_zoom import zoomed

if TYPE_CHECKING:
    from annotator.gui.theme import Theme

Index = QModelIndex | QPersistentModelIndex

SIDE = 8
# More than fits into the widest column; eliding measures all that it is given.
MOST_SHOWN = 400
MUTED = frozenset({"article", "reviewer", "modified"})
SELECTED = 0.16
SHEET = (10, 12)


class HighlightCells(QStyledItemDelegate):
    """Paints the cells of ``HighlightRows`` in the colors of a theme."""

    def __init__(self, rows: HighlightRows, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._rows = rows

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a cell."""
        listed = self._rows.listed(index.row())
        painter.save()
        self._paint_ground(painter, option)
        if listed is not None:
            column = COLUMNS[index.column()]
            place = option.rect.adjusted(SIDE, 0, -SIDE, 0)
            painter.setFont(option.font)
            if column == "note":
                if listed.has_note:
                    self._paint_sheet(painter, place)
            else:
                if column == "label":
                    place = self._paint_badge(painter, place, listed.label_id)
                text = self._rows.text(listed, column)
                self._paint_text(painter, place, text, muted=column in MUTED)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        theme, rect = self.theme, option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            color = QColor(theme.accent)
            color.setAlphaF(SELECTED)
            painter.fillRect(rect, color)
            painter.fillRect(rect.left(), rect.bottom() - 1, rect.width(), 2, theme.accent)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.lines)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.focus, 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -2))

    def _paint_badge(self, painter: QPainter, place: QRect, label_id: str) -> QRect:
        label = self._rows.codebook.label_by_id(label_id) if self._rows.codebook else None
        if label is None:
            return place
        size = zoomed(BADGE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = place.top() + (place.height() - size) // 2
        paint_badge(painter, QPoint(place.left(), top), label, theme=self.theme)
        painter.restore()
        return place.adjusted(size + 8, 0, 0, 0)

    def _paint_text(self, painter: QPainter, place: QRect, text: str, *, muted: bool) -> None:
        words = shown(text[:MOST_SHOWN])
        painter.setPen(self.theme.muted if muted else self.theme.ink)
        painter.setLayoutDirection(direction_of(text))
        leftward = reads_leftward(text)
        side = Qt.AlignmentFlag.AlignRight if leftward else Qt.AlignmentFlag.AlignLeft
        metrics = QFontMetrics(painter.font())
        fitting = metrics.elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place, int(flags) | int(Qt.TextFlag.TextSingleLine), fitting)

    def _paint_sheet(self, painter: QPainter, place: QRect) -> None:
        """Paint a small sheet with lines."""
        width, height = zoomed(SHEET[0]), zoomed(SHEET[1])
        sheet = QRect(0, 0, width, height)
        sheet.moveCenter(place.center())
        painter.setPen(QPen(self.theme.ink, 1))
        painter.drawRect(sheet)
        for part in (1, 2, 3):
            top = sheet.top() + part * height // 4
            painter.drawLine(sheet.left() + 2, top, sheet.right() - 1, top)
