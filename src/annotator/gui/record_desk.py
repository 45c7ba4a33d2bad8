"""What is done with the chosen highlight's claim record: going there, its cue, sharing it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from annotator.core.errors import AnnotatorError
from annotator.core.span import Span
from annotator.gui.inspecting import inspect
from annotator.gui.record_saving import RecordSaving
from annotator.service.claim_commands import SetCue, UnshareClaim
from annotator.service.codebook_commands import ConfirmUnderGuideline

MARGIN = 24

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.core.records import Highlight
    from annotator.gui.window import Window
    from annotator.service.open_article import OpenArticle


class RecordDesk(QObject):
    """Connects the form in the inspector with the reviewer's place."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._reviewing = window.reviewing
        # The highlight that was chosen last, until it is let go of, and the sentence it was in.
        self._last: tuple[int, int] | None = None
        window.page.highlight_chosen.connect(self._remember)
        self.form = window.inspector.record
        self.saving = RecordSaving(window.reviewing, self.form)
        self.form.left.connect(window.page.setFocus)
        self.form.cue_wanted.connect(self.set_cue)
        self.form.cue_unwanted.connect(self._clear_cue)
        self.form.field("speaker").lookup = self._speakers
        window.inspector.signs.unshare_wanted.connect(self._unshare)
        window.inspector.signs.confirm_wanted.connect(self.confirm)
        window.closing.connect(self.saving.end_visit)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Scroll the field that has the keys into sight, once it has its place."""
        if now is not None and self.form.isAncestorOf(now):
            QTimer.singleShot(0, self, self._reveal)

    def _reveal(self) -> None:
        focus = QApplication.focusWidget()
        if focus is not None and self.form.isAncestorOf(focus):
            self._window.inspector.ensureWidgetVisible(focus, 0, MARGIN)

    def _speakers(self, beginning: str) -> Sequence[str]:
        project = self._reviewing.project
        try:
            return project.queries.speakers(beginning) if project else ()
        except AnnotatorError as error:
            self._reviewing.failed.emit(error)
            return ()

    def _subject(self) -> Highlight | None:
        """Return the chosen highlight; with none chosen, choose the narrowest at the place."""
        reviewing, page = self._reviewing, self._window.page
        if page.chosen_highlight is None:
            page.choose_highlight(self._narrowest())
        highlight = reviewing.highlight(page.chosen_highlight)
        if highlight is None:
            reviewing.told.emit(self.tr("Tag the sentence first; then say who claims what."))
        return highlight

    def _remember(self, chosen: int | None) -> None:
        """Remember what is chosen; whoever moves on has not let go of it, Escape does."""
        sentence = self._window.page.current_sentence
        if chosen is not None:
            self._last = chosen, sentence
        elif self._last is not None and self._last[1] == sentence:
            self._last = None

    def _cued(self, span: Span) -> Highlight | None:
        """Return the highlight whose cue a span is to be; where several can be meant, none."""
        page, article = self._window.page, self._reviewing.article
        if page.chosen_highlight is None and article is not None:
            over = article.highlights_over(_whole_sentences(article, span))
            if self._last is not None and self._last[0] in over:
                page.choose_highlight(self._last[0])
            elif len(over) > 1:
                told = self.tr("Several highlights are here: choose the one whose cue it is first.")
                self._reviewing.told.emit(told)
                return None
        return self._subject()

    def _narrowest(self) -> int | None:
        article, span = self._reviewing.article, self._reviewing.current_span()
        if article is None or span is None:
            return None
        hits = article.index.overlapping(span.start, span.end)
        found = min(hits, key=lambda hit: hit[2] - hit[1], default=None)
        return article.highlight_key(found[0]) if found else None

    def go(self, *, unfold: bool = False) -> None:
        """Give the keys to the first field of the chosen highlight's record."""
        if self._subject() is None:
            return
        window = self._window
        if window.side.currentWidget() is not window.inspector:
            window.side.setCurrentWidget(window.inspector)
        if window.side.isHidden():
            window.toggle_panel(window.side)
        inspect(self._reviewing, window.inspector)
        if unfold:
            self.form.unfold()
        else:
            self.form.begin()

    def set_cue(self) -> None:
        """Take what is selected on the page, else the sentence, for the chosen one's cue."""
        page, article = self._window.page, self._reviewing.article
        span = page.selection()
        highlight = self._cued(span) if span is not None else self._subject()
        if article is None or highlight is None or span is None:
            return
        span = _without_spaces(article.text, span)
        if self._reviewing.execute(SetCue(highlight.id, span)) is not None:
            page.clear_selection()

    def _clear_cue(self) -> None:
        if self.form.highlight_id is not None:
            self._reviewing.execute(SetCue(self.form.highlight_id, None))

    def _unshare(self) -> None:
        if self.form.highlight_id is not None:
            self._reviewing.execute(UnshareClaim(self.form.highlight_id))

    def confirm(self) -> None:
        """Say that the chosen highlight holds under the guideline as it is now."""
        highlight = self._subject()
        if highlight is not None:
            self._reviewing.execute(ConfirmUnderGuideline((highlight.id,)))

    def go_to_outdated(self, label_id: str | None = None) -> None:
        """Choose the next highlight made under an older guideline, around the end.

        Where the article has none, that is the first one of another article.
        """
        if self._reviewing.article is None:
            self._open_outdated(label_id)
        else:
            # One that is not loaded yet would seem to lie in another article.
            self._reviewing.held.do(partial(self._open_outdated, label_id))

    def _open_outdated(self, label_id: str | None) -> None:
        found, article = self._outdated(label_id), self._reviewing.article
        if found and (article is None or all(one.key not in article.index for one in found)):
            self._window.open_article(found[0].article_id)
        if self._reviewing.article is None:
            self._choose_outdated([])
        else:
            self._reviewing.held.do(partial(self._choose_outdated, found))

    def _choose_outdated(self, found: list[Highlight]) -> None:
        reviewing, article = self._reviewing, self._reviewing.article
        places = _places(article, found) if article is not None else []
        if not places:
            told = self.tr("No highlight was made under an older guideline.")
            reviewing.told.emit(told)
            return
        chosen = reviewing.page.chosen_highlight
        span = reviewing.current_span()
        start = span.start if span else 0
        here = (start, chosen if chosen is not None else -1)
        if article is not None and chosen is not None and chosen in article.index:
            here = (article.index.get(chosen)[0], chosen)
        position, key = next((place for place in places if place > here), places[0])
        if article is not None:
            reviewing.page.go_to_sentence(article.sentences.at(position) or 0)
        reviewing.page.choose_highlight(key)

    def _outdated(self, label_id: str | None) -> list[Highlight]:
        project = self._reviewing.project
        try:
            return list(project.queries.outdated(label_id)) if project else []
        except AnnotatorError as error:
            self._reviewing.failed.emit(error)
            return []


def _places(article: OpenArticle, found: Iterable[Highlight]) -> list[tuple[int, int]]:
    """Return where highlights of an open article lie, each with its key, in order."""
    here = (one for one in found if one.key in article.index)
    return sorted((article.index.get(one.key)[0], one.key) for one in here)


def _whole_sentences(article: OpenArticle, span: Span) -> Span:
    """Return the sentences that a span lies in."""
    first = article.sentences.at(span.start)
    last = article.sentences.at(max(span.start, span.end - 1))
    if first is None or last is None:
        return span
    return Span(article.sentences.span(first).start, article.sentences.span(last).end)


def _without_spaces(text: str, span: Span) -> Span:
    """Return a span without the white space at its edges, itself where it is nothing else."""
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip())) if words.strip() else span
