"""A sheet that is painted anew where something altered: by lines, not by paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QRegion

from annotator.gui.kept_plans import KeptPlans
from annotator.gui.page_setting import SetSheet

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from annotator.core.span import Span
    from annotator.gui.page_geometry import Line, Stretch

# How far grips reach, above and below, beyond what else is painted for a line.
BEYOND = 6


class RepaintedSheet(SetSheet):
    """A sheet with the plans of what is painted on it, which knows what to paint anew."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plans = KeptPlans()
        self._chosen: int | None = None

    @property
    def _framed(self) -> int | None:
        """The highlight that bears the frame of the chosen one."""
        return self._chosen

    def update_span(self, span: Span) -> None:
        """Ask for the repainting of the visible lines that a span touches."""
        self._update_lines(line for one in self._under(span) for line in one.lines_under(span))

    def update_marked(self, spans: Iterable[Span]) -> None:
        """Ask for the repainting of lines after something came, went or altered on these spans.

        On other lines of their paragraphs it may have moved what lies there to other lanes.
        """
        lines: dict[int, Line] = {}
        stretches: dict[int, Stretch] = {}
        for span in spans:
            for stretch in self._under(span):
                stretches[id(stretch)] = stretch
                lines |= {line.start: line for line in stretch.lines_under(span)}
        if self.article is not None:
            for stretch in stretches.values():
                altered = self._plans.altered(self.article, stretch, self._framed)
                lines |= {line.start: line for line in altered}
        self._update_lines(lines.values())

    def _under(self, span: Span) -> list[Stretch]:
        """Return the visible stretches that a span touches."""
        # What others tag while the text is edited here may lie beyond its end.
        start, end = (min(place, self._bridge.length) for place in (span.start, span.end))
        visible = self._layout.stretches_between(*self._visible())
        return [one for one in visible if one.start <= end and start <= one.end]

    def _update_lines(self, lines: Iterable[Line]) -> None:
        region, scroll = QRegion(), self.verticalScrollBar().value()
        for line in lines:
            top, bottom = self._layout.reach(line)
            high, low = int(top - scroll) - BEYOND, int(bottom - scroll) + BEYOND
            region += QRect(0, high, self._page_width, low - high)
        self.viewport().update(region)
