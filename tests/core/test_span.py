from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.errors import InvertedSpanError
from annotator.core.span import Span


@st.composite
def spans(draw):
    start = draw(st.integers(0, 50))
    return Span(start, start + draw(st.integers(0, 20)))


@given(spans(), spans())
def test_overlapping_spans_share_a_code_point(one, other):
    shared = set(range(one.start, one.end)) & set(range(other.start, other.end))
    assert one.overlaps(other) == bool(shared)


@given(spans(), spans())
def test_a_united_span_holds_both(one, other):
    union = one.united(other)
    assert union.start == min(one.start, other.start)
    assert len(union) >= max(len(one), len(other))


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (5, 4)])
def test_an_inverted_or_negative_span_is_refused(start, end):
    with pytest.raises(InvertedSpanError) as caught:
        Span(start, end)
    assert (caught.value.start, caught.value.end) == (start, end)
