"""The fields of a claim record that hold words, or one of many values."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from annotator.gui.plain import plain_label, tooltip

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent, QWheelEvent

LEAST_LINES, MOST_LINES = 2, 8
OFFERED = 12
# Qt's own limit would cut a longer text that came from elsewhere.
MOST_CHARS = 1 << 24
_UNDO, _REDO = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo


class LineField(QLineEdit):
    """One line of words; Return goes to the next field.

    Undo takes back typing as long as there is some, then it is the window's.
    """

    edited = Signal()

    def __init__(self, name: str, *, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setToolTip(tooltip(hint))
        self.textEdited.connect(lambda _text: self.edited.emit())
        self.setMaxLength(MOST_CHARS)
        self.setMinimumWidth(40)

    def value(self) -> str:
        """Return what was typed."""
        return self.text()

    def show_value(self, value: str) -> None:
        """Show other words, the cursor kept where it can be."""
        if value != self.text():
            place = self.cursorPosition()
            self.setText(value)
            self.setCursorPosition(place if self.hasFocus() else 0)

    def forget_typing(self) -> None:
        """Let undo take back nothing that was typed up to now."""
        if self.isUndoAvailable() or self.isRedoAvailable():
            place = self.cursorPosition()
            self.setText(self.text())
            self.setCursorPosition(place)

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window where the field has nothing to take back."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            spent = event.matches(_UNDO) and not self.isUndoAvailable()
            if spent or (event.matches(_REDO) and not self.isRedoAvailable()):
                event.ignore()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go on with Return."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.focusNextChild()
        else:
            super().keyPressEvent(event)


class SpeakerField(LineField):
    """A line that offers the speakers named before; ``lookup`` is asked with what was typed."""

    def __init__(self, name: str, *, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, hint=hint, parent=parent)
        self.lookup: Callable[[str], Sequence[str]] = lambda _beginning: ()
        self._offers = QStringListModel(self)
        completer = QCompleter(self._offers, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.activated.connect(lambda _text: self.edited.emit())
        self._list = QListView()
        self._list.setAccessibleName(self.tr("Speakers named before"))
        completer.setPopup(self._list)
        self.setCompleter(completer)
        self.textEdited.connect(self._offer)

    def _offer(self, text: str) -> None:
        found = list(self.lookup(text)) if text.strip() else []
        self._offers.setStringList([one for one in found if one != text][:OFFERED])
        if not self._offers.rowCount():
            self._list.hide()


class TextField(QPlainTextEdit):
    """Several lines of words, which grow with what is typed; Tab goes to the next field.

    With ``fills`` they take all the room there is instead.
    """

    edited = Signal()

    def __init__(
        self,
        name: str,
        *,
        hint: str = "",
        least: int = LEAST_LINES,
        fills: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("field")
        self.setAccessibleName(name)
        self.setToolTip(tooltip(hint))
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(2)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Ignored, policy.Expanding if fills else policy.Fixed)
        self._least, self._fills = least, fills
        self._showing = False
        self.textChanged.connect(self._take)
        self._fit()

    def value(self) -> str:
        """Return what was typed."""
        # Qt's plain text would turn a no-break space into another one.
        raw = self.document().toRawText()
        return raw.replace("\u2029", "\n").replace("\u2028", "\n")

    def show_value(self, value: str) -> None:
        """Show other words, the cursor kept where it can be."""
        if value == self.value():
            return
        place = self.textCursor().position()
        self._showing = True
        self.setPlainText(value)
        self._showing = False
        cursor = self.textCursor()
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def forget_typing(self) -> None:
        """Let undo take back nothing that was typed up to now."""
        self.document().clearUndoRedoStacks()

    def _take(self) -> None:
        self._fit()
        if not self._showing:
            self.edited.emit()

    def _fit(self) -> None:
        if self._fills:
            return
        lines, block = 0, self.document().begin()
        while block.isValid() and lines < MOST_LINES:
            lines += max(block.layout().lineCount(), 1)
            block = block.next()
        shown = min(max(lines, self._least), MOST_LINES)
        margins = self.contentsMargins()
        edges = 2 * self.document().documentMargin() + margins.top() + margins.bottom()
        height = ceil(shown * self.fontMetrics().lineSpacing() + edges) + 2
        policy = Qt.ScrollBarPolicy
        more = policy.ScrollBarAsNeeded if lines >= MOST_LINES else policy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(more)
        if height != self.height() or height != self.minimumHeight():
            self.setFixedHeight(height)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Be as high as the text, broken to another width, needs."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Measure again in another font."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window where the field has nothing to take back."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            document = self.document()
            spent = event.matches(_UNDO) and not document.isUndoAvailable()
            if spent or (event.matches(_REDO) and not document.isRedoAvailable()):
                event.ignore()
                return True
        return super().event(event)


class ChoiceField(QComboBox):
    """One of many values, or none; a stored value that is none of them is kept and shown."""

    edited = Signal()

    def __init__(self, name: str, *, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setToolTip(tooltip(hint))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.view().setAccessibleName(name)
        self._choices: tuple[tuple[str, str], ...] = ()
        self.addItem(self.tr("none"), "")
        self.activated.connect(lambda _place: self.edited.emit())

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer other values, each with what it is called; the chosen one stays."""
        if tuple(choices) == self._choices:
            return
        value, self._choices = self.value(), tuple(choices)
        self.clear()
        self.addItem(self.tr("none"), "")
        for key, title in choices:
            self.addItem(title, key)
        self.show_value(value)

    def value(self) -> str:
        """Return the chosen value, empty for none."""
        return str(self.currentData() or "")

    def show_value(self, value: str) -> None:
        """Show another value as the chosen one."""
        place = self.findData(value)
        if place < 0:
            self.addItem(value, value)
            place = self.count() - 1
        if place != self.currentIndex():
            self.setCurrentIndex(place)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Let the column scroll: a wheel that passes by must not choose."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Choose none with Delete; open with Return."""
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            if self.currentIndex() > 0:
                self.setCurrentIndex(0)
                self.edited.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.showPopup()
        else:
            super().keyPressEvent(event)


