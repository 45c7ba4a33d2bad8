from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.segmenter import PlainSegmenter, is_lossless, lossless


@given(st.text() | st.text(st.sampled_from("aB.!?” )。」\u00a0")))
def test_the_plain_segmenter_loses_nothing(paragraph):
    ends = PlainSegmenter().boundaries(paragraph)
    assert ends == lossless(ends, len(paragraph))


def test_the_plain_segmenter_cuts_behind_closing_marks_and_spaces():
    text = "“It rained.” We stayed? Yes! 雨だ。寒い。"
    ends = [0, *PlainSegmenter().boundaries(text)]
    assert [text[a:b] for a, b in pairwise(ends)] == [
        "“It rained.” ",
        "We stayed? ",
        "Yes! ",
        "雨だ。",
        "寒い。",
    ]


@given(st.lists(st.integers(-3, 12)), st.integers(0, 9))
def test_lossless_cuts_rise_to_the_length(cuts, length):
    ends = lossless(cuts, length)
    assert ends == sorted(set(ends))
    assert ends[-1:] == [length] * bool(length)
    assert set(ends) - {length} == {cut for cut in cuts if 0 < cut < length}


@given(st.lists(st.integers(-1, 4), max_size=4), st.integers(0, 4))
def test_ends_are_lossless_where_nothing_is_to_be_repaired(ends, length):
    assert is_lossless(ends, length) == (ends == lossless(ends, length))
