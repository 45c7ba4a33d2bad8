"""The strip above a text that is edited, or that was left half edited, with what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
)

from annotator.gui.key_words import key_of, title_and_key, with_key
from annotator.gui.plain import plain_label, tooltip

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class EditBar(QFrame):
    """Says that the text is edited, with Done and Discard, and the two fields of replacing."""

    done = Signal()
    discarded = Signal()
    resumed = Signal()
    replaced = Signal(str, str, bool)
    left = Signal()
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.setProperty("kind", "note")
        self.text = plain_label(wrapped=True)
        self.done_button = QPushButton(self.tr("Done"))
        self.done_button.setToolTip(tooltip(title_and_key("edit.done")))
        self.discard_button = QPushButton(self.tr("Discard"))
        self.discard_button.setToolTip(tooltip(title_and_key("edit.discard")))
        self.done_button.clicked.connect(self._accept)
        self.discard_button.clicked.connect(self._discard)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.text, 1)
        line.addWidget(self.done_button)
        line.addWidget(self.discard_button)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Progress"))
        self.cancel_button = QPushButton(with_key(self.tr("Cancel"), "Esc"))
        self.cancel_button.setToolTip(tooltip(self.tr("Stop; nothing will have been altered")))
        self.cancel_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.cancel_button.clicked.connect(self.cancelled)
        line.addWidget(self.progress, 1)
        line.addWidget(self.cancel_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 12, 8)
        layout.addLayout(line)
        self.strip = self._replace_strip()
        layout.addWidget(self.strip)
        self._show_work(working=False)
        self._resumes = False
        self._certain = False
        self.hide()

    def _replace_strip(self) -> QFrame:
        strip = QFrame()
        self.find_field = QLineEdit()
        self.replacement_field = QLineEdit()
        self.match_case = QCheckBox(self.tr("Match case"))
        self.match_case.setChecked(True)
        self.match_case.setToolTip(tooltip(self.tr("Find only what has the same capitals")))
        self.replace_button = QPushButton(self.tr("Replace all"))
        self.replace_button.setToolTip(
            tooltip(self.tr("Replace every place at once; undo takes it back"))
        )
        self.replace_button.clicked.connect(self._replace)
        line = QHBoxLayout(strip)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for field, name in (
            (self.find_field, self.tr("Find")),
            (self.replacement_field, self.tr("Replace with")),
        ):
            field.setPlaceholderText(name)
            field.setAccessibleName(name)
            field.returnPressed.connect(self._replace)
            line.addWidget(field, 1)
        line.addWidget(self.match_case)
        line.addWidget(self.replace_button)
        return strip

    def show_working(self, text: str, done: int, total: int) -> None:
        """Show how far long work is; a total of 0 says that nobody knows."""
        self.text.setText(text)
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        if self.progress.isHidden():
            self._show_work(working=True)

    def end_working(self) -> None:
        """Offer again what can be done."""
        self._show_work(working=False)

    def _show_work(self, *, working: bool) -> None:
        for widget in (self.progress, self.cancel_button):
            widget.setVisible(working)
        for button in (self.done_button, self.discard_button):
            button.setVisible(not working)
        self.strip.setEnabled(not working)

    def show_editing(self, *, anew: bool = True) -> None:
        """Say that the text is edited, for the first time or again."""
        if anew:
            self._show(resumes=False)
        self.text.setText(
            self.tr("You are editing the text. Highlights follow; what you type is kept at once.")
        )

    def show_offer(self) -> None:
        """Say that the text was left half edited."""
        self._show(resumes=True)
        self.text.setText(
            self.tr("This text was edited and neither finished nor discarded: nothing is lost.")
        )

    def _show(self, *, resumes: bool) -> None:
        self._resumes = resumes
        self._doubt()
        self.done_button.setText(
            self.tr("Go on editing") if resumes else with_key(self.tr("Done"), key_of("edit.done"))
        )
        self.strip.hide()
        self.show()

    def show_edited(self, changed: int) -> None:
        """Say how many highlights have other words now."""
        self._doubt()
        sentence = self.tr("You are editing the text. Highlights with other words: {0}.")
        self.text.setText(sentence.format(changed))

    def show_replaced(self, number: int) -> None:
        """Say how many places were replaced."""
        self.text.setText(self.tr("Places replaced: {0}.").format(number))

    def show_replacing(self) -> None:
        """Show the two fields, or hide them again."""
        self.strip.setVisible(self.strip.isHidden())
        if self.strip.isHidden():
            self.left.emit()
        else:
            self.find_field.setFocus()
            self.find_field.selectAll()

    def _accept(self) -> None:
        (self.resumed if self._resumes else self.done).emit()

    def _doubt(self) -> None:
        self._certain = False
        self.discard_button.setText(self.tr("Discard"))

    def discard(self) -> None:
        """Ask once more, since this cannot be taken back, then discard."""
        self._discard()

    def _discard(self) -> None:
        if self._certain:
            self._doubt()
            self.discarded.emit()
            return
        self._certain = True
        self.discard_button.setText(self.tr("Discard for good"))

    def _replace(self) -> None:
        find, replacement = self.find_field.text(), self.replacement_field.text()
        self.replaced.emit(find, replacement, self.match_case.isChecked())
