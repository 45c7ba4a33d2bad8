"""A paragraph on a PDF's page: its words, the tint behind them, and the lines under them."""

from __future__ import annotations

import math
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPen,
    QPolygonF,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from annotator.gui.bridge import shown, utf16_length
from annotator.gui.page_drawing import PATTERNS
from annotator.gui.pdf_sheet import MUTED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QTextLine

    from annotator.core.records import Label
    from annotator.gui.pdf_sheet import Sheet

_INK = QColor("#1b1b1f")
_TINT = 0.13
_LANES = 4
# In points: how far below the words the first line lies, how far apart they are, how thick.
_DROP, _STEP, _WIDTH = 2.0, 2.6, 1.0
_TAB = 32  # Qt measures it in dots of a screen, whatever the device
_PICTURES = {code: 0x2400 + code for code in range(0x20) if code != ord("\t")}
_RTL = ("R", "AL")
_STRONG = ("L", *_RTL)


def text_font() -> QFont:
    """Return the font of articles."""
    return _font(("Noto Serif", "Georgia", "DejaVu Serif"), QFont.StyleHint.Serif, 11)


def small_font() -> QFont:
    """Return the font of what is told about articles."""
    return _font(
        ("Noto Sans", "Segoe UI", "Helvetica Neue", "DejaVu Sans"), QFont.StyleHint.SansSerif, 9.5
    )


def heading_font(size: float) -> QFont:
    """Return the font of titles."""
    font = small_font()
    font.setPointSizeF(size)
    font.setBold(True)
    return font


def _font(families: Sequence[str], hint: QFont.StyleHint, size: float) -> QFont:
    font = QFont(list(families))
    font.setStyleHint(hint)
    font.setPointSizeF(size)
    return font


@dataclass(frozen=True, slots=True)
class Piece:
    """Words under the same labels.

    ``name_of`` is the label that they name, -1 for several, and ``raised`` has them stand higher.
    """

    words: str
    labels: tuple[int, ...] = ()
    ends: bool = False
    name_of: int | None = None
    raised: bool = False
    bold: bool = False
    muted: bool = False


