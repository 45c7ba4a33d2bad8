from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.highlight_index import HighlightIndex

SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), st.integers(0, 3)))


class TinyIndex(HighlightIndex):
    _load = 2
    _limits = (2, 8)


def user_order(items):
    return sorted(items, key=lambda item: (item[1], -item[2], item[0]))


@pytest.mark.parametrize("make", [HighlightIndex, TinyIndex])
@given(spans=SPANS, label=st.one_of(st.none(), st.integers(0, 3)))
def test_the_neighbors_are_those_of_a_sorted_list(make, spans, label):
    items = [(key, at, at + length, label) for key, (at, length, label) in enumerate(spans)]
    index = make(items)
    rows = user_order(item for item in items if label in (None, item[3]))
    for position in range(-1, 82):
        after = [row for row in rows if row[1] > position]
        before = [row for row in rows if row[1] < position]
        assert index.next_after(position, label) == (after[0] if after else None)
        assert index.previous_before(position, label) == (before[-1] if before else None)


def test_a_label_rare_among_the_short_is_found_far_off_and_beside_the_long():
    short = [(key, 10 * key, 10 * key + 5, "claim") for key in range(3, 3000)]
    ends = [(1, 0, 5, "rare"), (2, 30_000, 30_005, "rare")]
    index = HighlightIndex([*short, *ends])
    assert index.next_after(40, "rare") == ends[1]
    assert index.previous_before(29_000, "rare") == ends[0]
    long = (4000, 15_000, 17_000, "rare")
    index.add(*long)
    assert index.next_after(40, "rare") == index.previous_before(29_000, "rare") == long


def test_without_short_ones_the_long_are_found():
    index = HighlightIndex([(1, 100, 5000, "claim"), (2, 200, 900_000, "claim")])
    assert index.next_after(100, "claim") == (2, 200, 900_000, "claim")
    assert index.previous_before(200, "claim") == (1, 100, 5000, "claim")
