"""Commands that need all of an article, held until it is loaded; the keys live meanwhile."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.service.open_article import OpenArticle

# What is done sooner needs no word.
NOTE_MS = 200


class HeldCommands(QObject):
    """Carries out what was asked for once the article is all there, in its order.

    ``told`` carries a note where that takes longer than is hardly felt.
    """

    told = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._article: OpenArticle | None = None
        self._held: deque[Callable[[], None]] = deque()
        self._note = QTimer(self)
        self._note.setSingleShot(True)
        self._note.setInterval(NOTE_MS)
        self._note.timeout.connect(self._tell)

    def follow(self, article: OpenArticle | None) -> None:
        """Take note of what article is open; what was held for another one is let go of."""
        before, self._article = self._article, article
        if before is None or article is None or before.article.id != article.article.id:
            self._held.clear()
        self.go_on()

    def do(self, command: Callable[[], None]) -> None:
        """Carry a command out, at once where the article is all there; nothing without one."""
        if self._article is None:
            return
        self._held.append(command)
        if self._article.filled:
            self.go_on()
        elif not self._note.isActive():
            self._note.start()

    def go_on(self) -> None:
        """Carry out what is held, as far as the article is there."""
        while self._held and self._article is not None and self._article.filled:
            self._held.popleft()()
        if not self._held:
            self._note.stop()

    def _tell(self) -> None:
        self.told.emit(self.tr("This will be done as soon as all of the article is loaded."))
