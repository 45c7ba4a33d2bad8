"""The line above an article that says that others' highlights are hidden until it is finished."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout

from annotator.core.errors import AnnotatorError
from annotator.gui.plain import plain_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from annotator.gui.reviewing import Reviewing


class BlindLine(QFrame):
    """Seen for as long as something may be hidden; whether anything is, it does not tell."""

    def __init__(self, reviewing: Reviewing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.setProperty("kind", "note")
        self._reviewing = reviewing
        told = self.tr("Others’ highlights are hidden until you finish this article.")
        self.text = plain_label(text=told, wrapped=True)
        line = QHBoxLayout(self)
        line.addWidget(self.text, 1)
        self.hide()
        reviewing.article_changed.connect(self.follow)
        reviewing.project_changed.connect(self.follow)
        reviewing.changed.connect(lambda _changes: self.follow())

    def follow(self) -> None:
        """Show it, or put it away, as the article is by now."""
        project, article = self._reviewing.project, self._reviewing.article
        if project is None or article is None:
            self.hide()
            return
        try:
            self.setVisible(project.hides(article.article.id))
        except AnnotatorError:
            # Whoever reads the article tells of what is wrong with it.
            self.hide()
