from __future__ import annotations

import pytest

from annotator.gui.banner import DETAIL_LINES, Banner

LONG = "The file with the long name was refused because nobody could read a word of it. " * 2


@pytest.fixture
def banner(qtbot):
    made = Banner()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("width", [1_400, 700, 440])
@pytest.mark.parametrize("count", [1, 2, 30])
def test_details_are_whole_lines_and_as_many_as_they_need(banner, qtbot, width, count):
    banner.resize(width, 60)
    banner.show_error("Refused", [LONG] * count)
    qtbot.waitUntil(banner.isVisible)
    banner.resize(width, banner.sizeHint().height())
    details = banner.details
    first = details.document().firstBlock().layout()
    shown = details.viewport().height() / (first.boundingRect().height() / first.lineCount())
    rows = sum(
        block.layout().lineCount()
        for block in map(details.document().findBlockByNumber, range(count))
    )
    assert (details.verticalScrollBar().maximum() == 0) is (rows <= DETAIL_LINES)
    assert shown == pytest.approx(min(rows, DETAIL_LINES), abs=0.15)


def test_a_note_that_stays_does_not_go_by_itself(banner):
    banner.show_note("Moved.")
    assert banner._timer.isActive()
    banner.show_note("Moved.", stays=True)
    assert not banner._timer.isActive()
