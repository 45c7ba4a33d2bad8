from __future__ import annotations

from itertools import pairwise

import pytest

from annotator.core.edit import Edit
from annotator.core.index_coverage import ANY, Coverage
from annotator.core.span import Span

WHOLE, PART, ONE = 0, 1, 2
MANY = 200  # as if so many highlights were there: the stretches stay short


def overlapping(rows, start, end):
    return [row for row in rows if row[0] < end and -row[1] > start]


def changed(row, edit):
    """Tell whether a highlight of some length loses text or has text come in."""
    stop = edit.position + edit.removed
    if edit.removed:
        return row[0] < stop and -row[1] > edit.position
    return row[0] < edit.position < -row[1]


@pytest.fixture
def tally():
    """Coverage of 4,000 code points in stretches of 1,000, and a list of what it asks for."""
    rows = [(0, -4000, 1, WHOLE), (1200, -1800, 2, PART), (1500, -1700, 3, PART)]
    asked = []

    def collect(start, end):
        asked.append((start, end))
        return overlapping(rows, start, end)

    coverage = Coverage(1000)
    assert coverage.settle(collect, 4000, MANY) == {WHOLE: 4000, PART: 600, ANY: 4000}
    asked.clear()
    return coverage, rows, collect, asked


def test_an_edit_within_a_stretch_is_settled_without_asking_the_index(tally):
    coverage, rows, collect, asked = tally
    coverage.note_edit(1600, 150, 10, rows[:])
    rows[:] = [(0, -3860, 1, WHOLE), (1200, -1660, 2, PART), (1500, -1600, 3, PART)]
    assert coverage.settle(collect, 3860, MANY) == {WHOLE: 3860, PART: 460, ANY: 3860}
    assert asked == []
    assert list(coverage.faults(collect)) == []


@pytest.mark.parametrize("position", [1, 100, 500, 999])
@pytest.mark.parametrize(("start", "end"), [(0, 1000), (100, 200), (0, 200), (200, 1000)])
@pytest.mark.parametrize("removed", [0, 1, 100])
def test_a_highlight_at_the_edges_of_the_edit_or_of_the_stretch_is_followed(
    position, start, end, removed
):
    row = (1000 + start, -1000 - end, 1, ONE)
    edit = Edit(1000 + position, min(removed, 999 - position), 7)
    after = edit.map_span(Span(row[0], -row[1]))
    rows = [row]
    coverage = Coverage(1000)
    coverage.settle(lambda start, end: overlapping(rows, start, end), 4000, MANY)
    coverage.note_edit(edit.position, edit.removed, 7, [row] if changed(row, edit) else [])
    rows = [(after.start, -after.end, 1, ONE)]
    assert coverage.settle(
        lambda start, end: overlapping(rows, start, end), 4000, MANY
    ) == dict.fromkeys((ONE, ANY), len(after))
    assert list(coverage.faults(lambda start, end: overlapping(rows, start, end))) == []


def test_text_that_comes_in_at_the_very_start_is_not_covered(tally):
    coverage, rows, collect, _ = tally
    coverage.note_edit(0, 0, 7, [])
    rows[:] = [(start + 7, negative - 7, *rest) for start, negative, *rest in rows]
    assert coverage.settle(collect, 4007, MANY) == {WHOLE: 4000, PART: 600, ANY: 4000}
    assert list(coverage.faults(collect)) == []


def test_an_empty_highlight_that_an_edit_moves_covers_nothing(tally):
    coverage, _, collect, _ = tally
    coverage.note_edit(1990, 5, 5, [(1992, -1992, 9, ONE)])
    assert coverage.settle(collect, 4000, MANY)[WHOLE] == 4000
    assert coverage.settle(collect, 4000, MANY).get(ONE, 0) == 0


@pytest.mark.parametrize("position", [1000, 990])
def test_an_edit_at_or_across_an_edge_is_counted_anew(tally, position):
    coverage, rows, collect, asked = tally
    coverage.note_edit(position, 20, 0, rows[:1])
    rows[:] = [(start - 20 * (start > 0), negative + 20, *rest) for start, negative, *rest in rows]
    assert coverage.settle(collect, 3980, MANY) == {WHOLE: 3980, PART: 600, ANY: 3980}
    assert asked
    assert list(coverage.faults(collect)) == []


def test_a_stretch_that_is_typed_into_for_long_is_divided(tally):
    coverage, rows, collect, asked = tally
    for number in range(3000):
        coverage.note_edit(1600 + number, 0, 1, rows[:])
        rows[:] = [(start, negative - 1, *rest) for start, negative, *rest in rows]
        coverage.settle(collect, 4001 + number, MANY)
    assert list(coverage.faults(collect)) == []
    starts = [coverage._starts[number] for number in range(len(coverage._starts))]
    assert all(500 <= end - start <= 2001 for start, end in pairwise(starts))
    assert len(asked) < 30


def test_figures_that_a_count_denies_are_named(tally):
    coverage, rows, collect, _ = tally
    del rows[1]
    assert "in the stretch at 1000" in next(coverage.faults(collect), "")
