from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.request_errors import OutsideTextError
from annotator.core.span import Span
from annotator.store.layouts import Layout

LENGTHS = st.lists(st.integers(0, 6), min_size=1, max_size=8)


def layout_of(lengths, revision=1):
    return Layout(revision, [(10 + number, length) for number, length in enumerate(lengths)])


@given(LENGTHS, st.data())
def test_rows_turn_back_into_the_spans_they_came_from(lengths, data):
    layout = layout_of(lengths)
    position = st.integers(0, layout.paragraphs.length)
    pairs = data.draw(st.lists(st.tuples(position, position).map(sorted), min_size=1, max_size=4))
    spans = tuple(Span(start, end) for start, end in pairs)
    parts = layout.parts(spans)
    assert layout.holds(parts)
    assert layout.spans(parts) == spans
    assert sum(not part[3] for part in parts) == len(spans)
    assert sum(part[2] for part in parts) == sum(map(len, spans))


@given(LENGTHS)
def test_no_span_ends_after_the_text(lengths):
    layout = layout_of(lengths)
    end = layout.paragraphs.length + 1
    with pytest.raises(OutsideTextError):
        layout.parts([Span(0, end)])


def test_rows_of_other_paragraphs_are_not_held():
    assert not layout_of([3]).holds([[10, 0, 1, 0], [99, 0, 1, 1]])


def test_a_span_whose_paragraphs_changed_places_is_not_held():
    swapped = Layout(2, [(11, 3), (10, 3)])
    assert not swapped.holds(layout_of([3, 3]).parts([Span(0, 6)]))


def test_a_paragraph_put_between_joins_the_span():
    wider = Layout(2, [(10, 3), (12, 5), (11, 3)])
    assert wider.spans(layout_of([3, 3]).parts([Span(1, 6)])) == (Span(1, 12),)


def test_a_newline_that_went_with_the_last_paragraph_is_left_out():
    shorter = Layout(2, [(10, 3)])
    assert shorter.spans([[10, 0, 4, 0]]) == (Span(0, 3),)
