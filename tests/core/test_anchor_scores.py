from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.anchor_scores import (
    CONTEXT,
    LONGEST_COMPARED,
    Evidence,
    Surroundings,
    likeness,
    telling,
)
from annotator.core.span import Span

PART = st.none() | st.floats(0, 1)


@given(st.floats(0, 1), PART, PART, PART)
def test_a_score_lies_between_its_parts(quote, prefix, suffix, position):
    evidence = Evidence(quote, prefix, suffix, position)
    known = [part for part in evidence if part is not None]
    assert min(known) - 1e-6 <= evidence.score <= max(known) + 1e-6
    assert evidence.least <= evidence.side


def test_the_quote_counts_most_and_the_place_least():
    scores = [Evidence(*(one == part for one in range(4))).score for part in range(4)]
    assert scores == [0.5, 0.2, 0.2, 0.1]


def test_surroundings_are_compared_as_far_as_they_are_known():
    text = "x" * 100 + "quote" + "y" * 100
    span = Span(100, 105)
    around = Surroundings.of(text, span)
    assert (len(around.prefix), len(around.suffix)) == (CONTEXT, CONTEXT)
    assert around.likeness(text, span) == (1.0, 1.0)
    assert Surroundings("xx", "").likeness(text, span) == (1.0, 0.0)
    assert Surroundings("", "").likeness("quote", Span(0, 5)) == (1.0, 1.0)


@pytest.mark.parametrize("blank", ["\n", "\u00a0", "   "])
def test_blanks_are_all_alike(blank):
    assert likeness("a b", f"a{blank}b") == 1.0


def test_of_long_texts_only_sameness_is_told():
    long = "a" * (LONGEST_COMPARED + 1)
    assert likeness(long, long) == 1.0
    assert likeness(long, long + "b") == 0.0


def test_a_chinese_character_tells_as_much_as_a_short_word():
    assert telling("十二") == telling("twelve")
