"""The page under the mouse: clicks, selecting by dragging, and the grips of a highlight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QPointingDevice
from PySide6.QtWidgets import QApplication

from annotator.core.span import Span
from annotator.gui.borders import whole_words
from annotator.gui.page_drag import EdgeDrag, Scrolling, TextDrag, word_under
from annotator.gui.page_grips import PageGrips
from annotator.gui.page_selection import highlights_under, next_of

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QWidget

    from annotator.core.records import Codebook
    from annotator.gui.page_drag import Drag
    from annotator.service.open_article import OpenArticle


class PageMouse(PageGrips):
    """A page that is clicked, selected from and taken hold of with the mouse.

    ``edge_held`` carries an ``Edge`` and the code point it is held at.
    """

    menu_wanted = Signal(QPoint)
    edge_held = Signal(object, int)
    edge_dropped = Signal()
    edge_freed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pressed: QPointF | None = None
        self._drag: Drag | None = None
        self._dragging = False
        self._doubled: tuple[int, QPointF] | None = None
        self._scrolling = Scrolling(self)
        self.viewport().setMouseTracking(True)

    def show_article(self, article: OpenArticle | None, codebook: Codebook) -> None:
        """Show an article, nothing of it in the mouse's hand."""
        self._let_fall()
        super().show_article(article, codebook)

    @property
    def words(self) -> str:
        """The text of the article, empty where none is open."""
        return self.article.text if self.article else ""

    @property
    def anchor(self) -> int:
        """The code point from which text is selected."""
        return self._bridge.position(self.textCursor().anchor())

    def near(self, point: QPointF) -> int:
        """Return the code point before which the mouse points, in the text or beside it."""
        return self._bridge.position(self.cursorForPosition(point.toPoint()).position())

    def offer_selection(self) -> None:
        """Let the middle button of other windows paste what is selected, where that is usual."""
        clipboard = QGuiApplication.clipboard()
        if clipboard.supportsSelection() and self.has_text_selection():
            clipboard.setMimeData(self.createMimeDataFromSelection(), clipboard.Mode.Selection)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Begin a click, a selection or the moving of an edge; with Shift extend what there is."""
        self._let_fall()
        doubled, self._doubled = self._doubled, None
        if event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self._pressed = event.position()
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if shift and not self.has_text_selection() and not self.has_caret:
            self._pressed = None
            self._go_to(event.position(), extend=True)
        elif self.editing is not None or self.article is None:
            super().mousePressEvent(event)
        elif shift:
            self._hold_on(TextDrag(self, Span(self.anchor, self.anchor)), event.position())
        elif doubled is not None and _follows(event, *doubled):
            origin = self._sentences(Span(self.near(event.position()), self.near(event.position())))
            self._hold_on(TextDrag(self, origin, by=self._sentences), event.position())
        else:
            self._drag = self._drag_from(event)

    def _drag_from(self, event: QMouseEvent) -> Drag:
        point = event.position()
        finger = event.pointerType() == QPointingDevice.PointerType.Finger
        grip = self.grip_at(point, finger=finger)
        if grip is not None:
            return EdgeDrag(self, grip.edge, away=self.middle_of(grip) - point)
        drag, near = TextDrag(self, Span(self.near(point), self.near(point))), self.near(point)
        self.select(near, near)
        return drag

    def _hold_on(self, drag: Drag, point: QPointF) -> None:
        """Begin to drag where a press alone selects."""
        self._pressed, self._drag, self._dragging = None, drag, True
        drag.follow(point)

    def _sentences(self, span: Span) -> Span:
        """Return the whole sentences that a span touches."""
        if self.article is None or not len(self.article.sentences):
            return span
        sentences = self.article.sentences
        first, last = sentences.at(span.start), sentences.at(max(span.end - 1, span.start))
        if first is None or last is None:
            return span
        return Span(sentences.span(first).start, sentences.span(last).end)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Drag what is held, or show what can be taken hold of."""
        if self._drag is None:
            super().mouseMoveEvent(event)
            if self.editing is None and not event.buttons():
                over = self.grip_at(event.position()) is not None
                shape = Qt.CursorShape.SizeHorCursor if over else Qt.CursorShape.IBeamCursor
                self.viewport().setCursor(shape)
            return
        if self._pressed is not None and not self._dragging:
            distance = (event.position() - self._pressed).manhattanLength()
            self._dragging = distance >= QApplication.startDragDistance()
        if self._dragging:
            self._pressed = None
            self._scrolling.follow(self._drag, event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Select the word, and go on by words while the button is held."""
        self._let_fall()
        if self.editing is not None or self.article is None:
            super().mouseDoubleClickEvent(event)
            return
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._doubled = event.timestamp(), event.position()
        under = self._position_under(event.position())
        near = self.near(event.position()) if under is None else under
        origin = word_under(self.words, near)
        self._drag = TextDrag(self, origin, by=lambda span: whole_words(self.words, span))
        self._dragging = True
        self.select(origin.start, origin.end)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """End a click or a drag: go to its sentence and choose among its highlights."""
        pressed, drag, dragged = self._pressed, self._drag, self._dragging
        self._let_fall()
        if event.button() != Qt.MouseButton.LeftButton or self.editing is not None:
            super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if drag is not None and dragged:
            drag.drop()
            if isinstance(drag, EdgeDrag):
                return
        selected = self.selection() if self.has_text_selection() else None
        if selected is not None:
            self.stand_at(selected.start)
        elif self.editing is not None:
            self.stand_at(self.caret)
            self.viewport().update()
        elif pressed is not None:
            self._click(event.position())

    def cancel_drag(self) -> bool:
        """Give up what is being dragged, as if it had never begun; tell whether there was any."""
        drag, dragged = self._drag, self._dragging
        self._let_fall()
        if drag is not None and dragged:
            drag.cancel()
        return drag is not None

    @property
    def is_dragging(self) -> bool:
        """True while something is in the mouse's hand."""
        return self._drag is not None

    def _let_fall(self) -> None:
        self._pressed, self._drag, self._dragging = None, None, False
        self._scrolling.stop()

    def _click(self, point: QPointF) -> None:
        position = self._go_to(point)
        if self.article is not None and position is not None:
            under = highlights_under(self.article, position)
            self.choose_highlight(next_of(under, self.chosen_highlight))
        else:
            self.choose_highlight(None)

    def _go_to(self, point: QPointF, *, extend: bool = False) -> int | None:
        """Put the cursor on the sentence at a point; return the code point under it, if any."""
        if self.article is None or not len(self.article.sentences):
            return None
        position = self._position_under(point)
        self.stand_at(self.near(point) if position is None else position, extend=extend)
        return position

    def _position_under(self, point: QPointF) -> int | None:
        return self._layout.position_at(point + QPointF(0, self.verticalScrollBar().value()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Go to what the mouse points at, a selection there kept, and ask for a menu."""
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self._point_at(QPointF(event.pos()))
        self.menu_wanted.emit(event.globalPos())

    def _point_at(self, point: QPointF) -> None:
        position = self._position_under(point)
        selected = self.selection()
        if position is None or selected is None or not selected.start <= position < selected.end:
            self.clear_selection()
            position = self._go_to(point)
        if self.article is not None:
            under = highlights_under(self.article, position) if position is not None else []
            if self.chosen_highlight not in under:
                self.choose_highlight(next_of(under, None))


def _follows(event: QMouseEvent, when: int, where: QPointF) -> bool:
    """Tell whether a press comes so soon after a double click, and so near, as to be its third."""
    soon = event.timestamp() - when <= QApplication.doubleClickInterval()
    return soon and (event.position() - where).manhattanLength() < QApplication.startDragDistance()
