"""The mode in which the text of the open article is edited: in, out, and taken up again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.core.errors import AnnotatorError
from annotator.core.saving_errors import SavingFirstError
from annotator.gui.edit_work import EditWork
from annotator.gui.page_sheet import AHEAD
from annotator.gui.typed_ahead import TypedAhead
from annotator.service.text_editing import Found

if TYPE_CHECKING:
    from annotator.gui.edit_bar import EditBar
    from annotator.gui.reviewing import Reviewing
    from annotator.service.changes import Changes
    from annotator.service.text_editing import TextEditing

# Counting the changed highlights may wait until the typist pauses.
COUNT_MS = 300


class EditMode(QObject):
    """Begins and ends the editing of a text; what was typed outlives whatever ends it."""

    begun = Signal()

    def __init__(
        self, reviewing: Reviewing, bar: EditBar, *, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._reviewing = reviewing
        self._page = reviewing.page
        self._bar = bar
        self.work = EditWork(bar, self._page, parent=self)
        self._ahead = TypedAhead(self._page, self)
        self._ahead.given_up.connect(self._ahead.drop)
        self.work.hold.keep = self._ahead.take
        self._count_soon = QTimer(self)
        self._count_soon.setSingleShot(True)
        self._count_soon.setInterval(COUNT_MS)
        self._count_soon.timeout.connect(self._count)
        reviewing.leaving.connect(self._suspend)
        reviewing.article_changed.connect(self._offer)
        self.work.failed.connect(reviewing.failed)
        self._page.text_edited.connect(self._count_soon.start)
        self._page.edit_failed.connect(reviewing.failed)
        self._page.long_course.connect(self.work.run)
        bar.done.connect(self.finish)
        bar.resumed.connect(self.begin)
        bar.discarded.connect(self._discard)
        bar.replaced.connect(self._replace_all)
        bar.left.connect(self._page.setFocus)

    @property
    def active(self) -> bool:
        """Tell whether the text is being edited."""
        return self._page.editing is not None

    def begin(self) -> None:
        """Edit the text of the open article, going on with what was typed before.

        What is typed until that can be done is for the text already.
        """
        if self._reviewing.article is None or self.active or self._ahead.waiting:
            return
        self._ahead.begin()
        self._page.setFocus()
        self._reviewing.held.do(self._take_up)

    def _take_up(self) -> None:
        project, article = self._reviewing.project, self._reviewing.article
        if not self._ahead.waiting or self.active or self.work.busy:
            return
        if project is None or article is None:
            return
        if self._reviewing.waiting.count:
            self._ahead.drop()
            self._reviewing.failed.emit(SavingFirstError(project.path))
            return
        try:
            taking_up = project.take_up_text(article)
        except AnnotatorError as error:
            self._reopen()
            self._reviewing.failed.emit(error)
            return
        self.work.take_up(taking_up, self._begin, self._reopen)

    def _begin(self, editing: TextEditing) -> None:
        self._page.begin_editing(editing)
        self._bar.show_editing()
        self._page.setFocus()
        self.begun.emit()
        self._ahead.give()

    def finish(self) -> None:
        """Make what was typed a new revision and show it where the reader was."""
        editing = self._page.editing
        if editing is not None and not self.work.busy:
            self.work.finish(editing, self._show_finished)

    def _show_finished(self, changes: Changes | None) -> None:
        caret, scroll = self._page.caret, self._page.verticalScrollBar().value()
        if changes is None:
            self._reopen()
        elif self._reviewing.project is not None:
            self._reviewing.project.publish(changes)
        self._page.show_place(caret, scroll=scroll, ahead=AHEAD)
        self._page.setFocus()
        if self._reviewing.rereview:
            self._reviewing.told.emit(
                self.tr("Highlights to review again since their words changed: {0}; F8 goes on.")
                .format(len(self._reviewing.rereview))
            )  # fmt: skip

    def discard(self) -> None:
        """Ask once more, then throw away what was typed."""
        editing = self._page.editing
        if editing is not None and not editing.can_undo:
            self._discard()
        else:
            self._bar.discard()

    def _discard(self) -> None:
        project, article, editing = (
            self._reviewing.project,
            self._reviewing.article,
            self._page.editing,
        )
        if project is None or article is None:
            return
        try:
            if editing is not None:
                editing.abandon()
            else:
                project.drop_typed_text(article.article.id)
        except AnnotatorError as error:
            self._reviewing.failed.emit(error)
            return
        self._reopen()
        self._page.setFocus()

    def replace_all(self) -> None:
        """Show the fields of replacing."""
        if self.active:
            self._bar.show_replacing()

    def _replace_all(self, find: str, replacement: str, match_case: bool) -> None:  # noqa: FBT001 - a signal's argument
        if self.active and not self.work.busy:
            number = self._page.replace_all(Found(find, match_case=match_case), replacement)
            if number is None:
                self.work.when_kept(self._show_replaced)
            else:
                self._show_replaced(number)

    def _show_replaced(self, number: int) -> None:
        self._count_soon.stop()
        self._bar.show_replaced(number)

    def _reopen(self) -> None:
        article = self._reviewing.article
        if article is not None:
            self._page.end_editing()
            self._reviewing.open_article(
                article.article.id, sentence=self._page.current_sentence
            )  # fmt: skip

    def _suspend(self) -> None:
        """Leave the text as it is: its log waits for whoever opens the article again."""
        self._ahead.drop()
        self.work.abort()
        editing = self._page.editing
        if editing is not None:
            self._page.end_editing()
            editing.suspend()

    def _offer(self) -> None:
        project, article = self._reviewing.project, self._reviewing.article
        self._count_soon.stop()
        self._bar.hide()
        if project is None or article is None or self.active:
            return
        try:
            typed = project.queries.typed_text(article.article.id)
        except AnnotatorError as error:
            self._reviewing.failed.emit(error)
            return
        if typed is not None:
            self._bar.show_offer()

    def _count(self) -> None:
        editing = self._page.editing
        if editing is not None and not self.work.busy:
            self._bar.show_edited(len(editing.changed()))
