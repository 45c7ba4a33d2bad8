"""What is said aloud to those who cannot see it: counts, rows, and messages that come up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, words: str, *, urgent: bool = False) -> None:
    """Let a screen reader say something of a widget, before all else where it is urgent."""
    if not words or not is_heard():
        return
    event = QAccessibleAnnouncementEvent(widget, words)
    if urgent:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)


def is_heard() -> bool:
    """Tell whether anybody listens."""
    return bool(QAccessible.isActive())
