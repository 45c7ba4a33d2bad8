from __future__ import annotations

from itertools import accumulate

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.gui.page_geometry import Edge

TEXT = "It rained 👩‍👩‍👧 hard. We stayed in.\nThe road e\u0301te\u0301 closed. It reopened."
LONG = "\n".join(["It rained all day long. The road was closed."] * 200)
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
PLAIN, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
PRESS, RELEASE = QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease
MOVE, DOUBLE = QEvent.Type.MouseMove, QEvent.Type.MouseButtonDblClick


@pytest.fixture
def mouse(page):
    """Send mouse events at points of the viewport, close upon one another in time."""

    def send(kind, point, *, modifiers=PLAIN, held=True, at=1_000):
        where = QPointF(point)
        buttons = LEFT if held and kind != RELEASE else NONE
        button = NONE if kind == MOVE else LEFT
        event = QMouseEvent(
            kind, where, page.viewport().mapToGlobal(where), button, buttons, modifiers
        )
        event.setTimestamp(at)
        QApplication.sendEvent(page.viewport(), event)

    return send


@pytest.fixture
def drag(mouse, place_of):
    def do(start, end, *, modifiers=PLAIN):
        for kind, position in ((PRESS, start), (MOVE, end), (RELEASE, end)):
            mouse(kind, place_of(position), modifiers=modifiers)

    return do


@pytest.fixture
def held(page):
    """What the page told of edges: (edge, position), "dropped" or "freed"."""
    told = []
    page.edge_held.connect(lambda edge, position: told.append((edge, position)))
    page.edge_dropped.connect(lambda: told.append("dropped"))
    page.edge_freed.connect(lambda: told.append("freed"))
    return told


def selected(page):
    span = page.selection() if page.has_text_selection() else None
    return page.article.text[span.start : span.end] if span else None


def stem(page, number):
    return page.middle_of(page.grips()[number])


def test_dragging_selects_whole_characters_forwards_and_backwards(page, show, drag):
    show(TEXT)
    drag(3, 12)
    assert selected(page) in ("rained ", "rained 👩‍👩‍👧", "ained 👩‍👩‍👧", "ained ")
    drag(19, 4)
    assert page.caret < page.anchor
    assert page.selection().start in (4, 5)


def test_where_words_count_dragging_selects_whole_ones(page, show, drag):
    show(TEXT)
    page.snap_to_words = True
    drag(5, 18)
    assert selected(page) == "rained 👩‍👩‍👧 hard"


def test_a_double_click_selects_a_word_and_dragging_on_goes_by_words(page, show, mouse, place_of):
    show(TEXT)
    mouse(DOUBLE, place_of(5))
    assert selected(page) == "rained"
    mouse(MOVE, place_of(18))
    mouse(RELEASE, place_of(18))
    assert selected(page) == "rained 👩‍👩‍👧 hard"


def test_a_double_click_on_an_emoji_selects_all_of_it(page, show, mouse, place_of):
    show(TEXT)
    mouse(DOUBLE, place_of(10))
    mouse(RELEASE, place_of(10))
    assert selected(page) == "👩‍👩‍👧"


def test_a_third_click_selects_the_sentence_and_a_late_one_does_not(page, show, mouse, place_of):
    show(TEXT)
    interval = QApplication.doubleClickInterval()
    for late, expected in ((10, "We stayed in."), (interval + 10, None)):
        mouse(DOUBLE, place_of(25))
        mouse(RELEASE, place_of(25))
        mouse(PRESS, place_of(25), at=1_000 + late)
        mouse(RELEASE, place_of(25), at=1_000 + late)
        assert selected(page) == expected


def test_a_shift_click_goes_on_with_selected_text(page, show, drag, mouse, place_of):
    show(TEXT)
    drag(4, 8)
    start = page.selection().start
    mouse(PRESS, place_of(24), modifiers=SHIFT)
    mouse(RELEASE, place_of(24), modifiers=SHIFT)
    assert page.selection().start == start
    assert page.selection().end in (24, 25)


