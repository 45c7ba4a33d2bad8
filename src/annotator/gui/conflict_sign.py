"""The sign that something waits to be settled: a button on top, and a number in the menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from annotator.core.errors import AnnotatorError
from annotator.gui.key_words import key_of, with_key
from annotator.gui.plain import number, tooltip
from annotator.gui.table_words import ACTIONS as WORDS
from annotator.gui.table_words import said
from annotator.gui.team_actions import CONFLICTS, CONFLICTS_TITLE, CONFLICTS_TOOL

if TYPE_CHECKING:
    from annotator.gui.window import Window
    from annotator.service.changes import Changes


class ConflictSign(QPushButton):
    """Tells how many conflicts are open, and brings the list of them forth.

    ``counted`` comes whenever others may be open than before.
    """

    counted = Signal(int)

    def __init__(self, window: Window) -> None:
        super().__init__()
        self._window = window
        self.number = 0
        # How many wait for an article to be finished: that brings them forth.
        self._hidden = 0
        self.setObjectName("small")
        self.hide()
        self.clicked.connect(lambda _checked=False: window.tools.open(CONFLICTS_TOOL))
        window.reviewing.project_changed.connect(self.count)
        window.reviewing.changed.connect(self._take)

    def count(self) -> None:
        """Count what is open in the project."""
        self._show(self._counted())
        self.counted.emit(self.number)

    def _take(self, changes: Changes) -> None:
        # What is done here settles conflicts, and opens none.
        if not self.number and not self._hidden and changes.origin == "do" and not changes.reload:
            return
        before = self.number
        self._show(self._counted())
        if before != self.number or changes.origin != "do" or changes.reload:
            self.counted.emit(self.number)

    def _counted(self) -> int:
        project = self._window.reviewing.project
        self._hidden = 0
        if project is None:
            return 0
        try:
            self._hidden = project.queries.hidden_conflicts()
            return project.queries.conflict_count()
        except AnnotatorError as error:
            self._window.reviewing.fail(error)
            return self.number

    def _show(self, count: int) -> None:
        self.number = count
        told = self.tr("1 conflict") if count == 1 else self.tr("{0} conflicts")
        self.setText("⇄ " + told.format(number(count)))
        self.setAccessibleName(told.format(number(count)))
        hint = self.tr("List what colleagues and you said differently")
        self.setToolTip(tooltip(with_key(hint, key_of(CONFLICTS))))
        self.setVisible(bool(count))
        title = said(WORDS, CONFLICTS_TITLE)
        entry = self.tr("{0} ({1})").format(title, number(count)) if count else title
        self._window.menus.action(CONFLICTS).setText(entry)
