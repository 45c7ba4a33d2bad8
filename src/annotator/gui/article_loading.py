"""Fills the open article between events, so that its first screen does not wait for the rest."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.core.errors import AnnotatorError

if TYPE_CHECKING:
    from annotator.service.open_article import OpenArticle


class ArticleLoader(QObject):
    """Fills one article at a time; ``failed`` carries why its rest cannot be had."""

    failed = Signal(object)
    filled = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._article: OpenArticle | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._fill)

    def load(self, article: OpenArticle | None) -> None:
        """Fill this article from now on, and let go of the one before."""
        self._article = article
        if article is None or article.filled:
            self._timer.stop()
        else:
            self._timer.start()

    def _fill(self) -> None:
        article = self._article
        try:
            if article is not None and article.fill():
                return
        except AnnotatorError as error:
            self.load(None)
            self.failed.emit(error)
            return
        self.load(None)
        self.filled.emit()


def spare_collector(*, lasting: bool) -> None:
    """Leave what lasts as long as a project out of Python's search for garbage, or no longer.

    There are some hundred thousand such objects, most of them modules'. A search through all of
    them takes longer than a slice of loading, which brings it about.
    """
    gc.unfreeze()
    if lasting:
        gc.freeze()
