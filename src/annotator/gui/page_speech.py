"""What a screen reader is told of the page: the sentence under the cursor and what lies on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from annotator.gui.announcing import announce, is_heard
from annotator.gui.plain import number as written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.core.span import Span
    from annotator.gui.page import Page
    from annotator.gui.reviewing import Reviewing
    from annotator.service.open_article import OpenArticle

# A held key moves faster than anybody listens.
TELL_AFTER_MS = 30


class PageSpeech(QObject):
    """Keeps the page's description to what is under the cursor, and says it when that moves.

    The text itself, caret and selection are Qt's text interface of the page; for it the caret
    stands at the beginning of the current sentence while nothing is selected.
    """

    def __init__(self, page: Page, reviewing: Reviewing) -> None:
        super().__init__(page)
        self._page, self._reviewing = page, reviewing
        self._said = ""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(TELL_AFTER_MS)
        self._soon.timeout.connect(self.tell)
        page.sentence_changed.connect(lambda _number: self._soon.start())
        page.highlight_chosen.connect(lambda _key: self._soon.start())
        reviewing.changed.connect(lambda _changes: self._soon.start())
        reviewing.article_changed.connect(self._soon.start)

    def tell(self) -> None:
        """Describe what is under the cursor now; say it aloud where somebody listens."""
        described = " ".join(self.description())
        self._page.setAccessibleDescription(described)
        if not is_heard() or self._page.editing is not None:
            return
        said = " ".join(part for part in (self._words(), described) if part)
        if said and said != self._said:
            self._place_caret()
            announce(self._page, said)
        self._said = said

    def description(self) -> Iterator[str]:
        """Yield a sentence each on the place, the chosen highlight, labels and what is reviewed."""
        article, number = self._reviewing.article, self._page.current_sentence
        if article is None or number < 0 or self._page.editing is not None:
            return
        count = written(len(article.sentences))
        yield self.tr("Sentence {0} of {1}.").format(written(number + 1), count)
        yield from self._chosen(article)
        names = self._labels(article, article.sentences.span(number))
        if names:
            yield self.tr("Tagged as {0}.").format(", ".join(names))
        elif article.is_reviewed(number):
            yield self.tr("Reviewed, without a label.")
        else:
            yield self.tr("Not reviewed yet.")

    def _chosen(self, article: OpenArticle) -> Iterator[str]:
        chosen = self._reviewing.highlight(self._page.chosen_highlight)
        if chosen is None:
            return
        yield self.tr("Chosen: {0}, “{1}”.").format(self._name(chosen.label_id), chosen.quote)
        if chosen.cue is not None:
            words = " ".join(article.slice(chosen.cue).split())
            yield self.tr("Attribution cue: “{0}”.").format(words)

    def _labels(self, article: OpenArticle, span: Span) -> list[str]:
        """Return the names of the labels on a span, in the codebook's order, with their number."""
        article.look_at(span)
        held = [label_id for *_, label_id in article.index.overlapping(span.start, span.end)]
        names = []
        for label in self._reviewing.codebook.labels if self._reviewing.codebook else ():
            times = held.count(label.id)
            if times:
                several = self.tr("{0} ({1} times)").format(label.name, written(times))
                names.append(label.name if times == 1 else several)
        return names

    def _name(self, label_id: str) -> str:
        codebook = self._reviewing.codebook
        names = {label.id: label.name for label in codebook.labels} if codebook else {}
        return names.get(label_id, "")

    def _words(self) -> str:
        article, number = self._reviewing.article, self._page.current_sentence
        return article.sentence_text(number) if article is not None and number >= 0 else ""

    def _place_caret(self) -> None:
        """Let Qt's caret stand where the reader is, for whoever asks the text interface."""
        page, article = self._page, self._reviewing.article
        if article is None or page.has_caret or page.has_text_selection():
            return
        start = article.sentences.span(page.current_sentence).start
        page.select(start, start)
