"""Fills the page's document slice by slice, so that the first screen does not wait for the last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import (
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)

from annotator.gui.page_header import text_font

if TYPE_CHECKING:
    from annotator.gui.bridge import Bridge
    from annotator.gui.page_measure import Measure

# The first slice fills the tallest screen; later ones take some ten milliseconds each, since
# whatever their size the window settles its scroll bar after each.
FIRST_SLICE = 8_000
SLICE = 32_000
MOST_BLOCKS = 80
# A blank line parts two paragraphs, which their spacing does already.
BLANK_HEIGHT = 1


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
        self.document.setDefaultFont(text_font(measure.size, measure.family))
        self._set_options(rtl=rtl)
        self._cursor = QTextCursor(self.document)
        self._block_format = _block_format(measure.pitch, measure.spacing)
        self._blank_format = _block_format(BLANK_HEIGHT, 0)
        self._cursor.setBlockFormat(self._block_format)
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
        first = self.loaded
        shown = self._bridge.shown(range(first, until))
        self._cursor.beginEditBlock()
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        if first:
            self._cursor.insertBlock(self._block_format)
        self._cursor.insertText(shown)
        self._flatten(first, shown)
        self._cursor.endEditBlock()
        self.loaded = until
        if self.complete:
            self._timer.stop()

    def _flatten(self, first: int, shown: str) -> None:
        """Take the height from the blank lines among the blocks that were just inserted."""
        block = self.document.findBlockByNumber(first)
        for paragraph in shown.split("\n"):
            if not paragraph or paragraph.isspace():
                QTextCursor(block).setBlockFormat(self._blank_format)
            block = block.next()

    def set_headline(self) -> None:
        """Set the first paragraph that is not blank as the article's headline."""
        block = self.document.begin()
        while block.isValid() and not block.text().strip():
            block = block.next()
        cursor = QTextCursor(block)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        strong = QTextCharFormat()
        strong.setFontWeight(QFont.Weight.Bold)
        cursor.mergeCharFormat(strong)


def _block_format(pitch: int, spacing: int) -> QTextBlockFormat:
    """Even lines, whatever scripts and emoji a line holds."""
    made = QTextBlockFormat()
    made.setLineHeight(pitch, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    made.setBottomMargin(spacing)
    return made
