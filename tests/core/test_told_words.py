from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.told_words import begins_alike, joined_alike, parted, same_words

WORDS = st.text("ab é😀\n\u00a0", max_size=12)
BLANKS = st.sampled_from([" ", "\n", "\u00a0", "  ", "\r\n", "\t "])


@given(WORDS, BLANKS)
def test_blanks_are_alike_and_nothing_else(words, blank):
    assert same_words(words, words)
    assert same_words(f"a{blank}{words}", f"a {words}")
    assert same_words(f"{blank}{words}", f" {words}")
    assert not same_words(words, f"{words}c")
    assert not same_words(f"a{words}", f"c{words}")


@given(st.lists(st.text("abé😀", min_size=1, max_size=5), min_size=2, max_size=4))
def test_what_was_joined_is_parted_again(pieces):
    lengths = list(map(len, pieces))
    for between in (" ", " … ", "\n"):
        told = between.join(pieces)
        assert joined_alike(told, pieces)
        assert parted(told, lengths) == tuple(pieces)
    assert parted(" ".join(pieces) + "x", lengths) == ()


@pytest.mark.parametrize(
    ("told", "found", "alike"),
    [
        ("The river rose…", "The river rose and fell", True),
        ("The river rose [...]", "The river\nrose and fell", True),
        ("dam", "dam", True),
        ("…", "anything", False),
        ("", "anything", False),
        ("The river rose", "The", False),
    ],
)
def test_inexact_words_are_known_by_their_beginning(told, found, alike):
    assert begins_alike(told, found) is alike


def test_lengths_that_cannot_be_part_nothing():
    assert parted("a b", [-1, 1]) == parted("", [-1, 1]) == ()
