"""Draws what is planned for the page: grounds, tints, lines, frames and margin marks."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPen, QPolygonF

from annotator.gui.page_measure import BADGE, BAR_WIDTH
from annotator.gui.theme import legible

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QPainter

    from annotator.core.records import Codebook, Label
    from annotator.gui.page_geometry import Line, Margin
    from annotator.gui.page_measure import Measure
    from annotator.gui.page_plan import Marks, Outline, Plan, Remnant, Stroke, Tint
    from annotator.gui.theme import Theme

# Dash patterns in widths of the pen. Lines that had to grow thin keep a pattern of their own.
PATTERNS: dict[str, tuple[float, ...]] = {"dashed": (3, 1.5), "dotted": (1, 1)}
THIN_PATTERNS: dict[str, tuple[float, ...]] = {
    "dashed": (6, 3),
    "dotted": (2, 2),
    "double": (9, 2, 2, 2),
    "wavy": (3, 2, 1, 2),
}
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
        self._ratio = 1.0
        self._strokes = cache(partial(measure.strokes, width=theme.line_width))
        self._pens = cache(self._make_pen)
        self._tint_of: dict[tuple[tuple[str, ...], bool], QColor] = {}

    def begin(self, painter: QPainter) -> None:
        """Get ready for a device; everything is drawn on the edges of its pixels."""
        self._ratio = painter.device().devicePixelRatioF()

    def draw_under(self, painter: QPainter, plan: Plan) -> None:
        """Draw what lies under the text."""
        for tint in plan.tints:
            line = tint.line
            painter.fillRect(self._tint_box(line, tint), self._tint_color(tint))

    def draw_over(self, painter: QPainter, plan: Plan) -> None:
        """Draw the lines under the text and the frame of the chosen highlight."""
        for stroke in plan.strokes:
            self._draw_stroke(painter, stroke)
        self._draw_outlines(painter, plan.outlines)
        for remnant in plan.remnants:
            self._draw_remnant(painter, remnant)

    def _draw_remnant(self, painter: QPainter, remnant: Remnant) -> None:
        """Draw a thin upright line with feet where a highlight lost its text."""
        color = self._color(remnant.label_id)
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
                self._draw_badge(painter, box, self._labels.get(label_id))

    def _crisp(self, place: float) -> float:
        return round(place * self._ratio) / self._ratio

    def _tint_box(self, line: Line, run: Tint) -> QRectF:
        top = self._crisp(line.baseline) - self.measure.rise
        left, right = self._crisp(run.left), self._crisp(run.right)
        return QRectF(left, top, right - left, self.measure.rise + self.measure.drop)

    def _tint_color(self, tint: Tint) -> QColor:
        """Return the labels' colors, each laid over the one before; transparent as a whole."""
        wanted = (tint.label_ids, tint.chosen)
        color = self._tint_of.get(wanted)
        if color is None:
            share = self.theme.selected_tint if tint.chosen else self.theme.tint
            colors = [self._color(label_id) for label_id in tint.label_ids]
            color = legible(layered([(one, share) for one in colors]), self.theme)
            self._tint_of[wanted] = color
        return color

    def _color(self, label_id: str) -> QColor:
        label = self._labels.get(label_id)
        return self.theme.label_color(label) if label else self.theme.muted

    def _make_pen(self, label_id: str, width: int) -> tuple[str, QPen]:
        """Return the pen for a label's line with the style that it cannot draw by itself."""
        label = self._labels.get(label_id)
        style = label.line_style if label else "solid"
        thin = width < self.theme.line_width
        pattern = (THIN_PATTERNS if thin else PATTERNS).get(style)
        pen = QPen(self._color(label_id), width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if pattern:
            pen.setDashPattern(list(pattern))
        return "dashes" if pattern else "solid" if thin else style, pen

    def _draw_stroke(self, painter: QPainter, stroke: Stroke) -> None:
        width, step, shown = self._strokes(stroke.lanes)
        if stroke.lane >= shown:
            return
        style, pen = self._pens(stroke.label_id, width)
        top = self._crisp(stroke.line.baseline) + self.measure.drop + stroke.lane * step
        left, right = self._crisp(stroke.left), self._crisp(stroke.right)
        if style == "dashes":
            painter.setPen(pen)
            middle = top + width / 2
            painter.drawLine(QPointF(left, middle), QPointF(right, middle))
        elif style == "wavy":
            _draw_wave(painter, QRectF(left, top, right - left, width + 1), pen.color())
        elif style == "double":
            painter.fillRect(QRectF(left, top, right - left, 1), pen.color())
            painter.fillRect(QRectF(left, top + width, right - left, 1), pen.color())
        else:
            painter.fillRect(QRectF(left, top, right - left, width), pen.color())

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

    def _draw_badge(self, painter: QPainter, box: QRectF, label: Label | None) -> None:
        _round(painter, box, 5, self.theme.label_color(label) if label else self.theme.muted)
        painter.setPen(self.theme.on_label(label) if label else self.theme.page)
        letter = label.letter if label else _UNKNOWN
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)


def layered(tints: Iterable[tuple[QColor, float]]) -> QColor:
    """Return the one translucent color that equals these, laid over each other in order."""
    red = green = blue = alpha = 0.0
    for color, share in tints:
        red = red * (1 - share) + color.redF() * share
        green = green * (1 - share) + color.greenF() * share
        blue = blue * (1 - share) + color.blueF() * share
        alpha = alpha * (1 - share) + share
    if not alpha:
        return QColor(Qt.GlobalColor.transparent)
    red, green, blue = (min(part / alpha, 1.0) for part in (red, green, blue))
    return QColor.fromRgbF(red, green, blue, alpha)


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


def _draw_wave(painter: QPainter, box: QRectF, color: QColor) -> None:
    step = 3.0
    count = max(int(box.width() / step), 1)
    edges = (box.top() + 0.5, box.bottom() - 0.5)
    points = [QPointF(box.left() + number * step, edges[number % 2]) for number in range(count + 1)]
    painter.setPen(QPen(color, 1.3))
    with _smooth(painter):
        painter.drawPolyline(QPolygonF(points))
