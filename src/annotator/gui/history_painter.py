"""Painting of the history: a line of points, hollow where undone, ringed where the project is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.gui.article_painter import small
from annotator.gui.history_rows import ENTRY, IS_CURRENT, HistoryRows
from annotator.gui.ui_zoom import zoomed

if TYPE_CHECKING:
    from annotator.gui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
RAIL, TEXT, SIDE = 18, 36, 12
ABOVE, GAP = 8, 2
POINT, RING = 4.0, 7.0


class HistoryPainter(QStyledItemDelegate):
    """Paints the rows of ``HistoryRows`` in the colors of a theme."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802 - Qt's name
        """Return a row's size: two lines."""
        line = QFontMetrics(option.font).lineSpacing()
        return QSize(0, 2 * ABOVE + line + GAP + QFontMetrics(small(option.font)).lineSpacing())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option)
        entry = index.data(ENTRY)
        undone, current = entry is not None and entry.undone, bool(index.data(IS_CURRENT))
        self._paint_point(painter, option.rect, index, hollow=undone, ringed=current)
        place = option.rect.adjusted(zoomed(TEXT), ABOVE, -SIDE, -ABOVE)
        self._paint_words(painter, option, index, place=place, current=current)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, self.theme.page)
            bar = QRect(option.rect.topLeft(), QSize(3, option.rect.height()))
            painter.fillRect(bar, self.theme.accent)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, self.theme.ground)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(self.theme.focus)
            painter.drawRect(option.rect.adjusted(4, 0, -2, -1))

    def _paint_point(
        self, painter: QPainter, rect: QRect, index: Index, *, hollow: bool, ringed: bool
    ) -> None:
        middle = QPointF(rect.left() + zoomed(RAIL), rect.center().y())
        painter.setPen(QPen(self.theme.lines, 1))
        top = rect.top() if index.row() else middle.y()
        last = index.row() == index.model().rowCount() - 1
        bottom = middle.y() if last else rect.bottom() + 1
        painter.drawLine(QPointF(middle.x(), top), QPointF(middle.x(), bottom))
        ink = self.theme.muted if hollow else self.theme.accent
        painter.setPen(QPen(ink, 1.5))
        painter.setBrush(self.theme.side)
        if ringed:
            painter.drawEllipse(middle, zoomed(round(RING)), zoomed(round(RING)))
        if not hollow:
            painter.setBrush(ink)
        painter.drawEllipse(middle, zoomed(round(POINT)), zoomed(round(POINT)))

    def _paint_words(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
        *,
        place: QRect,
        current: bool,
    ) -> None:
        entry, rows = index.data(ENTRY), index.model()
        font = QFont(option.font)
        font.setStrikeOut(entry is not None and entry.undone)
        font.setWeight(QFont.Weight.DemiBold if current else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(self.theme.muted if entry is not None and entry.undone else self.theme.ink)
        metrics = QFontMetrics(font)
        title = " ".join(str(index.data()).split())[:400]
        elided = metrics.elidedText(title, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, _LEFT | Qt.AlignmentFlag.AlignTop, elided)
        painter.setFont(small(option.font))
        painter.setPen(self.theme.muted)
        assert isinstance(rows, HistoryRows)  # noqa: S101 - it paints no other model
        facts = QFontMetrics(painter.font()).elidedText(
            rows.facts(index.row()), Qt.TextElideMode.ElideRight, place.width()
        )
        painter.drawText(place, _LEFT | Qt.AlignmentFlag.AlignBottom, facts)


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
