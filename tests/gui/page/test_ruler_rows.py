from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.service.dam_text import TEXT

from annotator.core.span import Span
from annotator.gui.ruler_rows import RulerRows

LONG = (TEXT + "\n") * 4
PLACES = st.tuples(st.integers(0, len(LONG) - 1), st.integers(1, 90), st.sampled_from("oah"))


def rows_of(article, count):
    rows = RulerRows(article, count)
    list(rows.settle(count))
    return [rows[number] for number in range(count)]


@pytest.mark.parametrize("count", [1, 3, 7, 1000])
def test_the_rows_divide_the_text(make_article, count):
    rows = RulerRows(make_article(LONG), count)
    spans = [rows.span(number) for number in range(count)]
    assert [spans[0].start, spans[-1].end] == [0, len(LONG)]
    assert all(one.end == after.start for one, after in pairwise(spans))
    for number, span in enumerate(spans):
        assert all(rows.at(position) == number for position in range(span.start, span.end))


@given(places=st.lists(PLACES, max_size=12), count=st.integers(1, 60), data=st.data())
def test_rows_kept_up_with_changes_equal_rows_learned_anew(make_article, places, count, data):
    article = make_article(LONG)
    rows = RulerRows(article, count)
    list(rows.settle(count))
    for key, (start, length, label) in enumerate(places, start=1):
        span = Span(start, min(start + length, len(LONG)))
        article.index.add(key, span.start, span.end, label)
        rows.soil([span])
        if data.draw(st.booleans()):
            article.index.remove(key)
            rows.soil([span])
        list(rows.settle(count))
    assert rows.settled
    assert [rows[number] for number in range(count)] == rows_of(article, count)


def test_a_highlight_that_ends_between_two_sentences_soils_that_row_too(make_article):
    article = make_article(LONG)
    ends = [article.sentences.span(number).end for number in range(len(article.sentences))]
    for end in ends[:4]:
        rows = RulerRows(article, len(LONG))
        list(rows.settle(len(LONG)))
        article.index.add(end, end - 3, end + 1, "o")
        rows.soil([Span(end - 3, end + 1)])
        list(rows.settle(len(LONG)))
        assert rows[end].covered == {"o"}


def test_a_row_knows_what_begins_what_goes_on_and_what_is_left(make_article):
    article = make_article("One. Two.\nThree. Four.", [(1, 0, 0, 9, "o")])
    assert [(set(row.begun), set(row.covered), row.unreviewed) for row in rows_of(article, 2)] == [
        ({"o"}, {"o"}, True),
        (set(), set(), True),
    ]
    article.marks.add(1, 10, 22, "reviewed")
    assert [row.unreviewed for row in rows_of(article, 2)] == [False, False]


def test_a_text_without_a_sentence_has_nothing_left(make_article):
    assert [row.unreviewed for row in rows_of(make_article(""), 3)] == [False] * 3
