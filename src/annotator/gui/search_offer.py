"""The last line of the field on top: search the whole project for what was typed there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from annotator.gui.command_field import Offer
from annotator.gui.key_words import key_of

if TYPE_CHECKING:
    from annotator.gui.window import Window

LONGEST_SHOWN = 40


def search_offer(window: Window, typed: str) -> Offer | None:
    """Return the offer to search the project at hand; None without one."""
    if window.reviewing.project is None:
        return None
    short = typed if len(typed) <= LONGEST_SHOWN else f"{typed[:LONGEST_SHOWN]}…"
    title = QCoreApplication.translate("search_offer", "Search the project for “{0}”")
    return Offer(title.format(short), key_of("find.in-project"), lambda: _search(window, typed))


def _search(window: Window, typed: str) -> None:
    from annotator.gui.search_panel import SearchPanel  # noqa: PLC0415 - only who searches pays

    panel = window.tools.open("search")
    assert isinstance(panel, SearchPanel)  # noqa: S101 - the table of tools says so
    panel.search_for(typed)
