"""Painting of the article list: a heading, or an article with its progress."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.gui.article_rows import FINISHED, ROW, Row, Section
from annotator.gui.plain import number
from annotator.gui.ui_zoom import zoomed

if TYPE_CHECKING:
    from annotator.gui.theme import Theme

Index = QModelIndex | QPersistentModelIndex

SIDE = 18
ABOVE, BELOW = 8, 10
GAP = 4
BAR = 3
HEADING = 36
MAX_LINES = 2
MAX_TITLE = 400


class ArticlePainter(QStyledItemDelegate):
    """Paints the rows of ``ArticleRows`` in the colors of a theme."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.width = 272
        # What follows holds for one width and font.
        self._measured: tuple[int, QFont] | None = None
        self._lines: dict[str, int] = {}
        self._sizes: list[QSize] = []

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        entry = index.data(ROW)
        painter.save()
        if isinstance(entry, Section):
            self._paint_heading(painter, option, entry)
        else:
            self._paint_article(painter, option, entry)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        """Return a row's size; a heading without articles has none."""
        entry = index.data(ROW)
        if isinstance(entry, Section):
            return QSize(0, zoomed(HEADING) if entry.rows else 0)
        if (self.width, option.font) != self._measured:
            self._measured = (self.width, QFont(option.font))
            self._lines.clear()
            self._sizes = [_size(lines, option.font) for lines in range(MAX_LINES + 1)]
        return self._sizes[self._line_count(entry.article.title, option.font)]

    def _line_count(self, title: str, font: QFont) -> int:
        if title not in self._lines:
            fits = QFontMetrics(font).horizontalAdvance(_tidy(title)) <= self.width - 2 * SIDE
            self._lines[title] = 1 if fits else MAX_LINES
        return self._lines[title]

    def _paint_heading(
        self, painter: QPainter, option: QStyleOptionViewItem, section: Section
    ) -> None:
        if not section.rows:
            return
        painter.setFont(heading_font(option.font))
        painter.setPen(self.theme.muted)
        place = option.rect.adjusted(SIDE - 3, 6, -SIDE, 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, section.heading.upper())

    def _paint_article(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        self._paint_ground(painter, option)
        place = option.rect.adjusted(SIDE, ABOVE, -SIDE, -BELOW)
        finished = row.section == FINISHED
        painter.setFont(option.font)
        painter.setPen(self.theme.muted if finished else self.theme.ink)
        top = place.top()
        spacing = QFontMetrics(option.font).lineSpacing()
        for line in title_lines(row.article.title, option.font, self.width - 2 * SIDE):
            text = QRect(place.left(), top, place.width(), spacing)
            painter.drawText(text, _leading(option), line)
            top += spacing
        self._paint_facts(painter, option, row, top=top + GAP)
        self._paint_bar(painter, place, row, option.direction)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, self.theme.page)
            bar = QRect(option.rect.topLeft(), QSize(3, option.rect.height()))
            place = QStyle.visualRect(option.direction, option.rect, bar)
            painter.fillRect(place, self.theme.accent)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, self.theme.ground)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(self.theme.focus)
            painter.drawRect(option.rect.adjusted(4, 0, -2, -1))

    def _paint_facts(
        self, painter: QPainter, option: QStyleOptionViewItem, row: Row, *, top: int
    ) -> None:
        font = small(option.font)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(self.theme.muted)
        place = option.rect.adjusted(SIDE, 0, -SIDE, 0)
        place.setTop(top)
        place.setHeight(metrics.lineSpacing())
        count = _count(row)
        painter.drawText(place, _trailing(option), count)
        room = place.width() - metrics.horizontalAdvance(count) - 2 * GAP
        source = metrics.elidedText(row.source, Qt.TextElideMode.ElideRight, room)
        painter.drawText(place, _leading(option), source)

    def _paint_bar(
        self, painter: QPainter, place: QRect, row: Row, direction: Qt.LayoutDirection
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        bar = QRect(QPoint(place.left(), place.bottom() - BAR + 1), QSize(place.width(), BAR))
        if self.theme.lines == self.theme.ink:
            # Where hairlines are as strong as ink, a thin track leaves the bar to be seen.
            painter.fillRect(bar.adjusted(0, 1, 0, -1), self.theme.lines)
        else:
            painter.setBrush(self.theme.lines)
            painter.drawRoundedRect(bar, 1.5, 1.5)
        if row.progress.reviewed and row.progress.sentences:
            share = min(1.0, row.progress.reviewed / row.progress.sentences)
            done = QRect(bar.topLeft(), QSize(max(BAR, round(bar.width() * share)), bar.height()))
            painter.setBrush(self._bar_color(row))
            painter.drawRoundedRect(QStyle.visualRect(direction, bar, done), 1.5, 1.5)

    def _bar_color(self, row: Row) -> QColor:
        color = QColor(self.theme.accent)
        if row.section == FINISHED:
            color.setAlphaF(0.7)
        return color


def _size(lines: int, font: QFont) -> QSize:
    """Return the size of an article's row with so many lines of title."""
    line = QFontMetrics(font).lineSpacing()
    meta = QFontMetrics(small(font)).lineSpacing()
    return QSize(0, ABOVE + lines * line + GAP + meta + 2 * GAP + BAR + BELOW)


def _count(row: Row) -> str:
    """Return how far an article is, and of a finished one what is left all the same."""
    figures = f"{number(row.progress.reviewed)}/{number(row.progress.sentences)}"
    if row.section != FINISHED:
        return figures
    left = QCoreApplication.translate("articles", "✓ {0} · {1} left")
    return left.format(figures, number(row.left)) if row.left else f"✓ {figures}"


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute


def _leading(option: QStyleOptionViewItem) -> Qt.AlignmentFlag:
    """Return the side at which the window begins to be read, whatever the text is written in."""
    return _RIGHT if option.direction == Qt.LayoutDirection.RightToLeft else _LEFT


def _trailing(option: QStyleOptionViewItem) -> Qt.AlignmentFlag:
    return _LEFT if option.direction == Qt.LayoutDirection.RightToLeft else _RIGHT


def small(font: QFont) -> QFont:
    """Return the font of figures and sources beside text in ``font``."""
    smaller = QFont(font)
    smaller.setPixelSize(max(11, font.pixelSize() - 1))
    return smaller


def heading_font(font: QFont) -> QFont:
    """Return the font of section heads beside text in ``font``."""
    heading = QFont(font)
    heading.setPixelSize(max(10, font.pixelSize() - 2))
    heading.setWeight(QFont.Weight.DemiBold)
    heading.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.5)
    return heading


def title_lines(title: str, font: QFont, width: int) -> list[str]:
    """Break a title into at most two lines of a width in pixels, the last one elided."""
    metrics = QFontMetrics(font)
    text = _tidy(title)
    lines: list[str] = []
    while len(lines) < MAX_LINES - 1 and metrics.horizontalAdvance(text) > width:
        cut = _fitting(text, metrics, width)
        lines.append(text[:cut].rstrip())
        text = text[cut:].lstrip()
    return [*lines, metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)]


def _tidy(title: str) -> str:
    return " ".join(title.split())[:MAX_TITLE]


def _fitting(text: str, metrics: QFontMetrics, width: int) -> int:
    """Return how many characters fit, cut at a space where there is one."""
    fitting = bisect_left(
        range(1, len(text)), 1, key=lambda cut: metrics.horizontalAdvance(text[:cut]) > width
    )
    space = text.rfind(" ", 0, fitting + 1)
    return space if space > 0 else max(1, fitting)
