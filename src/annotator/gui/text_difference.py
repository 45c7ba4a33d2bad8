"""What differs between two texts, word by word: signs, strokes and colors, and a walk through."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import (
    QKeySequence,
    QPalette,
    QShortcut,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QTextEdit, QVBoxLayout, QWidget

from annotator.core.word_differences import Side, word_differences
from annotator.gui.bridge import shown
from annotator.gui.job import Job
from annotator.gui.plain import number, plain_label, tooltip
from annotator.gui.ui_zoom import give_room

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QColor

    from annotator.core.word_differences import Piece
    from annotator.gui.theme import Theme, ThemeChoice

SIZE = (820, 620)
# So much of what both have is shown around a change.
AROUND = 300
MOST_CHANGES = 2_000
TINT = 40
SIGNS = {Side.OLD: ("[−", "−]"), Side.NEW: ("{+", "+}"), Side.BOTH: ("", "")}


class DifferenceView(QTextEdit):
    """Both texts in one: what went is struck out in [−…−], what came underlined in {+…+}."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("difference")
        self.setReadOnly(True)
        self.setAccessibleName(self.tr("Difference of two texts"))
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.document().setDocumentMargin(14)
        # Nothing is ever taken back here, and remembering each piece costs.
        self.document().setUndoRedoEnabled(False)
        self._theme = theme
        self._show_selection()
        self._pieces: Sequence[Piece] = ()
        self._direction = "ltr"
        self.changes: list[tuple[int, int]] = []
        self.at = -1
        self._goes_on = False
        self._looks: dict[Side, QTextCharFormat] = {}
        self._beside: Sequence[bool] = ()

    def show_pieces(self, pieces: Sequence[Piece], direction: str = "ltr") -> None:
        """Show the pieces of two texts; long ones that both have are cut short."""
        self._pieces, self._direction = pieces, direction
        self.changes, self.at = [], -1
        self._goes_on = False
        self._looks = {side: self._format(side) for side in Side}
        self._beside = list(_blanks_beside(pieces))
        self.clear()
        cursor = QTextCursor(self.document())
        block = QTextBlockFormat()
        right = Qt.LayoutDirection.RightToLeft
        block.setLayoutDirection(right if direction == "rtl" else Qt.LayoutDirection.LeftToRight)
        cursor.setBlockFormat(block)
        # The cursor stays at the start: led back from the end, it would have all laid out at once.
        stays = self.textCursor()
        stays.setKeepPositionOnInsert(True)
        self.setTextCursor(stays)
        # The document goes through all of it once, not once for each piece.
        cursor.beginEditBlock()
        self._fill(cursor)
        cursor.endEditBlock()

    def _fill(self, cursor: QTextCursor) -> None:
        for (side, text), beside in zip(visible(self._pieces), self._beside, strict=False):
            self._put(cursor, side, text, beside=beside)

    def _put(self, cursor: QTextCursor, side: Side, text: str, *, beside: bool) -> None:
        """Put a piece behind the others; a blank ``beside`` words that changed bears no signs."""
        start, look = cursor.position(), self._looks[side]
        if side is Side.BOTH:
            cursor.insertText(shown(text), look)
            self._goes_on = self._goes_on and not text.strip()
            return
        if beside:
            cursor.insertText(" " if side is Side.OLD else shown(text), self._looks[Side.BOTH])
            return
        before, after = SIGNS[side]
        sign = _unstruck(look)
        # A sign that is struck out itself would not be seen.
        cursor.insertText(before, sign)
        cursor.insertText(shown(text) if text.strip() else _told_blanks(text), look)
        cursor.insertText(after, sign)
        if side is Side.NEW and not text.strip() and "\n" in text:
            cursor.insertText("\n", self._looks[Side.BOTH])
        self._count(start, cursor.position())

    def _count(self, start: int, end: int) -> None:
        """Count what stands beside the change before, or after a blank alone, as one with it."""
        if self._goes_on:
            start, _ = self.changes.pop()
        self.changes.append((start, end))
        self._goes_on = True

    def wear(self, theme: Theme) -> None:
        """Take the colors of another theme."""
        self._theme = theme
        self._show_selection()
        at = self.at
        self.show_pieces(self._pieces, self._direction)
        if at >= 0:
            self.go(at)

    def _show_selection(self) -> None:
        """Select on a ground on which strokes and colors can still be told."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Highlight, self._theme.selection)
        palette.setColor(QPalette.ColorRole.HighlightedText, self._theme.ink)
        self.setPalette(palette)

    def _format(self, side: Side) -> QTextCharFormat:
        look = QTextCharFormat()
        if side is Side.BOTH:
            look.setForeground(self._theme.ink)
            return look
        color = self._theme.error if side is Side.OLD else self._theme.saved
        look.setForeground(color)
        look.setBackground(_tinted(color))
        look.setFontStrikeOut(side is Side.OLD)
        look.setFontUnderline(side is Side.NEW)
        return look

    def go(self, place: int) -> None:
        """Select a change and bring it into sight."""
        if not self.changes:
            return
        self.at = place % len(self.changes)
        start, end = self.changes[self.at]
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()


def _blanks_beside(pieces: Sequence[Piece]) -> Iterator[bool]:
    """Tell of each piece whether it is a mere blank of a change that has words as well."""
    for same, group in groupby(pieces, key=lambda one: one.side is Side.BOTH):
        parts = list(group)
        words = not same and any(one.text.strip() for one in parts)
        yield from (words and not one.text.strip() for one in parts)


def _told_blanks(text: str) -> str:
    r"""Return blanks as signs: a stroke through them, or a line below, says nothing of what it is.

    >>> _told_blanks(" \n")
    '␣↵'
    """
    return text.replace("\r\n", "\n").replace("\n", "↵").replace(" ", "␣")


def _unstruck(look: QTextCharFormat) -> QTextCharFormat:
    plain = QTextCharFormat(look)
    plain.setFontStrikeOut(False)
    plain.setFontUnderline(False)
    return plain


def _tinted(color: QColor) -> QColor:
    tinted = color.toRgb()
    tinted.setAlpha(TINT)
    return tinted


def visible(pieces: Sequence[Piece]) -> Iterator[tuple[Side, str]]:
    """Yield what is shown: the changes, and of what both have the ends beside them."""
    changes = 0
    for place, (side, text) in enumerate(pieces):
        changes += side is not Side.BOTH
        if changes > MOST_CHANGES:
            yield Side.BOTH, _tr("\n⋯ more changes follow ⋯")
            return
        first, last = place == 0, place == len(pieces) - 1
        if side is not Side.BOTH or len(text) <= 2 * AROUND + AROUND:
            yield side, text
            continue
        head = "" if first else _whole_words(text[:AROUND])
        tail = "" if last else _whole_words(text[: -AROUND - 1 : -1])[::-1]
        left_out = number(len(text) - len(head) - len(tail))
        yield side, head + _tr("\n⋯ {0} characters the same ⋯\n").format(left_out) + tail


def _whole_words(text: str) -> str:
    """Return a beginning without the word that it may be cut in; whole where there is no space.

    >>> _whole_words("The fac"), _whole_words("水库")
    ('The ', '水库')
    """
    cut = next((at for at in range(len(text), 0, -1) if text[at - 1].isspace()), 0)
    return text[:cut] if cut > len(text) // 2 else text


class Comparing(QObject):
    """Compares two texts beside the window: long ones take their time."""

    done = Signal(object)

    def start(self, old: str, new: str) -> None:
        """Compare; ``done`` carries the pieces."""
        job = Job(lambda _progress, _cancelled: word_differences(old, new), parent=self)
        job.done.connect(self.done)
        job.failed.connect(_raise)
        job.start(grace_seconds=0.1)


def _raise(error: Exception) -> None:
    raise error


class DifferenceDialog(QDialog):
    """The difference of two texts in a window of its own; Escape closes."""

    def __init__(self, themes: ThemeChoice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("differenceDialog")
        self.setWindowTitle(self.tr("Difference"))
        give_room(self, SIZE)
        self.head = plain_label(wrapped=True)
        self.count = plain_label("muted")
        self.view = DifferenceView(themes.theme)
        self.previous = self._button(self.tr("Previous change"), "Shift+F8", -1)
        self.next = self._button(self.tr("Next change"), "F8", 1)
        self.close_button = QPushButton(self.tr("Close"))
        self.close_button.setAutoDefault(False)
        self.close_button.clicked.connect(lambda _checked=False: self.close())
        self._direction = "ltr"
        self._comparing = Comparing(self)
        self._comparing.done.connect(self._show)
        themes.changed.connect(self.view.wear)
        self._lay_out()

    def _button(self, name: str, keys: str, step: int) -> QPushButton:
        button = QPushButton(name)
        button.setAutoDefault(False)
        button.setToolTip(tooltip(f"{name} ({keys})"))
        button.clicked.connect(lambda _checked=False: self.walk(step))
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.activated.connect(lambda: self.walk(step))
        return button

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for widget in (self.previous, self.next, self.count):
            foot.addWidget(widget)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(12)
        layout.addWidget(self.head)
        layout.addWidget(self.view, 1)
        layout.addLayout(foot)

    def compare(self, old: tuple[str, str], new: tuple[str, str], direction: str = "ltr") -> None:
        """Show what differs between two texts, each given with its title."""
        self._direction = direction
        told = self.tr("[− in “{0}” alone −]   {+ in “{1}” alone +}")
        self.head.setText(told.replace("{0}", old[0]).replace("{1}", new[0]))
        self.count.setText(self.tr("Comparing…"))
        self._comparing.start(old[1], new[1])
        self.show()
        self.raise_()
        self.activateWindow()
        self.view.setFocus()

    def _show(self, pieces: Sequence[Piece]) -> None:
        self.view.show_pieces(pieces, self._direction)
        for button in (self.previous, self.next):
            button.setEnabled(bool(self.view.changes))
        if self.view.changes:
            self.walk(1)
        else:
            self.count.setText(self.tr("No word differs."))

    def walk(self, step: int) -> None:
        """Go to the next change, or the one before; around the end."""
        if self.view.changes:
            self.view.go(self.view.at + step)
            at, all_of_them = number(self.view.at + 1), number(len(self.view.changes))
            self.count.setText(self.tr("Change {0} of {1}").format(at, all_of_them))


def _tr(text: str) -> str:
    return QCoreApplication.translate("difference", text)
