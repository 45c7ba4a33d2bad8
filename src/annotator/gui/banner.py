"""Strips above the page: what failed or was done, and long work with its Cancel."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.gui.announcing import announce
from annotator.gui.plain import plain_label, tooltip

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent

    from annotator.service.changes import Changes

NOTE_SECONDS = 6
DETAIL_LINES = 6
# Without it, Qt offers to scroll lines that are all in sight.
SLACK = 2
_BACK_AND_FORTH: Final = ("undo", "redo", "jump")


class Details(QPlainTextEdit):
    """More lines below the sentence, as high as they need and never cut through the middle."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("details")
        self.setReadOnly(True)
        self.document().setDocumentMargin(0)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Details"))

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show these lines; none hides the whole."""
        self.setPlainText("\n".join(lines))
        self.setVisible(bool(lines))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Be as high as the text, broken to another width, needs."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        layout, block = self.document().documentLayout(), self.document().begin()
        lines, height = 0, 0.0
        while block.isValid() and lines < DETAIL_LINES:
            tall, more = layout.blockBoundingRect(block).height(), max(block.lineCount(), 1)
            shown = min(more, DETAIL_LINES - lines)
            lines, height = lines + shown, height + tall * shown / more
            block = block.next()
        self.setFixedHeight(ceil(height) + 2 * self.frameWidth() + SLACK)


class Banner(QFrame):
    """One sentence above the page, with more lines below it where there are any.

    A note goes by itself, or with the next change; an error stays until it is closed or the next
    change succeeds.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.text = plain_label(wrapped=True)
        self.details = Details()
        self.close_button = QPushButton(self.tr("Close"))
        self.close_button.setToolTip(tooltip(self.tr("Close this message")))
        self.close_button.clicked.connect(self.hide)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setSpacing(12)
        self._line.addWidget(self.text, 1)
        self._offers = QHBoxLayout()
        self._offers.setSpacing(8)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(12)
        self._buttons.addStretch(1)
        self._buttons.addLayout(self._offers)
        self._buttons.addWidget(self.close_button)
        self._line.addLayout(self._buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 12, 8)
        layout.addLayout(self._line)
        layout.addWidget(self.details)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.is_error = self._stays = False
        self.hide()

    def show_error(self, sentence: str, details: Sequence[str] = ()) -> None:
        """Say what failed and what to do."""
        self._show(sentence, details, kind="error")

    def show_note(self, sentence: str, details: Sequence[str] = (), *, stays: bool = False) -> None:
        """Say what was done; without details it goes by itself, unless it stays."""
        self._show(sentence, details, kind="note")
        self._stays = bool(details) or stays
        if not self._stays:
            self._timer.start(NOTE_SECONDS * 1000)

    def offer(self, name: str, hint: str, run: Callable[[], object]) -> None:
        """Offer something that can be done about what was just said."""
        button = QPushButton(name)
        button.setToolTip(tooltip(hint))
        button.clicked.connect(lambda _checked=False: run())
        self._offers.addWidget(button)
        self._fit()

    def restate(self, before: str, sentence: str) -> bool:
        """Say something else in place of what was said, where that is still to be read."""
        if not self.isVisible() or self.text.text() != before:
            return False
        self.text.setText(sentence)
        self.text.setAccessibleName(sentence)
        return True

    def offers(self) -> list[QPushButton]:
        """Return the buttons of what is offered."""
        found = (self._offers.itemAt(place) for place in range(self._offers.count()))
        widgets = (item.widget() for item in found if item is not None)
        return [widget for widget in widgets if isinstance(widget, QPushButton)]

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the buttons below the sentence where they would leave it no room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        below = bool(self.offers()) and self._buttons.sizeHint().width() > self.width() / 2
        directions = QBoxLayout.Direction
        self._line.setDirection(directions.TopToBottom if below else directions.LeftToRight)
        self._line.setSpacing(6 if below else 12)

    def take(self, changes: Changes) -> None:
        """Take away what the next change has made old.

        What stays is told of a change, and goes when changes are taken back or made again.
        """
        passed = not self._stays and changes.origin != "outside"
        if self.is_error or passed or changes.origin in _BACK_AND_FORTH:
            self.hide()

    def _show(
        self, sentence: str, details: Sequence[str], *, kind: Literal["error", "note"]
    ) -> None:
        self._timer.stop()
        for button in self.offers():
            self._offers.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.is_error = kind == "error" and not details
        self._stays = True
        self.setProperty("kind", kind)
        self.style().unpolish(self)
        self.style().polish(self)
        self._fit()
        self.text.setText(sentence)
        self.text.setAccessibleName(sentence)
        self.details.show_lines(details)
        self.show()
        announce(self, "\n".join([sentence, *details]), urgent=kind == "error")


class ProgressStrip(QFrame):
    """Long work above the page: what it is, how far it is, and Cancel."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.text = plain_label(wrapped=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setToolTip(tooltip(self.tr("Stop; nothing will have been altered")))
        self.cancel.clicked.connect(self.cancelled)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 12, 8)
        layout.setSpacing(12)
        layout.addWidget(self.text, 2)
        layout.addWidget(self.bar, 1)
        layout.addWidget(self.cancel)
        self.hide()

    def show_progress(self, text: str, done: int, total: int, *, cancellable: bool = True) -> None:
        """Show how far the work is; a total of 0 says that nobody knows."""
        self.text.setText(text)
        self.cancel.setVisible(cancellable)
        self.bar.setRange(0, total)
        self.bar.setValue(done)
