"""The head of the article list: in which order it stands, and a menu to choose another."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from annotator.gui.plain import tooltip
from annotator.gui.table_words import said_setting
from annotator.settings.table import QUEUE_ORDER


class QueueMenu(QPushButton):
    """A flat button that names the order; ``chosen`` carries another one."""

    chosen = Signal(str)
    shuffled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("queueMenu")
        self.setToolTip(tooltip(said_setting(QUEUE_ORDER).sentence))
        self._titles = {
            "added": self.tr("As added"),
            "date": self.tr("By date"),
            "publisher": self.tr("By publisher"),
            "random": self.tr("Random"),
        }
        menu = QMenu(self)
        self._group = QActionGroup(menu)
        self._entries = {}
        for order, title in self._titles.items():
            entry = menu.addAction(title)
            entry.setCheckable(True)
            entry.triggered.connect(partial(self._choose, order))
            self._group.addAction(entry)
            self._entries[order] = entry
        menu.addSeparator()
        self.again = menu.addAction(self.tr("Shuffle again"))
        self.again.triggered.connect(lambda _checked=False: self.shuffled.emit())
        self.setMenu(menu)
        self.show_order("added")

    def _choose(self, order: str, _checked: object = None) -> None:
        self.chosen.emit(order)

    def show_order(self, order: str) -> None:
        """Name an order as the one in force."""
        title = self._titles[order]
        self.setText(self.tr("Order: {0}").format(title))
        self.setAccessibleName(self.tr("Order of the articles: {0}").format(title))
        self._entries[order].setChecked(True)
