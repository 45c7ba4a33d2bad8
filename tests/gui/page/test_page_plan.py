from __future__ import annotations

import pytest

from annotator.core.span import Span
from annotator.gui.page_geometry import Line, Stretch
from annotator.gui.page_plan import MOST_TINTS, ground, plan

TEXT = "abcdefghij" * 4


def stretch_of(text, width=10, *, first=0):
    cells = tuple((10.0 * n, 10.0 * n + 10) for n in range(width))
    lines = [
        Line(start, start + width, start + width, start, cells, ((0, width),))
        for start in range(first, len(text), width)
    ]
    return Stretch(0, tuple(lines))


@pytest.fixture
def planned(make_article):
    def make(rows, *, marks=(), chosen=None, first=0):
        article = make_article(TEXT, rows, marks=marks)
        return plan(article, stretch_of(TEXT, first=first), chosen)

    return make


def test_a_highlight_over_two_lines_has_a_tint_and_a_stroke_on_each(planned):
    made = planned([(1, 0, 5, 13, "o")])
    assert [(tint.line.start, tint.left, tint.right) for tint in made.tints] == [
        (0, 50, 100),
        (10, 0, 30),
    ]
    assert [(stroke.left, stroke.right, stroke.label_id) for stroke in made.strokes] == [
        (50, 100, "o"),
        (0, 30, "o"),
    ]


def test_where_highlights_overlap_each_keeps_its_tint_and_its_own_lane(planned):
    made = planned([(1, 0, 0, 8, "o"), (2, 0, 4, 9, "h")])
    assert [tint.label_ids for tint in made.tints] == [("o",), ("o", "h"), ("h",)]
    assert {stroke.label_id: (stroke.lane, stroke.lanes) for stroke in made.strokes} == {
        "o": (0, 2),
        "h": (1, 2),
    }


def test_a_line_with_one_highlight_does_not_leave_room_for_lanes_of_other_lines(planned):
    made = planned([(1, 0, 0, 8, "o"), (2, 0, 4, 18, "h")])
    below = [stroke for stroke in made.strokes if stroke.line.start == 10]
    assert [(stroke.lane, stroke.lanes) for stroke in below] == [(0, 1)]


def test_tints_upon_each_other_are_limited(planned):
    made = planned([(key, 0, 0, 5, "o") for key in range(1, 12)])
    assert [len(tint.label_ids) for tint in made.tints] == [MOST_TINTS]
    assert {stroke.lane for stroke in made.strokes} == set(range(11))


def test_all_spans_of_a_chosen_highlight_are_framed_and_only_they(planned):
    made = planned([(1, 0, 0, 3, "o"), (1, 1, 22, 25, "o"), (2, 0, 12, 15, "h")], chosen=1)
    assert [(o.line.start, o.left, o.right) for o in made.outlines] == [(0, 0, 30), (20, 20, 50)]
    assert [tint.chosen for tint in made.tints] == [True, False, True]


def test_letters_stand_where_labels_begin_once_for_each_line(planned):
    rows = [(1, 0, 1, 2, "o"), (2, 0, 3, 4, "o"), (3, 0, 5, 30, "h"), (4, 0, 31, 33, "a")]
    made = planned(rows)
    assert [(mark.line.start, mark.label_ids) for mark in made.marks] == [
        (0, ("o", "h")),
        (30, ("a",)),
    ]


def test_a_later_span_of_a_highlight_has_no_letter(planned):
    made = planned([(1, 0, 0, 3, "o"), (1, 1, 22, 25, "o")])
    assert [mark.line.start for mark in made.marks] == [0]


def test_what_began_before_the_stretch_has_no_letter_on_it(planned):
    made = planned([(1, 0, 5, 25, "o")], first=20)
    assert made.marks == []
    assert len(made.tints) == 1


@pytest.mark.parametrize(
    ("marks", "kept", "more"), [((), ("o", "a"), 3), ([(0, 9)], ("o", "a"), 3)]
)
def test_letters_that_the_margin_has_no_place_for_are_counted(planned, marks, kept, more):
    made = planned([(n, 0, n, n + 1, label) for n, label in enumerate("oahdw")], marks=marks)
    assert [(mark.label_ids, mark.more, mark.checked) for mark in made.marks] == [
        (kept, more, False)
    ]


def test_a_check_stands_beside_a_sentence_reviewed_without_a_label(planned):
    made = planned([(1, 0, 0, 3, "o")], marks=[(0, 9), (12, 19)])
    assert [(mark.line.start, mark.checked) for mark in made.marks] == [(0, False), (10, True)]


def test_an_empty_paragraph_has_nothing_to_paint(make_article):
    article = make_article("a\n\nb", [(1, 0, 0, 4, "o")])
    empty = Stretch(1, (Line(2, 2, 2, 0, (), ((0, 0),)),))
    made = plan(article, empty, 1)
    assert (made.tints, made.strokes, made.outlines, made.marks) == ([], [], [], [])


def test_the_ground_of_a_sentence_covers_its_runs():
    runs = ground(stretch_of(TEXT), Span(8, 21))
    assert [(run.line.start, run.left, run.right) for run in runs] == [
        (0, 80, 100),
        (10, 0, 100),
        (20, 0, 10),
    ]
