from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest

from annotator.core.span import Span
from annotator.gui import ruler as ruler_module
from annotator.gui.ruler_paint import ROW

# What is a fraction of a pixel away is painted as well.
NEIGHBORS = 8


def test_a_click_on_the_ruler_goes_to_that_part_of_the_text(window, qtbot):
    ruler = window.ruler
    QTest.mouseClick(ruler, Qt.MouseButton.LeftButton, pos=QPoint(5, ruler.height() - ROW))
    assert window.page.current_sentence == len(window.reviewing.article.sentences) - 1
    QTest.mouseClick(ruler, Qt.MouseButton.LeftButton, pos=QPoint(5, 0))
    assert window.page.current_sentence == 0


def test_the_ruler_follows_a_tag_and_its_undoing(hands, window, qtbot):
    ruler = window.ruler
    qtbot.waitUntil(lambda: ruler._rows.settled)
    hands.press("Down", "1")
    row = ruler._rows.at(window.reviewing.current_span().start)
    qtbot.waitUntil(lambda: "Official claim" in ruler.words(row))
    hands.press("Ctrl+Z")
    qtbot.waitUntil(lambda: ruler._rows.settled and "Official claim" not in ruler.words(row))
    assert "Not all reviewed" in ruler.words(row)


def test_the_ruler_shows_hits_until_there_are_none(window):
    ruler = window.ruler
    row = ruler._rows.at(40)
    ruler.show_hits([Span(40, 43)])
    assert "Found here" in ruler.words(row)
    ruler.show_hits([])
    assert "Found here" not in ruler.words(row)


def test_the_ruler_stands_beside_the_scroll_bar_and_covers_no_text(window):
    page, ruler = window.page, window.ruler
    assert ruler.isVisible()
    assert ruler.geometry().left() >= page.viewport().geometry().right()
    bar = page.verticalScrollBar()
    assert ruler.geometry().right() < bar.mapTo(page, QPoint(0, 0)).x()
    window.resize(700, 500)
    assert ruler.geometry().left() >= page.viewport().geometry().right()


def test_the_ruler_painted_in_parts_equals_one_painted_at_once(hands, window, qtbot):
    ruler = window.ruler
    qtbot.waitUntil(lambda: ruler._rows.settled)
    before = seen(ruler)
    steps = (("Down", "1"), ("Down", "Down", "2"), ("Space",), ("Ctrl+Z", "Ctrl+Z"))
    for place, keys in enumerate(steps):
        hands.press(*keys)
        ruler.show_place(Span(30 * place, 30 * place + 60))
        qtbot.waitUntil(lambda: ruler._rows.settled)
        QTest.qWait(1)
        painted = seen(ruler)
        ruler.update()
        QTest.qWait(1)
        assert seen(ruler) == painted
    assert painted != before


def test_a_tag_paints_no_row_of_the_ruler_but_its_own(hands, window, qtbot, monkeypatch):
    ruler, painted = window.ruler, []
    hands.press("Down")
    qtbot.waitUntil(lambda: ruler._rows.settled)
    QTest.qWait(50)
    row = ruler._rows.at(window.reviewing.current_span().start)
    monkeypatch.setattr(ruler_module, "paint_row", lambda *_, **__: painted.append(None))
    hands.press("1")
    qtbot.waitUntil(lambda: ruler._rows.settled and bool(ruler._rows[row].begun))
    QTest.qWait(50)
    span = window.reviewing.current_span()
    rows = ruler._rows.at(span.end - 1) - row + 1
    assert 0 < len(painted) <= rows + NEIGHBORS < len(ruler._rows)


def seen(ruler):
    """Return what stands on the screen for the ruler, nothing of it painted anew for that."""
    window = ruler.window()
    whole = window.screen().grabWindow(window.winId()).toImage()
    return whole.copy(QRect(ruler.mapTo(window, QPoint(0, 0)), ruler.size()))
