"""Walking from highlight to highlight: all of them, those of one label, those with a note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.core.errors import AnnotatorError
from annotator.core.records import ClaimRecord, Highlight
from annotator.gui.walking import following, neighbor_among, preceding, previous_unreviewed

if TYPE_CHECKING:
    from annotator.gui.reviewing import Reviewing
    from annotator.service.changes import Changes


class HighlightWalk(QObject):
    """Chooses the next highlight of a kind wherever it lies, around the ends of the article."""

    def __init__(self, reviewing: Reviewing) -> None:
        super().__init__(reviewing)
        self._reviewing = reviewing
        # The keys of the highlights with a note, once they were asked for.
        self._noted: list[int] | None = None
        reviewing.article_changed.connect(self._forget)
        reviewing.changed.connect(self._follow)

    def next(self, *, back: bool = False) -> None:
        """Choose the highlight that begins next, or before, whatever sentence that is in."""
        article, sentence = self._reviewing.article, self._reviewing.current_span()
        if article is not None and sentence is not None:
            step = preceding if back else following
            self._go_to(step(article, self._reviewing.page.chosen_highlight, sentence))

    def next_of_label(self, *, back: bool = False) -> None:
        """Choose the next highlight of the chosen one's label, or the one before."""
        article, sentence = self._reviewing.article, self._reviewing.current_span()
        chosen = self._reviewing.page.chosen_highlight
        if chosen is None:
            chosen = self._reviewing.narrowest()
        if article is None or sentence is None:
            return
        if chosen is None:
            self._reviewing.told.emit(self.tr("Choose a highlight first; Tab does."))
            return
        step = preceding if back else following
        self._go_to(step(article, chosen, sentence, label_id=article.index.get(chosen)[2]))

    def next_noted(self, *, back: bool = False) -> None:
        """Choose the next highlight whose claim record has a note, or the one before."""
        article, sentence = self._reviewing.article, self._reviewing.current_span()
        if article is None or sentence is None:
            return
        chosen = self._reviewing.page.chosen_highlight
        found = neighbor_among(article, self._noted_keys(), chosen, sentence=sentence, back=back)
        if found is None:
            self._reviewing.told.emit(self.tr("No highlight of this article has a note."))
        self._go_to(found)

    def previous_unreviewed(self) -> None:
        """Go to the last sentence before this one that bears neither highlight nor mark."""
        article, page = self._reviewing.article, self._reviewing.page
        if article is not None and len(article.sentences):
            number = previous_unreviewed(article, page.current_sentence)
            if number is not None:
                page.go_to_sentence(number)

    def _go_to(self, key: int | None) -> None:
        article, page = self._reviewing.article, self._reviewing.page
        if article is None or key is None:
            return
        number = article.sentences.at(article.index.get(key)[0])
        if number is not None:
            page.go_to_sentence(number)
        page.choose_highlight(key)

    def _noted_keys(self) -> list[int]:
        project, article = self._reviewing.project, self._reviewing.article
        if self._noted is None and project is not None and article is not None:
            try:
                self._noted = project.queries.noted_highlights(article.article.id)
            except AnnotatorError as error:
                self._reviewing.failed.emit(error)
        return self._noted or []

    def _forget(self) -> None:
        self._noted = None

    def _follow(self, changes: Changes) -> None:
        """Ask anew after a change that can have altered which highlights have a note."""
        claims = any(True for _ in changes.of(ClaimRecord))
        if claims or any(one.claim_id for pair in changes.of(Highlight) for one in pair if one):
            self._noted = None
