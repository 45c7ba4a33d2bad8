"""The page with a caret in a text that is only read: selecting by character, word and line."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QTextCursor

from annotator.gui.borders import (
    character_end,
    character_start,
    is_border,
    whole_characters,
    word_at,
)
from annotator.gui.page_follower import CARET
from annotator.gui.page_keys import caret_move
from annotator.gui.page_sheet import AHEAD
from annotator.gui.page_writer import PageWriter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPainter

    from annotator.core.records import Codebook
    from annotator.core.span import Span
    from annotator.gui.page_geometry import Extent, Line
    from annotator.service.open_article import OpenArticle
    from annotator.service.text_editing import TextEditing

_Move = QTextCursor.MoveOperation
_Mode = QTextCursor.MoveMode
_BACK = frozenset({_Move.Up, _Move.Left, _Move.WordLeft, _Move.Start, _Move.StartOfLine})


class PageCaret(PageWriter):
    """A page on which a caret can be shown beside the sentence cursor, to select with.

    Positions are code points; none that a caret or a selection takes splits what is seen as one
    character. With ``snap_to_words`` no selection ends inside a word.
    """

    caret_toggled = Signal()

    has_caret = False
    snap_to_words = False

    def toggle_caret(self) -> None:
        """Show the caret at what is selected, else at the sentence's beginning; or hide it."""
        if self.has_caret:
            self.end_caret()
        elif self.article is not None and self.editing is None:
            self.has_caret = True
            if not self.has_text_selection():
                self._put_caret(self._home)
            self._update_caret()
            self.caret_toggled.emit()

    def end_caret(self) -> None:
        """Hide the caret, and let go of what was selected with it."""
        if self.has_caret:
            self._update_caret()
            self.has_caret = False
            self.clear_text_selection()
            self.caret_toggled.emit()

    @property
    def _home(self) -> int:
        if self.article is None or self._cursor.current < 0:
            return 0
        return self.article.sentences.span(self._cursor.current).start

    def press_caret(self, event: QKeyEvent) -> bool:
        """Move the caret as a key asks for; tell whether it does."""
        asked = caret_move(event) if self.has_caret else None
        if asked is None:
            return False
        self.walk(asked[0], select=asked[1])
        return True

    def walk(self, move: QTextCursor.MoveOperation, *, select: bool) -> None:
        """Move the caret, arrows as seen and not as written, over blank lines without a halt."""
        if self.article is None:
            return
        last = move == _Move.End
        self._loader.load_until(
            len(self._bridge) if last else self._bridge.block_at(self.caret) + AHEAD
        )
        cursor = self.textCursor()
        _move(cursor, move, _Mode.KeepAnchor if select else _Mode.MoveAnchor)
        self._settle(cursor)
        self._show_cursor(cursor)

    def _settle(self, cursor: QTextCursor) -> None:
        """Bring what was selected to the borders of characters, or of words where they count."""
        before = self.textCursor()
        head = self._bridge.position(cursor.position())
        forward = cursor.position() >= before.position()
        anchor = self._bridge.position(cursor.anchor())
        wanted = self._snapped(head, forward=forward, words=cursor.hasSelection())
        start = anchor
        if cursor.hasSelection() and head != anchor:
            start = self._snapped(anchor, forward=anchor > head, words=True)
        if (start, wanted) == (anchor, head):
            return
        kept = cursor.hasSelection()
        if kept:
            cursor.setPosition(self._bridge.unit(start))
        cursor.setPosition(
            self._bridge.unit(wanted), _Mode.KeepAnchor if kept else _Mode.MoveAnchor
        )

    def _snapped(self, position: int, *, forward: bool, words: bool) -> int:
        """Return the border at a position, else the next one in a direction."""
        text = self.article.text if self.article else ""
        word = word_at(text, position) if words and self.snap_to_words else None
        if word is not None:
            return word.end if forward else word.start
        if is_border(text, position):
            return position
        return character_end(text, position) if forward else character_start(text, position)

    def move_text_selection(self, move: QTextCursor.MoveOperation) -> None:
        """Move the end of the selected text, which is at first the end of the sentence's."""
        super().move_text_selection(move)
        before, cursor = self.caret, self.textCursor()
        if self.editing is None and cursor.hasSelection():
            forward = move not in _BACK
            if self.is_backward(before):
                forward = not forward
            head = self._snapped(before, forward=forward, words=True)
            anchor = self._bridge.position(cursor.anchor())
            self.select(self._snapped(anchor, forward=anchor > head, words=True), head)

    def selection(self) -> Span | None:
        """Return the selected text in whole characters, else the sentences of the range."""
        selected = super().selection()
        if selected is None or self.article is None or not self.has_text_selection():
            return selected
        return whole_characters(self.article.text, selected)

    def select(self, anchor: int, head: int) -> None:
        """Select the text between two code points, the second being where it goes on."""
        self._update_caret()
        cursor = self.textCursor()
        cursor.setPosition(self._bridge.unit(anchor))
        cursor.setPosition(self._bridge.unit(head), _Mode.KeepAnchor)
        self._place_text_cursor(cursor)
        self._update_caret()

    def is_backward(self, position: int) -> bool:
        """Tell whether the paragraph at a code point runs from right to left."""
        block = self._loader.document.findBlockByNumber(self._bridge.block_at(position))
        return block.textDirection() == Qt.LayoutDirection.RightToLeft

    def go_to_sentence(self, number: int, *, extend: bool = False) -> None:
        """Put the cursor on a sentence, the caret at its beginning, and bring it into view."""
        super().go_to_sentence(number, extend=extend)
        if self.has_caret and self.editing is None:
            self._put_caret(self._home)

    def _put_caret(self, position: int) -> None:
        self._loader.load_until(self._bridge.block_at(position))
        self.select(position, position)

    def show_article(self, article: OpenArticle | None, codebook: Codebook) -> None:
        """Show an article from its first sentence on, the caret there if it is shown."""
        super().show_article(article, codebook)
        if article is None:
            self.end_caret()
        elif self.has_caret:
            self._put_caret(self._home)

    def begin_editing(self, editing: TextEditing) -> None:
        """Let the text be edited, with the caret that this has for its own."""
        self.end_caret()
        super().begin_editing(editing)

    def _renew(self) -> None:
        """Lay the article out from nothing, the caret staying where it was."""
        caret = self.caret if self.has_caret else 0
        super()._renew()
        if self.has_caret:
            self._put_caret(min(caret, self._bridge.length))

    def _paint_caret(self, painter: QPainter) -> None:
        """Paint the caret of reading, or that of editing."""
        if self.editing is not None or not self.has_caret:
            super()._paint_caret(painter)
        elif self.hasFocus():
            painter.fillRect(self._caret_box(), self._theme.accent)

    def _caret_box(self) -> QRectF:
        """Return where the caret stands in the viewport: at the edge of the letter it is before.

        Where two directions meet, Qt tells the edge of the letter behind it.
        """
        measure, scroll = self._measure, self.verticalScrollBar().value()
        line = self._layout.line_at(self.caret)
        x = self.edge_x(line, self.caret)
        height = measure.rise + measure.drop
        return QRectF(x - CARET / 2, line.baseline - measure.rise - scroll, CARET, height)

    def edge_x(self, line: Line, position: int, *, trailing: bool = False) -> float:
        """Return where the letter at a position begins as it is read, or ends with ``trailing``."""
        number = position - line.start
        if number >= len(line.cells):
            number, trailing = len(line.cells) - 1, True
        if number < 0:
            return line.left
        left, right = line.cells[number]
        return right if self._runs_backward(line, number) is not trailing else left

    def _runs_backward(self, line: Line, number: int) -> bool:
        """Tell whether the text at a cell of a line runs from right to left."""
        cells = line.cells
        first = next(one for one in range(number + 1) if cells[one] == cells[number])
        text = self.article.text if self.article else ""
        kind = unicodedata.bidirectional(text[line.start + first])
        if kind in {"R", "AL"}:
            return True
        if kind in {"L", "EN", "AN"}:
            return False
        beside = _beside(cells, number)
        return beside < 0 if beside else self.is_backward(line.start)

    def _update_caret(self) -> None:
        if self.has_caret:
            box = self._caret_box()
            self.viewport().update(box.toAlignedRect().adjusted(-CARET, -1, CARET, 1))
        else:
            super()._update_caret()


