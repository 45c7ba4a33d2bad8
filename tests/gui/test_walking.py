from __future__ import annotations

import pytest
from tests.gui.page.conftest import make_article  # noqa: F401 - found by its name

from annotator.core.span import Span
from annotator.gui.walking import (
    following,
    neighbor_among,
    next_highlight,
    preceding,
    previous_highlight,
    previous_unreviewed,
)

TEXT = "One two. Three four. Five six. Seven eight."
# Nested in the first sentence, one over the first three, a pair in the last, one of two spans.
ROWS = [
    (1, 0, 0, 8, "o"),
    (2, 0, 4, 7, "a"),
    (3, 0, 0, 30, "o"),
    (4, 0, 31, 43, "h"),
    (5, 0, 31, 36, "o"),
    (6, 0, 9, 14, "h"),
    (6, 1, 37, 42, "h"),
]
FIRST, THIRD = Span(0, 8), Span(21, 30)


@pytest.fixture
def article(make_article):  # noqa: F811 - the fixture's name
    return make_article(TEXT, ROWS)


def walk(step, article, times, *, chosen=None, sentence=FIRST, **more):
    seen = []
    for _ in range(times):
        chosen = step(article, chosen, sentence, **more)
        seen.append(chosen)
        if chosen not in article.highlights_over(sentence):
            start = article.index.get(chosen)[0]
            sentence = article.sentences.span(article.sentences.at(start))
    return seen


def test_all_under_the_cursor_have_their_turn_and_then_the_next_place(article):
    assert walk(next_highlight, article, 8) == [3, 1, 2, 6, 4, 5, 3, 1]


def test_the_way_back_leaves_none_out(article):
    assert walk(previous_highlight, article, 8, chosen=3) == [5, 4, 6, 2, 1, 3, 5, 4]


def test_one_that_began_long_before_does_not_lead_back_there(article):
    assert next_highlight(article, None, THIRD) == 3
    assert next_highlight(article, 3, THIRD) == 4


def test_each_is_visited_once_wherever_the_cursor_is_and_further_spans_never(article):
    assert walk(following, article, 7) == [3, 1, 2, 6, 4, 5, 3]
    assert walk(preceding, article, 7, chosen=3) == [5, 4, 6, 2, 1, 3, 5]
    assert following(article, None, THIRD) == 4
    assert preceding(article, None, THIRD) == 6


def test_those_of_one_label_are_visited_alone(article):
    assert walk(following, article, 4, chosen=2, label_id="o") == [5, 3, 1, 5]
    assert walk(preceding, article, 3, chosen=5, label_id="o") == [1, 3, 5]
    assert walk(following, article, 3, chosen=6, label_id="h") == [4, 6, 4]


def test_some_are_walked_through_in_their_order(article):
    go = lambda chosen, back=False: neighbor_among(  # noqa: E731 - asked four times
        article, [5, 2, 99], chosen, sentence=FIRST, back=back
    )
    assert (go(None), go(2), go(5)) == (2, 5, 2)
    assert (go(None, back=True), go(5, back=True)) == (5, 2)
    assert neighbor_among(article, [], 1, sentence=FIRST, back=False) is None


def test_the_last_unreviewed_sentence_before_is_found_around_the_ends(make_article):  # noqa: F811 - the fixture's name
    article = make_article(TEXT, [(1, 0, 21, 26, "o")], marks=[(0, 8)])
    assert previous_unreviewed(article, 3) == 1
    assert previous_unreviewed(article, 1) == 3
    done = make_article("One.", [(1, 0, 0, 2, "o")])
    assert previous_unreviewed(done, 0) is None
