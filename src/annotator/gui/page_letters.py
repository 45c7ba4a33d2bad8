"""Hollow letters in the margin, where a highlight goes on that began further up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen

from annotator.gui.page_measure import BADGE, BADGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from annotator.core.records import Codebook
    from annotator.gui.page_geometry import Line, Margin, Stretch
    from annotator.gui.page_measure import Measure
    from annotator.gui.page_plan import Marks
    from annotator.gui.theme import Theme
    from annotator.service.open_article import OpenArticle

RIM = 1.5


@dataclass(frozen=True, slots=True)
class GoingOn:
    """The labels that go on at a line, how many more, and how many marks stand nearer to it."""

    line: Line
    label_ids: tuple[str, ...]
    more: int
    nearer: int


def going_on(
    article: OpenArticle, stretch: Stretch, marks: Iterable[Marks], *, top: int | None
) -> Iterator[GoingOn]:
    """Yield what goes on at the first line of a paragraph, and at the first one in sight.

    That is the line that begins at ``top``; ``marks`` are those that stand on the stretch.
    """
    held = {mark.line.start: mark for mark in marks}
    for line in _asked(article, stretch, top):
        mark = held.get(line.start)
        hits = article.index.overlapping(line.start, line.full_end)
        named = mark.label_ids if mark else ()
        before = dict.fromkeys(label for _, start, _, label in hits if start < line.start)
        labels = tuple(label for label in before if label not in named)
        nearer = len(named) + bool(mark and mark.more) + bool(mark and mark.checked)
        room = BADGES - nearer
        if not labels or room <= 0:
            continue
        kept = labels if len(labels) <= room else labels[: room - 1]
        yield GoingOn(line, kept, len(labels) - len(kept), nearer)


def _asked(article: OpenArticle, stretch: Stretch, top: int | None) -> Iterator[Line]:
    first = stretch.lines[0]
    if stretch.start < stretch.end and article.sentences.place_at(first.start).start == first.start:
        yield first
    if top is not None and first.start < top < stretch.end:
        yield stretch.lines[stretch.line_of(top)]


class Letters:
    """Draws hollow letters in the colors of one theme and codebook, at one measure."""

    def __init__(self, theme: Theme, codebook: Codebook, measure: Measure) -> None:
        self._theme, self._measure = theme, measure
        self._labels = {label.id: label for label in codebook.labels}

    def draw(self, painter: QPainter, lines: Iterable[GoingOn], margin: Margin) -> None:
        """Draw the letters beyond what else stands beside their lines."""
        center = Qt.AlignmentFlag.AlignCenter
        for line in lines:
            painter.setFont(_font())
            boxes = self._boxes(painter, line, margin)
            if line.more:
                painter.setPen(self._theme.muted)
                painter.drawText(boxes.pop(0), center, f"+{line.more}")
            for label_id, box in zip(line.label_ids, boxes, strict=True):
                self._draw_rim(painter, label_id, box)
                label = self._labels.get(label_id)
                painter.setPen(self._theme.ink)
                painter.drawText(box, center, label.letter if label else "?")

    def _boxes(self, painter: QPainter, line: GoingOn, margin: Margin) -> list[QRectF]:
        ratio = painter.device().devicePixelRatioF()
        top = round(line.line.baseline * ratio) / ratio - self._measure.middle - BADGE / 2
        count = len(line.label_ids) + bool(line.more)
        slots = (margin.slot(line.nearer + number) for number in reversed(range(count)))
        return [QRectF(slot, top, BADGE, BADGE) for slot in slots]

    def _draw_rim(self, painter: QPainter, label_id: str, box: QRectF) -> None:
        label = self._labels.get(label_id)
        color = self._theme.label_color(label) if label else self._theme.muted
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)  # noqa: FBT003 - Qt's signature
        painter.setPen(QPen(color, RIM))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 4, 4)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # noqa: FBT003 - Qt's signature


def beside(line: Line, measure: Measure, *, left: int, right: int, scroll: int) -> QRect:
    """Return where letters may stand beside a line, in the viewport."""
    top = int(line.baseline - measure.middle - BADGE / 2 - scroll) - 1
    return QRect(left, top, right - left, BADGE + 4)


@cache
def _font() -> QFont:
    font = QFont()
    font.setPixelSize(11)
    font.setWeight(QFont.Weight.Bold)
    return font
