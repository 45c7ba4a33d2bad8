"""Where each character of one laid-out line stands, asked of Qt.

``QTextLine.cursorToX`` is right inside a run of one direction; at a change of direction it tells
the place of the neighbor, so there the extent of the run's glyphs is taken instead. (Asking for
the glyphs of single characters would be wrong in ligatures of Arabic.)
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextLayout, QTextLine

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.gui.page_geometry import Extent

_LEADING, _TRAILING = QTextLine.Edge.Leading, QTextLine.Edge.Trailing
_INDEXES = QTextLayout.GlyphRunRetrievalFlag.RetrieveStringIndexes
# Qt draws no glyphs for these, so they belong to no run.
_WITHOUT_GLYPHS = "\t\u2028"


def plain_cells(line: QTextLine, units: Sequence[int]) -> list[Extent]:
    """Return the left and right edges between these units on a line from left to right."""
    place = line.cursorToX
    return list(pairwise([place(unit)[0] for unit in units]))  # type: ignore[index]  # the stub says object


def mixed_cells(
    layout: QTextLayout, line: QTextLine, *, units: Sequence[int], text: str
) -> list[Extent]:
    """Return the edges between the units of a line's text, whatever directions it mixes.

    What belongs to one visible character shares its cell.
    """
    alone = {unit for unit, one in zip(units, text, strict=False) if one in _WITHOUT_GLYPHS}
    cells = {unit: _cell_alone(line, unit) for unit in alone}
    for first, end, extent, backward in _runs(line, units, alone):
        stops = [u for u in units if first <= u < end and layout.isValidCursorPosition(u)]
        edges = _edges(line, stops, extent, backward=backward)
        cells.update(zip(stops, map(_extent, edges, edges[1:]), strict=False))
    own: Extent = (0.0, 0.0)
    return [own := cells.get(unit, own) for unit in units[:-1]]


def _runs(
    line: QTextLine, units: Sequence[int], alone: set[int]
) -> Iterator[tuple[int, int, Extent, bool]]:
    """Yield first and end unit, extent and direction of each run, in the order of the text."""
    found: dict[Extent, tuple[int, bool]] = {}
    for run in line.glyphRuns(units[0], units[-1] - units[0], _INDEXES):
        box = run.boundingRect()
        extent = box.left(), box.right()
        # A run that needs several fonts is told once for each, always with its whole extent.
        first = min([*run.stringIndexes(), found.get(extent, (units[-1], False))[0]])
        found[extent] = first, run.isRightToLeft()
    runs = sorted((first, extent, backward) for extent, (first, backward) in found.items())
    ends = sorted({*(first for first, _, _ in runs), *alone, units[-1]})
    for first, extent, backward in runs:
        yield first, next(end for end in ends if end > first), extent, backward


def _edges(line: QTextLine, stops: Sequence[int], extent: Extent, *, backward: bool) -> list[float]:
    """Return where the characters of one run meet, in the order of the text, with both ends.

    Where the leading edge of a character is told beside the run or upon the edge before, as it
    is for the last one at times, the trailing edge of its predecessor is the right one.
    """
    first, last = reversed(extent) if backward else extent
    edges = [first]
    for before, unit in pairwise(stops):
        low, high = _extent(edges[-1], last)
        place = _x(line, unit)
        if not low < place < high:
            place = min(max(_x(line, before, _TRAILING), low), high)
        edges.append(place)
    return [*edges, last]


def _extent(one: float, other: float) -> Extent:
    """Return two edges from left to right."""
    return (one, other) if one <= other else (other, one)


def _cell_alone(line: QTextLine, unit: int) -> Extent:
    return _extent(_x(line, unit), _x(line, unit + 1))


def _x(line: QTextLine, unit: int, edge: QTextLine.Edge = _LEADING) -> float:
    found: tuple[float, int] = line.cursorToX(unit, edge)  # type: ignore[assignment]  # the stub says object
    return found[0]
