"""The pages of a PDF: where the next line goes, and what stands at the foot of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPageLayout, QPageSize

from annotator.gui.bridge import shown

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter, QPdfWriter

RESOLUTION = 600
POINTS_PER_INCH = 72
MARGIN_MM = 18
MUTED = QColor("#5b5b66")
_FOOT = 24
_FOOT_SIZE = 8


def set_pages(writer: QPdfWriter) -> None:
    """Have upright A4 pages with even margins."""
    writer.setResolution(RESOLUTION)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    writer.setPageMargins(margins, QPageLayout.Unit.Millimeter)


class Sheet:
    """The page that is being drawn on; lengths given are in points, those returned in dots."""

    def __init__(self, writer: QPdfWriter, painter: QPainter, title: str) -> None:
        self.writer, self.painter = writer, painter
        self._title = shown(" ".join(title.split()))
        self.page = 1
        self._y = 0.0

    @property
    def width(self) -> float:
        """How wide a line can be."""
        return float(self.writer.width())

    @property
    def _bottom(self) -> float:
        return self.writer.height() - self.dots(_FOOT)

    def dots(self, points: float) -> float:
        """Return a length in the dots of the device."""
        return points * RESOLUTION / POINTS_PER_INCH

    def take(self, height: float) -> float:
        """Return the top of so many dots that are free, on a new page where need be."""
        if self._y and self._y + height > self._bottom:
            self.new_page()
        top = self._y
        self._y += height
        return top

    def keep(self, points: float) -> None:
        """Begin a page where so much does not fit on this one any more."""
        if self._y and self._y + self.dots(points) > self._bottom:
            self.new_page()

    def space(self, points: float) -> None:
        """Leave some room, but none at the top of a page."""
        if self._y:
            self._y += self.dots(points)

    def new_page(self) -> None:
        """End this page and begin the next."""
        self.end()
        self.writer.newPage()
        self.page += 1
        self._y = 0.0

    def end(self) -> None:
        """Draw the foot of the page: the title and the page's number."""
        font = QFont(["Noto Sans", "Segoe UI", "Helvetica Neue", "DejaVu Sans"])
        font.setPointSizeF(_FOOT_SIZE)
        height = self.dots(_FOOT)
        box = QRectF(0, self.writer.height() - height, self.width, height)
        bottom = Qt.AlignmentFlag.AlignBottom
        self.painter.setFont(font)
        self.painter.setPen(MUTED)
        metrics = QFontMetricsF(font, self.writer)
        room = self.width - self.dots(4 * _FOOT)
        words = metrics.elidedText(self._title, Qt.TextElideMode.ElideRight, room)
        self.painter.drawText(box, bottom | Qt.AlignmentFlag.AlignLeft, words)
        self.painter.drawText(box, bottom | Qt.AlignmentFlag.AlignRight, str(self.page))
