from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from annotator.text.long_runs import Shortened

RUN = st.tuples(
    st.sampled_from(["“", '"', ".", "…", "a", " "]), st.sampled_from([1, 2, 199, 200, 201, 999])
)
TEXT = st.lists(RUN.map(lambda run: run[0] * run[1]), max_size=6).map("".join)


@given(TEXT)
def test_every_place_leads_back_to_the_same_character_of_the_whole_text(text):
    short = Shortened.of(text)
    places = [short.whole(place) for place in range(len(short.text) + 1)]
    assert "".join(text[place] for place in places[:-1]) == short.text
    assert places[-1] == len(text)
    assert all(one < other for one, other in pairwise(places))


@given(TEXT)
def test_nothing_but_marks_is_left_out_and_none_is_left_endless(text):
    short = Shortened.of(text).text
    assert [short.count(one) for one in "a "] == [text.count(one) for one in "a "]
    assert not any(one * 201 in short for one in '“".…')
