from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtGui import QTextCursor

from annotator.core.records import Highlight
from annotator.core.span import Span
from annotator.service.changes import Alteration, Changes

TEXT = "It 😀 rained. We stayed. Nobody came.\nThe road closed. It reopened."
LONG = "\n".join(["It rained all day long. The road was closed."] * 900)


@pytest.fixture
def heard(page):
    """What the page signals, in order."""
    said = []
    page.sentence_changed.connect(lambda number: said.append(("sentence", number)))
    page.selection_changed.connect(lambda: said.append(("selection",)))
    page.highlight_chosen.connect(lambda key: said.append(("chosen", key)))
    return said


def select(page, start, end):
    cursor = page.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    page.setTextCursor(cursor)


def text_of(article, span):
    return article.text[span.start : span.end]


def test_an_article_begins_at_its_first_sentence(page, show):
    article = show(TEXT)
    assert page.current_sentence == 0
    assert text_of(article, page.selection()) == "It 😀 rained."


def test_without_an_article_nothing_is_selected(page, codebook):
    page.show_article(None, codebook)
    page.move_sentence(1)
    assert page.current_sentence == -1
    assert page.selection() is None
    assert list(page.selected_sentences()) == []


def test_an_article_of_white_space_has_no_sentence(page, show):
    show(" \n\n ")
    page.move_sentence(1)
    assert page.current_sentence == -1
    assert page.selection() is None


def test_the_cursor_stops_at_both_ends(page, show):
    show(TEXT)
    page.move_sentence(-1)
    assert page.current_sentence == 0
    page.move_sentence(99)
    assert page.current_sentence == 4


def test_extending_selects_whole_sentences_and_shrinks_again(page, show):
    article = show(TEXT)
    page.go_to_sentence(1)
    page.move_sentence(2, extend=True)
    assert page.selected_sentences() == range(1, 4)
    assert text_of(article, page.selection()) == "We stayed. Nobody came.\nThe road closed."
    page.move_sentence(-1, extend=True)
    assert page.selected_sentences() == range(1, 3)
    page.move_sentence(1)
    assert page.selected_sentences() == range(3, 4)


def test_selected_text_goes_before_the_sentence_and_counts_code_points(page, show):
    article = show(TEXT)
    select(page, 6, 12)
    assert page.has_text_selection()
    assert page.selection() == Span(5, 11)
    assert text_of(article, page.selection()) == "rained"
    page.clear_selection()
    assert not page.has_text_selection()
    assert text_of(article, page.selection()) == "It 😀 rained."


@pytest.mark.parametrize(
    ("text", "start", "end", "expected"),
    [
        ("a😀b", 2, 4, "😀b"),
        ("a😀b", 0, 2, "a😀"),
        ("x cafe\u0301 y", 2, 6, "cafe\u0301"),
        ("x 👨‍👩‍👧 y", 4, 5, "👨‍👩‍👧"),
    ],
)
def test_a_selection_never_splits_what_is_seen_as_one_character(
    page, show, text, start, end, expected
):
    article = show(text)
    select(page, start, end)
    assert text_of(article, page.selection()) == expected


def test_moving_lets_go_of_selected_text(page, show):
    show(TEXT)
    select(page, 0, 5)
    page.move_sentence(1)
    assert not page.has_text_selection()
    assert page.current_sentence == 1


def test_a_move_is_told_once_and_standing_still_is_not(page, show, heard):
    show(TEXT)
    heard.clear()
    page.move_sentence(1)
    assert heard == [("sentence", 1), ("selection",)]
    page.go_to_sentence(1)
    page.go_to_sentence(1)
    assert len(heard) == 2


def test_a_choice_is_told_once(page, show, heard):
    show(TEXT, [(1, 0, 0, 5, "o")])
    heard.clear()
    page.choose_highlight(1)
    page.choose_highlight(1)
    assert heard == [("chosen", 1)]
    assert page.chosen_highlight == 1


def test_a_choice_stays_with_its_sentence_and_is_let_go_beyond(page, show):
    show(TEXT, [(1, 0, 0, 20, "o")])
    page.choose_highlight(1)
    page.move_sentence(1)
    assert page.chosen_highlight == 1
    page.move_sentence(1)
    assert page.chosen_highlight is None


def test_a_chosen_highlight_that_is_removed_is_let_go(page, show, heard):
    article = show(TEXT, [(1, 0, 0, 5, "o")])
    page.choose_highlight(1)
    gone = Highlight(1, "h", "art", "rev", (Span(0, 5),), "o", "me", "", 1, "", "")
    changes = Changes(1, "", "do", (Alteration(gone, None),))
    article.take(changes)
    page.take(changes)
    assert page.chosen_highlight is None
    assert heard[-1] == ("chosen", None)


def test_a_change_keeps_cursor_and_place(page, show, settle):
    article = show(LONG)
    page.go_to_sentence(700)
    settle()
    before = page.verticalScrollBar().value()
    span = article.sentences.span(700)
    made = Highlight(1, "h", "art", "rev", (span,), "o", "me", "", 1, "", "")
    changes = Changes(1, "", "do", (Alteration(None, made),))
    article.take(changes)
    page.take(changes)
    settle()
    assert (page.current_sentence, page.verticalScrollBar().value()) == (700, before)


def in_the_middle(page, number):
    span = page.article.sentences.span(number)
    low, high = page._visible()
    first, last = (page._layout.line_at(place) for place in (span.start, span.end - 1))
    return low + 40 < first.baseline and last.baseline < high - 40


@pytest.mark.parametrize("number", [900, 300, 1_500])
def test_going_far_loads_the_place_and_shows_it_comfortably(page, show, number):
    show(LONG)
    page.go_to_sentence(number)
    assert in_the_middle(page, number)


def test_walking_scrolls_only_when_the_sentence_leaves_the_middle(page, show, settle):
    show(LONG)
    bar = page.verticalScrollBar()
    page.go_to_sentence(900)
    places = []
    for _ in range(20):
        page.move_sentence(1)
        settle()
        assert in_the_middle(page, page.current_sentence)
        places.append(bar.value())
    steps = [after - before for before, after in pairwise(places)]
    assert min(steps) >= 0
    assert max(steps) <= 3 * page._measure.pitch
    before = bar.value()
    page.move_sentence(-3)
    assert bar.value() == before


def test_the_first_sentence_shows_the_title_again(page, show):
    show(LONG)
    page.go_to_sentence(900)
    page.go_to_sentence(0)
    assert page.verticalScrollBar().value() == 0


def test_the_last_sentence_can_stand_in_the_comfortable_middle(page, show):
    article = show(LONG)
    page.go_to_sentence(len(article.sentences) - 1)
    assert in_the_middle(page, page.current_sentence)


def test_selecting_all_reaches_the_end_of_a_text_that_ends_with_an_empty_line(page, show):
    show("One.\n\nTwo.\n")
    page.selectAll()
    assert page.selection() == Span(0, 11)
