from __future__ import annotations

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication

Move = QTextCursor.MoveOperation
TEXT = "It rained 👩‍👩‍👧 hard.\n\nThe dam e\u0301te\u0301 held. Nobody left."
HEBREW = "המים עלו. הסכר נסגר."


@pytest.fixture
def walk(page):
    """Show the caret at the beginning and make moves, selecting or not."""

    def go(*moves, select=False):
        if not page.has_caret:
            page.toggle_caret()
        for move in moves:
            page.walk(move, select=select)
        return page.caret

    return go


def selected(page):
    span = page.selection()
    return page.article.text[span.start : span.end]


def test_the_caret_steps_over_whole_characters(show, walk):
    show(TEXT)
    assert walk(*[Move.Right] * 10) == 10
    assert walk(Move.Right) == 15
    assert walk(Move.Left) == 10


def test_blank_lines_are_passed_without_a_halt(page, show, walk):
    article = show(TEXT)
    first_end = article.text.index("\n")
    walk(*[Move.Right] * 17)
    assert page.caret == first_end
    assert walk(Move.Right) == first_end + 2
    assert walk(Move.Left) == first_end
    walk(Move.Down)
    assert page.current_sentence == article.sentences.at(first_end + 2)


def test_the_column_is_kept_over_a_shorter_line(page, show, walk):
    show("It rained all day long here.\nNo.\nThe road was closed for good.")
    walk(*[Move.Right] * 12, Move.Down)
    assert page.caret == page.article.text.index("No.") + 3
    walk(Move.Down)
    column = page.caret - page.article.text.index("The road")
    assert 9 <= column <= 15


def test_shift_selects_and_a_plain_move_lets_go(page, show, walk):
    show(TEXT)
    walk(Move.WordRight)
    walk(Move.Right, Move.Right, select=True)
    assert selected(page) == "ra"
    walk(Move.EndOfLine, select=True)
    assert selected(page) == "rained 👩‍👩‍👧 hard."
    walk(Move.Left)
    assert not page.has_text_selection()


def test_arrows_go_where_they_point_in_text_from_right_to_left(page, show, walk):
    show(HEBREW, direction="rtl")
    assert walk(Move.Left) == 1
    assert walk(Move.Left, Move.Left) == 3
    assert walk(Move.Right) == 2


def test_in_mixed_text_every_step_to_the_right_goes_further_right(page, show, walk):
    show("Voss said שלום to 12 people")
    walk()
    seen = [page._caret_box().x()]
    for _ in range(25):
        walk(Move.Right)
        seen.append(page._caret_box().x())
    assert seen == sorted(seen)
    assert len(set(seen)) > 20


def test_arrows_go_on_over_the_lines_of_a_paragraph_and_the_ends_of_paragraphs(page, show, walk):
    article = show("One two three four five six. " * 6 + "\n" + HEBREW + "\nThe end.")
    count = len(article.text)
    seen = {walk(Move.Right) for _ in range(count - len(HEBREW) - 10)}
    assert len(seen) == count - len(HEBREW) - 10
    start = article.text.index(HEBREW)
    page.select(start, start)
    assert walk(Move.Right) == start - 1
    page.select(start + len(HEBREW), start + len(HEBREW))
    assert walk(Move.Left) == start + len(HEBREW) + 1


def test_the_ends_of_the_text_are_reached_even_beside_blank_lines(page, show, walk):
    article = show("One day.\nTwo days.\n\n")
    assert walk(Move.End) == len(article.text.rstrip())
    assert walk(Move.Right) == len(article.text.rstrip())
    assert walk(Move.Start) == 0


def test_where_words_count_no_selection_ends_inside_one(page, show, walk):
    show(TEXT)
    page.snap_to_words = True
    walk(Move.Right, select=True)
    assert selected(page) == "It"
    walk(Move.Right, Move.Right, select=True)
    assert selected(page) == "It rained"
    walk(Move.Left, select=True)
    assert selected(page) == "It "
    page.clear_text_selection()
    page.go_to_sentence(0)
    walk(Move.Right, Move.Right, Move.Right, Move.Right)
    walk(Move.Left, select=True)
    assert selected(page) == "rained"


def test_where_words_count_the_sentence_s_selection_goes_by_words(page, show):
    show(TEXT)
    page.snap_to_words = True
    page.move_text_selection(Move.Left)
    page.move_text_selection(Move.Left)
    assert selected(page) == "It rained 👩‍👩‍👧 "


def test_the_caret_is_only_painted_where_it_is_shown(page, show, walk, settle):
    show(TEXT)
    page.activateWindow()
    page.setFocus()
    settle()
    without = page.viewport().grab().toImage()
    walk(Move.Right)
    settle()
    assert page.hasFocus()
    assert page.viewport().grab().toImage() != without
    page.walk(Move.Left, select=False)
    page.end_caret()
    settle()
    assert page.viewport().grab().toImage() == without


def test_another_size_of_the_text_leaves_the_caret_where_it_is(page, show, walk, settle):
    show(TEXT)
    place = walk(*[Move.Right] * 9)
    page.set_text_zoom(3)
    settle()
    assert page.caret == place


def test_another_article_has_the_caret_at_its_beginning(page, show, walk):
    show(TEXT)
    walk(Move.End)
    show("Another one. It is short.")
    assert (page.has_caret, page.caret) == (True, 0)
    page.go_to_sentence(1)
    assert page.caret == 13


def test_a_highlight_is_chosen_until_the_caret_leaves_its_sentence(page, show, walk):
    show("One two. Three.", [(1, 0, 0, 3, "o")])
    walk()
    page.choose_highlight(1)
    walk(Move.WordRight, Move.Right)
    assert page.chosen_highlight == 1
    walk(Move.End)
    assert page.chosen_highlight is None


def test_without_an_article_there_is_no_caret(page):
    page.toggle_caret()
    assert not page.has_caret
    QApplication.processEvents()
