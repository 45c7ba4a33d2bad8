"""A passage of an article with highlights on it, painted as the page paints them."""

from __future__ import annotations

from itertools import pairwise
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.gui.bridge import shown, utf16_length
from annotator.gui.inspector_parts import SERIF
from annotator.gui.page_drawing import PATTERNS, WAVE, wave
from annotator.gui.reading_direction import direction_of
from annotator.gui.theme import legible
from annotator.gui.ui_zoom import zoomed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent, QTextLine

    from annotator.core.records import Label
    from annotator.core.span import Span
    from annotator.gui.theme import Theme

PIXELS = 15
LINE = 1.6
NARROW = 80


class PassageView(QWidget):
    """Words around a highlight; the highlight has its label's tint and its line."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._text = ""
        self._spans: list[tuple[int, int]] = []
        self._label: Label | None = None
        self._layout: QTextLayout | None = None
        self._height = 0.0
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_passage(self, text: str, spans: Sequence[Span], label: Label | None) -> None:
        """Show a passage, its spans counted from its beginning; an empty one hides the whole."""
        self._text = text.replace("\n", " ")
        kept = [(max(one.start, 0), min(one.end, len(text))) for one in spans]
        self._spans = [
            (utf16_length(text[:start]), utf16_length(text[:end]))
            for start, end in kept
            if start < end
        ]
        self._label = label
        self._layout = None
        self.setVisible(bool(text))
        self.updateGeometry()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colors."""
        self._theme = theme
        self._layout = None
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return what the passage takes at its present width."""
        width = max(self.width(), zoomed(NARROW))
        return QSize(width, self.heightForWidth(width))

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Say that a narrow passage is a high one."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return how high the passage is, broken to a width."""
        self._lay_out(width)
        return ceil(self._height)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Break the passage anew."""
        super().resizeEvent(event)
        self._lay_out(self.width())

    def _lay_out(self, width: int) -> QTextLayout:
        font = QFont()
        font.setFamilies(list(SERIF))
        font.setStyleHint(QFont.StyleHint.Serif)
        font.setPixelSize(zoomed(PIXELS))
        layout = self._layout = QTextLayout(shown(self._text), font)
        option = layout.textOption()
        option.setTextDirection(direction_of(self._text))
        option.setAlignment(Qt.AlignmentFlag.AlignLeading)
        layout.setTextOption(option)
        step, top = QFontMetricsF(font).height() * LINE / 1.25, 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            line.setPosition(QPointF(0, top))
            top += step
        layout.endLayout()
        self._height = top
        return layout

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint tints, the words on them, and the lines below."""
        painter, layout = QPainter(self), self._lay_out(self.width())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        boxes = [box for span in self._spans for box in _boxes(layout, span)]
        color = self._theme.label_color(self._label) if self._label else self._theme.muted
        tint = QColor(color)
        tint.setAlphaF(self._theme.selected_tint)
        for box in boxes:
            painter.fillRect(box, legible(tint, self._theme))
        painter.setPen(self._theme.ink)
        layout.draw(painter, QPointF(0, 0))
        for box in boxes:
            self._draw_line(painter, box, color)

    def _draw_line(self, painter: QPainter, box: QRectF, color: QColor) -> None:
        style = self._label.line_style if self._label else "solid"
        width = self._theme.line_width
        below = box.bottom() + 1
        if style == "wavy":
            painter.setPen(QPen(color, WAVE))
            painter.drawPolyline(wave(QRectF(box.left(), below, box.width(), width + 1)))
            return
        pen = QPen(color, 1 if style == "double" else width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if pattern := PATTERNS.get(style):
            pen.setDashPattern(list(pattern))
        painter.setPen(pen)
        for place in (below, below + width + 1) if style == "double" else (below + width / 2,):
            painter.drawLine(QLineF(box.left(), place, box.right(), place))


def _boxes(layout: QTextLayout, span: tuple[int, int]) -> Iterator[QRectF]:
    """Yield where a span lies, one box for each run of one direction in each line."""
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        start = max(span[0], line.textStart())
        end = min(span[1], line.textStart() + line.textLength())
        if start < end:
            for left, right in _runs(line, start, end):
                yield QRectF(left, line.y(), right - left, line.height())


def _runs(line: QTextLine, start: int, end: int) -> Iterator[tuple[float, float]]:
    """Yield the stretches that some characters of a line take, those that touch joined."""
    places = [line.cursorToX(place)[0] for place in range(start, end + 1)]  # type: ignore[index]  # Qt's stubs know one form of it
    edges = sorted((min(pair), max(pair)) for pair in pairwise(places) if pair[0] != pair[1])
    left, right = edges[0] if edges else (0.0, 0.0)
    for low, high in edges[1:]:
        if low > right + 1:
            yield left, right
            left, right = low, high
        right = max(right, high)
    if right > left:
        yield left, right
