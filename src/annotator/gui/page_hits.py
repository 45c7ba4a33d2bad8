"""Where a search found something on the page: those hits alone that are in sight are looked at."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QPainter

    from annotator.core.span import Span
    from annotator.gui.page_geometry import Stretch
    from annotator.gui.page_measure import Measure
    from annotator.gui.theme import Theme

GROUND = 0.34


class PageHits:
    """The hits of one search, disjoint and in order, and which of them the reader stands on."""

    def __init__(self, spans: Sequence[Span] = (), current: Span | None = None) -> None:
        self._spans = spans
        self.current = current

    def __len__(self) -> int:
        return len(self._spans)

    def over(self, start: int, end: int) -> Iterator[Span]:
        """Yield the hits that share a code point with a stretch of the text."""
        spans = self._spans
        place = max(bisect_right(spans, start, key=lambda span: span.start) - 1, 0)
        last = bisect_left(spans, end, key=lambda span: span.start)
        return (span for span in spans[place:last] if span.end > start)

    def draw(self, painter: QPainter, stretch: Stretch, measure: Measure, *, theme: Theme) -> None:
        """Draw a ground under each hit of a stretch, and a frame around the current one."""
        color = QColor(theme.warning)
        color.setAlphaF(GROUND)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for span in self.over(stretch.start, stretch.end):
            for line in stretch.lines_over(span.start, span.end):
                for left, right in line.runs(span.start, span.end):
                    top = round(line.baseline) - measure.rise
                    box = QRectF(left, top, right - left, measure.rise + measure.drop)
                    painter.fillRect(box, color)
                    if span == self.current:
                        painter.setPen(QPen(theme.ink, 1.5))
                        painter.drawRect(box.adjusted(-1, -1, 1, 1))
