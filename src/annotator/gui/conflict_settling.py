"""What is decided on conflicts: one, or all of a kind, each decision being one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox

from annotator.gui.plain import number
from annotator.gui.team_words import kind_words
from annotator.service.merging.commands import SettleConflicts
from annotator.team.joining import PRESENCE
from annotator.team.settling import Choice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.gui.conflict_panel import ConflictPanel
    from annotator.gui.window import Window
    from annotator.service.merging.conflicts import Conflict

# What each key chooses: ours, one of theirs by its number, or all sides.
KEYS: dict[Qt.Key, tuple[Choice, int]] = {
    Qt.Key.Key_1: (Choice.OURS, 0),
    Qt.Key.Key_B: (Choice.BOTH, 0),
    **{Qt.Key(Qt.Key.Key_2.value + one): (Choice.THEIRS, one) for one in range(8)},
}


def may_be_both(conflict: Conflict) -> bool:
    """Tell whether something can be had in both ways: a highlight can, unless one removed it."""
    fields = {one.field for one in conflict.disputes}
    return conflict.kind == "highlight" and fields != {PRESENCE}


def is_seen_whole(conflict: Conflict) -> bool:
    """Tell whether no more than one side stands against what is here: all can go by one choice."""
    return conflict.rivals == 1


class ConflictSettling(QObject):
    """Carries out what is decided on the conflict that the panel has chosen."""

    def __init__(self, window: Window, panel: ConflictPanel) -> None:
        super().__init__(panel)
        self._window, self._panel = window, panel
        # The objects of which something was settled here.
        self.settled: set[str] = set()

    def settle(self, choice: Choice, side: int = 0) -> None:
        """Settle the chosen conflict; ``side`` says which of theirs, from 0."""
        conflict = self._panel.conflict()
        if conflict is None or (choice is Choice.THEIRS and side >= conflict.rivals):
            return
        if choice is Choice.BOTH and not may_be_both(conflict):
            told = self.tr("Both cannot be kept of this; choose ours or theirs.")
            self._window.reviewing.told.emit(told)
            return
        self._do([conflict], choice, side)

    def settle_all(self, choice: Choice) -> None:
        """Settle all conflicts of the chosen one's kind, after asking.

        Those with several sides against what is here are looked at one by one.
        """
        chosen = self._panel.conflict()
        if chosen is None:
            return
        alike = self.alike(chosen)
        if choice is Choice.BOTH:
            alike = [one for one in alike if may_be_both(one)]
        if alike and self._is_sure(alike, choice):
            self._do(alike, choice)

    def alike(self, chosen: Conflict) -> list[Conflict]:
        """Return the conflicts that one choice can settle together with the chosen one."""
        rows = self._panel.rows.conflicts
        return [one for one in rows if one.kind == chosen.kind and is_seen_whole(one)]

    def _do(self, conflicts: Sequence[Conflict], choice: Choice, side: int = 0) -> None:
        objects = tuple((one.kind, one.id) for one in conflicts)
        command = SettleConflicts(objects, choice, side if choice is Choice.THEIRS else None)
        self.settled |= {one.id for one in conflicts}
        told = self.tr("Settling conflicts…")
        self._window.work.execute(command, len(conflicts), told=told)

    def _is_sure(self, conflicts: Sequence[Conflict], choice: Choice) -> bool:
        box = QMessageBox(self._window)
        box.setObjectName("settleBox")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(self.tr("Settle all of them?"))
        told = {
            Choice.OURS: self.tr("Keep ours in all {0} conflicts of this kind ({1})?"),
            Choice.THEIRS: self.tr("Keep theirs in all {0} conflicts of this kind ({1})?"),
            Choice.BOTH: self.tr("Keep both in all {0} conflicts of this kind ({1})?"),
        }[choice]
        kind = kind_words(conflicts[0].kind, several=True)
        box.setText(told.format(number(len(conflicts)), kind))
        box.setInformativeText(self.tr("It is one step, which undo takes back."))
        settle = box.addButton(self.tr("Settle all"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(settle)
        box.exec()
        return box.clickedButton() is settle
