"""The buttons below a conflict: each side, all of them, its place, and all of its kind."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from annotator.gui.conflict_settling import is_seen_whole, may_be_both
from annotator.gui.conflict_words import written_words
from annotator.gui.flow import Flow
from annotator.gui.key_words import with_key
from annotator.gui.plain import number, tooltip
from annotator.gui.team_words import kind_words
from annotator.team.settling import Choice

if TYPE_CHECKING:
    from annotator.service.merging.conflicts import Conflict

# As many of theirs as there are keys for.
MOST = 8


class ConflictButtons(QWidget):
    """What can be decided; ``chosen`` carries choice and side, ``chosen_for_all`` the choice."""

    chosen = Signal(object, int)
    chosen_for_all = Signal(object)
    jumped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.ours = _button(self.tr("Ours"), "1")
        self.theirs = [_button(self.tr("Theirs"), str(2 + side)) for side in range(MOST)]
        self.both = _button(self.tr("Both"), "B")
        self.jump = _button(self.tr("Go there"), "Enter")
        _hint(self.jump, self.tr("Show it in its article"), "Enter")
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
        for button in (self.ours, *self.theirs, self.both, self.jump, self.all):
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 4, 16, 8)
        column.setSpacing(4)
        column.addWidget(line)
        self.ours.clicked.connect(partial(self._choose, Choice.OURS, 0))
        for side, button in enumerate(self.theirs):
            button.clicked.connect(partial(self._choose, Choice.THEIRS, side))
        self.both.clicked.connect(partial(self._choose, Choice.BOTH, 0))
        self.jump.clicked.connect(lambda _checked=False: self.jumped.emit())

    def show_conflict(self, conflict: Conflict, alike: int, *, has_place: bool) -> None:
        """Offer what can be decided on a conflict, and on as many of its kind."""
        self._name_sides(conflict)
        both = may_be_both(conflict)
        self.both.setVisible(both)
        self._entries[Choice.BOTH].setVisible(both)
        self.jump.setVisible(has_place)
        kind = kind_words(conflict.kind, several=True)
        self.all.setText(self.tr("All {0} of this kind").format(number(alike)))
        told = self.tr("Settle all {0} conflicts of this kind ({1})")
        self.all.setToolTip(tooltip(told.format(number(alike), kind)))
        self.all.setVisible(alike > 1 and is_seen_whole(conflict))

    def _name_sides(self, conflict: Conflict) -> None:
        who = written_words(conflict.wrote(None))
        _hint(self.ours, _told(self.tr("Keep ours: what is here counts"), who), "1")
        for side, button in enumerate(self.theirs):
            button.setVisible(side < conflict.rivals)
            if side < conflict.rivals:
                who = written_words(conflict.wrote(side))
                told = self.tr("Keep theirs: what they sent counts")
                _hint(button, _told(told, who), str(2 + side))
        several = conflict.rivals > 1
        self.both.setText(with_key(self.tr("All") if several else self.tr("Both"), "B"))
        every = self.tr("Keep all: a highlight for each side")
        both = self.tr("Keep both: a highlight for each side")
        _hint(self.both, every if several else both, "B")

    def _choose(self, choice: Choice, side: int, _checked: object = None) -> None:
        self.chosen.emit(choice, side)

    def _choose_all(self, choice: Choice, _checked: object = None) -> None:
        self.chosen_for_all.emit(choice)


def _told(hint: str, who: str) -> str:
    return f"{hint} ({who})" if who else hint


def _button(name: str, key: str) -> QPushButton:
    button = QPushButton(with_key(name, key))
    button.setAutoDefault(False)
    return button


def _hint(button: QPushButton, hint: str, key: str) -> None:
    button.setToolTip(tooltip(with_key(hint, key)))
    button.setAccessibleName(hint)