class CueField(QWidget):
    """The words that attribute a claim, picked on the page; typing them is not needed."""

    picked = Signal()
    cleared = Signal()

    def __init__(self, name: str, *, hint: str = "", key: str = "") -> None:
        super().__init__()
        self.words = plain_label("cue", wrapped=True)
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.pick = QPushButton(self.tr("Pick"))
        self.pick.setObjectName("small")
        self.pick.setToolTip(tooltip(f"{hint} ({key})" if key else hint))
        self.pick.setAccessibleName(self.tr("{0}: take what is selected on the page").format(name))
        self.pick.clicked.connect(lambda _checked=False: self.picked.emit())
        self.clear = QPushButton("✕")
        self.clear.setObjectName("small")
        self.clear.setToolTip(tooltip(self.tr("Remove the cue")))
        self.clear.setAccessibleName(self.tr("Remove the cue"))
        self.clear.clicked.connect(lambda _checked=False: self.cleared.emit())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.pick, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignTop)
        self.setFocusProxy(self.pick)
        self._key, self._value = key, ""

    def value(self) -> str:
        """Return the words."""
        return self._value

    def show_value(self, value: str) -> None:
        """Show other words."""
        self._value = value
        empty = self.tr("Select the words, then {0}").format(self._key)
        self.words.setText(value or empty)
        name = "cue" if value else "muted"
        if self.words.objectName() != name:
            self.words.setObjectName(name)
            self.words.style().unpolish(self.words)
            self.words.style().polish(self.words)
        self.clear.setVisible(bool(value))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Let the words wrap."""
        return QSize(80, super().minimumSizeHint().height())
