"""The page as a reader's place: sentence cursor, selected text, chosen highlight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor

from annotator.core.records import Article
from annotator.core.span import Span
from annotator.gui.page_cursor import SentenceCursor
from annotator.gui.page_selection import selected_span
from annotator.gui.page_view import PageView

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from annotator.core.records import Codebook
    from annotator.gui.page_hold import Anchor
    from annotator.service.changes import Changes
    from annotator.service.open_article import OpenArticle
    from annotator.service.recut import Recut


# To look for the lines of more than these takes longer than to paint the page.
MOST_SPANS = 200


class PageReader(PageView):
    """A page that knows where the reviewer is, and follows the article's changes."""

    sentence_changed = Signal(int)
    selection_changed = Signal()
    highlight_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cursor = SentenceCursor()
        # Not by keyboard: Qt would then show a caret besides the sentence cursor.
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.selectionChanged.connect(self.selection_changed)

    def show_article(self, article: OpenArticle | None, codebook: Codebook) -> None:
        """Show an article from its first sentence on, or what to do where there is none."""
        self.article = article
        self._chosen = None
        self._cursor = SentenceCursor.at(0, count=self._count)
        self.setAccessibleName(article.article.title if article else "")
        self.set_codebook(codebook)
        self._renew()
        self.verticalScrollBar().setValue(0)
        self.sentence_changed.emit(self._cursor.current)
        self.selection_changed.emit()
        self.highlight_chosen.emit(None)

    def take(self, changes: Changes) -> None:
        """Repaint the lines that a change touched; the article has already taken it."""
        if self.article is None or self.article.stale:
            return
        article_id = self.article.article.id
        dirty = self.article.dirty(changes)
        if len(dirty) > MOST_SPANS:
            self.viewport().update()
            dirty = []
        if dirty:
            self.update_marked(dirty)
        if self.article.recut:
            self._follow_recut(self.article.recut)
        elif any(after and after.id == article_id for _, after in changes.of(Article)):
            self.setAccessibleName(self.article.article.title)
            self._renew_header()
        if self._chosen is not None and self._sentence_span is not None:
            self.article.look_at(self._sentence_span)
        if self._chosen is not None and self._chosen not in self.article.index:
            self.choose_highlight(None)

    def _follow_recut(self, recuts: Iterable[Recut]) -> None:
        """Stay on the sentence, whose number is another where sentences before it were cut."""
        current, anchor = self._cursor.current, self._cursor.anchor
        for _, effect in reversed(tuple(recuts)):
            grown = effect.added - effect.removed
            current += grown if current >= effect.first + effect.removed else 0
            anchor += grown if anchor >= effect.first + effect.removed else 0
        last = self._count - 1
        self._cursor = SentenceCursor(min(current, last), min(anchor, last))
        self._recount_header()
        self.sentence_changed.emit(self._cursor.current)

    @property
    def current_sentence(self) -> int:
        """The number of the sentence at the cursor; -1 without article or sentences."""
        return self._cursor.current

    @property
    def _count(self) -> int:
        return len(self.article.sentences) if self.article else 0

    @property
    def _sentence_span(self) -> Span | None:
        numbers = self._cursor.range
        if self.article is None or not numbers:
            return None
        sentences = self.article.sentences
        return Span(sentences.span(numbers[0]).start, sentences.span(numbers[-1]).end)

    def _anchor(self) -> Anchor | None:
        """Return what shall stay where it is: the current sentence, as far as it is seen."""
        span = self._sentence_span
        if span is not None and self._bridge.block_at(span.start) < self._loader.loaded:
            top, bottom = self._visible()
            anchor = self._anchor_at(span.start)
            if 0 <= anchor.below_top < bottom - top:
                return anchor
        return super()._anchor()

    def go_to_sentence(self, number: int, *, extend: bool = False) -> None:
        """Put the cursor on a sentence, or extend the range to it, and bring it into view."""
        if self.article is None or not self._count:
            return
        self.clear_text_selection()
        self._set_cursor(self._cursor.moved(number, count=self._count, extend=extend))
        self.reveal(self.article.sentences.span(self._cursor.current))

    def show_place(self, position: int, *, scroll: int, ahead: int) -> None:
        """Come back to a place after the page was renewed, scrolled as it was."""
        if self.article is None:
            return
        position = min(position, self._bridge.length)
        self._loader.load_until(self._bridge.block_at(position) + ahead)
        self.stand_at(position)
        self.verticalScrollBar().setValue(scroll)

    def stand_at(self, position: int, *, extend: bool = False) -> None:
        """Put the cursor on the sentence at a code point where it is, selected text kept."""
        number = self.article.sentences.at(position) if self.article else None
        if number is not None:
            self._set_cursor(self._cursor.moved(number, count=self._count, extend=extend))

    def move_sentence(self, step: int, *, extend: bool = False) -> None:
        """Move the cursor by so many sentences."""
        self.go_to_sentence(self._cursor.current + step, extend=extend)

    def _set_cursor(self, cursor: SentenceCursor) -> None:
        before, span = self._cursor, self._sentence_span
        if cursor == before:
            return
        self._cursor = cursor
        for touched in (span, self._sentence_span):
            if touched is not None:
                self.update_span(touched)
        self._let_go_of_distant_choice()
        if cursor.current != before.current:
            self.sentence_changed.emit(cursor.current)
        self.selection_changed.emit()

    def _let_go_of_distant_choice(self) -> None:
        """Unchoose a highlight that the cursor has left: keys shall act on what is at hand."""
        span = self._sentence_span
        if self.article is None or span is None or self._chosen is None:
            return
        if self._chosen not in self.article.highlights_over(span):
            self.choose_highlight(None)

    def selection(self) -> Span | None:
        """Return the selected text, else the sentences of the range, else None."""
        selected = selected_span(self.textCursor(), self._bridge)
        return selected if selected is not None else self._sentence_span

    def selected_sentences(self) -> range:
        """Return the numbers of the sentences from the anchor to the cursor."""
        return self._cursor.range

    def has_text_selection(self) -> bool:
        """Tell whether characters are selected, besides the sentence cursor."""
        return self.textCursor().hasSelection()

    def clear_selection(self) -> None:
        """Let go of selected text and of the range, not of the cursor."""
        self.clear_text_selection()
        self._set_cursor(self._cursor.collapsed())

    def clear_text_selection(self) -> None:
        """Let go of selected text alone."""
        if self.has_text_selection():
            cursor = self.textCursor()
            cursor.clearSelection()
            self._place_text_cursor(cursor)

    def _place_text_cursor(self, cursor: QTextCursor) -> None:
        """Give Qt its cursor without the scrolling that comes with it."""
        scroll = self.verticalScrollBar().value()
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(scroll)

    @property
    def chosen_highlight(self) -> int | None:
        """The key of the highlight that bears the frame."""
        return self._chosen

    def choose_highlight(self, key: int | None) -> None:
        """Frame a highlight, or none."""
        if key == self._chosen:
            return
        before, self._chosen = self._chosen, key
        for one in (before, key):
            self._update_highlight(one)
        self.highlight_chosen.emit(key)

    def _update_highlight(self, key: int | None) -> None:
        if self.article is None or key is None:
            return
        for index_key in self.article.index_keys(key):
            start, end, _ = self.article.index.get(index_key)
            self.update_span(Span(start, end))

    @property
    def holds_something(self) -> bool:
        """True while text, several sentences or a highlight are selected."""
        several = self._cursor != self._cursor.collapsed()
        return self.has_text_selection() or several or self._chosen is not None

    def move_text_selection(self, move: QTextCursor.MoveOperation) -> None:
        """Move the end of the selected text, which is at first the end of the sentence's."""
        cursor, span = self.textCursor(), self._sentence_span
        if not cursor.hasSelection() and span is not None:
            cursor.setPosition(self._bridge.unit(span.start))
            cursor.setPosition(self._bridge.unit(span.end), QTextCursor.MoveMode.KeepAnchor)
        cursor.movePosition(move, QTextCursor.MoveMode.KeepAnchor)
        self._place_text_cursor(cursor)
