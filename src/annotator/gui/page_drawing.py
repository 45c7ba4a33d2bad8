"""Plans turned into shapes on the pixels of a device, ready to be drawn again and again."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPen, QPolygonF

from annotator.gui.kept_plans import BARE_LINE
from annotator.gui.recent_things import Recent
from annotator.gui.theme import legible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtGui import QPainter

    from annotator.core.records import Label
    from annotator.gui.page_measure import Measure
    from annotator.gui.page_plan import Plan, Stroke, Tint
    from annotator.gui.theme import Theme

# Dash patterns in widths of the pen. Lines that had to grow thin keep a pattern of their own.
PATTERNS: dict[str, tuple[float, ...]] = {"dashed": (3, 1.5), "dotted": (1, 1)}
THIN_PATTERNS: dict[str, tuple[float, ...]] = {
    "dashed": (6, 3),
    "dotted": (2, 2),
    "double": (9, 2, 2, 2),
    "wavy": (3, 2, 1, 2),
}
WAVE = 1.3

Fill: TypeAlias = tuple[QRectF, QColor]
Shape: TypeAlias = "Fill | tuple[QLineF, QPen] | tuple[QPolygonF, QPen]"


@dataclass(frozen=True, slots=True)
class Drawing:
    """What lies under the text and the lines under it, in the order in which they are drawn."""

    tints: tuple[Fill, ...]
    strokes: tuple[Shape, ...]


class Drawings:
    """The drawings of the plans drawn lately, on a device of so many pixels for each unit."""

    def __init__(
        self, theme: Theme, labels: dict[str, Label], measure: Measure, *, ratio: float
    ) -> None:
        self._theme = theme
        self._labels = labels
        self._measure = measure
        self.ratio = ratio
        self._strokes = cache(partial(measure.strokes, width=theme.line_width))
        self._pens = cache(self._make_pen)
        self._tint_of = cache(self._layered)
        self.color = cache(self._color)
        self._kept: Recent[Plan, Drawing] = Recent()

    def of(self, plan: Plan) -> Drawing:
        """Return the drawing of a plan, made where it is not kept."""
        kept = self._kept.get(plan)
        if kept is None:
            tints = tuple([self._tint(tint) for tint in plan.tints])
            strokes = tuple([shape for stroke in plan.strokes for shape in self._shapes(stroke)])
            kept = Drawing(tints, strokes)
            self._kept.keep(plan, kept, weight=BARE_LINE + len(tints) + len(strokes))
        return kept

    def crisp(self, place: float) -> float:
        """Return the edge of a pixel that is nearest to a place."""
        return round(place * self.ratio) / self.ratio

    def _tint(self, tint: Tint) -> Fill:
        measure = self._measure
        top = self.crisp(tint.line.baseline) - measure.rise
        left, right = self.crisp(tint.left), self.crisp(tint.right)
        box = QRectF(left, top, right - left, measure.rise + measure.drop)
        return box, self._tint_of(tint.label_ids, tint.chosen)

    def _layered(self, label_ids: tuple[str, ...], chosen: bool) -> QColor:  # noqa: FBT001 - a cache's key
        """Return the labels' colors, each laid over the one before; transparent as a whole."""
        share = self._theme.selected_tint if chosen else self._theme.tint
        colors = [(self.color(label_id), share) for label_id in label_ids]
        return legible(layered(colors), self._theme)

    def _color(self, label_id: str) -> QColor:
        label = self._labels.get(label_id)
        return self._theme.label_color(label) if label else self._theme.muted

    def _make_pen(self, label_id: str, width: int) -> tuple[str, QPen]:
        """Return the pen for a label's line with the style that it cannot draw by itself."""
        label = self._labels.get(label_id)
        style = label.line_style if label else "solid"
        thin = width < self._theme.line_width
        pattern = (THIN_PATTERNS if thin else PATTERNS).get(style)
        pen = QPen(self.color(label_id), WAVE if style == "wavy" and not thin else width)
        if style != "wavy" or thin:
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if pattern:
            pen.setDashPattern(list(pattern))
        return "dashes" if pattern else "solid" if thin else style, pen

    def _shapes(self, stroke: Stroke) -> Iterator[Shape]:
        width, step, shown = self._strokes(stroke.lanes)
        if stroke.lane >= shown:
            return
        style, pen = self._pens(stroke.label_id, width)
        top = self.crisp(stroke.line.baseline) + self._measure.drop + stroke.lane * step
        left, right = self.crisp(stroke.left), self.crisp(stroke.right)
        if style == "dashes":
            yield QLineF(left, top + width / 2, right, top + width / 2), pen
        elif style == "wavy":
            yield wave(QRectF(left, top, right - left, width + 1)), pen
        else:
            heights = ((top, 1), (top + width, 1)) if style == "double" else ((top, width),)
            for upper, height in heights:
                yield QRectF(left, upper, right - left, height), self.color(stroke.label_id)


def draw_strokes(painter: QPainter, shapes: Iterable[Shape]) -> None:
    """Draw the lines under a text."""
    smooth = painter.RenderHint.Antialiasing
    for shape, ink in shapes:
        if isinstance(shape, QRectF):
            painter.fillRect(shape, ink)
        elif isinstance(shape, QLineF):
            painter.setPen(ink)
            painter.drawLine(shape)
        else:
            painter.setPen(ink)
            painter.setRenderHint(smooth, True)  # noqa: FBT003 - Qt's signature
            painter.drawPolyline(shape)
            painter.setRenderHint(smooth, False)  # noqa: FBT003 - Qt's signature


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


def wave(box: QRectF) -> QPolygonF:
    """Return a wavy line that fills a box."""
    step = 3.0
    count = max(int(box.width() / step), 1)
    edges = (box.top() + 0.5, box.bottom() - 0.5)
    return QPolygonF(
        [QPointF(box.left() + number * step, edges[number % 2]) for number in range(count + 1)]
    )
