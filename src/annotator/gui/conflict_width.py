"""How wide the right column is while conflicts are settled: both sides stand beside each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

from annotator.gui.columns import NARROWEST_PAGE
from annotator.gui.ui_zoom import zoomed

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from annotator.gui.window import Window

WANTED = 520
TOOL = "conflicts"


class ConflictWidth(QObject):
    """Widens the right column as the panel comes, and narrows it again as it goes.

    The width that the column was given meanwhile is remembered.
    """

    def __init__(self, window: Window, panel: QWidget) -> None:
        super().__init__(panel)
        self._window = window
        self._before = 0
        panel.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Widen and narrow."""
        if event.type() == QEvent.Type.Show and not self._before:
            self._widen()
        elif event.type() == QEvent.Type.Hide and self._before:
            self._narrow()
        return super().eventFilter(watched, event)

    def _widen(self) -> None:
        sizes = self._window.splitter.sizes()
        kept = self._window.tools.widths.get(TOOL, [])
        wanted = kept[0] if kept and isinstance(kept[0], int) else zoomed(WANTED)
        wide = min(wanted, sizes[-2] + sizes[-1] - NARROWEST_PAGE)
        if wide > sizes[-1] > 0:
            self._before = sizes[-1]
            self._give(wide)

    def _narrow(self) -> None:
        wide = self._window.splitter.sizes()[-1]
        before, self._before = self._before, 0
        if wide:
            self._window.tools.widths[TOOL] = [wide]
            self._give(before)

    def _give(self, wide: int) -> None:
        *others, page, side = self._window.splitter.sizes()
        self._window.splitter.setSizes([*others, page + side - wide, wide])
