from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.word_differences import Side, word_differences

words = st.lists(st.sampled_from(["dam", "the", "was ", "🚰", ".", "\n", " "]), max_size=30)


@given(words, words)
def test_the_pieces_make_both_texts_and_neighbors_differ(old, new):
    old_text, new_text = "".join(old), "".join(new)
    pieces = word_differences(old_text, new_text)
    assert "".join(text for side, text in pieces if side is not Side.NEW) == old_text
    assert "".join(text for side, text in pieces if side is not Side.OLD) == new_text
    assert all(one.side is not other.side for one, other in pairwise(pieces))
    assert all(text for _, text in pieces)


@given(words)
def test_a_text_does_not_differ_from_itself(some):
    assert {piece.side for piece in word_differences("".join(some), "".join(some))} <= {Side.BOTH}


def test_a_word_that_was_replaced_is_told_and_nothing_around_it():
    assert word_differences("It was red.\nAll day.\n", "It was blue.\nAll day.\n") == [
        (Side.BOTH, "It was "),
        (Side.OLD, "red"),
        (Side.NEW, "blue"),
        (Side.BOTH, ".\nAll day.\n"),
    ]


def test_stretches_too_long_to_compare_are_replaced_in_whole():
    old, new = "a " * 2_000, "b " * 2_000
    assert word_differences(old, new) == [(Side.OLD, old), (Side.NEW, new)]
