"""Tagging all hits of a search at once: told beforehand, done as one step, beside the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from annotator.core.errors import AnnotatorError
from annotator.gui.plain import number, plain_label
from annotator.service.bulk_commands import TagSpans
from annotator.service.bulk_tagging import spans_to_tag

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from annotator.core.records import Label
    from annotator.core.span import Span
    from annotator.gui.window import Window


class HitTagging(QObject):
    """Asks, in a line of its own, whether so many hits shall bear a label, and tags them."""

    ended = Signal()

    def __init__(self, window: Window, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = window
        self._command: TagSpans | None = None
        self.question = QFrame()
        self.text = plain_label(wrapped=True)
        self.yes = QPushButton()
        self.yes.clicked.connect(lambda _checked=False: self.tag())
        self.no = QPushButton(self.tr("Cancel"))
        self.no.clicked.connect(lambda _checked=False: self.drop())
        for button in (self.yes, self.no):
            # Beside a dialog a button takes Space alone; whoever is asked presses Return.
            button.setAutoDefault(True)
        line = QHBoxLayout(self.question)
        line.setContentsMargins(0, 4, 0, 0)
        line.addWidget(self.text, 1)
        line.addWidget(self.yes)
        line.addWidget(self.no)
        self.question.hide()

    def ask(self, label: Label, hits: Sequence[Span]) -> None:
        """Say how many hits would be tagged, and how many bear the label already."""
        reviewing = self._window.reviewing
        if reviewing.project is None or reviewing.article is None:
            return
        self._command = TagSpans(reviewing.article.article.id, tuple(hits), label.key)
        try:
            left = len(spans_to_tag(reviewing.project, self._command))
        except AnnotatorError as error:
            reviewing.failed.emit(error)
            return
        same = len(hits) - left
        said = self.tr("Tag {0} hits as {1}?").format(number(left), label.name)
        if same:
            said += " " + self.tr("{0} are tagged so already.").format(number(same))
        self.text.setText(said)
        self.yes.setText(self.tr("Tag {0}").format(number(left)))
        self.yes.setEnabled(left > 0)
        self.question.show()
        (self.yes if left else self.no).setFocus()

    def drop(self) -> None:
        """Take the question back."""
        self._command = None
        self.question.hide()

    def tag(self) -> None:
        """Put the label on every hit, as one step."""
        command = self._command
        self.drop()
        if command is not None:
            told = self.tr("Tagging all hits…")
            self._window.work.execute(command, len(command.spans), told=told)
        self._window.page.setFocus()
        self.ended.emit()