def test_escape_gives_up_a_selection_being_dragged(page, show, mouse, place_of):
    show(TEXT)
    mouse(PRESS, place_of(3))
    mouse(MOVE, place_of(20))
    assert page.has_text_selection()
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert not page.has_text_selection()
    mouse(MOVE, place_of(25))
    assert not page.has_text_selection()


def test_dragging_beyond_the_edge_scrolls(page, show, mouse, place_of, qtbot):
    show(LONG)
    mouse(PRESS, place_of(3))
    mouse(MOVE, QPointF(300, page.viewport().height() + 120))
    first = page.selection().end
    qtbot.waitUntil(lambda: page.verticalScrollBar().value() > 200)
    mouse(RELEASE, QPointF(300, page.viewport().height() + 120))
    assert page.selection().end > first
    scrolled = page.verticalScrollBar().value()
    QTest.qWait(80)
    assert page.verticalScrollBar().value() == scrolled


def test_the_grips_of_the_chosen_highlight_are_held_and_dropped(page, show, mouse, place_of, held):
    show(TEXT, [(1, 0, 3, 9, "o")])
    page.choose_highlight(1)
    begin = stem(page, 1)
    mouse(PRESS, begin)
    mouse(MOVE, QPointF(place_of(22).x(), begin.y()))
    mouse(RELEASE, QPointF(place_of(22).x(), begin.y()))
    (edge, position), last = held
    assert edge is Edge.END
    assert position in (22, 23)
    assert last == "dropped"
    assert page.chosen_highlight == 1


def test_escape_frees_an_edge_being_dragged(page, show, mouse, place_of, held):
    show(TEXT, [(1, 0, 3, 9, "o")])
    page.choose_highlight(1)
    mouse(PRESS, stem(page, 0))
    mouse(MOVE, place_of(0))
    QTest.keyClick(page, Qt.Key.Key_Escape)
    mouse(RELEASE, place_of(0))
    assert held[0][0] is Edge.START
    assert held[1:] == ["freed"]


def test_a_click_on_a_grip_still_goes_round_the_highlights(page, show, mouse, held):
    show(TEXT, [(1, 0, 3, 9, "o"), (2, 0, 0, 19, "a")])
    page.choose_highlight(1)
    point = stem(page, 0) + QPointF(3, 0)
    mouse(PRESS, point)
    mouse(RELEASE, point)
    assert page.chosen_highlight == 2
    assert held == []


def test_the_mouse_shows_over_a_grip_that_it_can_be_held(page, show, mouse, place_of):
    show(TEXT, [(1, 0, 3, 9, "o")])
    page.choose_highlight(1)
    mouse(MOVE, stem(page, 1), held=False)
    assert page.viewport().cursor().shape() == Qt.CursorShape.SizeHorCursor
    mouse(MOVE, place_of(26), held=False)
    assert page.viewport().cursor().shape() == Qt.CursorShape.IBeamCursor


def test_a_press_of_the_caret_puts_it_there(page, show, mouse, place_of):
    show(TEXT)
    page.toggle_caret()
    mouse(PRESS, place_of(25))
    mouse(RELEASE, place_of(25))
    assert page.caret in (25, 26)
    mouse(PRESS, place_of(28), modifiers=SHIFT)
    mouse(RELEASE, place_of(28), modifiers=SHIFT)
    assert page.has_text_selection()


PLACES = st.tuples(st.integers(60, 500), st.integers(80, 240))


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=PLACES, last=PLACES, kind=st.sampled_from([PRESS, DOUBLE]))
def test_wherever_the_mouse_drags_whole_characters_are_selected(
    page, show, mouse, first, last, kind
):
    characters = [
        *"नम",
        "👩‍👩‍👧",
        " ",
        "क्षि",
        "🇩🇪",
        "🇺🇦",
        " ",
        "e\u0301",
        " ",
        "กำ",
        "👍🏽",
        "\n",
        *"שלום",
    ]
    characters *= 3
    if page.article is None:
        show("".join(characters))
    mouse(kind, QPointF(*first))
    mouse(MOVE, QPointF(*last))
    mouse(RELEASE, QPointF(*last), at=9_000)
    span = page.selection()
    assert {span.start, span.end} <= {0, *accumulate(map(len, characters))}
    assert page.grips() == []
