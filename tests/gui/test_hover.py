from __future__ import annotations

from PySide6.QtCore import QPointF

from annotator.service.commands import DescribeClaim


def point_on(page, position):
    """Return the middle of a code point in the page's viewport."""
    line = page._layout.line_at(position)
    left, right = line.cells[position - line.start]
    top = page.verticalScrollBar().value()
    return QPointF((left + right) / 2, line.baseline - 4 - top)


def test_a_resting_mouse_tells_the_record_as_plain_text(hands, window):
    hands.press("Down", "1")
    reviewing = window.reviewing
    highlight = reviewing.highlight(window.page.chosen_highlight)
    reviewing.execute(
        DescribeClaim(highlight.id, (("speaker", "<b>Voss</b>"), ("note", "n" * 300)))
    )
    said = window.hover.words(point_on(window.page, highlight.spans[0].start + 2))
    # Isolated, so that words of the other direction do not reorder the line.
    assert said[0].startswith("\u2068Official claim\u2069 · \u2068")
    assert said[1] == "Speaker: \u2068<b>Voss</b>\u2069"
    assert said[2].endswith("n …\u2069")


def test_nothing_is_told_beside_the_text(hands, window):
    hands.press("Down", "1")
    assert window.hover.words(QPointF(2, 2)) == []
