from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.span_edges import SpanEdges


@pytest.mark.parametrize(
    ("text", "begins", "ends"),
    [
        ("a (b) c", [0, 2, 3, 6], [1, 4, 5, 7]),
        ("cafe\u0301 au", [0, 6], [5, 8]),
        ("a😀b", [0, 1, 2], [1, 2, 3]),
        ("سد. نهر", [0, 4], [2, 3, 7]),
        ("", [], []),
        (" \n", [], []),
    ],
)
def test_highlights_begin_and_end_at_borders(text, begins, ends):
    edges = SpanEdges(text)
    places = range(len(text) + 1)
    assert [place for place in places if edges.begins(place)] == begins
    assert [place for place in places if edges.ends(place)] == ends


@given(st.lists(st.sampled_from(["dam", "café", "cafe\u0301", "كتب", "😀", "дамба"]), min_size=1))
def test_every_word_begins_and_ends_a_highlight(words):
    edges, start = SpanEdges(" ".join(words)), 0
    for word in words:
        assert edges.begins(start)
        assert edges.ends(start + len(word))
        assert not edges.begins(start + len(word))
        start += len(word) + 1
