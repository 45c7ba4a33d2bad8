"""The sheet as its reader wants it set: face, size, spacing and column, altered at the place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QTextCursor

from annotator.gui.page_hold import Anchor, PageHold
from annotator.gui.page_sheet import PageSheet
from annotator.gui.page_style import PageStyle

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from annotator.core.span import Span
    from annotator.gui.bridge import Bridge
    from annotator.gui.page_layout import PageLayout
    from annotator.gui.page_loading import PageLoader
    from annotator.gui.page_measure import Measure


class SetSheet(PageSheet):
    """A sheet whose proportions follow a style and a zoom, the reader's place kept."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._style, self._zoom_steps = PageStyle(), 0
        super().__init__(parent)
        self._hold = PageHold(self)

    def set_text_zoom(self, steps: int) -> None:
        """Set the text so many steps larger (or smaller) and stay at the place."""
        self._zoom_steps = steps
        self._set_measure(self._style.measure(steps))

    def set_style(self, style: PageStyle) -> None:
        """Set the text in another face, size, spacing or column and stay at the place."""
        self._style = style
        self._set_measure(style.measure(self._zoom_steps))

    def _set_measure(self, measure: Measure) -> None:
        if measure == self._measure:
            return
        self._hold.take(self._anchor)
        self._measure = measure
        self._renew_painter()
        self._renew()
        self._hold.settle()

    def select_span(self, span: Span) -> None:
        """Select the text of a span without scrolling to it."""
        scroll = self.verticalScrollBar().value()
        cursor = self.textCursor()
        cursor.setPosition(self._bridge.unit(span.start))
        cursor.setPosition(self._bridge.unit(span.end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(scroll)

    def _anchor(self) -> Anchor | None:
        """Return what shall stay where it is: the first line that is seen."""
        top, _ = self._visible()
        place = self._layout.position_below(top) if top else None
        return self._anchor_at(place) if place is not None else None

    def _anchor_at(self, position: int) -> Anchor:
        return Anchor(position, self._layout.line_at(position).baseline - self._visible()[0])

    def set_ticks(self, *, shown: bool) -> None:
        """Show ticks beside the sentences reviewed without a label, or leave them out."""
        self._ticks = shown
        self._renew_painter()

    @property
    def loader(self) -> PageLoader:
        """What fills the document."""
        return self._loader

    @property
    def bridge(self) -> Bridge:
        """Where code points are in the document."""
        return self._bridge

    @property
    def layout_of_text(self) -> PageLayout:
        """Where the lines are."""
        return self._layout

    def event(self, event: QEvent) -> bool:
        """Come to rest before a key or the wheel moves the page."""
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.Wheel):
            self._hold.finish()
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Come to rest before a hand does something at a place."""
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.Wheel):
            self._hold.finish()
        return super().viewportEvent(event)
