"""Keeps the reader's place while the page is laid out anew, in slices between events.

What lies above the place has to be laid out before its height is known. In a long article that
takes a while, in which the page goes on to show what it showed before.
"""

from __future__ import annotations

from dataclasses import dataclass
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from annotator.gui.page_selection import selected_span

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPixmap

    from annotator.core.span import Span
    from annotator.gui.page_loading import PageLoader
    from annotator.gui.page_setting import SetSheet

# Code points above the place that are laid out at once, before the next paint.
NEAR = 60_000
# Blocks in a step, and how long one slice of steps may take.
STEP = 8
SLICE_S = 0.012
# Blocks to have below the place, so that it can stand at the top of the page.
AHEAD = 40


@dataclass(frozen=True, slots=True)
class Anchor:
    """A code point and how far below the top of the page its line's baseline is."""

    position: int
    below_top: float


class PageHold(QObject):
    """The place of one sheet that is held, if any."""

    def __init__(self, sheet: SetSheet) -> None:
        super().__init__(sheet)
        self._sheet = sheet
        self._anchor: Anchor | None = None
        self._picture: QPixmap | None = None
        self._selected: Span | None = None
        self._loader: PageLoader | None = None
        self._next = self._last = 0
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    @property
    def active(self) -> bool:
        """True while a place is held; another article ends that."""
        return self._anchor is not None and self._loader is self._sheet.loader

    @property
    def picture(self) -> QPixmap | None:
        """What the page shows meanwhile."""
        return self._picture if self.active else None

    def take(self, ask: Callable[[], Anchor | None]) -> None:
        """Remember a place before the page is laid out anew, unless one is held already."""
        if self.active:
            return
        anchor = ask()
        self._anchor, self._picture = anchor, None
        bridge = self._sheet.bridge
        self._selected = selected_span(self._sheet.textCursor(), bridge)
        if anchor is not None and anchor.position > NEAR:
            self._picture = self._sheet.viewport().grab()
        self._last = bridge.block_at(anchor.position) if anchor is not None else 0

    def settle(self) -> None:
        """Go to the place in what is laid out now: at once if it is near, else by slices."""
        self._loader, self._next = self._sheet.loader, 0
        if self._anchor is None:
            self._select()
            return
        if self._picture is None:
            self.finish()
        else:
            self._timer.start()

    def finish(self) -> None:
        """Go to the place at once, whatever that takes."""
        anchor = self._anchor
        if anchor is None:
            return
        self._timer.stop()
        if not self.active:
            self._let_go()
            return
        self._sheet.loader.load_until(self._last + AHEAD)
        line = self._sheet.layout_of_text.line_at(anchor.position)
        self._let_go()
        self._sheet.verticalScrollBar().setValue(round(line.baseline - anchor.below_top))
        self._select()

    def _select(self) -> None:
        """Select again what was selected, in the new document."""
        selected, loader = self._selected, self._sheet.loader
        self._selected = None
        if selected is not None and self._sheet.bridge.block_at(selected.end) < loader.loaded:
            self._sheet.select_span(selected)

    def _let_go(self) -> None:
        self._anchor = self._picture = None
        self._sheet.viewport().update()

    def _go_on(self) -> None:
        if not self.active:
            self.finish()
            return
        end = perf_counter() + SLICE_S
        loader, layout = self._sheet.loader, self._sheet.layout_of_text
        while self._next < self._last and perf_counter() < end:
            self._next = min(self._next + STEP, self._last)
            loader.load_until(self._next)
            layout.block_rect(self._next)
        if self._next >= self._last:
            self.finish()
