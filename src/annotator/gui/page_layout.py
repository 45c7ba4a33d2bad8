"""Reads out of Qt's layout of the document where the lines of the article lie."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt

from annotator.gui.page_block import BlockStretches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QTextDocument

    from annotator.gui.bridge import Bridge
    from annotator.gui.page_geometry import Extent, Line, Stretch
    from annotator.gui.page_measure import Measure

# Blocks whose lines are remembered; a screen holds some ten or twenty.
REMEMBERED = 300
# So many answers are remembered: for one key the page asks several times for what is in sight.
HEIGHTS = 16
# How far away, in pixels, a block is still found by going from one to the next.
NEAR = 1_500


class PageLayout:
    """The lines of an article on its page, in the document's coordinates.

    What was read is remembered until ``forget``; only what is asked for is read.
    """

    def __init__(self, document: QTextDocument, bridge: Bridge, measure: Measure) -> None:
        self._document = document
        self._bridge = bridge
        self._measure = measure
        self._stretches: OrderedDict[int, BlockStretches] = OrderedDict()
        self._near = 0
        self._between: dict[tuple[float, float, int], range] = {}

    def forget(self) -> None:
        """Read everything anew: Qt has laid the document out otherwise."""
        self._stretches.clear()
        self._near = 0
        self._between.clear()

    def block_rect(self, number: int) -> QRectF:
        """Return where a block lies, its spacing not counted; lays out up to it."""
        block = self._document.findBlockByNumber(number)
        return self._document.documentLayout().blockBoundingRect(block)

    def blocks_between(self, top: float, bottom: float) -> range:
        """Return the numbers of the blocks that something is painted for between two heights."""
        asked = top, bottom, self._document.blockCount()
        found = self._between.get(asked)
        if found is None:
            if len(self._between) >= HEIGHTS:
                self._between.clear()
            found = self._between[asked] = self._find_between(*asked)
        return found

    def _find_between(self, top: float, bottom: float, count: int) -> range:
        first = self._block_near(top)
        above, below = self._overhang
        while first > 0 and self.block_rect(first - 1).bottom() + below > top:
            first -= 1
        while first < count and self.block_rect(first).bottom() + below <= top:
            first += 1
        last = first
        while last < count and self.block_rect(last).top() - above < bottom:
            last += 1
        self._near = first
        return range(first, last)

    def _block_near(self, height: float) -> int:
        """Return a block not far from a height: where one looked last, else asked of Qt.

        Qt counts the blocks from a mark on, which takes longer than painting some.
        """
        if self._near < self._document.blockCount():
            rect = self.block_rect(self._near)
            if rect.top() - NEAR < height < max(rect.top(), rect.bottom()) + NEAR:
                return self._near
        layout = self._document.documentLayout()
        # Above the first line Qt looks through all the blocks there are.
        inside = max(height, self.block_rect(0).top() + self._measure.pitch)
        position = layout.hitTest(QPointF(0, inside), Qt.HitTestAccuracy.FuzzyHit)
        return self._document.findBlock(max(position, 0)).blockNumber()

    @property
    def _overhang(self) -> tuple[int, int]:
        """How far what is painted for a block reaches beyond it, above and below.

        Where lines are of a fixed height, Qt's block ends right under its last baseline.
        """
        return 0, self._measure.band[1] + self._measure.room + 1

    def painted_rect(self, number: int) -> QRectF:
        """Return where something may be painted for a block, as wide as its text."""
        above, below = self._overhang
        return self.block_rect(number).adjusted(0, -above, 0, below)

    def read_ahead(self, top: float, bottom: float) -> bool:
        """Read one more stretch between two heights; tell whether there was one to read."""
        # Not more than are remembered, or there would be one to read for ever.
        for number in self.blocks_between(top, bottom)[: REMEMBERED // 3]:
            held = self.stretches(number)
            for place in self._places(held, top, bottom):
                if not held.knows(place):
                    held[place]
                    return True
        return False

    def stretches(self, number: int) -> BlockStretches:
        """Return the lines of a block in stretches."""
        held = self._stretches.get(number)
        if held is None:
            held = BlockStretches(self._document, self._bridge, number)
            self._stretches[number] = held
            if len(self._stretches) > REMEMBERED:
                self._stretches.popitem(last=False)
        else:
            self._stretches.move_to_end(number)
        return held

    def stretches_between(self, top: float, bottom: float) -> Iterator[Stretch]:
        """Yield what is to be painted between two heights."""
        for number in self.blocks_between(top, bottom):
            held = self.stretches(number)
            for place in self._places(held, top, bottom):
                yield held[place]

    def _places(self, held: BlockStretches, top: float, bottom: float) -> range:
        """Return which stretches of a block are to be painted between two heights."""
        above, below = self._measure.band
        return held.between(top - below - self._measure.room, bottom + above)

    def extent(self, stretch: Stretch) -> Extent:
        """Return between which heights something is painted for a stretch."""
        return self.reach(stretch.lines[0])[0], self.reach(stretch.lines[-1])[1]

    def reach(self, line: Line) -> Extent:
        """Return between which heights something is painted for a line."""
        above, below = self._measure.band
        return line.baseline - above, line.baseline + below + self._measure.room

    def lines_between(self, stretch: Stretch, top: float, bottom: float) -> range:
        """Return the numbers of the lines that something is painted for between two heights."""
        lines = stretch.lines
        first = next((n for n, line in enumerate(lines) if self.reach(line)[1] > top), len(lines))
        last = first
        while last < len(lines) and self.reach(lines[last])[0] < bottom:
            last += 1
        return range(first, last)

    def line_at(self, position: int) -> Line:
        """Return the line on which a code point stands."""
        return self.stretches(self._bridge.block_at(position)).line_at(position)

    def position_at(self, point: QPointF) -> int | None:
        """Return the code point under a place, or None where there is no text."""
        above, below = self._measure.band
        for stretch in self.stretches_between(point.y(), point.y() + 1):
            for line in stretch.lines:
                if line.baseline - above <= point.y() < line.baseline + below:
                    return line.position_at(point.x())
        return None

    def position_below(self, height: float) -> int | None:
        """Return where the first line begins whose baseline lies below a height."""
        for number in self.blocks_between(height, height + 3 * self._measure.pitch):
            position = self.stretches(number).position_below(height)
            if position is not None:
                return position
        return None
