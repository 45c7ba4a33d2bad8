"""The page as a picture: highlights, marks and the current sentence, painted from the indexes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QTimer
from PySide6.QtGui import QPainter, QRegion

from annotator.core.span import Span
from annotator.gui.page_cue import draw_cue
from annotator.gui.page_hits import PageHits
from annotator.gui.page_letters import Letters, beside, going_on
from annotator.gui.page_plan import ground
from annotator.gui.page_repainting import RepaintedSheet
from annotator.gui.page_sheet import AHEAD, NO_LABELS
from annotator.gui.unseen_badges import badge_at, badges_on, draw_badges

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TypeAlias

    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from annotator.core.invisible import Unseen
    from annotator.gui.page_geometry import Stretch
    from annotator.gui.page_plan import Plan

    # Stretches, each with the plans of its lines.
    Plans: TypeAlias = Sequence[tuple[Stretch, Sequence[Plan]]]

__all__ = ["EDGE", "NO_LABELS", "PageView"]

# The share of the page's height, above and below, that is not its comfortable middle.
EDGE = 0.14
# So many stretches are planned after a paint, whatever of them is kept.
MOST_AHEAD = 100


class PageView(RepaintedSheet):
    """A sheet with everything that is painted on it, in the asked area alone.

    ``painted_blocks`` counts the blocks painted so far, for tests.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.painted_blocks = 0
        self.shows_unseen = True
        self._hits = PageHits()
        self._planned = 0
        self._cue: Span | None = None
        # Where the first line begins that is wholly in sight.
        self._top: int | None = None
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._follow_top())
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._read_ahead)

    @property
    def _sentence_span(self) -> Span | None:
        """What bears the ground of the current sentence."""
        return None

    def reveal(self, span: Span) -> None:
        """Scroll no more than brings a span into the comfortable middle of the page."""
        self._hold.finish()
        self._loader.load_until(self._bridge.block_at(span.end) + AHEAD)
        above, below = self._measure.band
        first, last = self._layout.line_at(span.start), self._layout.line_at(span.end - 1)
        top, bottom = first.baseline - above, last.baseline + below
        low, high = self._visible()
        edge = (high - low) * EDGE
        bar = self.verticalScrollBar()
        if first.start == 0:
            bar.setValue(0)
        elif top < low + edge or bottom - top > high - low - 2 * edge:
            bar.setValue(int(top - edge))
        elif bottom > high - edge:
            bar.setValue(int(bottom + edge - (high - low)) + 1)

    def visible_span(self) -> Span | None:
        """Return the part of the text that can be seen; None without an article."""
        if self.article is None:
            return None
        top, bottom = self._visible()
        start, end = self._layout.position_below(top), self._layout.position_below(bottom)
        return Span(start or 0, self._bridge.length if end is None else max(end, start or 0))

    def set_unseen_badges(self, *, shown: bool) -> None:
        """Show badges at characters that cannot be seen, or leave them hidden."""
        self.shows_unseen = shown
        self.viewport().update()

    def show_hits(self, hits: PageHits) -> None:
        """Show where a search found something, in place of what was shown before."""
        if len(hits) or len(self._hits):
            self._hits = hits
            self.viewport().update()

    def show_cue(self, span: Span | None) -> None:
        """Frame the words that attribute the chosen highlight, or none."""
        before, self._cue = self._cue, span
        for one in (before, span) if before != span else ():
            if one is not None:
                self.update_span(one)

    def position_at(self, point: QPointF) -> int | None:
        """Return the code point at a point of the viewport, None beside the text."""
        return self._layout.position_at(point + QPointF(0, self.verticalScrollBar().value()))

    def unseen_at(self, point: QPointF) -> Unseen | None:
        """Return the character whose badge is at a point of the viewport."""
        if self.article is None or not self.shows_unseen:
            return None
        inside = point + QPointF(0, self.verticalScrollBar().value())
        reach = self._measure.pitch
        near = self._layout.stretches_between(inside.y() - reach, inside.y() + reach)
        badge = badge_at(self.article, near, inside, self._measure)
        return badge.character if badge else None

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint tints, then Qt's text, then lines and marks, all for the asked area alone."""
        if self.article is None:
            self._paint_empty()
            return
        if (held := self._hold.picture) is not None:
            QPainter(self.viewport()).drawPixmap(0, 0, held)
            return
        scroll = self.verticalScrollBar().value()
        area = event.rect().translated(0, scroll)
        stretches = self._stretches_in(event.region().translated(0, scroll))
        if stretches:
            self.article.look_at(Span(stretches[0].start, max(one.end for one in stretches)))
        plans = [(one, self._plans.of(self.article, one, self._framed)) for one in stretches]
        self.painted_blocks += len({stretch.block for stretch in stretches})
        painter = self._begin(event, scroll)
        painter.fillRect(area, self._theme.page)
        self._paint_under(painter, plans, area)
        painter.end()
        super().paintEvent(event)
        painter = self._begin(event, scroll)
        if self._header is not None and area.top() < self._header.bottom:
            self._header.draw(painter, self._column_left, self._theme)
        self._paint_marks(painter, plans, area)
        self._paint_over(painter)
        painter.translate(0, scroll)
        self._paint_caret(painter)
        painter.end()
        self._planned = 0
        self._idle.start()

    def _paint_marks(self, painter: QPainter, plans: Plans, area: QRect) -> None:
        """Paint what stands over the text, and beside it."""
        if self.article is None:
            return
        top, letters = self._first_in_sight(), Letters(self._theme, self._codebook, self._measure)
        for stretch, planned in plans:
            numbers = self._layout.lines_between(stretch, area.top(), area.bottom() + 1)
            lines = planned[numbers.start : numbers.stop]
            self._painter.draw_over(painter, lines)
            shown = [mark for line in lines for mark in line.marks]
            self._painter.draw_marks(painter, shown, self._margin)
            self._paint_cue(painter, stretch)
            marks = [mark for line in planned for mark in line.marks]
            more = going_on(self.article, stretch, marks, top=top)
            letters.draw(painter, more, self._margin)
            if self.shows_unseen:
                draw_badges(painter, badges_on(self.article, stretch, self._measure), self._theme)

    def _first_in_sight(self) -> int | None:
        return self._layout.position_below(self._visible()[0] + self._measure.rise)

    def _follow_top(self) -> None:
        """Paint the letters anew beside the lines that are, or were, the first in sight."""
        if self.article is None or not self._loader.loaded:
            return
        before, self._top = self._top, self._first_in_sight()
        if before == self._top:
            return
        for place in (before, self._top):
            if place is not None:
                self._update_letters(min(place, self._bridge.length))

    def _update_letters(self, position: int) -> None:
        if self._bridge.block_at(position) >= self._loader.loaded:
            return
        left, right = 0, self._column_left
        if self._rtl:
            left, right = self._column_right, self._page_width
        line, scroll = self._layout.line_at(position), self.verticalScrollBar().value()
        self.viewport().update(beside(line, self._measure, left=left, right=right, scroll=scroll))

    def _paint_under(self, painter: QPainter, plans: Plans, area: QRect) -> None:
        """Paint what lies under the text: the sentence's ground, tints, hits of a search."""
        for stretch, _ in plans:
            self._paint_ground(painter, stretch)
        for stretch, planned in plans:
            numbers = self._layout.lines_between(stretch, area.top(), area.bottom() + 1)
            self._painter.draw_under(painter, planned[numbers.start : numbers.stop])
        for stretch, _ in plans if len(self._hits) else ():
            self._hits.draw(painter, stretch, self._measure, theme=self._theme)

    def _read_ahead(self) -> None:
        """Between events, learn the next and the last page and plan them: turning is then quick."""
        if not self._loader.complete:
            return
        top, bottom = self._visible()
        height = bottom - top
        for low, high in ((bottom, bottom + height), (max(top - height, 0), top)):
            if self._layout.read_ahead(low, high) or self._plan_ahead(low, high):
                return
        self._idle.stop()

    def _plan_ahead(self, top: float, bottom: float) -> bool:
        """Plan one more stretch between two heights; tell whether there was one to plan."""
        if self.article is None or not self.article.filled or self._planned >= MOST_AHEAD:
            return False
        for stretch in self._layout.stretches_between(top, bottom):
            if not self._plans.has(stretch):
                self._planned += 1
                for plan in self._plans.of(self.article, stretch, self._framed):
                    self._painter.prepare(plan)
                return True
        return False

    def _stretches_in(self, region: QRegion) -> list[Stretch]:
        """Return what is to be painted there, and not what lies between its parts."""
        bounds = region.boundingRect()
        found = []
        for stretch in self._layout.stretches_between(bounds.top(), bounds.bottom() + 1):
            top, bottom = self._layout.extent(stretch)
            if region.intersects(QRect(0, int(top), self._page_width, int(bottom - top) + 1)):
                found.append(stretch)
        return found

    def _begin(self, event: QPaintEvent, scroll: int) -> QPainter:
        painter = QPainter(self.viewport())
        painter.setClipRegion(event.region())
        painter.translate(0, -scroll)
        self._painter.begin(painter)
        return painter

    def _paint_ground(self, painter: QPainter, stretch: Stretch) -> None:
        span = self._sentence_span
        if span is not None:
            self._painter.draw_ground(painter, ground(stretch, span), self._margin)

    def _paint_cue(self, painter: QPainter, stretch: Stretch) -> None:
        if self._cue is not None:
            draw_cue(painter, ground(stretch, self._cue), self._measure, theme=self._theme)

    def _paint_over(self, painter: QPainter) -> None:
        """Paint what stands over everything else; a page that is only seen has no such thing."""

    def _paint_caret(self, painter: QPainter) -> None:
        """Paint where the next letter goes; a page that is only read has no such place."""

    def _paint_empty(self) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self._theme.page)
        painter.end()
