from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.gui.page_cursor import SentenceCursor

steps = st.lists(st.tuples(st.integers(-3, 3), st.booleans()), max_size=20)


@given(steps, st.integers(1, 9))
def test_the_range_always_holds_the_current_sentence_and_lies_in_the_article(walk, count):
    cursor = SentenceCursor.at(0, count=count)
    for step, extend in walk:
        cursor = cursor.moved(cursor.current + step, count=count, extend=extend)
        assert cursor.current in cursor.range
        assert cursor.anchor in cursor.range
        assert set(cursor.range) <= set(range(count))
        if not extend:
            assert len(cursor.range) == 1


@given(st.integers(0, 9), st.integers(0, 9))
def test_extending_away_and_back_leaves_the_sentence_alone(start, target):
    cursor = SentenceCursor.at(start, count=10).moved(target, count=10, extend=True)
    assert len(cursor.range) == abs(start - target) + 1
    assert cursor.moved(start, count=10, extend=True) == SentenceCursor.at(start, count=10)


def test_an_article_without_sentences_has_no_current_one():
    assert SentenceCursor.at(0, count=0) == SentenceCursor()
    assert list(SentenceCursor().range) == []
