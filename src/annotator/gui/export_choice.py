"""What of a project is exported: all of it, the article on the page, or what a search finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.gui.filter_field import FilterField
from annotator.gui.plain import plain_label
from annotator.gui.record_fields import ChoiceField
from annotator.service.sending import Choice

if TYPE_CHECKING:
    from annotator.gui.window import Window

LONGEST_TITLE = 48
ARTICLE, SEARCH = "article", "search"


class ExportChoice(QWidget):
    """Three ways to choose, and a field for what is searched; ``altered`` comes with each."""

    altered = Signal()

    def __init__(self, window: Window) -> None:
        super().__init__()
        self._window = window
        self.what = ChoiceField(self.tr("What is exported"))
        self.field = FilterField(window, self.tr("Search for highlights to export"))
        self.field.setPlaceholderText("label:official_claim has:note")
        mark = plain_label("settingTitle", self.tr("What is exported"))
        mark.setBuddy(self.what)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (mark, self.what, self.field):
            column.addWidget(part)
        self.what.edited.connect(self._alter)
        self.field.textChanged.connect(lambda _text: self.altered.emit())
        self.show_article()

    def show_article(self) -> None:
        """Offer the article that is open now, if one is."""
        opened = self._window.reviewing.article
        before = self.what.value()
        title = opened.article.title if opened is not None else ""
        shown = title if len(title) <= LONGEST_TITLE else f"{title[: LONGEST_TITLE - 1]}…"
        article = (ARTICLE, self.tr("This article: {0}").format(shown))
        search = (SEARCH, self.tr("What a search finds"))
        self.what.show_value("")
        self.what.offer([article, search] if opened is not None else [search])
        self.what.setItemText(0, self.tr("The whole project"))
        if opened is not None or before != ARTICLE:
            self.what.show_value(before)
        self._alter()

    def _alter(self) -> None:
        self.field.setVisible(self.what.value() == SEARCH)
        self.altered.emit()

    @property
    def is_whole(self) -> bool:
        """True unless a search was chosen and not yet typed."""
        return self.what.value() != SEARCH or bool(self.field.text().strip())

    def choice(self) -> Choice:
        """Return what was chosen."""
        opened, what = self._window.reviewing.article, self.what.value()
        if what == ARTICLE and opened is not None:
            return Choice(frozenset({opened.article.id}))
        return Choice(search=self.field.text().strip() if what == SEARCH else "")
