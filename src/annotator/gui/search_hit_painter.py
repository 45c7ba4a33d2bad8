"""Painting of what a search found: whose words, what it is, and the words around each match."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.gui.article_painter import small
from annotator.gui.badges import BADGE, paint_badge
from annotator.gui.bridge import places, shown, utf16_length
from annotator.gui.reading_direction import direction_of, reads_leftward
from annotator.gui.search_hits import HIT, SearchHits
from annotator.gui.ui_zoom import zoomed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.core.span import Span
    from annotator.gui.theme import Theme
    from annotator.service.finding import SearchHit

Index = QModelIndex | QPersistentModelIndex

SIDE = 16
ABOVE, BELOW = 9, 10
GAP = 4
LINES = 3
# Under a match, as on the page.
GROUND = 0.34
_TOP = Qt.AlignmentFlag.AlignVCenter


class SearchHitPainter(QStyledItemDelegate):
    """Paints rows of ``SearchHits``: a match is heavier and underlined, besides its ground."""

    def __init__(self, rows: SearchHits, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._rows = rows

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of every row."""
        head = max(QFontMetrics(small(option.font)).lineSpacing(), zoomed(BADGE))
        line = QFontMetrics(option.font).lineSpacing()
        meta = QFontMetrics(small(option.font)).lineSpacing()
        return QSize(0, ABOVE + head + GAP + LINES * line + GAP + meta + BELOW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        hit = index.data(HIT)
        if hit is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option)
        place = option.rect.adjusted(SIDE, ABOVE, -SIDE, -BELOW)
        head = self._paint_head(painter, option, place, hit)
        meta = QFontMetrics(small(option.font)).lineSpacing()
        words = QRect(place)
        words.setTop(head + GAP)
        words.setBottom(place.bottom() - meta - GAP)
        self._paint_snippet(painter, option.font, words, hit)
        self._paint_title(painter, option.font, place.adjusted(0, place.height() - meta, 0, 0), hit)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        theme, rect = self.theme, option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.page)
            painter.fillRect(QRect(rect.topLeft(), QSize(3, rect.height())), theme.accent)
            if theme.page == theme.side:
                painter.setPen(theme.accent)
                painter.drawRect(rect.adjusted(1, 1, -2, -2))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.ground)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.lines)

    def _paint_head(
        self, painter: QPainter, option: QStyleOptionViewItem, place: QRect, hit: SearchHit
    ) -> int:
        """Paint what a hit is and return where that ends."""
        font, left = small(option.font), place.left()
        height = max(QFontMetrics(font).lineSpacing(), zoomed(BADGE))
        label = self._rows.label(hit)
        if label is not None:
            top = place.top() + (height - zoomed(BADGE)) // 2
            painter.save()
            paint_badge(painter, QPoint(left, top), label, theme=self.theme)
            painter.restore()
            left += zoomed(BADGE) + 8
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(self.theme.muted)
        line = QRect(left, place.top(), place.right() - left + 1, height)
        kind = _elided(self._rows.kind(hit), font, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | _TOP, kind)
        return line.bottom() + 1

    def _paint_title(self, painter: QPainter, font: QFont, place: QRect, hit: SearchHit) -> None:
        if hit.kind == "article" and hit.span is None:
            return
        painter.setFont(small(font))
        painter.setPen(self.theme.muted)
        title = _elided(" ".join(hit.title.split()), small(font), place.width())
        side = Qt.AlignmentFlag.AlignRight if reads_leftward(title) else Qt.AlignmentFlag.AlignLeft
        painter.drawText(place, side | Qt.AlignmentFlag.AlignAbsolute | _TOP, title)

    def _paint_snippet(self, painter: QPainter, font: QFont, place: QRect, hit: SearchHit) -> None:
        layout = self._laid_out(hit.snippet, hit, font=font, width=place.width())
        last = layout.lineAt(layout.lineCount() - 1)
        end = places(hit.snippet, [last.textStart() + last.textLength()])[0]
        if end < len(hit.snippet):
            cut = hit.snippet[: max(end - 2, 0)].rstrip()
            layout = self._laid_out(f"{cut}…", hit, font=font, width=place.width())
        painter.setPen(self.theme.ink)
        layout.draw(painter, place.topLeft())

    def _laid_out(self, text: str, hit: SearchHit, *, font: QFont, width: int) -> QTextLayout:
        layout = QTextLayout(shown(text), font)
        option = layout.textOption()
        option.setTextDirection(direction_of(hit.snippet))
        option.setAlignment(Qt.AlignmentFlag.AlignLeading)
        layout.setTextOption(option)
        layout.setFormats(self._formats(text, hit.matches))
        layout.beginLayout()
        top = 0.0
        for _ in range(LINES):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top))
            top += QFontMetrics(font).lineSpacing()
        layout.endLayout()
        return layout

    def _formats(self, text: str, matches: Sequence[Span]) -> list[QTextLayout.FormatRange]:
        found = []
        for match in matches:
            one = QTextLayout.FormatRange()
            one.start = utf16_length(text[: match.start])
            one.length = utf16_length(text[match.start : match.end])
            one.format = _match_format(self.theme.ink.name(), self.theme.warning.name())
            found.append(one)
        return found


@lru_cache(maxsize=8)
def _match_format(ink: str, ground: str) -> QTextCharFormat:
    found, color = QTextCharFormat(), QColor(ground)
    color.setAlphaF(GROUND)
    found.setFontWeight(QFont.Weight.Bold)
    found.setFontUnderline(True)
    found.setForeground(QColor(ink))
    found.setBackground(color)
    return found


def _elided(text: str, font: QFont, width: int) -> str:
    return QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, width)
