"""Fills the open article between events, so that its first screen does not wait for the rest."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.core.errors import AnnotatorError

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.service.open_article import OpenArticle


REST_MS = 1_500
# How many new objects, and rounds among the younger ones, bring about Python's searches.
OFTEN = gc.get_threshold()
NEVER = 1 << 30


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


class QuietCollector(QObject):
    """Python's search for old garbage, done when the hands rest and not between two keys.

    Old are the objects of the open article: a search through them takes longer than a key may,
    and Python would begin one whenever enough new objects were made.
    """

    def __init__(self, busy: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._busy = busy
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST_MS)
        self._timer.timeout.connect(self._collect)

    def put_off(self) -> None:
        """Wait anew: somebody is at work."""
        self._timer.start()

    def _collect(self) -> None:
        if self._busy():
            self.put_off()
        elif gc.get_count()[2] > OFTEN[2]:
            gc.collect()


def spare_collector(*, lasting: bool) -> None:
    """Leave what lasts as long as a project out of Python's search for garbage, or no longer.

    There are some hundred thousand such objects, most of them modules'. A search through all of
    them takes longer than a slice of loading, which brings it about. What is old is searched by
    the ``QuietCollector`` alone meanwhile.
    """
    gc.unfreeze()
    gc.set_threshold(*OFTEN[:2], NEVER if lasting else OFTEN[2])
    if lasting:
        gc.freeze()
