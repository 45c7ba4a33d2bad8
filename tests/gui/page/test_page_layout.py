from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF

from annotator.gui.page_layout import STRETCH_LINES

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
