from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from annotator.gui.page_geometry import Line, Margin, Stretch, joined, lanes, pieces
from annotator.gui.page_measure import BADGE, Measure

spans = st.tuples(st.integers(0, 60), st.integers(1, 30)).map(lambda pair: (pair[0], sum(pair)))
extents = st.lists(st.tuples(st.integers(0, 50), st.integers(0, 9)).map(lambda p: (p[0], sum(p))))


def line(start, length, *, cells=None):
    cells = cells or tuple((10.0 * n, 10.0 * n + 10) for n in range(length))
    return Line(start, start + length, start + length, 0, cells, pieces(cells))


def hits_of(found):
    hits = [(key, start, end, "o") for key, (start, end) in enumerate(found)]
    return sorted(hits, key=lambda hit: (hit[1], -hit[2], hit[0]))


@given(st.lists(spans, max_size=12))
def test_highlights_that_share_a_character_never_share_a_lane(found):
    hits = hits_of(found)
    given_lanes = lanes(hits, 10, 50)
    assert given_lanes.keys() == {hit[0] for hit in hits}
    for one, other in combinations(hits, 2):
        if max(one[1], other[1]) < min(one[2], other[2]):
            assert given_lanes[one[0]] != given_lanes[other[0]]


@given(st.lists(spans, max_size=12))
def test_what_runs_through_the_whole_stretch_lies_outside_of_what_does_not(found):
    hits = hits_of(found)
    given_lanes = lanes(hits, 30, 32)
    through = [given_lanes[key] for key, start, end, _ in hits if start <= 30 and end >= 32]
    others = [given_lanes[key] for key, start, end, _ in hits if start > 30 or end < 32]
    assert max(others, default=-1) < min(through, default=99)


@given(extents)
def test_joined_extents_cover_the_same_places_and_do_not_touch(found):
    union = joined(found)
    places = {place for left, right in found for place in range(left, right)}
    assert {place for left, right in union for place in range(left, right)} == places
    assert all(before[1] < after[0] for before, after in pairwise(union))


@given(st.permutations(range(8)))
def test_the_runs_of_a_span_cover_its_cells_however_they_are_ordered(order):
    cells = tuple((10.0 * place, 10.0 * place + 10) for place in order)
    mixed = line(100, 8, cells=cells)
    for low, high in combinations(range(9), 2):
        assert mixed.runs(100 + low, 100 + high) == joined(cells[low:high])


def test_a_run_ends_where_the_white_space_at_the_end_of_its_line_begins():
    cells = tuple((10.0 * n, 10.0 * n + 10) for n in range(5))
    wrapped = Line(0, 4, 5, 0, cells, ((0, 5),))
    assert wrapped.runs(2, 5) == [(20, 40)]
    assert wrapped.runs(4, 5) == []


def test_a_place_leads_to_the_character_that_stands_there():
    mixed = line(7, 3, cells=((0.0, 5.0), (9.0, 12.0), (5.0, 9.0)))
    assert [mixed.position_at(x) for x in (-1, 0, 5, 9, 12)] == [None, 7, 9, 8, None]


@given(spans)
def test_a_stretch_finds_the_lines_of_a_span(span):
    stretch = Stretch(0, tuple(line(start, 7) for start in range(0, 70, 7)))
    found = [*stretch.numbers_over(*span)]
    assert found == [n for n in range(10) if max(7 * n, span[0]) < min(7 * n + 7, span[1])]


def test_the_mirrored_margin_is_the_mirror_image():
    plain, mirrored = Margin(100), Margin(100, mirrored=True)
    for number in range(3):
        assert 100 - (plain.slot(number) + BADGE) == mirrored.slot(number) - 100
        assert plain.slot(number) + BADGE < plain.bar < 100 < mirrored.bar


@given(st.integers(-20, 20), st.integers(1, 40), st.integers(1, 4))
def test_stacked_lines_never_reach_the_letters_of_the_next_line(steps, count, width):
    measure = Measure.zoomed(steps)
    thickness, step, shown = measure.strokes(count, width=width)
    assert 1 <= shown <= count
    if shown > 1:
        assert thickness + (shown - 1) * step <= measure.room
        assert thickness < step


def test_the_line_height_is_170_percent():
    assert Measure().pitch == round(1.7 * Measure().size)


@given(st.integers(-30, 30))
def test_a_step_of_zoom_never_makes_the_text_smaller(steps):
    assert Measure.zoomed(steps).size <= Measure.zoomed(steps + 1).size
