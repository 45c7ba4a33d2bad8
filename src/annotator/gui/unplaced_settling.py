"""What the keys do in the list of highlights without a place: each settles one, as one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from annotator.core.errors import AnnotatorError
from annotator.gui.key_words import key_of
from annotator.gui.reviewing import trimmed
from annotator.service.revision_commands import DropUnplaced, KeepUnplaced, SettlePlace

if TYPE_CHECKING:
    from annotator.core.span import Span
    from annotator.gui.unplaced_panel import UnplacedPanel
    from annotator.gui.window import Window
    from annotator.service.commands import Command
    from annotator.service.pending_places import Choice

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLACES = {**dict.fromkeys(_ENTER, 0), Qt.Key.Key_1: 0, Qt.Key.Key_2: 1}


class Settling(QObject):
    """Carries out what is decided on the highlight that the panel has chosen."""

    def __init__(self, window: Window, panel: UnplacedPanel) -> None:
        super().__init__(panel)
        self._window, self._panel = window, panel
        self._looked_at = 0

    def press(self, key: Qt.Key) -> None:
        """Do what a key of the list does."""
        choice = self._panel.choice()
        if key in _ENTER and choice is not None and choice.lost and choice.candidates:
            # One key in a row of them must not put it on a look-alike.
            told = self.tr("This one is lost. {0} puts it where the words are most like it.")
            self._window.reviewing.told.emit(told.format("1"))
        elif key in _PLACES:
            self.place(_PLACES[key])
        elif key == Qt.Key.Key_K:
            self.keep()
        elif key == Qt.Key.Key_Space:
            self.look_at_other()
        else:
            self.drop()

    def place(self, place: int) -> None:
        """Put the highlight at one of its places, the best one being 0."""
        choice = self._panel.choice()
        if choice is None:
            return
        if place < len(choice.candidates):
            self._do(SettlePlace(choice.highlight.id, choice.candidates[place].spans))
            return
        told = self.tr("There is no such place. Select words on the page and press {0}.")
        self._window.reviewing.told.emit(told.format(key_of("review.place-here")))

    def place_here(self) -> None:
        """Put the highlight on what is selected on the page, or on the sentence there."""
        choice, page = self._panel.choice(), self._window.page
        span, article = page.selection(), self._window.reviewing.article
        if choice is not None and span is not None and article is not None:
            page.clear_selection()
            self._do(SettlePlace(choice.highlight.id, (trimmed(article.text, span),)))

    def keep(self) -> None:
        """Say that the highlight has no place any more; its quote stays."""
        choice = self._panel.choice()
        if choice is not None:
            self._do(KeepUnplaced((choice.highlight.id,)))

    def drop(self) -> None:
        """Remove the highlight."""
        choice = self._panel.choice()
        if choice is not None:
            self._do(DropUnplaced((choice.highlight.id,)))

    def _do(self, command: Command) -> None:
        self._window.reviewing.execute(command)

    def show_places(self, choice: Choice | None) -> None:
        """Frame on the page where a highlight may belong, the best place in sight."""
        page, article = self._window.page, self._window.reviewing.article
        offers = choice.candidates[:2] if choice is not None else ()
        page.show_offers([one.spans for one in offers])
        self._looked_at = 0
        if choice is not None and article is not None:
            spans = offers[0].spans if offers else choice.highlight.spans
            self._bring_into_sight(spans[0])

    def look_at_other(self) -> None:
        """Bring the other place into sight."""
        choice = self._panel.choice()
        if choice is not None and choice.candidates:
            self._looked_at = (self._looked_at + 1) % min(len(choice.candidates), 2)
            self._bring_into_sight(choice.candidates[self._looked_at].spans[0])

    def _bring_into_sight(self, span: Span) -> None:
        page, article = self._window.page, self._window.reviewing.article
        if article is None or page.editing is not None:
            return
        sentence = article.sentences.at(min(span.start, max(article.sentences.length - 1, 0)))
        if sentence is not None:
            page.go_to_sentence(sentence)
        if len(span):
            page.reveal(span)

    def count_elsewhere(self) -> int:
        """Count the highlights that wait in other articles."""
        return sum(self._elsewhere().values())

    def _elsewhere(self) -> dict[str, int]:
        reviewing = self._window.reviewing
        if reviewing.project is None:
            return {}
        try:
            found = dict(reviewing.project.queries.unplaced_counts())
        except AnnotatorError as error:
            reviewing.failed.emit(error)
            return {}
        if reviewing.article is not None:
            found.pop(reviewing.article.article.id, None)
        return found

    def open_next(self) -> None:
        """Go to the next article in which a highlight waits, the keys staying in the list."""
        article_id = next(iter(self._elsewhere()), None)
        if article_id is not None:
            self._window.open_article(article_id)
            self._panel.take_keys()
