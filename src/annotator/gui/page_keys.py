"""Which keys edit the text of a page that is being edited, and what each does."""

from __future__ import annotations

import sys
import unicodedata
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QTextCursor

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from annotator.gui.page_writer import PageWriter

_Key = QKeySequence.StandardKey
_Move = QTextCursor.MoveOperation
_MOVES = {
    _Key.MoveToNextChar: _Move.Right,
    _Key.MoveToPreviousChar: _Move.Left,
    _Key.MoveToNextWord: _Move.WordRight,
    _Key.MoveToPreviousWord: _Move.WordLeft,
    _Key.MoveToNextLine: _Move.Down,
    _Key.MoveToPreviousLine: _Move.Up,
    _Key.MoveToStartOfLine: _Move.StartOfLine,
    _Key.MoveToEndOfLine: _Move.EndOfLine,
    _Key.MoveToStartOfDocument: _Move.Start,
    _Key.MoveToEndOfDocument: _Move.End,
}
_SELECTIONS = {
    _Key.SelectNextChar: _Move.Right,
    _Key.SelectPreviousChar: _Move.Left,
    _Key.SelectNextWord: _Move.WordRight,
    _Key.SelectPreviousWord: _Move.WordLeft,
    _Key.SelectNextLine: _Move.Down,
    _Key.SelectPreviousLine: _Move.Up,
    _Key.SelectStartOfLine: _Move.StartOfLine,
    _Key.SelectEndOfLine: _Move.EndOfLine,
    _Key.SelectStartOfDocument: _Move.Start,
    _Key.SelectEndOfDocument: _Move.End,
}
# By character and word in the order of the text, whichever way it runs.
_ERASURES = {
    _Key.Delete: _Move.NextCharacter,
    _Key.DeleteStartOfWord: _Move.PreviousWord,
    _Key.DeleteEndOfWord: _Move.NextWord,
}
_OTHERS = (_Key.Undo, _Key.Redo, _Key.Cut, _Key.Paste, _Key.Copy, _Key.SelectAll)
_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


def is_for_editing(event: QKeyEvent) -> bool:
    """Tell whether a key belongs to the text that is edited, before the window's own keys."""
    known = (*_MOVES, *_SELECTIONS, *_ERASURES, *_OTHERS)
    return (
        _typed(event) != ""
        or event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Tab)
        or any(event.matches(key) for key in known)
    )


def press(page: PageWriter, event: QKeyEvent) -> bool:
    """Do what a key does to the text; tell whether it does anything."""
    if (text := _typed(event)) != "":
        page.type_text(text)
    elif event.key() == Qt.Key.Key_Backspace and not event.modifiers() & ~_PLAIN:
        page.erase(_Move.PreviousCharacter)
    elif (erasure := _matching(event, _ERASURES)) is not None:
        page.erase(erasure)
    elif (move := _matching(event, _MOVES)) is not None:
        page.move_caret(move, select=False)
    elif (move := _matching(event, _SELECTIONS)) is not None:
        page.move_caret(move, select=True)
    else:
        return _command(page, event)
    return True


def caret_move(event: QKeyEvent) -> tuple[QTextCursor.MoveOperation, bool] | None:
    """Return how a key moves a caret and whether it selects what it passes, None for others."""
    if (move := _matching(event, _MOVES)) is not None:
        return move, False
    move = _matching(event, _SELECTIONS)
    return None if move is None else (move, True)


def _command(page: PageWriter, event: QKeyEvent) -> bool:
    if event.matches(_Key.Undo):
        page.undo_edit()
    elif event.matches(_Key.Redo):
        page.redo_edit()
    elif event.matches(_Key.Cut):
        page.cut()
    elif event.matches(_Key.Paste):
        page.paste()
    else:
        return False
    return True


def _matching(
    event: QKeyEvent, table: dict[QKeySequence.StandardKey, QTextCursor.MoveOperation]
) -> QTextCursor.MoveOperation | None:
    return next((move for key, move in table.items() if event.matches(key)), None)


def _typed(event: QKeyEvent) -> str:
    """Return the text that a key types, empty for keys that do something else."""
    if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return "" if event.modifiers() & ~_PLAIN else "\n"
    text = event.text()
    control = Qt.KeyboardModifier.ControlModifier
    alt = Qt.KeyboardModifier.AltModifier
    held = event.modifiers() & (control | alt | Qt.KeyboardModifier.MetaModifier)
    # AltGr comes as Control and Alt on Windows, and Option types on macOS.
    if held and held != (alt if sys.platform == "darwin" else control | alt):
        return ""
    return "" if any(unicodedata.category(one) == "Cc" for one in text) else text
