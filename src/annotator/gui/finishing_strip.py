"""The strip that asks before an article is finished, and offers the next one after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from annotator.gui.finishing import TOOL
from annotator.gui.key_words import key_of, with_key
from annotator.gui.plain import number, plain_label
from annotator.gui.unfinished import next_unfinished, open_unfinished
from annotator.service.finishing_commands import FinishArticle

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.core.records import Article
    from annotator.gui.window import Window
    from annotator.service.changes import Changes


class FinishingStrip(QFrame):
    """One sentence with two buttons; Enter takes the first, Esc puts the strip away."""

    def __init__(self, window: Window) -> None:
        super().__init__()
        self.setObjectName("banner")
        self.setProperty("kind", "note")
        self._window = window
        self._run: Callable[[], None] = self._leave
        self.text = plain_label(wrapped=True)
        self.first = QPushButton(self.tr("Finish"))
        self.first.clicked.connect(lambda _checked=False: self._run())
        self.other = QPushButton(self.tr("Not now"))
        self.other.clicked.connect(lambda _checked=False: self._turn_down())
        self._asks = False
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 8, 12, 8)
        line.setSpacing(12)
        line.addWidget(self.text, 1)
        for button in (self.first, self.other):
            button.setAutoDefault(True)
            line.addWidget(button)
        # What it says is of the article that was open.
        window.reviewing.article_changed.connect(self._leave)
        self.hide()

    def begin(self) -> None:
        """Take the keys."""
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask(self, article: Article, unreviewed: int) -> None:
        """Ask whether an article is finished although sentences are not reviewed."""
        said = self.tr("Sentences of “{0}” that nobody reviewed: {1}. Finish it all the same?")
        self._asks = True
        self._run = lambda: self.finish(article, accept_unreviewed=True)
        self._show(
            said.format(article.title, number(unreviewed)),
            self.tr("Finish it"),
            with_key(self.tr("Go to the next of them"), key_of("review.next")),
        )

    def offer_next(self, article: Article) -> None:
        """Say that an article is finished, and which one is the next of the queue."""
        following = next_unfinished(self._window)
        if following is None:
            self._leave()
            told = self.tr("“{0}” is finished, and it was the last one of the queue.")
            self._window.reviewing.told.emit(told.format(article.title))
            return
        self._asks = False
        self._run = lambda: open_unfinished(self._window)
        said = self.tr("“{0}” is finished. The next one: “{1}”.")
        self._show(
            said.format(article.title, following.article.title),
            with_key(self.tr("Open it"), key_of("go.unfinished")),
            self.tr("Stay here"),
        )

    def refuse(self, unreviewed: int) -> None:
        """Say that sentences are to be reviewed first."""
        told = self.tr("Not finished yet: {0} sentences are not reviewed. {1} goes to the next.")
        self._window.reviewing.told.emit(told.format(number(unreviewed), key_of("review.next")))

    def finish(self, article: Article, *, accept_unreviewed: bool) -> None:
        """Finish an article, then offer the next one of the queue."""

        def offer(_changes: Changes) -> None:
            here = self._window.reviewing.article
            if here is not None and here.article.id == article.id:
                self.offer_next(article)

        self._leave()
        command = FinishArticle(article.id, accept_unreviewed=accept_unreviewed)
        self._window.reviewing.execute(command, offer)

    def _show(self, sentence: str, first: str, other: str) -> None:
        self.text.setText(sentence)
        self.first.setText(first)
        self.other.setText(other)
        for button in (self.first, self.other):
            button.setAccessibleDescription(sentence)
        self._window.tools.open(TOOL)

    def _turn_down(self) -> None:
        asked = self._asks
        self._leave()
        if asked:
            self._window.reviewing.go_to_unreviewed()

    def _leave(self) -> None:
        self._window.tools.close(TOOL)
