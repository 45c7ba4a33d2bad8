"""Telling above the page that highlights lost their places to a newer text, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from annotator.core.errors import AnnotatorError
from annotator.core.records import Highlight
from annotator.gui.key_words import key_of, with_key
from annotator.gui.plain import number

if TYPE_CHECKING:
    from annotator.gui.reviewing import Reviewing
    from annotator.gui.window import Window
    from annotator.service.changes import Changes

TOOL = "unplaced"


class PlacesNeeded(QObject):
    """Says so whenever a change leaves highlights without a place, whoever made it."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        window.reviewing.changed.connect(self._take)

    def _take(self, changes: Changes) -> None:
        count = newly_waiting(changes)
        if count:
            self._window.banner.show_note(told(count), stays=True)
            offer(self._window)


def newly_waiting(changes: Changes) -> int:
    """Count the highlights that a change left without a place; taking one back leaves none."""
    if changes.origin == "undo":
        return 0
    return sum(
        after is not None and after.unplaced is not None and (not before or not before.unplaced)
        for before, after in changes.of(Highlight)
    )


def waiting_in_all(reviewing: Reviewing) -> int:
    """Count the highlights of the project that wait for a place; costs those alone."""
    if reviewing.project is None:
        return 0
    try:
        return sum(reviewing.project.queries.unplaced_counts().values())
    except AnnotatorError as error:
        reviewing.failed.emit(error)
        return 0


def told(count: int) -> str:
    """Return a sentence on how many highlights wait for a place."""
    if count == 1:
        return _tr("1 highlight needs a place.")
    return _tr("{0} highlights need a place.").format(number(count))


def offer(window: Window) -> None:
    """Offer beside what was just said the list in which they are placed."""
    name, key = _tr("Find places…"), key_of("review.unplaced")
    hint = with_key(_tr("List them, and settle each with one key"), key)
    window.banner.offer(name, hint, lambda: window.tools.open(TOOL))


def _tr(text: str) -> str:
    return QCoreApplication.translate("revisions", text)
