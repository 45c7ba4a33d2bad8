"""The text of an article that comes in, to be looked through and corrected as plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QPlainTextEdit

from annotator.core.edit import Edit
from annotator.gui.bridge import shown
from annotator.gui.ui_zoom import zoomed

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

# Qt takes a moment for more; what follows is corrected on the page.
MOST_SHOWN = 200_000
LEAST = 120


class ImportText(QPlainTextEdit):
    """An editor that never reads back what nobody typed: it would not come back as it was."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preview")
        self.setAccessibleName(self.tr("Text"))
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self._text, self._shown, self._rest = "", "", ""
        self._showing = False
        self.textChanged.connect(self._tell)

    def show_text(self, text: str, direction: str) -> None:
        """Show another text, as far as it can be shown at once, from its beginning."""
        end = len(text)
        if end > MOST_SHOWN:
            end = text.find("\n", MOST_SHOWN // 2, MOST_SHOWN) + 1 or MOST_SHOWN
        self._text, self._rest = text[:end], text[end:]
        self._shown = shown(self._text)
        self._showing = True
        self.setPlainText(self._shown)
        self.set_direction(direction)
        self.document().setModified(False)
        self._showing = False

    def set_direction(self, direction: str) -> None:
        """Lay the text out from the left or the right."""
        option = QTextOption(self.document().defaultTextOption())
        right = direction == "rtl"
        option.setTextDirection(
            Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight
        )
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        self.document().setDefaultTextOption(option)

    @property
    def hidden(self) -> int:
        """How many characters follow that are not shown."""
        return len(self._rest)

    def text(self) -> str:
        """Return the text as it is now: what nobody touched is as it was, to the character."""
        # A line break by Shift+Return is a newline of the text as well.
        now = self.document().toRawText().replace("\u2029", "\n")
        edit = Edit.between(self._shown, now)
        typed = now[edit.position : edit.position + edit.inserted].replace("\u2028", "\n")
        kept = self._text[edit.position + edit.removed :]
        return self._text[: edit.position] + typed + kept + self._rest

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for some lines; what is left of the window comes on top."""
        return QSize(super().sizeHint().width(), zoomed(LEAST))

    def _tell(self) -> None:
        if not self._showing:
            self.edited.emit()
