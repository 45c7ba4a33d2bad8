"""Painting of the list of conflicts: what each is of, and what its sides say, in two lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from annotator.gui.article_painter import small
from annotator.gui.reading_direction import reads_leftward
from annotator.gui.search_hit_painter import SIDE, Index, SearchHitPainter
from annotator.gui.search_hits import HIT

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem

ABOVE, BETWEEN, BELOW = 5, 1, 6


class ConflictRowPainter(SearchHitPainter):
    """Paints rows so low that several are seen beside what the sides say."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of every row."""
        head = QFontMetrics(small(option.font)).lineSpacing()
        words = QFontMetrics(option.font).lineSpacing()
        return QSize(0, ABOVE + head + BETWEEN + words + BELOW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        hit = index.data(HIT)
        if hit is None:
            return
        painter.save()
        self._paint_ground(painter, option)
        place = option.rect.adjusted(SIDE, ABOVE, -SIDE, -BELOW)
        font = small(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        head = QRect(place)
        head.setHeight(QFontMetrics(font).lineSpacing())
        painter.setPen(self.theme.muted)
        _paint_line(painter, font, head, self._rows.kind(hit))
        words = QRect(place)
        words.setTop(head.bottom() + 1 + BETWEEN)
        painter.setPen(self.theme.ink)
        _paint_line(painter, option.font, words, hit.snippet)
        painter.restore()


def _paint_line(painter: QPainter, font: QFont, place: QRect, text: str) -> None:
    painter.setFont(font)
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    leftward = reads_leftward(text)
    side = Qt.AlignmentFlag.AlignRight if leftward else Qt.AlignmentFlag.AlignLeft
    flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(place, flags, shown)
