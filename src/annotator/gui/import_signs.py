"""What is to be known of an article before it is added: doubts, likenesses, refusals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QRadioButton, QVBoxLayout, QWidget

from annotator.gui.failures import sentence_on
from annotator.gui.flow import Flow
from annotator.gui.import_words import doubts_told, likeness_told, remedy_of
from annotator.gui.plain import plain_label, tooltip
from annotator.service.arrivals import Likeness

if TYPE_CHECKING:
    from annotator.service.arrivals import Arrival


class Remedy(QWidget):
    """A command that mends what is missing, with a way to copy it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.command = plain_label("command")
        self.copy = QPushButton(self.tr("Copy the command"))
        self.copy.setAutoDefault(False)
        self.copy.setToolTip(tooltip(self.tr("Copy it, to be run where the program is installed")))
        self.copy.clicked.connect(lambda _checked=False: self._copy())
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.command, 1)
        line.addWidget(self.copy)

    def show_command(self, command: str) -> None:
        """Show a command; none hides the whole."""
        self.command.setText(command)
        self.setVisible(bool(command))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.command.text())


class ImportSigns(QFrame):
    """Sentences on one arrival, and what can be chosen where the project has its like.

    ``chosen`` carries whether it is added, and whether as a newer copy.
    """

    chosen = Signal(bool, bool)
    difference_wanted = Signal()

    def __init__(self, *, can_revise: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sign")
        self._can_revise = can_revise
        self.told = plain_label(wrapped=True)
        self.remedy = Remedy()
        self.as_new = QRadioButton(self.tr("Add as new"))
        self.out = QRadioButton(self.tr("Leave out"))
        self.newer = QRadioButton(self.tr("Make it a newer copy of that article"))
        self.effect = plain_label("muted", wrapped=True)
        self.difference = QPushButton(self.tr("Show the difference…"))
        self.difference.setAutoDefault(False)
        self.difference.clicked.connect(lambda _checked=False: self.difference_wanted.emit())
        self._choices = QWidget()
        self._layout_parts()
        for button in (self.as_new, self.out, self.newer):
            button.clicked.connect(lambda _checked=False: self._choose())

    def _layout_parts(self) -> None:
        buttons = QWidget()
        column = QVBoxLayout(buttons)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for button in (self.as_new, self.out, self.newer):
            column.addWidget(button)
        # Where it is narrow, neither is cut.
        line = Flow(self._choices, gap=12)
        line.addWidget(buttons)
        line.addWidget(self.difference)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(8)
        for widget in (self.told, self.remedy, self._choices, self.effect):
            layout.addWidget(widget)

    def show_arrival(
        self, arrival: Arrival, *, added: bool, newer: bool, above: str = "", near: bool = False
    ) -> None:
        """Tell what is to be known of an arrival; nothing hides the whole.

        ``above`` is a sentence on what comes in before it, and then that is what counts; where it
        is ``near`` to that, both may yet be added.
        """
        told = doubts_told(arrival.doubts)
        known = None if above else arrival.known
        if known is not None or above:
            told.insert(0, likeness_told(known) if known is not None else above)
        if arrival.refused is not None:
            told.insert(0, sentence_on(arrival.refused))
        self.told.setText("\n".join(told))
        self.remedy.show_command(remedy_of(arrival.refused))
        alike = known is not None and known.likeness not in {Likeness.TEXT, Likeness.ONCE}
        self._choices.setVisible(alike or near)
        # What comes from the address of an article is never an article of its own.
        by_address = known is not None and known.likeness is Likeness.ADDRESS
        self.as_new.setVisible(not by_address)
        self.newer.setVisible(self._can_revise and not near)
        self.as_new.setChecked(added and not newer)
        self.newer.setChecked(added and newer)
        self.out.setChecked(not added)
        self.setVisible(bool(told))

    def _choose(self) -> None:
        self.chosen.emit(not self.out.isChecked(), self.newer.isChecked())
