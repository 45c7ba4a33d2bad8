from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core import token_alignment
from annotator.core.token_alignment import gaps, rising

TOKENS = st.lists(st.sampled_from("abcdefgh"), max_size=40)


@pytest.fixture(autouse=True)
def anchors_everywhere(monkeypatch):
    monkeypatch.setattr(token_alignment, "_SHORT", 4)


@given(TOKENS, TOKENS)
def test_between_the_gaps_both_sequences_are_the_same(old, new):
    made, at, new_at = [], 0, 0
    for low, high, new_low, new_high in gaps(old, new, lambda _old, _new: None):
        assert (low, new_low) > (at, new_at) or not made
        made += old[at:low] + new[new_low:new_high]
        assert old[at:low] == new[new_at:new_low]
        at, new_at = high, new_high
    assert made + old[at:] == new
    assert old[at:] == new[new_at:]


@given(st.lists(st.integers(0, 9), max_size=9))
def test_what_rises_is_as_long_as_can_be(seconds):
    chain = rising(list(enumerate(seconds)))
    assert all(one[0] < other[0] and one[1] < other[1] for one, other in pairwise(chain))
    longest = [0] * len(seconds)
    for row, second in enumerate(seconds):
        before = (longest[i] for i in range(row) if seconds[i] < second)
        longest[row] = 1 + max(before, default=0)
    assert len(chain) == max(longest, default=0)
