from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.span import Span
from annotator.gui.page_hits import PageHits


def disjoint(lengths):
    spans, place = [], 0
    for gap, length in lengths:
        spans.append(Span(place + gap, place + gap + length))
        place += gap + length
    return spans


HITS = st.lists(st.tuples(st.integers(0, 5), st.integers(1, 6)), max_size=20).map(disjoint)


@given(HITS, st.integers(0, 120), st.integers(0, 40))
def test_the_hits_over_a_stretch_are_those_that_share_a_code_point(spans, start, length):
    end = start + length
    wanted = [span for span in spans if span.start < end and span.end > start]
    assert list(PageHits(spans).over(start, end)) == wanted
