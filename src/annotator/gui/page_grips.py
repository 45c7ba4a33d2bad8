"""The page with grips at both ends of the chosen highlight, and its spans while they are moved.

What is being moved is a preview: a dashed frame beside what the project has.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from annotator.core.span import Span
from annotator.gui.page_caret import PageCaret
from annotator.gui.page_geometry import Edge
from annotator.gui.page_plan import ground

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.core.records import Codebook
    from annotator.gui.page_measure import Measure
    from annotator.gui.page_plan import Outline
    from annotator.service.open_article import OpenArticle

KNOB = 5
STEM = 2
# How far beside a stem, and around a knob, the mouse takes hold of it; a finger is wider.
BESIDE, AROUND, FINGER = 4, 9, 22
PREVIEW_SHARE = 0.12


@dataclass(frozen=True, slots=True)
class Grip:
    """A place to take hold of an edge at: a stem beside the text, its knob above or below."""

    edge: Edge
    x: float
    baseline: float

    def stem(self, measure: Measure) -> QRectF:
        """Return the upright line at the edge."""
        height = measure.rise + measure.drop
        return QRectF(self.x - STEM / 2, self.baseline - measure.rise, STEM, height)

    def knob(self, measure: Measure) -> QPointF:
        """Return the middle of the round part."""
        stem = self.stem(measure)
        return QPointF(self.x, stem.top() if self.edge is Edge.START else stem.bottom())

    def holds(self, point: QPointF, measure: Measure, *, finger: bool) -> bool:
        """Tell whether a press at a point takes hold of it."""
        beside, around = (FINGER, FINGER) if finger else (BESIDE, AROUND)
        away = point - self.knob(measure)
        if away.x() ** 2 + away.y() ** 2 <= around**2:
            return True
        return self.stem(measure).adjusted(-beside, 0, beside, 0).contains(point)


class PageGrips(PageCaret):
    """A page whose chosen highlight can be taken hold of at its ends."""

    _pending: tuple[Span, ...] = ()

    @property
    def pending(self) -> tuple[Span, ...]:
        """The spans that the chosen highlight would have, which are shown and not yet kept."""
        return self._pending

    def show_pending(self, spans: tuple[Span, ...]) -> None:
        """Show what the chosen highlight's spans would be; none to show those it has."""
        before, self._pending = self._pending, spans
        for span in {*before, *spans}:
            self.update_span(span)
        self._update_highlight(self._chosen)

    def show_article(self, article: OpenArticle | None, codebook: Codebook) -> None:
        """Show an article, nothing of it being moved."""
        self._pending = ()
        super().show_article(article, codebook)

    def _update_highlight(self, key: int | None) -> None:
        """Repaint what is shown of a highlight, and what it would have while it is moved."""
        super()._update_highlight(key)
        for span in self._pending:
            self.update_span(span)

    @property
    def _framed(self) -> int | None:
        return None if self._pending else self._chosen

    def grips(self) -> list[Grip]:
        """Return the grips that are in sight."""
        spans = self._pending or self._chosen_spans()
        if self.editing is not None or not any(map(len, spans)):
            return []
        hull = Span(spans[0].start, spans[-1].end)
        shown = self._layout.blocks_between(*self._visible())
        ends = ((Edge.START, hull.start), (Edge.END, hull.end - 1))
        return [
            self._grip(edge, position)
            for edge, position in ends
            if self._bridge.block_at(position) in shown
        ]

    def _chosen_spans(self) -> tuple[Span, ...]:
        if self.article is None or self._chosen is None:
            return ()
        index = self.article.index
        return tuple(Span(*index.get(key)[:2]) for key in self.article.index_keys(self._chosen))

    def _grip(self, edge: Edge, position: int) -> Grip:
        line = self._layout.line_at(position)
        x = self.edge_x(line, position, trailing=edge is Edge.END)
        return Grip(edge, x, line.baseline)

    def grip_at(self, point: QPointF, *, finger: bool = False) -> Grip | None:
        """Return the grip under a point of the viewport, the nearest where there are two."""
        inside = point + QPointF(0, self.verticalScrollBar().value())
        held = [grip for grip in self.grips() if grip.holds(inside, self._measure, finger=finger)]
        return min(
            held,
            key=lambda grip: (grip.knob(self._measure) - inside).manhattanLength(),
            default=None,
        )

    def middle_of(self, grip: Grip) -> QPointF:
        """Return the point of the viewport, on the letters, that a grip stands for."""
        scroll = self.verticalScrollBar().value()
        return QPointF(grip.x, grip.baseline - self._measure.middle - scroll)

    def _paint_over(self, painter: QPainter) -> None:
        """Paint what is being moved, and the grips."""
        super()._paint_over(painter)
        if self._chosen is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for run in self._pending_runs():
            self._paint_preview(painter, run)
        for grip in self.grips():
            self._paint_grip(painter, grip)
        painter.restore()

    def _pending_runs(self) -> Iterator[Outline]:
        if not self._pending:
            return
        for stretch in self._layout.stretches_between(*self._visible()):
            for span in self._pending:
                yield from ground(stretch, span)

    def _paint_preview(self, painter: QPainter, run: Outline) -> None:
        measure, accent = self._measure, self._theme.accent
        top = run.line.baseline - measure.rise - 2
        height = measure.rise + measure.drop + measure.room // 2 + 2
        box = QRectF(run.left - 3, top, run.right - run.left + 6, height)
        fill, pen = accent.toRgb(), QPen(accent, 1.5, Qt.PenStyle.DashLine)
        fill.setAlphaF(PREVIEW_SHARE)
        painter.setPen(pen)
        painter.setBrush(fill)
        painter.drawRoundedRect(box, 5, 5)

    def _paint_grip(self, painter: QPainter, grip: Grip) -> None:
        painter.fillRect(grip.stem(self._measure), self._theme.accent)
        painter.setPen(QPen(self._theme.page, 1.5))
        painter.setBrush(self._theme.accent)
        painter.drawEllipse(grip.knob(self._measure), KNOB, KNOB)
