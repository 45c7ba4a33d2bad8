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
# Qt lays a paragraph out once more when something is put behind it: what follows so long a one
# comes with it.
LONG = 32_000
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

    @property
    def complete(self) -> bool:
        """True once the whole article is in the document."""
        return self.loaded == len(self._bridge)

    def begin(self, *, headed: bool) -> None:
        """Load the first screen; ``headed`` sets what it begins with as the article's headline.

        Qt lays out what is put into a document that is on the page once, and three times what is
        there when the document comes onto it.
        """
        self._cursor.beginEditBlock()
        self._load_slice(FIRST_SLICE)
        if headed:
            self._set_headline()
        self._cursor.endEditBlock()

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
        most = min(len(self._bridge), self.loaded + MOST_BLOCKS)
        until = self._end_of(self.loaded, most, size)
        if self.loaded < until < most and self._length(until - 1) > LONG:
            short = next((one for one in range(until, most) if self._length(one) > LONG), most)
            until = self._end_of(until, short, size)
        self._insert(until)

    def _end_of(self, first: int, most: int, size: int) -> int:
        """Return where so many characters from a block on have been passed."""
        taken = 0
        while first < most and taken < size:
            taken += self._length(first)
            first += 1
        return first

    def _length(self, block: int) -> int:
        return len(self._bridge.block_span(block))

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

    def _set_headline(self) -> None:
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
