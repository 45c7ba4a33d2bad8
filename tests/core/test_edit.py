from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.edit import Edit, common_prefix, common_suffix
from annotator.core.index_errors import NegativeEditError
from annotator.core.span import Span

TEXT = st.text("ab \n\u0301👩\u200dש", max_size=40)
NUMBERS = st.integers(0, 12)
EDITS = st.builds(Edit, NUMBERS, NUMBERS, NUMBERS)
SPANS = st.builds(lambda start, length: Span(start, start + length), NUMBERS, NUMBERS)


def carried_out(edits, old, new):
    """Replay edits as their convention says, taking what they insert from the new text."""
    text = old
    for edit in edits:
        come = new[edit.position : edit.position + edit.inserted]
        text = text[: edit.position] + come + text[edit.position + edit.removed :]
    return text


# Each row: start and end before and after an edit at 4 that takes 3 and brings 2.
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ((1, 3), (1, 3)),  # before it
        ((1, 4), (1, 4)),  # touching it from the left
        ((1, 5), (1, 4)),  # reaching in
        ((1, 7), (1, 4)),  # reaching to its end
        ((1, 8), (1, 7)),  # around it
        ((4, 5), (6, 6)),  # its first part
        ((4, 7), (6, 6)),  # all of it
        ((5, 6), (6, 6)),  # within it
        ((6, 9), (6, 8)),  # reaching out
        ((7, 9), (6, 8)),  # touching it from the right
        ((4, 9), (6, 8)),  # from its very start to behind it
        ((4, 4), (6, 6)),  # empty, at its start
        ((5, 5), (6, 6)),  # empty, within
        ((7, 7), (6, 6)),  # empty, at its end
        ((3, 3), (3, 3)),  # empty, before it
        ((8, 8), (7, 7)),  # empty, behind it
    ],
)
def test_a_span_follows_an_edit(before, after):
    assert Edit(4, 3, 2).map_span(Span(*before)) == Span(*after)


@pytest.mark.parametrize(
    ("before", "after"),
    [((1, 4), (1, 4)), ((1, 5), (1, 7)), ((4, 5), (6, 7)), ((4, 4), (6, 6)), ((3, 3), (3, 3))],
)
def test_text_that_comes_in_at_an_edge_stays_outside(before, after):
    assert Edit(4, 0, 2).map_span(Span(*before)) == Span(*after)


def test_an_edit_equals_its_deletion_followed_by_its_insertion():
    small = range(5)
    for p, r, t, start, length in itertools.product(small, repeat=5):
        span = Span(start, start + length)
        halves = Edit(p, 0, t).map_span(Edit(p, r, 0).map_span(span))
        assert Edit(p, r, t).map_span(span) == halves


@given(EDITS, SPANS)
def test_the_inverse_restores_every_span_whose_text_stayed(edit, span):
    touched = Span(edit.position, edit.position + edit.removed)
    inside = span.start < edit.position < span.end
    if span.overlaps(touched) or (inside and edit.inserted) or len(span) == 0:
        return
    assert edit.inverse().map_span(edit.map_span(span)) == span
    assert edit.inverse().inverse() == edit


@given(EDITS, NUMBERS, NUMBERS)
def test_order_survives_every_edit(edit, one, other):
    low, high = sorted((one, other))
    assert edit.map_start(low) <= edit.map_start(high)
    assert edit.map_end(low) <= edit.map_end(high)


@given(TEXT, TEXT, TEXT)
def test_a_composed_edit_replaces_the_hull_of_both(first, second, third):
    one, two = Edit.between(first, second), Edit.between(second, third)
    both = one.compose(two)
    assert carried_out([both], first, third) == third
    for place in range(len(first) + 1):
        if place < both.position or place > both.position + both.removed:
            assert both.map_start(place) == two.map_start(one.map_start(place))


@given(EDITS.filter(bool))
def test_an_edit_that_does_nothing_composes_to_the_other(edit):
    nothing = Edit(100, 0, 0)
    assert edit.compose(nothing) == edit
    assert nothing.compose(edit) == edit
    assert not nothing


@given(TEXT, TEXT)
def test_the_edit_between_two_texts_is_trimmed_on_both_sides(old, new):
    edit = Edit.between(old, new)
    assert carried_out([edit], old, new) == new
    gone = old[edit.position : edit.position + edit.removed]
    come = new[edit.position : edit.position + edit.inserted]
    assert not (gone and come and (gone[0] == come[0] or gone[-1] == come[-1]))
    assert bool(edit) == (old != new)


@pytest.mark.parametrize("numbers", [(-1, 0, 0), (0, -1, 0), (0, 0, -1)])
def test_a_negative_edit_is_refused(numbers):
    with pytest.raises(NegativeEditError) as caught:
        Edit(*numbers)
    assert (caught.value.position, caught.value.removed, caught.value.inserted) == numbers


def shared(one, other):
    pairs = itertools.takewhile(lambda two: two[0] == two[1], zip(one, other, strict=False))
    return len(list(pairs))


@given(TEXT, TEXT, TEXT, TEXT)
def test_what_texts_share_at_their_ends_is_found(first, one, other, last):
    one, other = first + one + last, first + other + last
    begin = common_prefix(one, other)
    assert begin == shared(one, other)
    end = common_suffix(one, other, min(len(one), len(other)) - begin)
    assert end == shared(one[begin:][::-1], other[begin:][::-1])
