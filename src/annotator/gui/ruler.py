"""The overview ruler beside the scroll bar: labels, what is not reviewed, hits; a click jumps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QRegion
from PySide6.QtWidgets import QToolTip, QWidget

from annotator.gui.plain import tooltip_lines
from annotator.gui.ruler_paint import (
    ROW,
    WIDTH,
    paint_hit,
    paint_place,
    paint_row,
    place_box,
)
from annotator.gui.ruler_rows import RulerRows

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QHelpEvent, QMouseEvent, QPaintEvent, QResizeEvent, QWheelEvent

    from annotator.core.records import Codebook, Label
    from annotator.core.span import Span
    from annotator.gui.theme import Theme
    from annotator.service.changes import Changes
    from annotator.service.open_article import OpenArticle

SLICE = 24
RENEW_AFTER_MS = 400


class Ruler(QWidget):
    """The whole article in one narrow column, each label in a lane of its own, in label order.

    It is learned in slices between events; a change costs the rows it touched.
    """

    jumped = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ruler")
        self.setFixedWidth(WIDTH)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Overview of the article"))
        self.setAccessibleDescription(self.tr("A click goes to that part of the text."))
        self._theme = theme
        self._labels: Sequence[Label] = ()
        self._article: OpenArticle | None = None
        self._rows: RulerRows | None = None
        self._hits: frozenset[int] = frozenset()
        self._found: Sequence[Span] = ()
        self._here: Span | None = None
        self._learn = QTimer(self)
        self._learn.setInterval(0)
        self._learn.timeout.connect(self._settle)
        self._renew_soon = QTimer(self)
        self._renew_soon.setSingleShot(True)
        self._renew_soon.setInterval(RENEW_AFTER_MS)
        self._renew_soon.timeout.connect(self.renew)

    def show_article(self, article: OpenArticle | None, codebook: Codebook | None) -> None:
        """Take up an article, or let go of it."""
        self._article, self._found = article, ()
        self._take_labels(codebook)
        self.renew()

    def set_codebook(self, codebook: Codebook | None) -> None:
        """Take other labels."""
        self._take_labels(codebook)
        self.update()

    def _take_labels(self, codebook: Codebook | None) -> None:
        self._labels = codebook.labels if codebook else ()

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colors."""
        self._theme = theme
        self.update()

    def renew(self) -> None:
        """Learn everything again, as after an edit of the text."""
        count = self.height() // ROW
        self._rows = RulerRows(self._article, count) if self._article and count > 0 else None
        self._place_hits()
        self._go_on()

    def take(self, changes: Changes) -> None:
        """Learn again what a change touched."""
        if self._article is None or self._rows is None or self._article.stale:
            return
        dirty = self._article.dirty(changes)
        if len(dirty) > len(self._rows):
            self.renew()
            return
        self._rows.soil(dirty)
        self._learn_on()

    def show_hits(self, spans: Sequence[Span]) -> None:
        """Show where a search found something."""
        self._found = spans
        self._place_hits()
        self.update()

    def show_place(self, span: Span | None) -> None:
        """Show which part of the text the page shows."""
        if span != self._here:
            before, self._here = self._here, span
            self.update(_framed(self._rows, before).united(_framed(self._rows, span)))

    def _place_hits(self) -> None:
        rows = self._rows
        self._hits = frozenset(rows.at(span.start) for span in self._found) if rows else frozenset()

    def _go_on(self) -> None:
        self.update()
        self._learn_on()

    def _learn_on(self) -> None:
        if self._rows is not None and not self._rows.settled:
            self._learn.start()

    def _settle(self) -> None:
        if self._article is not None and not self._article.filled:
            # A part of the highlights would pass for all of them.
            return
        if self._rows is not None and self._rows.stale:
            # The text is being edited: everything is divided anew when the hands rest.
            self._learn.stop()
            self._renew_soon.start()
            return
        if self._rows is not None:
            for number in self._rows.settle(SLICE):
                self.update(0, number * ROW, WIDTH, ROW + 1)
        if self.settled:
            self._learn.stop()

    @property
    def settled(self) -> bool:
        """True when every row is known."""
        return self._rows is None or self._rows.settled

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the rows of the asked area."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.page)
        rows = self._rows
        if rows is not None:
            paint_place(painter, rows, self._here, self._theme)
            for number in _asked(event.region(), len(rows)):
                row = rows[number]
                paint_row(painter, row, number * ROW, labels=self._labels, theme=self._theme)
                if number in self._hits:
                    paint_hit(painter, number * ROW, self._theme)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Divide the article into as many rows as there is room for."""
        super().resizeEvent(event)
        if event.size().height() != event.oldSize().height():
            self.renew()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Jump to what is under the mouse."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._jump(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Go along with a pressed mouse."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._jump(event)

    def _jump(self, event: QMouseEvent) -> None:
        number = self._row_at(event.position().y())
        if self._rows is not None and number is not None and not self._rows.stale:
            self.jumped.emit(self._rows.span(number).start)

    def _row_at(self, y: float) -> int | None:
        if self._rows is None or not len(self._rows):
            return None
        return min(max(int(y) // ROW, 0), len(self._rows) - 1)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Leave scrolling to the page."""
        event.ignore()

    def event(self, event: QEvent) -> bool:
        """Say in words what lies under the mouse."""
        if event.type() == QEvent.Type.ToolTip:
            self._tell(event)  # type: ignore[arg-type]  # its type says what it is
            return True
        return super().event(event)

    def _tell(self, event: QHelpEvent) -> None:
        number = self._row_at(event.pos().y())
        if number is not None:
            QToolTip.showText(event.globalPos(), tooltip_lines(self.words(number)), self)

    def words(self, number: int) -> list[str]:
        """Say in words what a row shows: the sentences, labels, hits, and what is to do."""
        rows, article = self._rows, self._article
        if rows is None or rows.stale or article is None or not len(article.sentences):
            return []
        span = rows.span(number)
        first = (article.sentences.at(span.start) or 0) + 1
        last = (article.sentences.at(max(span.end - 1, span.start)) or 0) + 1
        one, several = self.tr("Sentence {0}"), self.tr("Sentences {0} to {1}")
        said = [one.format(first) if first == last else several.format(first, last)]
        said.extend(_names(self._labels, rows[number].covered))
        if rows[number].unreviewed:
            said.append(self.tr("Not all reviewed"))
        if number in self._hits:
            said.append(self.tr("Found here"))
        return said

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the width of the column."""
        return QSize(WIDTH, 400)


def _framed(rows: RulerRows | None, span: Span | None) -> QRegion:
    """Return where the frame around a part of the text is painted."""
    if rows is None or span is None:
        return QRegion()
    return QRegion(place_box(rows, span).adjusted(0, 0, 0, 1))


def _asked(region: QRegion, count: int) -> list[int]:
    """Return the numbers of the rows that a region touches, or is a fraction of a pixel from."""
    rows: set[int] = set()
    for part in region:  # type: ignore[attr-defined]  # it can be iterated, which the stub leaves out
        first, last = (part.top() - 1) // ROW, (part.bottom() + 1) // ROW
        rows.update(range(max(first, 0), min(last + 1, count)))
    return sorted(rows)


def _names(labels: Iterable[Label], covered: frozenset[str]) -> list[str]:
    return [label.name for label in labels if label.id in covered]
