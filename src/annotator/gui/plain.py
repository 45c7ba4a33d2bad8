"""Labels that show data as it is written: plain text, never guessed to be markup."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

if TYPE_CHECKING:
    from collections.abc import Iterable


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


def number(count: int) -> str:
    """Return a number as the window writes it.

    >>> number(31857)
    '31,857'
    """
    return f"{count:,}"


def tooltip(text: str) -> str:
    """Return a tooltip's text with its markup escaped, since tooltips guess."""
    return f"<p>{escape(text)}</p>" if text else ""


def tooltip_lines(lines: Iterable[str]) -> str:
    """Return a tooltip of several lines with their markup escaped; empty without lines.

    >>> tooltip_lines(["<b>", "two"])
    '<p>&lt;b&gt;<br>two</p>'
    """
    joined = "<br>".join(escape(line) for line in lines)
    return f"<p>{joined}</p>" if joined else ""
