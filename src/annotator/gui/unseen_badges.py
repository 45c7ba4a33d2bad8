"""Badges over characters that cannot be seen, so that nothing hides in a text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPen

from annotator.core.invisible import Unseen, unseen
from annotator.core.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QPainter

    from annotator.gui.page_geometry import Stretch
    from annotator.gui.page_measure import Measure
    from annotator.gui.theme import Theme
    from annotator.service.open_article import OpenArticle

HEIGHT, PADDING, GAP = 12, 3, 1


@dataclass(frozen=True, slots=True)
class UnseenBadge:
    """A badge in the document's coordinates, and the character that it stands for."""

    box: QRectF
    character: Unseen


def badges_on(article: OpenArticle, stretch: Stretch, measure: Measure) -> Iterator[UnseenBadge]:
    """Yield the badges of a stretch; several at one place stand side by side."""
    text = article.slice(Span(stretch.start, stretch.end))
    last = QRectF()
    metrics = QFontMetricsF(_font())
    for found in unseen(text):
        position = stretch.start + found.position
        line = stretch.lines[stretch.line_of(position)]
        width = metrics.horizontalAdvance(found.short) + 2 * PADDING
        left = line.x_before(position) - width / 2
        top = line.baseline - measure.rise - HEIGHT / 2
        if last.top() == top and left < last.right() + GAP:
            left = last.right() + GAP
        last = QRectF(left, top, width, HEIGHT)
        yield UnseenBadge(last, Unseen(position, found.short, found.name))


def draw_badges(painter: QPainter, badges: Iterable[UnseenBadge], theme: Theme) -> None:
    """Draw badges over the text, in the warning's color, each with a foot at its place."""
    for badge in badges:
        painter.setFont(_font())
        painter.setPen(QPen(theme.warning, 1))
        painter.setBrush(theme.page)
        painter.drawRoundedRect(badge.box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.drawText(badge.box, Qt.AlignmentFlag.AlignCenter, badge.character.short)


def badge_at(
    article: OpenArticle, stretches: Iterable[Stretch], point: QPointF, measure: Measure
) -> UnseenBadge | None:
    """Return the badge at a point of the document, None where there is none."""
    for stretch in stretches:
        for badge in badges_on(article, stretch, measure):
            if badge.box.contains(point):
                return badge
    return None


@cache
def _font() -> QFont:
    font = QFont()
    font.setPixelSize(9)
    font.setWeight(QFont.Weight.DemiBold)
    return font
