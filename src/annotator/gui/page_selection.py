"""Selected text and pointed-at highlights, in the article's own measure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QTextCursor

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QKeyEvent

    from annotator.core.span import Span
    from annotator.gui.bridge import Bridge
    from annotator.service.open_article import OpenArticle

# Longer words are cut: no language has them.
FARTHEST = 200
_SELECTING = {
    QKeySequence.StandardKey.SelectNextChar: QTextCursor.MoveOperation.Right,
    QKeySequence.StandardKey.SelectPreviousChar: QTextCursor.MoveOperation.Left,
    QKeySequence.StandardKey.SelectNextWord: QTextCursor.MoveOperation.WordRight,
    QKeySequence.StandardKey.SelectPreviousWord: QTextCursor.MoveOperation.WordLeft,
}


def selected_span(cursor: QTextCursor, bridge: Bridge) -> Span | None:
    """Return the selected text, widened where it would split what is seen as one character."""
    if not cursor.hasSelection():
        return None
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    while not _between_characters(cursor, start):
        start -= 1
    while not _between_characters(cursor, end):
        end += 1
    return bridge.span(start, end)


def _between_characters(cursor: QTextCursor, unit: int) -> bool:
    block = cursor.document().findBlock(unit)
    inside = unit - block.position()
    # Qt knows of no valid position in a block without text.
    return inside in (0, block.length() - 1) or block.layout().isValidCursorPosition(inside)


def highlights_under(article: OpenArticle, position: int) -> list[int]:
    """Return the keys of the highlights at a code point, the narrowest first."""
    hits = article.index.at(position)
    hits.sort(key=lambda hit: (hit[2] - hit[1], -hit[1], -hit[0]))
    return list(dict.fromkeys(article.highlight_key(key) for key, *_ in hits))


def next_of(keys: list[int], chosen: int | None) -> int | None:
    """Return the key that follows the chosen one in the round, or the first.

    >>> next_of([7, 9], None), next_of([7, 9], 7), next_of([7, 9], 9), next_of([], 7)
    (7, 9, 7, None)
    """
    if not keys:
        return None
    return keys[(keys.index(chosen) + 1) % len(keys)] if chosen in keys else keys[0]


def selecting_move(event: QKeyEvent) -> QTextCursor.MoveOperation | None:
    """Return how a key moves the end of the selected text, or None for other keys."""
    for key, move in _SELECTING.items():
        if event.matches(key):
            return move
    return None


def web_link(data: QMimeData) -> str:
    """Return the address of a link that is being dropped; empty where that is none of the web."""
    schemes = ("http", "https")
    return next((url.toString() for url in data.urls() if url.scheme() in schemes), "")


def local_files(data: QMimeData) -> list[str]:
    """Return the paths of the files on this machine that are being dropped."""
    return [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
