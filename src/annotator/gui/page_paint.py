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
ROUND = 5
_CHECK = (QPointF(-4, 0.5), QPointF(-1.2, 3.3), QPointF(4.2, -3.2))


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

    def draw_under(self, painter: QPainter, plans: Iterable[Plan]) -> None:
        """Draw what lies under the text."""
        fill = painter.fillRect
        for plan in plans:
            for box, color in self._drawings.of(plan).tints:
                fill(box, color)

    def draw_over(self, painter: QPainter, plans: Sequence[Plan]) -> None:
        """Draw the lines under the text and the frame of the chosen highlight."""
        for plan in plans:
            draw_strokes(painter, self._drawings.of(plan).strokes)
        self._draw_outlines(painter, [outline for plan in plans for outline in plan.outlines])
        for plan in plans:
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
        badges: list[tuple[QRectF, str]] = []
        checks: list[QRectF] = []
        more: list[tuple[QRectF, str]] = []
        for mark in marks:
            boxes = self._mark_boxes(mark, margin)
            if mark.checked and self._ticks:
                checks.append(boxes.pop(0))
            if mark.more:
                more.append((boxes.pop(0), f"+{mark.more}"))
            badges.extend(zip(boxes, mark.label_ids, strict=True))
        if badges or more or checks:
            self._draw_badges(painter, badges)
            _draw_checks(painter, checks, self.theme.muted)
            painter.setPen(self.theme.muted)
            for box, words in more:
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _mark_boxes(self, mark: Marks, margin: Margin) -> list[QRectF]:
        """Return the places of a line's marks, the farthest from the text first."""
        top = self._crisp(mark.line.baseline) - self.measure.middle - BADGE / 2
        count = len(mark.label_ids) + bool(mark.more) + (mark.checked and self._ticks)
        # The letters stand next to the text, in reading order, and the rest beyond them.
        return [QRectF(margin.slot(n), top, BADGE, BADGE) for n in reversed(range(count))]

    def _draw_badges(self, painter: QPainter, badges: Sequence[tuple[QRectF, str]]) -> None:
        """Draw the grounds of all letters, then all letters: each switch takes its time."""
        painter.setFont(_badge_font())
        painter.setPen(Qt.PenStyle.NoPen)
        with _smooth(painter):
            for box, label_id in badges:
                painter.setBrush(self._inks(label_id)[0])
                painter.drawRoundedRect(box, ROUND, ROUND)
        center = Qt.AlignmentFlag.AlignCenter
        for box, label_id in badges:
            _, ink, letter = self._inks(label_id)
            painter.setPen(ink)
            painter.drawText(box, center, letter)

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


def _draw_checks(painter: QPainter, boxes: Sequence[QRectF], color: QColor) -> None:
    if not boxes:
        return
    pen = QPen(color, 1.6)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    with _smooth(painter):
        for box in boxes:
            middle = box.center()
            painter.drawPolyline(QPolygonF([middle + step for step in _CHECK]))
