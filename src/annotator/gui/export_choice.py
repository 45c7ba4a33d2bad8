"""What of a project is exported: all of it, the article on the page, or what a search finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QRadioButton, QVBoxLayout, QWidget

from annotator.gui.filter_field import FilterField
from annotator.gui.plain import plain_label
from annotator.service.sending import Choice

if TYPE_CHECKING:
    from annotator.gui.window import Window

LONGEST_TITLE = 48


class ExportChoice(QWidget):
    """Three ways to choose; ``altered`` comes with each."""

    altered = Signal()

    def __init__(self, window: Window) -> None:
        super().__init__()
        self._window = window
        self.whole = QRadioButton(self.tr("The whole project"))
        self.article = QRadioButton()
        self.found = QRadioButton(self.tr("What a search finds"))
        self.field = FilterField(window, self.tr("Search for highlights to export"))
        self.field.setPlaceholderText("label:official_claim has:note")
        self.whole.setChecked(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(plain_label("settingTitle", self.tr("What is exported")))
        for part in (self.whole, self.article, self.found, self.field):
            column.addWidget(part)
        for button in (self.whole, self.article, self.found):
            button.toggled.connect(lambda _checked: self._alter())
        self.field.textChanged.connect(lambda _text: self.altered.emit())
        self.show_article()
        self._alter()

    def show_article(self) -> None:
        """Offer the article that is open now."""
        opened = self._window.reviewing.article
        title = opened.article.title if opened is not None else ""
        shown = title if len(title) <= LONGEST_TITLE else f"{title[: LONGEST_TITLE - 1]}…"
        told = self.tr("This article: {0}").format(shown.replace("&", "&&"))
        self.article.setText(told if opened is not None else self.tr("This article"))
        self.article.setEnabled(opened is not None)
        if opened is None and self.article.isChecked():
            self.whole.setChecked(True)

    def _alter(self) -> None:
        self.field.setVisible(self.found.isChecked())
        self.altered.emit()

    @property
    def is_whole(self) -> bool:
        """True unless a search was chosen and not yet typed."""
        return not self.found.isChecked() or bool(self.field.text().strip())

    def choice(self) -> Choice:
        """Return what was chosen."""
        opened = self._window.reviewing.article
        if self.article.isChecked() and opened is not None:
            return Choice(frozenset({opened.article.id}))
        return Choice(search=self.field.text().strip() if self.found.isChecked() else "")
