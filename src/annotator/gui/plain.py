"""Labels and hints that show data as it is written: plain text, never guessed to be markup."""

from __future__ import annotations

from textwrap import fill
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy

if TYPE_CHECKING:
    from collections.abc import Iterable

TOOLTIP_COLUMNS = 60
_JOINER = "\u2060"


def plain_label(name: str = "", text: str = "", *, wrapped: bool = False) -> QLabel:
    """Return a label of plain text; ``name`` is what the style sheet calls it."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setObjectName(name)
    label.setText(text)
    if wrapped:
        label.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        label.setSizePolicy(policy)
    return label


def plain_button(name: str, hint: str = "") -> QPushButton:
    """Return a button of a dialog that Enter presses only where it has the keys."""
    button = QPushButton(name)
    button.setAutoDefault(False)
    button.setToolTip(tooltip(hint))
    return button


def number(count: int) -> str:
    """Return a number as the window writes it.

    >>> number(31857)
    '31,857'
    """
    return f"{count:,}"


def tooltip(text: str) -> str:
    r"""Return a tooltip's text, broken into lines, that nobody takes for markup.

    A screen reader reads it as it is, so it holds no markup itself.

    >>> tooltip("Finds what the dam is called, in whichever language the article is written.")
    'Finds what the dam is called, in whichever language the\narticle is written.'
    """
    return _defused(fill(text, TOOLTIP_COLUMNS))


def tooltip_lines(lines: Iterable[str]) -> str:
    r"""Return a tooltip of several lines, each broken where it is long; empty without lines.

    >>> tooltip_lines(["<b>", "two"]).replace("\u2060", "|")
    '<|b>\ntwo'
    """
    return "\n".join(map(tooltip, lines))


def _defused(text: str) -> str:
    """Put nothing that can be seen where a guess at markup would look."""
    return text.replace("<", f"<{_JOINER}").replace("&lt;", f"&{_JOINER}lt;")
