from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.segmenter import PlainSegmenter
from annotator.core.sentence_blocks import SegmentedParagraph
from annotator.core.span import Span
from annotator.store.coverage import covered, touched

TEXTS = st.text(alphabet="ab. \t🙂", max_size=30)
STRETCHES = st.tuples(st.integers(0, 30), st.integers(0, 12))


def segmented(text):
    return SegmentedParagraph(text, PlainSegmenter().boundaries(text))


@given(TEXTS, STRETCHES)
def test_a_sentence_is_touched_where_one_of_its_code_points_is(text, stretch):
    paragraph = segmented(text)
    start, length = stretch
    expected = [
        number
        for number, (low, high) in enumerate(zip(paragraph.starts, paragraph.stops, strict=True))
        if Span(low, high).overlaps(Span(start, start + length))
    ]
    assert list(touched(paragraph, start, length)) == expected


def test_stretches_in_other_paragraphs_are_left_out():
    assert covered({1: segmented("One. Two.")}, [(1, 5, 2), (2, 0, 4)]) == {(1, 1)}
