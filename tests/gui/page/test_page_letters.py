from __future__ import annotations

import pytest

from annotator.gui.page_geometry import Line, Stretch
from annotator.gui.page_letters import going_on
from annotator.gui.page_plan import plan

TEXT = "\n".join(["abcdefghij" * 3] * 2)
SECOND = 31


def line(start):
    cells = tuple((10.0 * n, 10.0 * n + 10) for n in range(10))
    return Line(start, start + 10, start + 10, start, cells, ((0, 10),))


@pytest.fixture
def told(make_article):
    """Tell (start of the line, labels, how many more, marks nearer) for the second paragraph."""

    def tell(rows, *, top=None, first=SECOND, marks=()):
        article = make_article(TEXT, rows, marks=marks)
        stretch = Stretch(1, tuple(line(start) for start in range(first, SECOND + 30, 10)))
        held = plan(article, stretch, None).marks
        found = going_on(article, stretch, held, top=top)
        return [(one.line.start, one.label_ids, one.more, one.nearer) for one in found]

    return tell


def test_a_highlight_that_goes_on_has_a_letter_where_the_paragraph_begins(told):
    assert told([(1, 0, 5, 40, "o"), (2, 0, 31, 50, "a")]) == [(31, ("o",), 0, 1)]


def test_it_has_one_at_the_first_line_in_sight(told):
    assert told([(1, 0, 5, 60, "o")], top=41) == [(31, ("o",), 0, 0), (41, ("o",), 0, 0)]
    assert told([(1, 0, 33, 60, "o")], top=51, first=41) == [(51, ("o",), 0, 0)]


def test_it_has_none_where_it_begins_or_is_over(told):
    assert told([(1, 0, 5, 31, "o")]) == []
    assert told([(1, 0, 31, 41, "o"), (2, 0, 41, 50, "a")], top=41) == []


def test_a_label_whose_letter_stands_there_is_not_told_twice(told):
    assert told([(1, 0, 5, 40, "o"), (2, 0, 32, 36, "o")]) == []


@pytest.mark.parametrize(("begun", "kept"), [(0, "oa"), (1, "o"), (2, "")])
def test_letters_that_the_margin_has_no_place_for_are_counted(told, begun, kept):
    going = [(n, 0, n, 50, label) for n, label in enumerate("oahd", 1)]
    own = [(9 + n, 0, 32 + n, 35 + n, label) for n, label in enumerate("wx"[:begun])]
    found = told([*going, *own])
    assert found == [(31, tuple(kept), 4 - len(kept), begun)]


def test_what_has_no_place_at_all_is_left_out(told):
    own = [(9 + n, 0, 32 + n, 35 + n, label) for n, label in enumerate("ahd")]
    assert told([(1, 0, 5, 40, "o"), *own]) == []
