"""Fills the page's document slice by slice, so that the first screen does not wait for the last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument, QTextOption

from annotator.gui.page_header import text_font

if TYPE_CHECKING:
    from annotator.gui.bridge import Bridge
    from annotator.gui.page_measure import Measure

# The first slice fills the tallest screen; later ones take some milliseconds each.
FIRST_SLICE = 8_000
SLICE = 16_000
MOST_BLOCKS = 80


class PageLoader(QObject):
    """The document of one article while it fills: block i is paragraph i."""

    def __init__(
        self, bridge: Bridge, measure: Measure, *, rtl: bool, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.loaded = 0
        self.document = QTextDocument(self)
        self.document.setUndoRedoEnabled(False)
        self.document.setDocumentMargin(0)
        self.document.setDefaultFont(text_font(measure.size))
        self._set_options(rtl=rtl)
        self._cursor = QTextCursor(self.document)
        self._cursor.setBlockFormat(_block_format(measure))
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._load_next)
        self._load_slice(FIRST_SLICE)

    @property
    def complete(self) -> bool:
        """True once the whole article is in the document."""
        return self.loaded == len(self._bridge)

    def start(self) -> None:
        """Load the rest between events."""
        if not self.complete:
            self._timer.start()

    def stop(self) -> None:
        """Load no more: another article takes the page."""
        self._timer.stop()

    def load_until(self, block: int) -> None:
        """Make sure that a block is there, now."""
        self._insert(min(block + 1, len(self._bridge)))

    def follow(self, bridge: Bridge) -> None:
        """Take the rest from another bridge over the same text: it begins to be edited."""
        self._bridge = bridge

    def count(self, *, added: int) -> None:
        """Take note that edits brought so many more of the loaded blocks, or fewer."""
        self.loaded += added

    def _set_options(self, *, rtl: bool) -> None:
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(
            Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LayoutDirectionAuto
        )
        self.document.setDefaultTextOption(option)

    def _load_next(self) -> None:
        self._load_slice(SLICE)

    def _load_slice(self, size: int) -> None:
        until = self.loaded
        most = min(len(self._bridge), self.loaded + MOST_BLOCKS)
        taken = 0
        while until < most and taken < size:
            taken += len(self._bridge.block_span(until))
            until += 1
        self._insert(until)

    def _insert(self, until: int) -> None:
        if until <= self.loaded:
            return
        shown = self._bridge.shown(range(self.loaded, until))
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._cursor.insertText(f"\n{shown}" if self.loaded else shown)
        self.loaded = until
        if self.complete:
            self._timer.stop()


def _block_format(measure: Measure) -> QTextBlockFormat:
    """Even lines, whatever scripts and emoji a line holds."""
    made = QTextBlockFormat()
    made.setLineHeight(measure.pitch, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    made.setBottomMargin(measure.spacing)
    return made
