"""Places that a highlight may belong at, shown on the page: numbered frames, whole and dashed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPen

from annotator.gui.page_mouse import PageMouse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from annotator.core.span import Span
    from annotator.gui.page_geometry import Stretch

BADGE = 15
OVERLAP = 3
FRAME = 2.0
# In widths of the pen; the best place has a frame without gaps.
DASHES = (3.0, 2.0)


class PageOffers(PageMouse):
    """A page that shows where something may be put: the best place as 1, the runner-up as 2."""

    _offers: Sequence[Sequence[Span]] = ()
    _badges: list[QRectF]

    def show_offers(self, offers: Sequence[Sequence[Span]]) -> None:
        """Frame the spans of each place, in place of those framed before."""
        if offers or self._offers:
            self._offers = tuple(map(tuple, offers))
            self.viewport().update()

    def _paint_cue(self, painter: QPainter, stretch: Stretch) -> None:
        super()._paint_cue(painter, stretch)
        if not self._offers:
            return
        painter.save()
        painter.setRenderHint(painter.RenderHint.Antialiasing)
        self._badges = []
        for place, spans in enumerate(self._offers):
            # Of several places that are one there is one frame, with the numbers of all.
            if spans in self._offers[:place]:
                continue
            for span in spans:
                self._paint_offer(painter, stretch, span, place=place)
        painter.restore()

    def _paint_offer(self, painter: QPainter, stretch: Stretch, span: Span, *, place: int) -> None:
        pen = QPen(self._theme.ink, FRAME)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        if place:
            pen.setDashPattern(list(DASHES))
        numbered = stretch.start > span.start
        for line in stretch.lines_over(span.start, span.end):
            for left, right in line.runs(span.start, span.end):
                top = round(line.baseline) - self._measure.rise - 1
                high = self._measure.rise + self._measure.drop + 2
                box = QRectF(left - 2, top, right - left + 4, high)
                painter.setPen(pen)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(box)
                if not numbered:
                    self._paint_number(painter, box, place)
                    numbered = True

    def _paint_number(self, painter: QPainter, box: QRectF, place: int) -> None:
        """Paint the number on the upper corner at which the place begins to be read."""
        ink, ground = self._theme.ink, self._theme.page
        if not place:
            ink, ground = ground, ink
        font = QFont(painter.font())
        font.setPixelSize(11)
        font.setWeight(QFont.Weight.Bold)
        same = self._offers[place]
        numbers = " ".join(str(one + 1) for one, spans in enumerate(self._offers) if spans == same)
        badge = self._free_place(box, QFontMetricsF(font).horizontalAdvance(numbers))
        painter.setPen(QPen(self._theme.ink, 1))
        painter.setBrush(ground)
        painter.drawRect(badge)
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, numbers)

    def _free_place(self, box: QRectF, wide: float) -> QRectF:
        """Return where a number goes that covers no other one."""
        wide = max(wide + 7, BADGE)
        left = box.right() - wide if self._rtl else box.left()
        badge = QRectF(left, box.top() - BADGE + OVERLAP, wide, BADGE)
        while (
            other := next((one for one in self._badges if one.intersects(badge)), None)
        ) is not None:
            badge.moveLeft(other.left() - wide - 1 if self._rtl else other.right() + 1)
        self._badges.append(badge)
        return badge
