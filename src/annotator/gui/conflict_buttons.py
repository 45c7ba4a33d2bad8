"""The buttons below a conflict: one side, the other, both, its place, and all of its kind."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from annotator.gui.conflict_settling import may_be_both
from annotator.gui.flow import Flow
from annotator.gui.key_words import with_key
from annotator.gui.plain import number, tooltip
from annotator.gui.team_words import kind_words
from annotator.team.settling import Choice

if TYPE_CHECKING:
    from annotator.service.merging.conflicts import Conflict


class ConflictButtons(QWidget):
    """What can be decided; ``chosen`` and ``chosen_for_all`` carry the choice."""

    chosen = Signal(object)
    chosen_for_all = Signal(object)
    jumped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.ours = _button(self.tr("Ours"), "1", self.tr("Keep ours: what is here counts"))
        self.theirs = _button(self.tr("Theirs"), "2", self.tr("Keep theirs: what they sent counts"))
        self.both = _button(self.tr("Both"), "3", self.tr("Keep both: a highlight for each side"))
        self.jump = _button(self.tr("Go there"), "Enter", self.tr("Show it in its article"))
        self.all = QPushButton()
        self.all.setObjectName("queueMenu")
        self.all.setAutoDefault(False)
        self._menu = QMenu(self.all)
        self._entries = {
            Choice.OURS: self._menu.addAction(self.tr("Keep ours in all of them…")),
            Choice.THEIRS: self._menu.addAction(self.tr("Keep theirs in all of them…")),
            Choice.BOTH: self._menu.addAction(self.tr("Keep both in all of them…")),
        }
        for choice, entry in self._entries.items():
            entry.triggered.connect(partial(self._choose_all, choice))
        self.all.setMenu(self._menu)
        line = QWidget()
        flow = Flow(line)
        for button in (self.ours, self.theirs, self.both, self.jump):
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 4, 16, 12)
        column.setSpacing(6)
        column.addWidget(line)
        column.addWidget(self.all)
        self.ours.clicked.connect(lambda _checked=False: self.chosen.emit(Choice.OURS))
        self.theirs.clicked.connect(lambda _checked=False: self.chosen.emit(Choice.THEIRS))
        self.both.clicked.connect(lambda _checked=False: self.chosen.emit(Choice.BOTH))
        self.jump.clicked.connect(lambda _checked=False: self.jumped.emit())

    def show_conflict(self, conflict: Conflict, alike: int, *, has_place: bool) -> None:
        """Offer what can be decided on a conflict, and on as many of its kind."""
        both = may_be_both(conflict)
        self.both.setVisible(both)
        self._entries[Choice.BOTH].setVisible(both)
        self.jump.setVisible(has_place)
        kind = kind_words(conflict.kind, several=True)
        self.all.setText(self.tr("All {0} of this kind").format(number(alike)))
        told = self.tr("Settle all {0} conflicts of this kind ({1})")
        self.all.setToolTip(tooltip(told.format(number(alike), kind)))
        self.all.setVisible(alike > 1)

    def _choose_all(self, choice: Choice, _checked: object = None) -> None:
        self.chosen_for_all.emit(choice)


def _button(name: str, key: str, hint: str) -> QPushButton:
    button = QPushButton(with_key(name, key))
    button.setAutoDefault(False)
    button.setToolTip(tooltip(with_key(hint, key)))
    button.setAccessibleName(hint)
    return button
