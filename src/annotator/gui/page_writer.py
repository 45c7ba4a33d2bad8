"""The page while its text is edited: the article takes each edit, then the document follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QTextCursor

from annotator.core.errors import AnnotatorError
from annotator.core.span import Span
from annotator.gui.page_follower import PageFollower
from annotator.gui.page_selection import selected_span

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.service.edit_course import EditCourse
    from annotator.service.edit_steps import EditStep
    from annotator.service.text_editing import Found, TextEditing

# More edits than these are done in slices.
MOST_AT_ONCE = 100
_KEEP = QTextCursor.MoveMode.KeepAnchor


class PageWriter(PageFollower):
    """A page whose text can be edited through a session of the article's."""

    edit_failed = Signal(object)
    long_course = Signal(object)

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
        """Take away what is selected, else what a move of the caret passes, in whole characters."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            cursor.movePosition(move, _KEEP)
        self._replace(self._whole(self._span_of(cursor)), "")

    def move_caret(self, move: QTextCursor.MoveOperation, *, select: bool) -> None:
        """Move the caret by whole characters, extending the selection or letting go of it."""
        self._load_all()
        cursor = self.textCursor()
        before = cursor.position()
        mode = _KEEP if select else QTextCursor.MoveMode.MoveAnchor
        cursor.movePosition(move, mode)
        onward = cursor.position() >= before
        place = self._border(self._bridge.position(cursor.position()), onward=onward)
        cursor.setPosition(self._bridge.unit(place), mode)
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
            self._replace(self._whole(self._span_of(self.textCursor())), "")

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

    def _whole(self, span: Span) -> Span:
        """Return a span widened to whole visible characters."""
        start = self._border(span.start, onward=False)
        return Span(start, self._border(span.end, onward=True))

    def _span_of(self, cursor: QTextCursor) -> Span:
        place = self._bridge.position(cursor.position())
        return selected_span(cursor, self._bridge) or Span(place, place)
