"""What stands in the page's place while no project is open, with what can be done."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.gui.key_words import title_and_key
from annotator.gui.plain import plain_label, tooltip
from annotator.gui.recent import MOST_BUTTONS, told_apart
from annotator.paths import default_project

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

MEASURE = 480


class Notice(QWidget):
    """Says that a project is being opened, or why it cannot be."""

    another_wanted = Signal()
    new_wanted = Signal()
    default_wanted = Signal()
    recent_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.heading = plain_label(wrapped=True)
        font = QFont(self.heading.font())
        font.setPixelSize(22)
        font.setWeight(QFont.Weight.DemiBold)
        self.heading.setFont(font)
        self.sentence = plain_label("muted", wrapped=True)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.another = QPushButton(self.tr("Open another…"))
        self.another.setToolTip(tooltip(title_and_key("file.open-project")))
        self.another.clicked.connect(self.another_wanted)
        self.new = QPushButton(self.tr("New project…"))
        self.new.setToolTip(tooltip(title_and_key("file.new-project")))
        self.new.clicked.connect(self.new_wanted)
        self.default = QPushButton(self.tr("My default project"))
        self.default.setToolTip(tooltip(str(default_project())))
        self.default.clicked.connect(self.default_wanted)
        self._buttons = (self.another, self.new, self.default)
        column = QWidget()
        column.setMaximumWidth(MEASURE)
        inside = QVBoxLayout(column)
        inside.setSpacing(12)
        inside.addWidget(self.heading)
        inside.addWidget(self.sentence)
        buttons = QHBoxLayout()
        for button in self._buttons:
            buttons.addWidget(button)
        buttons.addStretch(1)
        inside.addLayout(buttons)
        self.recent_head = plain_label("sectionHead", self.tr("Recent projects").upper())
        inside.addWidget(self.recent_head)
        self.recent = QVBoxLayout()
        inside.addLayout(self.recent)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(column, 10)
        line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        layout.addLayout(line)
        layout.addStretch(3)
        self.show_opening("")

    def show_opening(self, name: str) -> None:
        """Say that a project is being opened."""
        self.heading.setText(name)
        self.sentence.setText(self.tr("Opening the project…") if name else "")
        self.sentence.setVisible(bool(name))
        for button in self._buttons:
            button.hide()
        self._offer([])

    def show_refusal(self, sentence: str, recent: Sequence[Path] = ()) -> None:
        """Say why a project cannot be opened and offer others."""
        self.heading.setText(self.tr("This project cannot be opened"))
        self.sentence.setText(sentence)
        self.sentence.show()
        for button in self._buttons:
            button.show()
        self._offer(recent[:MOST_BUTTONS])
        self.another.setFocus()

    def _offer(self, recent: Sequence[Path]) -> None:
        while (held := self.recent.takeAt(0)) is not None:
            if (old := held.widget()) is not None:
                old.deleteLater()
        self.recent_head.setVisible(bool(recent))
        for path, name in zip(recent, told_apart(recent), strict=True):
            button = QPushButton(name.replace("&", "&&"))
            button.setToolTip(tooltip(str(path)))
            button.clicked.connect(partial(self._choose, path))
            self.recent.addWidget(button)

    def _choose(self, path: Path, _checked: object = None) -> None:
        self.recent_wanted.emit(path)
