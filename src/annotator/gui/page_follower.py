"""The page as it follows an article whose text is edited: its blocks, and the caret.

Qt never alters the document by itself: it stays read-only, and the few blocks that an edit
touched are altered here, from what the article has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QTextCursor

from annotator.gui.borders import character_end, character_start, is_border
from annotator.gui.bridge import LiveBridge, shown, utf16_length
from annotator.gui.page_cursor import SentenceCursor
from annotator.gui.page_layout import PageLayout
from annotator.gui.page_reader import PageReader

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter, QPaintEvent

    from annotator.core.records import Codebook
    from annotator.service.edit_steps import EditStep
    from annotator.service.open_article import OpenArticle
    from annotator.service.text_editing import TextEditing

CARET = 2
_KEEP = QTextCursor.MoveMode.KeepAnchor


class PageFollower(PageReader):
    """A page whose blocks are altered as a session of the article's alters the text."""

    text_edited = Signal()

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
        cursor.setPosition(self._bridge.unit(self._border(position, onward=True)))
        self._show_cursor(cursor)

    def _border(self, position: int, *, onward: bool) -> int:
        """Return a position that splits no visible character, else the next one that does not.

        Costs the text around it: no character reaches beyond its paragraph.
        """
        if self.article is None:
            return position
        place = self.article.sentences.place_at(position)
        text, inside = place.paragraph.text, position - place.start
        if is_border(text, inside):
            return position
        return place.start + (character_end if onward else character_start)(text, inside)

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
