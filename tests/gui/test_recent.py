from __future__ import annotations

from pathlib import Path

import pytest

from annotator.gui.notice import Notice
from annotator.gui.recent import Recent
from annotator.gui.session import MAX_RECENT, Session


@pytest.fixture
def recent(qtbot, tmp_path):
    """Three remembered projects, the newest of which is gone."""
    made, session = Recent(), Session()
    qtbot.addWidget(made.menu)
    made.follow(session)
    for name in ("one", "two", "gone"):
        path = tmp_path / f"{name}.factproj"
        if name != "gone":
            path.write_bytes(b"")
        made.add(path)
    return made


def test_the_newest_comes_first_once_and_ten_are_kept():
    session = Session()
    for number in (*range(MAX_RECENT + 3), 5):
        session.remember(Path(f"/{number}.factproj"))
    assert len(session.recent) == MAX_RECENT
    assert session.recent[:2] == ["/5.factproj", "/12.factproj"]


def test_the_menu_greys_what_is_gone_and_says_so(recent):
    recent.fill()
    entries = recent.menu.actions()[:3]
    assert [entry.text() for entry in entries] == ["gone", "two", "one"]
    assert [entry.isEnabled() for entry in entries] == [False, True, True]
    assert "is not there any more" in " ".join(entries[0].toolTip().split())


def test_an_entry_opens_its_project(recent, qtbot):
    recent.fill()
    with qtbot.waitSignal(recent.chosen) as opened:
        recent.menu.actions()[1].trigger()
    assert opened.args[0].name == "two.factproj"


def test_the_list_can_be_cleared(recent):
    recent.fill()
    recent.menu.actions()[-1].trigger()
    assert recent.paths == []
    assert not recent.menu.isEnabled()


def test_the_field_on_top_offers_what_is_there_and_not_at_hand(recent):
    assert [offer.title for offer in recent.offers(None)] == ["two", "one"]
    assert [offer.title for offer in recent.offers(recent.paths[1])] == ["one"]


def test_the_notice_offers_projects_where_one_cannot_be_opened(recent, qtbot):
    notice = Notice()
    qtbot.addWidget(notice)
    notice.show_refusal("It is damaged.", recent.present())
    buttons = [notice.recent.itemAt(row).widget() for row in range(notice.recent.count())]
    assert [button.text() for button in buttons] == ["two", "one"]
    with qtbot.waitSignal(notice.recent_wanted) as wanted:
        buttons[1].click()
    assert wanted.args[0].name == "one.factproj"
    notice.show_opening("other")
    assert notice.recent.count() == 0


def test_a_session_with_nonsense_in_its_list_is_read(qtbot):
    made = Recent()
    qtbot.addWidget(made.menu)
    made.follow(Session(recent=[3, None, "/a.factproj"]))
    assert made.paths == [Path("/a.factproj")]
