"""Draws what is planned for the page: grounds, tints, lines, frames and margin marks."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPen, QPolygonF

from annotator.gui.page_drawing import Drawings, draw_strokes
from annotator.gui.page_measure import BADGE, BAR_WIDTH

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QPainter

    from annotator.core.records import Codebook
    from annotator.gui.page_geometry import Margin
    from annotator.gui.page_measure import Measure
    from annotator.gui.page_plan import Marks, Outline, Plan, Remnant
    from annotator.gui.theme import Theme

_UNKNOWN = "?"
REMNANT_FOOT = 3


class PagePainter:
    """The brushes and pens of one theme and codebook at one measure."""

    def __init__(
        self, theme: Theme, codebook: Codebook, measure: Measure, *, ticks: bool = True
    ) -> None:
        self.theme = theme
        self.measure = measure
        self._ticks = ticks
        self._labels = {label.id: label for label in codebook.labels}
        self._drawings = Drawings(theme, self._labels, measure, ratio=1.0)
        self._inks = cache(self._badge_inks)

    def begin(self, painter: QPainter) -> None:
        """Get ready for a device; everything is drawn on the edges of its pixels."""
        ratio = painter.device().devicePixelRatioF()
        if ratio != self._drawings.ratio:
            self._drawings = Drawings(self.theme, self._labels, self.measure, ratio=ratio)

    def prepare(self, plan: Plan) -> None:
        """Get a plan ready to be drawn."""
        self._drawings.of(plan)

    def draw_under(self, painter: QPainter, plan: Plan) -> None:
        """Draw what lies under the text."""
        fill = painter.fillRect
        for box, color in self._drawings.of(plan).tints:
            fill(box, color)

    def draw_over(self, painter: QPainter, plan: Plan) -> None:
        """Draw the lines under the text and the frame of the chosen highlight."""
        draw_strokes(painter, self._drawings.of(plan).strokes)
        self._draw_outlines(painter, plan.outlines)
        for remnant in plan.remnants:
            self._draw_remnant(painter, remnant)

    def _draw_remnant(self, painter: QPainter, remnant: Remnant) -> None:
        """Draw a thin upright line with feet where a highlight lost its text."""
        color = self._drawings.color(remnant.label_id)
        top = self._crisp(remnant.line.baseline) - self.measure.rise
        height = self.measure.rise + self.measure.drop
        x = self._crisp(remnant.x)
        painter.fillRect(QRectF(x - 1, top, 2, height), color)
        for foot in (top, top + height - 2):
            painter.fillRect(QRectF(x - REMNANT_FOOT, foot, 2 * REMNANT_FOOT, 2), color)

    def draw_ground(self, painter: QPainter, runs: Sequence[Outline], margin: Margin) -> None:
        """Draw the ground and the bar of the current sentence."""
        if not runs:
            return
        above, below = self.measure.band
        for run in runs:
            top = self._crisp(run.line.baseline) - above
            box = QRectF(run.left - 4, top, run.right - run.left + 8, above + below)
            painter.fillRect(box, self.theme.ground)
        top = self._crisp(runs[0].line.baseline) - self.measure.rise
        bottom = self._crisp(runs[-1].line.baseline) + self.measure.drop
        _round(painter, QRectF(margin.bar, top, BAR_WIDTH, bottom - top), 1.5, self.theme.accent)

    def draw_marks(self, painter: QPainter, marks: Iterable[Marks], margin: Margin) -> None:
        """Draw letters and check marks beside their lines."""
        painter.setFont(_badge_font())
        for mark in marks:
            checked = mark.checked and self._ticks
            top = self._crisp(mark.line.baseline) - self.measure.middle - BADGE / 2
            boxes = [
                QRectF(margin.slot(number), top, BADGE, BADGE)
                for number in range(len(mark.label_ids) + bool(mark.more) + checked)
            ]
            # The letters stand next to the text, in reading order, and the rest beyond them.
            boxes.reverse()
            if checked:
                _draw_check(painter, boxes.pop(0), self.theme.muted)
            if mark.more:
                painter.setPen(self.theme.muted)
                painter.drawText(boxes.pop(0), Qt.AlignmentFlag.AlignCenter, f"+{mark.more}")
            for label_id, box in zip(mark.label_ids, boxes, strict=True):
                self._draw_badge(painter, box, label_id)

    def _crisp(self, place: float) -> float:
        return self._drawings.crisp(place)

    def _draw_outlines(self, painter: QPainter, outlines: Sequence[Outline]) -> None:
        if not outlines:
            return
        above, below = self.measure.rise + 2, self.measure.drop + self.measure.room // 2
        painter.setPen(QPen(self.theme.accent, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        with _smooth(painter):
            for run in outlines:
                top = self._crisp(run.line.baseline) - above
                box = QRectF(run.left - 3, top, run.right - run.left + 6, above + below)
                painter.drawRoundedRect(box, 5, 5)

    def _draw_badge(self, painter: QPainter, box: QRectF, label_id: str) -> None:
        ground, ink, letter = self._inks(label_id)
        _round(painter, box, 5, ground)
        painter.setPen(ink)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)

    def _badge_inks(self, label_id: str) -> tuple[QColor, QColor, str]:
        """Return the color of a badge, that of its letter, and the letter."""
        label = self._labels.get(label_id)
        if label is None:
            return self.theme.muted, self.theme.page, _UNKNOWN
        return self.theme.label_color(label), self.theme.on_label(label), label.letter


class _smooth:  # noqa: N801 - reads as a statement's word
    """Antialiasing for the length of a block."""

    def __init__(self, painter: QPainter) -> None:
        self._painter = painter

    def __enter__(self) -> None:
        self._painter.setRenderHint(self._painter.RenderHint.Antialiasing, True)  # noqa: FBT003 - Qt's signature

    def __exit__(self, *_: object) -> None:
        self._painter.setRenderHint(self._painter.RenderHint.Antialiasing, False)  # noqa: FBT003 - Qt's signature


@cache
def _badge_font() -> QFont:
    font = QFont()
    font.setPixelSize(11)
    font.setWeight(QFont.Weight.Bold)
    return font


def _round(painter: QPainter, box: QRectF, radius: float, color: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    with _smooth(painter):
        painter.drawRoundedRect(box, radius, radius)


def _draw_check(painter: QPainter, box: QRectF, color: QColor) -> None:
    pen = QPen(color, 1.6)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    middle = box.center()
    with _smooth(painter):
        painter.drawPolyline(
            QPolygonF([middle + QPointF(*step) for step in ((-4, 0.5), (-1.2, 3.3), (4.2, -3.2))])
        )
