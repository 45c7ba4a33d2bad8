"""One of few values, all in sight: a row of segments, with one of them pressed or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QPushButton, QSizePolicy, QWidget

from annotator.gui.plain import tooltip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent

_Key = Qt.Key
# Around the word of a segment; with less, two words side by side would read as one.
PADDING = 16


class Segment(QPushButton):
    """One value; its row moves the choice with the arrow keys."""

    def __init__(self, key: str, title: str, row: Segments) -> None:
        super().__init__(title.replace("&", "&&"), row)
        self.key = key
        self._row = row
        self.setObjectName("segment")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setToolTip(tooltip(title))
        self.setAccessibleName(f"{row.accessibleName()}: {title}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda checked=False: row.choose(key if checked else ""))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Let a narrow column cut words short rather than grow."""
        return QSize(20, super().minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Move the choice, clear it, or choose by number."""
        if not self._row.press(event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show the row's focus."""
        super().focusInEvent(event)
        self._row.update()


class Segments(QFrame):
    """A row of values; ``edited`` comes when a person chose another one.

    It is one stop of the Tab key. Arrows choose, digits choose by place, Delete chooses none; a
    stored value that is none of the row's is shown behind them.
    """

    edited = Signal()

    def __init__(
        self, name: str, choices: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("segments")
        self.setAccessibleName(name)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self.segments: list[Segment] = []
        self._own = len(choices)
        for key, title in choices:
            self._add(key, title)
        self._settle_focus()

    def _add(self, key: str, title: str) -> None:
        segment = Segment(key, title, self)
        self.segments.append(segment)
        self._layout.addWidget(segment, segment.fontMetrics().horizontalAdvance(title) + PADDING)

    def needed_width(self) -> int:
        """Return the width in which every value can be read."""
        texts = sum(one.fontMetrics().horizontalAdvance(one.text()) for one in self.segments)
        return texts + PADDING * len(self.segments) + 2

    def value(self) -> str:
        """Return the chosen value, empty for none."""
        return next((segment.key for segment in self.segments if segment.isChecked()), "")

    def show_value(self, value: str) -> None:
        """Show another value as the chosen one."""
        if value and value not in {segment.key for segment in self.segments[: self._own]}:
            self._show_stranger(value)
        for segment in self.segments:
            segment.setChecked(bool(value) and segment.key == value)
        self._settle_focus()

    def _show_stranger(self, value: str) -> None:
        for segment in self.segments[self._own :]:
            self._layout.removeWidget(segment)
            segment.deleteLater()
        del self.segments[self._own :]
        self._add(value, value)

    def choose(self, value: str) -> None:
        """Choose a value as a person does, empty for none."""
        before = [segment.key for segment in self.segments if segment.isChecked()]
        self.show_value(value)
        if before != [value]:
            self.edited.emit()

    @property
    def is_stacked(self) -> bool:
        """True while the values stand below each other, for want of width."""
        return self._layout.direction() == QBoxLayout.Direction.TopToBottom

    def _stack(self) -> None:
        """Set the values below each other where they cannot be read side by side."""
        direction = QBoxLayout.Direction
        narrow = self.width() < self.needed_width()
        if narrow != self.is_stacked:
            self._layout.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
            self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Stack the values, or set them side by side, as there is room."""
        super().resizeEvent(event)
        self._stack()

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key does in the row; tell whether it does anything."""
        steps = {_Key.Key_Right: 1, _Key.Key_Left: -1}
        stacked_steps = {_Key.Key_Down: 1, _Key.Key_Up: -1} if self.is_stacked else {}
        key = _Key(event.key())
        if key in stacked_steps:
            self._step(stacked_steps[key])
        elif key in steps and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            forward = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
            self._step(steps[key] if forward else -steps[key])
        elif key in {_Key.Key_Home, _Key.Key_End}:
            self._take(0 if key == _Key.Key_Home else len(self.segments) - 1)
        elif key in {_Key.Key_Delete, _Key.Key_Backspace}:
            self.choose("")
        elif event.text().isdecimal() and 0 < int(event.text()) <= len(self.segments):
            self._take(int(event.text()) - 1)
        elif key in {_Key.Key_Return, _Key.Key_Enter}:
            self.focusNextPrevChild(True)  # noqa: FBT003 - Qt's signature
        else:
            return False
        return True

    def _step(self, step: int) -> None:
        checked = [place for place, one in enumerate(self.segments) if one.isChecked()]
        if not checked:
            self._take(0 if step > 0 else len(self.segments) - 1)
        else:
            self._take(min(max(checked[0] + step, 0), len(self.segments) - 1))

    def _take(self, place: int) -> None:
        segment = self.segments[place]
        self.choose(segment.key)
        segment.setFocus(Qt.FocusReason.OtherFocusReason)

    def _settle_focus(self) -> None:
        """Let the Tab key find the row once: at the chosen value, or at the first."""
        stop = next((one for one in self.segments if one.isChecked()), self.segments[0])
        held = any(segment.hasFocus() for segment in self.segments)
        for segment in self.segments:
            strong = segment is stop
            policy = Qt.FocusPolicy.StrongFocus if strong else Qt.FocusPolicy.ClickFocus
            segment.setFocusPolicy(policy)
        self.setFocusProxy(stop)
        if held and not stop.hasFocus():
            stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Lay out anew in another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._stack()
            self.updateGeometry()
