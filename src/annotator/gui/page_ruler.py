"""The overview ruler at its place on the page, following article, changes and scrolling."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, QTimer
from PySide6.QtWidgets import QStyle

from annotator.gui.ruler import Ruler
from annotator.gui.ruler_paint import WIDTH

if TYPE_CHECKING:
    from annotator.gui.page import Page
    from annotator.gui.reviewing import Reviewing
    from annotator.gui.theme import ThemeChoice

# The page scrolls first; the ruler shows its place when there is time.
FOLLOW_MS = 20


class PageRuler(QObject):
    """Keeps the ruler beside the scroll bar of a page and tells it what it shows."""

    def __init__(self, page: Page, reviewing: Reviewing, themes: ThemeChoice) -> None:
        super().__init__(page)
        self._page, self._reviewing = page, reviewing
        self.ruler = Ruler(themes.theme, page)
        self.ruler.hide()
        self._follow_soon = QTimer(self)
        self._follow_soon.setSingleShot(True)
        self._follow_soon.setInterval(FOLLOW_MS)
        self._follow_soon.timeout.connect(self._follow)
        page.installEventFilter(self)
        bar = page.verticalScrollBar()
        bar.valueChanged.connect(lambda _value: self._follow_soon.start())
        bar.rangeChanged.connect(lambda _least, _most: self._follow_soon.start())
        themes.changed.connect(self.ruler.set_theme)
        reviewing.article_changed.connect(self._show_article)
        reviewing.codebook_changed.connect(
            lambda: self.ruler.set_codebook(self._reviewing.codebook)
        )
        reviewing.changed.connect(self.ruler.take)
        self.ruler.jumped.connect(self._jump)

    def _show_article(self) -> None:
        article = self._reviewing.article
        self.ruler.setVisible(article is not None)
        self._stand()
        self.ruler.show_article(article, self._reviewing.codebook)
        self._follow_soon.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Stand at the edge of the page, whatever its size."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutDirectionChange):
            self._stand()
            self._follow_soon.start()
        return super().eventFilter(watched, event)

    def _stand(self) -> None:
        page = self._page
        bar = page.verticalScrollBar().sizeHint().width()
        place = QRect(page.width() - bar - WIDTH, 0, WIDTH, page.height())
        self.ruler.setGeometry(QStyle.visualRect(page.layoutDirection(), page.rect(), place))

    def _follow(self) -> None:
        self.ruler.show_place(self._page.visible_span())

    def _jump(self, position: int) -> None:
        article = self._reviewing.article
        number = article.sentences.at(position) if article else None
        if number is not None:
            self._page.go_to_sentence(number)
