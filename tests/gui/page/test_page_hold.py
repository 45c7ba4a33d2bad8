from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.gui.page_style import PageStyle

PARAGRAPH = "The minister said on Monday that it rained. Nobody else saw it at all. " * 5
LONG = "\n".join(f"{number}: {PARAGRAPH}" for number in range(900))
FAR = 6_000


def height_of(page, number):
    line = page._layout.line_at(page.article.sentences.span(number).start)
    return line.baseline - page.verticalScrollBar().value()


@pytest.fixture
def far(page, show, settle):
    """A page deep in a long article."""
    show(LONG)
    page.go_to_sentence(FAR)
    settle()
    return page


@pytest.mark.parametrize(
    "style",
    [
        PageStyle(size=28),
        PageStyle(size=12),
        PageStyle(leading=2.4),
        PageStyle(column=380),
        PageStyle(family="DejaVu Sans"),
        PageStyle(characters=44),
    ],
    ids=str,
)
def test_the_sentence_stays_where_it_is_whatever_alters(far, qtbot, style):
    before = height_of(far, FAR)
    far.set_style(style)
    qtbot.waitUntil(lambda: not far._hold.active)
    assert abs(height_of(far, FAR) - before) <= 1
    assert far.current_sentence == FAR


def test_far_away_the_page_shows_what_it_showed_until_it_is_laid_out(far, qtbot):
    before = far.viewport().grab().toImage()
    far.set_style(PageStyle(size=28))
    assert far._hold.active
    assert far.viewport().grab().toImage() == before
    qtbot.waitUntil(lambda: not far._hold.active)
    assert far.viewport().grab().toImage() != before


def test_selected_text_stays_selected(far, qtbot):
    span = far.article.sentences.span(FAR)
    far.select_span(span)
    far.set_style(PageStyle(size=28))
    qtbot.waitUntil(lambda: not far._hold.active)
    assert far.has_text_selection()
    assert far.selection() == span


def test_alterations_in_a_row_hold_the_first_place(far, qtbot):
    before = height_of(far, FAR)
    for size in (20, 22, 25):
        far.set_style(PageStyle(size=size))
    qtbot.waitUntil(lambda: not far._hold.active)
    assert abs(height_of(far, FAR) - before) <= 1


def test_a_key_that_moves_ends_the_waiting(far):
    far.set_style(PageStyle(size=28))
    far.move_sentence(1)
    assert not far._hold.active
    assert 0 < height_of(far, FAR + 1) < far.viewport().height()


def test_a_key_of_the_page_ends_the_waiting(far):
    far.set_style(PageStyle(size=28))
    QTest.keyClick(far, Qt.Key.Key_PageDown)
    assert not far._hold.active
    assert far.current_sentence > FAR


def test_another_article_ends_the_waiting(far, show):
    far.set_style(PageStyle(size=28))
    show("It rained. We stayed.")
    assert not far._hold.active
    assert far.verticalScrollBar().value() == 0


def test_a_page_scrolled_away_from_its_sentence_keeps_its_first_line(far, qtbot):
    far.verticalScrollBar().setValue(far.verticalScrollBar().value() - 4_000)
    top = far._layout.position_below(far.verticalScrollBar().value())
    far.set_style(PageStyle(size=28))
    qtbot.waitUntil(lambda: not far._hold.active)
    line = far._layout.line_at(top)
    assert 0 <= line.baseline - far.verticalScrollBar().value() < 60
