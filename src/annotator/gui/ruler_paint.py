"""How the rows of the overview ruler are drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from annotator.core.records import Label
    from annotator.core.span import Span
    from annotator.gui.ruler_rows import Row, RulerRows
    from annotator.gui.theme import Theme

WIDTH = 18
ROW = 3
# The left edge tells what is not reviewed, the right one the hits; labels share what is between.
EDGE = 3
MOST_LANES = 4
FAINT = 0.28


def paint_place(painter: QPainter, rows: RulerRows, here: Span | None, theme: Theme) -> None:
    """Frame what the page shows, unless that is the whole article."""
    if here is None:
        return
    box = place_box(rows, here)
    if box.isEmpty() or box.height() >= len(rows) * ROW:
        return
    painter.setPen(QPen(theme.muted, 1))
    painter.setBrush(theme.ground)
    painter.drawRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5))


def place_box(rows: RulerRows, here: Span) -> QRect:
    """Return the pixels of the rows that stand for a part of the text."""
    if not len(rows):
        return QRect()
    top, bottom = rows.at(here.start), rows.at(max(here.end - 1, 0))
    return QRect(0, top * ROW, WIDTH, (bottom - top + 1) * ROW)


def paint_row(
    painter: QPainter, row: Row, top: float, *, labels: Sequence[Label], theme: Theme
) -> None:
    """Draw what a row holds, each label in its lane; one that only goes on is faint."""
    if row.unreviewed:
        painter.fillRect(QRectF(0, top, EDGE - 1, ROW), theme.muted)
    lanes = max(1, min(MOST_LANES, len(labels)))
    width = (WIDTH - 2 * EDGE) / lanes
    for place, label in enumerate(labels):
        if label.id not in row.covered:
            continue
        color = theme.label_color(label)
        begun = label.id in row.begun
        if not begun:
            color.setAlphaF(FAINT)
        left = EDGE + place % lanes * width
        painter.fillRect(QRectF(left, top, width - 0.5, ROW - (0.5 if begun else 0)), color)


def paint_hit(painter: QPainter, top: float, theme: Theme) -> None:
    """Draw that a search found something in a row."""
    painter.fillRect(QRectF(WIDTH - EDGE, top, EDGE, ROW), theme.accent)
