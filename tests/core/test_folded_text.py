from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.folded_text import cluster_end, cluster_start, folded, stretches

TEXTS = st.text(st.sampled_from("abßİﬁé\u0301\u00ad한👨\u200d…\n ") | st.characters(), max_size=50)


@given(TEXTS, st.integers(1, 20))
def test_every_folded_character_comes_from_one_that_folds_to_it(text, size):
    pieces = list(stretches(text, size=size))
    assert "".join(text[one.start : one.end] for one in pieces) == text
    for piece in pieces:
        for place, character in enumerate(piece.folded):
            source = piece.source(place)
            assert piece.start <= source < piece.end
            assert character in folded(text[source])


@given(TEXTS, st.data())
def test_a_cluster_lies_around_any_place_in_it(text, data):
    place = data.draw(st.integers(0, len(text)))
    start, end = cluster_start(text, place), cluster_end(text, place)
    assert 0 <= start <= place <= end <= len(text)
    assert (start == place) == (end == place)