class Writing:
    """The pieces of one paragraph, drawn line by line onto as many pages as it takes."""

    def __init__(self, sheet: Sheet, labels: Sequence[Label]) -> None:
        self._sheet, self._labels = sheet, labels
        self._pieces: list[Piece] = []
        self._words: list[str] = []
        self._starts: list[int] = []  # in units of the layout
        self._length = 0
        self._color = cache(self._color_of)

    def add(self, piece: Piece) -> None:
        """Put words at the end."""
        words = shown(piece.words).translate(_PICTURES)
        if words:
            self._pieces.append(piece)
            self._words.append(words)
            self._starts.append(self._length)
            self._length += utf16_length(words)

    def draw(self, font: QFont, *, spacing: float = 1.3, direction: str = "") -> None:
        """Draw the paragraph; without a direction, it has that of its first letter.

        ``spacing`` is the height of a line in sizes of the font.
        """
        sheet = self._sheet
        least = sheet.dots(font.pointSizeF()) * spacing
        if not self._pieces:
            sheet.take(least)
            return
        layout = QTextLayout("".join(self._words), font, sheet.writer)
        layout.setTextOption(_option(direction or _direction(self._words), _TAB))
        layout.setFormats(list(self._formats()))
        layout.beginLayout()
        lines: list[QTextLine] = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(sheet.width)
            line.setPosition(QPointF(0, 0))
            lines.append(line)
        layout.endLayout()
        for line in lines:
            top = sheet.take(max(line.height(), least))
            self._draw_marks(line, top)
            sheet.painter.setPen(_INK)
            line.draw(sheet.painter, QPointF(0, top))

    def _formats(self) -> Iterator[QTextLayout.FormatRange]:
        ends = [*self._starts[1:], self._length]
        for piece, start, end in zip(self._pieces, self._starts, ends, strict=True):
            if piece.name_of is None and not piece.bold and not piece.muted:
                continue
            found = QTextLayout.FormatRange()
            found.start, found.length, found.format = start, end - start, self._format(piece)
            yield found

    def _format(self, piece: Piece) -> QTextCharFormat:
        form = QTextCharFormat()
        if piece.bold or piece.name_of is not None:
            form.setFontWeight(QFont.Weight.Bold)
        if piece.name_of is not None:
            form.setFontFamilies(small_font().families())
            form.setForeground(self._color(piece.name_of))
        if piece.raised:
            form.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        if piece.muted:
            form.setForeground(MUTED)
        return form

    def _draw_marks(self, line: QTextLine, top: float) -> None:
        """Draw the tints behind a line's words, and over all of them the lines under the words."""
        found = list(self._marked(line))
        height = line.ascent() + line.descent()
        for piece, boxes, _ in found:
            tint = _tint(self._color(piece.labels[0]))
            for box in boxes:
                area = QRectF(box.left, top, box.right - box.left, height)
                self._sheet.painter.fillRect(area, tint)
        for piece, boxes, ends in found:
            self._draw_strokes(piece, boxes, top + line.ascent())
            if ends and boxes:
                self._draw_end(piece.labels[0], boxes[-1], top, top + height)

    def _marked(self, line: QTextLine) -> Iterator[tuple[Piece, list[Box], bool]]:
        """Yield the pieces of a line that have labels, where they stand, and whether one ends."""
        first, last = line.textStart(), line.textStart() + line.textLength()
        number = bisect_right(self._starts, first) - 1
        while number < len(self._pieces) and self._starts[number] < last:
            piece, start = self._pieces[number], max(self._starts[number], first)
            number += 1
            whole = self._starts[number] if number < len(self._starts) else self._length
            if piece.labels:
                end = min(whole, last)
                yield piece, _boxes(line, start, end - start), piece.ends and end == whole

    def _draw_strokes(self, piece: Piece, boxes: Sequence[Box], baseline: float) -> None:
        for box in boxes:
            for lane, label in enumerate(piece.labels[:_LANES]):
                y = baseline + self._sheet.dots(_DROP + lane * _STEP)
                self._draw_stroke(label, box.left, box.right, y)

    def _draw_end(self, label: int, box: Box, top: float, bottom: float) -> None:
        painter = self._sheet.painter
        x = box.left if box.rtl else box.right
        painter.setPen(QPen(self._color(label), self._sheet.dots(_WIDTH)))
        painter.drawLine(QLineF(x, top, x, bottom))

    def _draw_stroke(self, label: int, left: float, right: float, y: float) -> None:
        painter, width = self._sheet.painter, self._sheet.dots(_WIDTH)
        style = self._labels[label].line_style
        pen = QPen(self._color(label), width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if style in PATTERNS:
            pen.setDashPattern(list(PATTERNS[style]))
        if style == "double":
            pen.setWidthF(width * 0.6)
        painter.setPen(pen)
        if style == "wavy":
            painter.drawPolyline(_wave(left, right, y, width))
            return
        painter.drawLine(QLineF(left, y, right, y))
        if style == "double":
            painter.drawLine(QLineF(left, y + width * 1.3, right, y + width * 1.3))

    def _color_of(self, label: int) -> QColor:
        color = QColor(self._labels[label].color_light) if label >= 0 else MUTED
        return color if color.isValid() else MUTED


@dataclass(frozen=True, slots=True)
class Box:
    """Where on a line words stand, which read from the right or not."""

    left: float
    right: float
    rtl: bool


def _boxes(line: QTextLine, start: int, length: int) -> list[Box]:
    """Return where a line's words stand: several places where directions mix, joined where not."""
    found: list[Box] = []
    for run in line.glyphRuns(start, length):
        area = run.boundingRect()
        box = Box(area.left(), area.right(), run.isRightToLeft())
        last = found[-1] if found else None
        if last and last.rtl == box.rtl and _touch(last, box):
            left, right = min(last.left, box.left), max(last.right, box.right)
            found[-1] = Box(left, right, box.rtl)
        elif box.left < box.right:
            found.append(box)
    return found


def _touch(one: Box, other: Box) -> bool:
    return one.left <= other.right + 1 and other.left <= one.right + 1


def _wave(left: float, right: float, y: float, width: float) -> QPolygonF:
    """Return a wavy line, in steps of a quarter of a wave."""
    count = max(1, math.ceil((right - left) / width))
    heights = (0, -width, 0, width)
    points = [QPointF(min(left + n * width, right), y + heights[n % 4]) for n in range(count + 1)]
    return QPolygonF(points)


def _tint(color: QColor) -> QColor:
    """Return a color laid thinly over white."""
    share = 1 - _TINT
    return QColor(*(round(255 * share + part * _TINT) for part in color.getRgb()[:3]))  # type: ignore[index] # a tuple of four, whatever Qt's stubs say


def _option(direction: str, tab: float) -> QTextOption:
    rtl = direction == "rtl"
    option = QTextOption(Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft)
    option.setTextDirection(
        Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
    )
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTabStopDistance(tab)
    return option


def _direction(words: Sequence[str]) -> str:
    """Return the direction of the first letter that has one."""
    strong = (
        kind
        for part in words
        for sign in part
        if (kind := unicodedata.bidirectional(sign)) in _STRONG
    )
    return "rtl" if next(strong, "L") in _RTL else "ltr"
