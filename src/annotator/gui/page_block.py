"""The lines of one block of the page, read out of Qt's layout no sooner than they are asked for.

A paragraph may have millions of characters. To ask Qt where each of them stands takes as many
calls, so a stretch is read when something is to be painted or found on it; what tells which
stretch that is, is looked up among the rows by halving.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Sequence
from typing import TYPE_CHECKING, overload

from PySide6.QtCore import Qt

from annotator.core.offsets import Utf16Map
from annotator.gui.bridge import shown
from annotator.gui.page_cells import mixed_cells, plain_cells
from annotator.gui.page_geometry import Cells, Line, Stretch, pieces

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QTextBlock, QTextDocument, QTextLayout

    from annotator.gui.bridge import Bridge

# Longer paragraphs are planned in several stretches, so that painting costs what is seen.
STRETCH_LINES = 40
# Stretches of one block that are remembered; a screen holds two or three.
REMEMBERED = 300
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefe"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


class BlockStretches(Sequence[Stretch]):
    """The stretches of one block, for as long as its layout stays as it is.

    Making it costs a scan of the paragraph, a stretch what stands on its lines, and to find a
    line O(log n).
    """

    def __init__(self, document: QTextDocument, bridge: Bridge, number: int) -> None:
        self._document, self._number = document, number
        self._start = bridge.block_span(number).start
        self._text = bridge.words(number)
        self._units = Utf16Map(self._text)
        self._known: OrderedDict[int, Stretch] = OrderedDict()
        block = self._block()
        self._rows = block.layout().lineCount()
        self._mixed = (
            block.textDirection() != Qt.LayoutDirection.LeftToRight
            or _RIGHT_TO_LEFT.search(self._text) is not None
        )

    def _block(self) -> QTextBlock:
        """Return the block, laid out."""
        block = self._document.findBlockByNumber(self._number)
        self._document.documentLayout().blockBoundingRect(block)
        return block

    def __len__(self) -> int:
        """Return the number of stretches."""
        return (self._rows + STRETCH_LINES - 1) // STRETCH_LINES

    @overload
    def __getitem__(self, place: int) -> Stretch: ...
    @overload
    def __getitem__(self, place: slice) -> list[Stretch]: ...
    def __getitem__(self, place: int | slice) -> Stretch | list[Stretch]:
        """Return a stretch, or several; those not known yet are read."""
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        number = range(len(self))[place]
        held = self._known.get(number)
        if held is None:
            held = self._known[number] = self._read(number)
            if len(self._known) > REMEMBERED:
                self._known.popitem(last=False)
        else:
            self._known.move_to_end(number)
        return held

    def knows(self, place: int) -> bool:
        """Tell whether a stretch was read already."""
        return place in self._known

    def line_at(self, position: int) -> Line:
        """Return the line on which a code point of the article stands."""
        inside = min(max(position - self._start, 0), len(self._text))
        unit, layout = self._units.to_utf16(inside), self._block().layout()
        row = max(self._rows_up_to(unit, lambda row: layout.lineAt(row).textStart()) - 1, 0)
        return self[row // STRETCH_LINES].lines[row % STRETCH_LINES]

    def between(self, top: float, bottom: float) -> range:
        """Return the numbers of the stretches with a baseline between two heights.

        A stretch that begins above and ends below counts as well.
        """
        baseline = self._baselines()
        row = self._rows_up_to(top, baseline)
        first = row // STRETCH_LINES if row < self._rows else len(self)
        stop = first
        while stop < len(self) and baseline(stop * STRETCH_LINES) < bottom:
            stop += 1
        return range(first, stop)

    def position_below(self, height: float) -> int | None:
        """Return where the first line begins whose baseline lies below a height."""
        row = self._rows_up_to(height, self._baselines())
        return (
            self._position(self._block().layout().lineAt(row).textStart())
            if row < self._rows
            else None
        )

    def _rows_up_to(self, most: float, key: Callable[[int], float]) -> int:
        return bisect_right(range(self._rows), most, key=key)

    def _baselines(self) -> Callable[[int], float]:
        layout = self._block().layout()
        origin = layout.position().y()

        def baseline(row: int) -> float:
            line = layout.lineAt(row)
            return origin + line.y() + line.ascent()

        return baseline

    def _position(self, unit: int) -> int:
        """Return the code point of the article at a unit of the block."""
        return self._start + self._units.to_code_point(min(unit, self._units.length))

    def _read(self, place: int) -> Stretch:
        layout = self._block().layout()
        rows = range(place * STRETCH_LINES, min((place + 1) * STRETCH_LINES, self._rows))
        return Stretch(self._number, tuple(self._line(layout, row) for row in rows))

    def _line(self, layout: QTextLayout, row: int) -> Line:
        line, origin = layout.lineAt(row), layout.position()
        unit = line.textStart()
        start, full_end = (self._position(one) for one in (unit, unit + line.textLength()))
        units = self._units_of(start - self._start, full_end - self._start)
        own = shown(self._text[start - self._start : full_end - self._start])
        cells = (
            mixed_cells(layout, line, units=units, text=own)
            if self._mixed and own
            else plain_cells(line, units)
        )
        return Line(
            start=start,
            end=start + len(own.rstrip()),
            full_end=full_end,
            baseline=origin.y() + line.y() + line.ascent(),
            cells=Cells.at(cells, across=origin.x()),
            pieces=pieces(cells) if self._mixed else ((0, len(cells)),),
            left=origin.x() + line.naturalTextRect().left(),
        )

    def _units_of(self, start: int, end: int) -> Sequence[int]:
        """Return the units of ``start`` to ``end``, both included."""
        first, last = self._units.to_utf16(start), self._units.to_utf16(end)
        if last - first == end - start:
            return range(first, last + 1)
        return [self._units.to_utf16(one) for one in range(start, end + 1)]
