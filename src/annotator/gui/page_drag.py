"""What the mouse drags on a page: the end of selected text, or an edge of a highlight."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QPointF, QTimer

from annotator.core.span import Span
from annotator.gui.borders import whole_characters, whole_words, word_at

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.gui.page_geometry import Edge
    from annotator.gui.page_mouse import PageMouse

# Beyond the page's edge it scrolls by this share of how far beyond, so often.
SCROLL_EVERY_MS = 30
SCROLL_SHARE = 0.3
FASTEST = 120


class Drag(Protocol):
    """Something that follows the mouse until it is let go of or given up."""

    def follow(self, point: QPointF) -> None:
        """Go to a point of the viewport."""
        ...

    def drop(self) -> None:
        """End where it is."""
        ...

    def cancel(self) -> None:
        """End as if it had never begun."""
        ...


class TextDrag:
    """Text being selected from where the mouse was pressed, by character, word or sentence."""

    def __init__(
        self, page: PageMouse, origin: Span, *, by: Callable[[Span], Span] | None = None
    ) -> None:
        self._page = page
        self._origin = origin
        self._by = by or self._by_character
        self._before = page.anchor, page.caret

    def _by_character(self, span: Span) -> Span:
        widen = whole_words if self._page.snap_to_words and len(span) else whole_characters
        return widen(self._page.words, span)

    def follow(self, point: QPointF) -> None:
        """Select to the character at a point."""
        head = self._page.near(point)
        span = self._by(self._origin.united(Span(head, head)))
        if head < self._origin.start:
            self._page.select(span.end, span.start)
        else:
            self._page.select(span.start, span.end)

    def drop(self) -> None:
        """Keep what is selected."""
        self._page.offer_selection()

    def cancel(self) -> None:
        """Select what was selected before."""
        self._page.select(*self._before)


class EdgeDrag:
    """An edge of the chosen highlight in the mouse's hand."""

    def __init__(self, page: PageMouse, edge: Edge, *, away: QPointF) -> None:
        self._page = page
        self._edge = edge
        # From the mouse, which holds the grip, to the letters at the edge.
        self._away = away
        self._moved = False

    def follow(self, point: QPointF) -> None:
        """Move the edge to the character at a point."""
        self._moved = True
        self._page.edge_held.emit(self._edge, self._page.near(point + self._away))

    def drop(self) -> None:
        """Leave the edge where it is."""
        if self._moved:
            self._page.edge_dropped.emit()

    def cancel(self) -> None:
        """Put the edge back."""
        if self._moved:
            self._page.edge_freed.emit()


class Scrolling(QObject):
    """Scrolls a page while something is dragged beyond its upper or lower edge."""

    def __init__(self, page: PageMouse) -> None:
        super().__init__(page)
        self._page = page
        self._drag: Drag | None = None
        self._point = QPointF()
        self._timer = QTimer(self)
        self._timer.setInterval(SCROLL_EVERY_MS)
        self._timer.timeout.connect(self._scroll)

    def follow(self, drag: Drag, point: QPointF) -> None:
        """Let what is dragged follow the mouse, scrolling as long as that is beyond the edge."""
        self._drag, self._point = drag, point
        drag.follow(self._inside)
        if not self._beyond:
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """Scroll no more."""
        self._timer.stop()
        self._drag = None

    @property
    def _beyond(self) -> float:
        """How far the mouse is above (below 0) or below the page."""
        height = self._page.viewport().height()
        return min(self._point.y(), 0) + max(self._point.y() - height, 0)

    @property
    def _inside(self) -> QPointF:
        height = self._page.viewport().height()
        return QPointF(self._point.x(), min(max(self._point.y(), 1), height - 2))

    def _scroll(self) -> None:
        if self._drag is None:
            self._timer.stop()
            return
        step = min(max(self._beyond * SCROLL_SHARE, -FASTEST), FASTEST)
        bar = self._page.verticalScrollBar()
        bar.setValue(bar.value() + round(step) + (1 if step > 0 else -1))
        self._drag.follow(self._inside)


def word_under(text: str, position: int) -> Span:
    """Return the word at a code point, else the character.

    >>> word_under("It rained.", 3), word_under("It rained.", 9)
    (Span(start=3, end=9), Span(start=9, end=10))
    """
    one = whole_characters(text, Span(position, min(position + 1, len(text))))
    return word_at(text, position) or whole_words(text, one)
