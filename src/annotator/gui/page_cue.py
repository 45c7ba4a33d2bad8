"""The attribution cue of the chosen highlight: a dotted frame around the words that attribute it.

The frame is told from that of the chosen highlight by its dots and its square corners, and from
the dashed one of what is being moved.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QPen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPainter

    from annotator.gui.page import Page
    from annotator.gui.page_measure import Measure
    from annotator.gui.page_plan import Outline
    from annotator.gui.reviewing import Reviewing
    from annotator.gui.theme import Theme

WIDTH = 2.0
# Round dots, in widths of the pen from one to the next.
DOTS = (0.01, 2.0)


class PageCue(QObject):
    """Shows on the page where the cue of the chosen highlight lies."""

    def __init__(self, page: Page, reviewing: Reviewing) -> None:
        super().__init__(page)
        self._page, self._reviewing = page, reviewing
        page.highlight_chosen.connect(lambda _key: self.show())
        reviewing.changed.connect(lambda _changes: self.show())

    def show(self) -> None:
        """Show the cue of what is chosen now, or none."""
        chosen = self._reviewing.highlight(self._page.chosen_highlight)
        self._page.show_cue(chosen.cue if chosen is not None else None)


def draw_cue(painter: QPainter, runs: Iterable[Outline], measure: Measure, *, theme: Theme) -> None:
    """Draw the frame around the runs of a cue."""
    pen = QPen(theme.ink, WIDTH)
    pen.setDashPattern(list(DOTS))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.save()
    painter.setRenderHint(painter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for run in runs:
        # Inside of the frame of the chosen highlight, and above the labels' lines.
        top = run.line.baseline - measure.rise + 2
        height = measure.rise + measure.drop - 4
        painter.drawRect(QRectF(run.left - 1, top, run.right - run.left + 2, height))
    painter.restore()
