"""Whose the highlights of a file are that name nobody: the tool's, somebody's, a new one's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from annotator.gui.plain import number, plain_label
from annotator.gui.record_fields import ChoiceField

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QKeyEvent

    from annotator.service.incoming import ImportReport

# No reviewer is called so: names are one line.
NEW = "\n"


class NameField(QLineEdit):
    """A name; Return ends typing it, and presses no button of the dialog besides."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Keep Return."""
        super().keyPressEvent(event)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.accept()


class ReviewerChoice(QWidget):
    """A choice of reviewers, and a field for a new name.

    ``chosen`` comes with every name, ``altered`` where one is still to be typed.
    """

    chosen = Signal()
    altered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.told = plain_label("settingTitle", wrapped=True)
        self.who = ChoiceField(self.tr("Whose they are"))
        self.name = NameField()
        self.name.setAccessibleName(self.tr("Name of the new reviewer"))
        self.name.setPlaceholderText(self.tr("Name of the new reviewer"))
        self.name.hide()
        self.told.setBuddy(self.who)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        line.addWidget(self.told, 2)
        line.addWidget(self.who, 2)
        line.addWidget(self.name, 2)
        self.who.edited.connect(self._take)
        self.name.editingFinished.connect(self._take_name)
        self._named = ""

    def show_report(self, report: ImportReport, names: Iterable[str], me: str) -> None:
        """Offer those who are known, whoever reviews first; nothing where everybody is named."""
        unnamed = report.counts["unnamed"]
        self.setVisible(unnamed > 0)
        several = self.tr("{0} highlights name no reviewer. They are of")
        one = self.tr("1 highlight names no reviewer. It is of")
        self.told.setText(one if unnamed == 1 else several.format(number(unnamed)))
        others = [(name, name) for name in sorted(set(names)) if name not in {me, report.tool}]
        mine = [(me, self.tr("{0} (me)").format(me))] if me else []
        self.who.offer([*mine, *others, (NEW, self.tr("a new reviewer…"))])
        self.who.setItemText(0, self.tr("{0} (the file’s format)").format(report.tool))
        self.who.show_value("")
        self.name.clear()
        self.name.hide()
        self._named = ""

    def _take(self) -> None:
        new = self.who.value() == NEW
        self.name.setVisible(new)
        if new and not self.name.text():
            self.name.setFocus()
        self._tell()

    def _take_name(self) -> None:
        if self.who.value() == NEW:
            self._tell()

    def _tell(self) -> None:
        if not self.is_whole or self.value() == self._named:
            self.altered.emit()
            return
        self._named = self.value()
        self.chosen.emit()

    @property
    def is_whole(self) -> bool:
        """True unless a new reviewer is to be named and is not."""
        return self.who.value() != NEW or bool(self.value())

    def value(self) -> str:
        """Return the name that was chosen; empty for the format's."""
        if self.who.value() == NEW:
            return " ".join(self.name.text().split())
        return self.who.value()