def _move(cursor: QTextCursor, move: QTextCursor.MoveOperation, mode: QTextCursor.MoveMode) -> None:
    """Move a cursor as seen; a blank line is as high as nothing, so none is stood on."""
    document, before = cursor.document(), cursor.position()
    style = document.defaultCursorMoveStyle()
    document.setDefaultCursorMoveStyle(Qt.CursorMoveStyle.VisualMoveStyle)
    moved = cursor.movePosition(move, mode)
    document.setDefaultCursorMoveStyle(style)
    if not moved and move in (_Move.Left, _Move.Right):
        moved = _leave_block(cursor, move, mode)
    ahead = cursor.position() > before
    on, back = (_Move.NextCharacter, _Move.PreviousCharacter)[:: 1 if ahead else -1]
    again = move if move in (_Move.Up, _Move.Down) else on
    while moved and _is_blank(cursor):
        moved = cursor.movePosition(again, mode)
    while _is_blank(cursor) and cursor.movePosition(back, mode):
        pass


def _leave_block(
    cursor: QTextCursor, move: QTextCursor.MoveOperation, mode: QTextCursor.MoveMode
) -> bool:
    """Go on in the next paragraph, or the one before, where Qt's visual moves end."""
    backward = cursor.block().textDirection() == Qt.LayoutDirection.RightToLeft
    if (move == _Move.Right) is not backward:
        return cursor.movePosition(_Move.NextBlock, mode)
    moved = cursor.movePosition(_Move.PreviousBlock, mode)
    if moved:
        cursor.movePosition(_Move.EndOfBlock, mode)
    return moved


def _is_blank(cursor: QTextCursor) -> bool:
    return not cursor.block().text().strip()


def _beside(cells: Sequence[Extent], number: int) -> float:
    """Return which way the cells go at one of them: above 0 to the right, 0 where none tells."""
    left = cells[number][0]
    after = next((cell[0] for cell in cells[number + 1 :] if cell[0] != left), left)
    before = next((cell[0] for cell in reversed(cells[:number]) if cell[0] != left), left)
    return after - left or left - before
