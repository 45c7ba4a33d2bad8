"""Signs over the claim record: made under an older guideline, shared with other highlights."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.gui.key_words import key_of, title_and_key
from annotator.gui.plain import number as written
from annotator.gui.plain import plain_label, tooltip

if TYPE_CHECKING:
    from annotator.core.records import Highlight, Label


class Sign(QFrame):
    """A sentence with the button that settles it."""

    def __init__(self, name: str, button: str, *, meaning: str = "") -> None:
        super().__init__()
        self.setObjectName("sign")
        self.setAccessibleName(name)
        self.text = plain_label(wrapped=True)
        self.button = QPushButton(button)
        self.button.setObjectName("small")
        self.button.setAutoDefault(False)
        self.button.setToolTip(tooltip(meaning))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 6, 6, 6)
        layout.setSpacing(8)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def show_text(self, text: str) -> None:
        """Show a sentence; an empty one hides the sign."""
        self.text.setText(text)
        self.setVisible(bool(text))


class RecordSigns(QWidget):
    """What is to be known of a record before one alters it."""

    confirm_wanted = Signal()
    unshare_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        name = self.tr("Made under an older guideline")
        button = " ".join(part for part in (self.tr("Confirm"), key_of("review.confirm")) if part)
        self.older = Sign(name, button, meaning=title_and_key("review.confirm"))
        self.shared = Sign(
            self.tr("Shared claim record"),
            self.tr("Make it its own"),
            meaning=self.tr("Give this highlight a copy; the others keep theirs."),
        )
        self.older.button.clicked.connect(lambda _checked=False: self.confirm_wanted.emit())
        self.shared.button.clicked.connect(lambda _checked=False: self.unshare_wanted.emit())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.older)
        layout.addWidget(self.shared)

    def show_highlight(
        self, highlight: Highlight, label: Label | None, *, sharing: int, guideline: bool = False
    ) -> None:
        """Say what is to be known of a highlight; ``sharing`` counts the others on its record.

        With ``guideline`` it was made under another text of the guideline.
        """
        older = ""
        if label is not None and highlight.codebook_revision < label.revised:
            older = self.tr("Made under revision {0}; the label’s meaning changed in {1}.").format(
                written(highlight.codebook_revision), written(label.revised)
            )
        elif guideline:
            older = self.tr("Made under revision {0}; the guideline has another text now.").format(
                written(highlight.codebook_revision)
            )
        self.older.show_text(older)
        shared = ""
        if sharing == 1:
            shared = self.tr("One more highlight has this record.")
        elif sharing:
            shared = self.tr("{0} more highlights have this record.").format(written(sharing))
        self.shared.show_text(shared)
        self.setVisible(bool(older or shared))
