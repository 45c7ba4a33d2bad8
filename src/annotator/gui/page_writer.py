"""The page while its text is edited: the article takes each edit, then the document follows.

Qt never alters the document by itself: it stays read-only, and the few blocks that an edit
touched are altered here, from what the article has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QTextCursor

from annotator.core.errors import AnnotatorError
from annotator.core.span import Span
from annotator.gui.bridge import LiveBridge, shown, utf16_length
from annotator.gui.page_cursor import SentenceCursor
from annotator.gui.page_layout import PageLayout
from annotator.gui.page_reader import PageReader
from annotator.gui.page_selection import selected_span

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPainter, QPaintEvent

    from annotator.core.records import Codebook
    from annotator.service.edit_course import EditCourse
    from annotator.service.edit_steps import EditStep
    from annotator.service.open_article import OpenArticle
    from annotator.service.text_editing import Found, TextEditing

CARET = 2
# More edits than these are done in slices.
MOST_AT_ONCE = 100
_KEEP = QTextCursor.MoveMode.KeepAnchor


class PageWriter(PageReader):
    """A page whose text can be edited through a session of the article's."""

    text_edited = Signal()
    edit_failed = Signal(object)
    long_course = Signal(object)

    editing: TextEditing | None = None
    _caret_before = 0
    _blank = False

    def show_article(self, article: OpenArticle | None, codebook: Codebook) -> None:
        """Show an article to be read; a session on the one before is over for this page."""
        self.end_editing()
        super().show_article(article, codebook)

    def begin_editing(self, editing: TextEditing) -> None:
        """Let the text be edited from where the reader is."""
        start = self._sentence_span.start if self._sentence_span else 0
        if editing.standing:
            self._renew()
        self.choose_highlight(None)
        self.clear_text_selection()
        self.editing = editing
        self._follow_article(editing.article)
        self._loader.load_until(self._bridge.block_at(min(start, editing.length)))
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self._place_caret(min(start, editing.length))
        self.viewport().update()

    def _follow_article(self, article: OpenArticle) -> None:
        document = self._loader.document
        self._bridge = LiveBridge(article.sentences, document)
        self._loader.follow(self._bridge)
        self._layout = PageLayout(document, self._bridge, self._measure)

    def _renew(self) -> None:
        """Lay the article out from nothing, as another size of the text asks for."""
        caret = self.caret if self.editing is not None else 0
        super()._renew()
        if self.editing is not None:
            self._follow_article(self.editing.article)
            self._loader.load_until(self._bridge.block_at(caret))
            self._place_caret(caret)

    def end_editing(self) -> None:
        """Take no more letters; what is shown is to be shown anew by whoever ends it."""
        self.editing = None
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)  # noqa: FBT003 - Qt's signature

    @property
    def caret(self) -> int:
        """The code point before which the next letter goes."""
        return self._bridge.position(self.textCursor().position())

    def type_text(self, raw: str, *, replacing: tuple[int, int] = (0, 0)) -> None:
        """Put text in the place of what is selected, or at the caret.

        ``replacing`` is a stretch to replace besides, as input methods tell it: where it starts
        from the caret, and its length, both in the document's units.
        """
        cursor = self.textCursor()
        if replacing[1]:
            cursor.setPosition(max(cursor.position() + replacing[0], 0))
            cursor.setPosition(cursor.position() + replacing[1], _KEEP)
        self._replace(self._span_of(cursor), raw)

    def erase(self, move: QTextCursor.MoveOperation) -> None:
        """Take away what is selected, else what a move of the caret passes."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            cursor.movePosition(move, _KEEP)
        self._replace(self._span_of(cursor), "")

    def move_caret(self, move: QTextCursor.MoveOperation, *, select: bool) -> None:
        """Move the caret, extending the selection or letting go of it."""
        self._load_all()
        cursor = self.textCursor()
        mode = _KEEP if select else QTextCursor.MoveMode.MoveAnchor
        cursor.movePosition(move, mode)
        self._show_cursor(cursor)

    def follow_sentence(self) -> None:
        """While text is edited, bring the caret to the current sentence."""
        span = self._sentence_span
        if self.editing is not None and span is not None:
            self._place_caret(span.start)

    def cut(self) -> None:
        """Take what is selected into the clipboard."""
        if self.has_text_selection():
            self.copy()
            self._replace(self._span_of(self.textCursor()), "")

    def paste(self) -> None:
        """Put the clipboard's text in the place of what is selected."""
        if self.editing is not None and (text := QGuiApplication.clipboard().text()):
            self.type_text(text)

    def undo_edit(self) -> None:
        """Take the newest step of editing back."""
        self._step(lambda editing: editing.undoing())

    def redo_edit(self) -> None:
        """Repeat the step of editing taken back last."""
        self._step(lambda editing: editing.redoing())

    def replace_all(self, found: Found, raw: str) -> int | None:
        """Replace every occurrence and return how many there were; None while it goes on."""
        return self._step(lambda editing: editing.replacing_all(found, raw))

    def _step(self, plan: Callable[[TextEditing], EditCourse]) -> int | None:
        """Carry out a course at once, or let somebody do it piece by piece where it is long."""
        if self.editing is None:
            return 0
        try:
            course = plan(self.editing)
        except AnnotatorError as error:
            self.edit_failed.emit(error)
            return 0
        if course.total > MOST_AT_ONCE:
            self.long_course.emit(course)
            return None
        self._load_all()
        steps = self._attempt(lambda _editing: course.run())
        if steps:
            self.follow(steps)
            self._place_caret(steps[-1].dirty.end)
            self.text_edited.emit()
        return len(steps)

    @property
    def is_loaded(self) -> bool:
        """True once the whole text is in the document."""
        return self._loader.complete

    def blank(self, *, blank: bool) -> None:
        """Show an empty page while the article is ahead of the document, and no longer."""
        self._blank = blank
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the page, unless what it shows is behind what there is."""
        if not self._blank:
            super().paintEvent(event)

    def remember_caret(self) -> None:
        """Keep in mind where the caret is, for what is cancelled later."""
        self._caret_before = self.textCursor().position()

    def go_on(self, *, altered: bool) -> None:
        """Show the caret where it was, or where edits around it have left it."""
        if self.editing is not None and altered:
            self._place_caret(self.caret)
            self.text_edited.emit()
        elif self.editing is not None:
            self._place_caret(self._bridge.position(self._caret_before))

    def _replace(self, span: Span, raw: str) -> None:
        editing = self.editing
        if editing is None:
            return
        length = editing.length
        steps = self._attempt(lambda session: session.replace(span, raw))
        if steps:
            self.follow(steps)
        # What was typed may begin like what it replaced: the caret goes behind all of it.
        self._place_caret(span.end + editing.length - length)
        if steps:
            self.text_edited.emit()

    def _attempt(self, do: Callable[[TextEditing], list[EditStep]]) -> list[EditStep]:
        if self.editing is None:
            return []
        try:
            return do(self.editing)
        except AnnotatorError as error:
            self.edit_failed.emit(error)
            return []

    def _span_of(self, cursor: QTextCursor) -> Span:
        place = self._bridge.position(cursor.position())
        return selected_span(cursor, self._bridge) or Span(place, place)

    def follow(self, steps: list[EditStep]) -> None:
        """Alter the blocks that the steps touched, and repaint what that moved."""
        if not steps:
            return
        first = min(step.sentences.first_paragraph for step in steps)
        before = self._layout.block_rect(first).height(), self._loader.document.blockCount()
        cursor = QTextCursor(self._loader.document)
        cursor.beginEditBlock()
        for step in steps:
            _alter(cursor, step)
            effect = step.sentences
            self._loader.count(added=effect.added_paragraphs - effect.removed_paragraphs)
        cursor.endEditBlock()
        self._layout.forget()
        self._cursor = SentenceCursor.at(self._cursor.current, count=self._count)
        after = self._layout.block_rect(first).height(), self._loader.document.blockCount()
        if len(steps) == 1 and before == after:
            self.update_span(self._bridge.block_span(first))
        else:
            self.viewport().update()

    def _load_all(self) -> None:
        self._loader.load_until(len(self._bridge))

    def _place_caret(self, position: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(self._bridge.unit(position))
        self._show_cursor(cursor)

    def _show_cursor(self, cursor: QTextCursor) -> None:
        self._update_caret()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        self._update_caret()
        self.stand_at(self.caret)

    def _update_caret(self) -> None:
        self.viewport().update(self.cursorRect().adjusted(-CARET, 0, CARET, 0))

    def _paint_caret(self, painter: QPainter) -> None:
        if self.editing is None or not self.hasFocus():
            return
        place = self.cursorRect()
        painter.fillRect(QRectF(place.left(), place.top(), CARET, place.height()), self._theme.ink)


def _alter(cursor: QTextCursor, step: EditStep) -> None:
    """Do to the document what a step did to the article."""
    done = step.replacement
    block = cursor.document().findBlockByNumber(step.sentences.first_paragraph)
    unit = block.position() + utf16_length(step.words_before)
    cursor.setPosition(unit)
    cursor.setPosition(unit + utf16_length(done.removed), _KEEP)
    cursor.insertText(shown(done.inserted))
