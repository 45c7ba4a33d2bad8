from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from annotator.gui.banner import DETAIL_LINES, Banner
from annotator.service.changes import Changes

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


@pytest.mark.parametrize(
    ("origin", "left"),
    [
        ("do", ["stays", "report", "refusals"]),
        ("undo", []),
        ("redo", []),
        ("jump", []),
        ("outside", ["note", "stays", "report", "refusals"]),
    ],
)
def test_a_change_takes_away_what_it_made_old(banner, origin, left):
    shows = {
        "error": lambda: banner.show_error("Refused."),
        "note": lambda: banner.show_note("Moved."),
        "stays": lambda: banner.show_note("2 highlights need a place.", stays=True),
        "report": lambda: banner.show_note("2 added.", ["a", "b"]),
        "refusals": lambda: banner.show_error("1 refused.", ["a"]),
    }
    seen = []
    for name, show in shows.items():
        show()
        banner.take(Changes(1, "", origin, ()))
        if banner.isVisible():
            seen.append(name)
    assert seen == left


def test_a_note_that_stays_does_not_go_by_itself(banner):
    banner.show_note("Moved.")
    assert banner._timer.isActive()
    banner.show_note("Moved.", stays=True)
    assert not banner._timer.isActive()


def test_offers_go_below_the_sentence_where_they_would_leave_it_no_room(banner, qtbot):
    banner.resize(900, 40)
    banner.show_note("Seven highlights were added.")
    for name in ("Find places…", "Show them", "Undo"):
        banner.offer(name, "", list)
    qtbot.waitUntil(banner.isVisible)
    QApplication.processEvents()
    beside = banner.offers()[0].geometry().top()
    assert beside < banner.text.geometry().bottom()
    banner.resize(420, 90)
    QApplication.processEvents()
    assert banner.offers()[0].geometry().top() >= banner.text.geometry().bottom()
