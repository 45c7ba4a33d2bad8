"""The attribution cue of the chosen highlight on the real page."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from annotator.core.span import Span


@pytest.fixture
def cue(window, hands):
    """The second sentence tagged, its first two words taken for the cue."""
    hands.press("J", "1", "V", "Ctrl+Shift+Right", "Ctrl+Shift+Right", "C", "Escape", "Up", "Down")
    start = window.reviewing.article.text.index("The ministry")
    return Span(start, start + len("The ministry"))


def pixels(window):
    window.repaint()
    return window.page.viewport().grab().toImage()


def test_the_cue_is_framed_while_its_highlight_is_chosen(window, hands, cue):
    plain = pixels(window)
    hands.press("Tab")
    assert window.page._cue == cue
    framed = pixels(window)
    window.page.show_cue(None)
    chosen = pixels(window)
    assert framed != chosen != plain
    hands.press("Escape")
    assert pixels(window) == plain


def test_a_cue_that_is_taken_back_is_framed_no_more(window, hands, cue):
    hands.press("Tab")
    hands.press("Ctrl+Z")
    assert window.page._cue is None
    hands.press("Ctrl+Shift+Z", "Tab")
    assert window.page._cue == cue


def test_framing_repaints_the_lines_of_the_cue_alone(window, hands, cue, qtbot):
    hands.press("Tab")
    pixels(window)
    window.page._idle.stop()
    QApplication.processEvents()
    before, all_blocks = window.page.painted_blocks, window.page.document().blockCount()
    window.page.show_cue(None)
    qtbot.waitUntil(lambda: window.page.painted_blocks > before)
    assert window.page.painted_blocks - before <= 2 < all_blocks
