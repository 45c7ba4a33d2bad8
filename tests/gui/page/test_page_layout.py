from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF

from annotator.gui import page_block
from annotator.gui.page_block import STRETCH_LINES
from annotator.gui.page_cells import plain_cells

MIXED = (
    "The minister said that شركة المياه 1.5 متر was closed, as العربية tells, and 👨‍👩‍👧 agrees. "
    "A second sentence is long enough to wrap to the next line.\n\nתחזית 3.5 של abc ועוד.\n"
)


def test_the_lines_of_all_blocks_hold_every_code_point_once_and_in_order(page, show):
    article = show(MIXED * 5)
    end = 0
    for number in range(len(page._bridge)):
        assert page._layout.stretches(number)[0].start == end
        for stretch in page._layout.stretches(number):
            for line in stretch.lines:
                assert line.start == end
                assert len(line.cells) == line.full_end - line.start
                end = line.full_end
        end += 1
    assert end == len(article.text) + 1


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_a_wrapped_line_is_one_run_within_the_column(page, show, direction):
    show(("وأعلنت وزارة المياه أن السد اجتاز 1.5 الاختبار " * 12).strip(), direction=direction)
    (stretch,) = page._layout.stretches(0)
    assert len(stretch.lines) > 4
    for line in stretch.lines:
        ((left, right),) = line.runs(line.start, line.end)
        assert page._column_left - 1 <= left < right <= page._column_right + 1
        assert line.runs(line.start, line.end) == line.runs(0, 10**6)


def test_baselines_are_one_pitch_apart_whatever_a_line_holds(page, show):
    show(MIXED.partition("\n")[0] * 3)
    (stretch,) = page._layout.stretches(0)
    baselines = [line.baseline for line in stretch.lines]
    assert {round(b - a, 3) for a, b in pairwise(baselines)} == {32.0}


def test_a_place_on_the_page_leads_to_the_character_there(page, show, place_of):
    article = show(MIXED)
    for position in [n for n, one in enumerate(article.text[:140]) if one.isalnum()]:
        found = page._layout.position_at(QPointF(place_of(position)))
        line = page._layout.line_at(position)
        assert line.cells[found - line.start] == line.cells[position - line.start]


def test_a_place_beside_the_text_is_no_character(page, show):
    show("Short.")
    baseline = page._layout.line_at(0).baseline
    assert page._layout.position_at(QPointF(5, baseline)) is None
    assert page._layout.position_at(QPointF(page._column_right - 5, baseline)) is None
    assert page._layout.position_at(QPointF(page._column_left + 5, 3000)) is None


def test_a_long_paragraph_is_planned_in_pieces(page, show):
    show("It rained all day long. " * 2_000)
    stretches = page._layout.stretches(0)
    assert all(len(stretch.lines) <= STRETCH_LINES for stretch in stretches)
    top = stretches[5].lines[0].baseline
    assert len(list(page._layout.stretches_between(top, top + 600))) <= 2


@pytest.fixture
def asked(monkeypatch):
    """Count the characters whose place was asked of Qt."""
    asked = []

    def counting(line, units):
        asked.append(len(units))
        return plain_cells(line, units)

    monkeypatch.setattr(page_block, "plain_cells", counting)
    return asked


def test_of_a_paragraph_of_many_screens_only_what_is_in_sight_is_asked_of_qt(
    page, show, settle, asked
):
    article = show("It rained all day long. " * 4_000)
    page.go_to_sentence(0)
    at_once = sum(asked)
    assert at_once < 12_000
    page.go_to_sentence(len(article.sentences) // 2)
    settle()
    assert sum(asked) - at_once < 20_000


@pytest.mark.parametrize("text", [MIXED, "It rained. " * 900, "One 😀.\u2028Two. " * 200])
def test_lines_are_found_by_height_and_place_as_if_all_were_looked_through(page, show, text):
    show(f"{text}\n{text}\n\n{text}")
    layout = page._layout
    every = [one for number in range(len(page._bridge)) for one in layout.stretches(number)]
    lines = [line for stretch in every for line in stretch.lines]
    end = lines[-1].baseline + 99
    for number in range(60):
        top = end * number / 59 - 50
        bottom = top + number * 30
        near = [one for one in every if one.block in layout.blocks_between(top, bottom)]
        seen = [one for one in near if meets(layout.extent(one), top, bottom)]
        assert list(layout.stretches_between(top, bottom)) == seen
        near = [one for one in every if one.block in layout.blocks_between(top, top + 96)]
        below = [line.start for one in near for line in one.lines if line.baseline > top]
        assert layout.position_below(top) == next(iter(below), None)
    for line in lines[:: len(lines) // 50 + 1]:
        places = {line.start, (line.start + line.full_end) // 2, max(line.full_end - 1, line.start)}
        assert all(layout.line_at(one) is line for one in places)


def meets(extent, top, bottom):
    return extent[0] < bottom and extent[1] > top


def test_only_the_blocks_between_two_heights_are_found(page, show):
    show("\n".join(f"Paragraph {n}." for n in range(60)))
    rects = [page._layout.block_rect(number) for number in range(60)]
    found = page._layout.blocks_between(rects[20].top() + 2, rects[30].top() + 2)
    assert (found[0], found[-1]) == (20, 30)


def test_the_blocks_on_a_page_are_the_same_wherever_one_looked_before(page, show):
    show(MIXED * 40)
    layout = page._layout
    end = layout.block_rect(len(page._bridge) - 1).bottom()
    heights = [0, end - 500, 40, end / 2, end / 2 + 90, end / 2 - 70, 0, end + 900, 300]
    for height in heights:
        found = layout.blocks_between(height, height + 300)
        layout.forget()
        assert layout.blocks_between(height, height + 300) == found
