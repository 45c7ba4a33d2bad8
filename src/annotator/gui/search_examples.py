"""What an empty search says: what can be asked, with an example to press for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from annotator.gui.plain import plain_label

if TYPE_CHECKING:
    from collections.abc import Sequence

_Row = tuple[str, str]


class SearchExamples(QWidget):
    """Examples with their meaning; ``chosen`` carries the one that was pressed."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("side")
        self.buttons: list[QPushButton] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 8)
        layout.setSpacing(2)
        head = self.tr("Words are found in articles, highlights and their records. Examples:")
        layout.addWidget(plain_label("muted", head, wrapped=True))
        layout.addSpacing(6)
        for example, meaning in self._rows():
            button = QPushButton(example)
            button.setObjectName("fold")
            button.setAccessibleName(f"{example}: {meaning}")
            button.clicked.connect(lambda _checked=False, text=example: self.chosen.emit(text))
            self.buttons.append(button)
            told = plain_label("muted", meaning, wrapped=True)
            told.setContentsMargins(5, 0, 0, 6)
            layout.addWidget(button)
            layout.addWidget(told)
        layout.addStretch(1)

    def _rows(self) -> Sequence[_Row]:
        return (
            ('"dam was safe"', self.tr("these words, one after another")),
            ("evacuat*", self.tr("every word that begins so")),
            ("label:official", self.tr("highlights of a label")),
            ("speaker:ministry", self.tr("whose record names that speaker")),
            ("reviewer:kim", self.tr("that a reviewer made")),
            ("has:note", self.tr("has: note, claim, evidence, verdict or cue")),
            ("is:older-guideline", self.tr("is: older-guideline or orphaned")),
            ("after:2026-02", self.tr("published later; before: earlier")),
            ("dam -flood", self.tr("the one word without the other")),
        )
