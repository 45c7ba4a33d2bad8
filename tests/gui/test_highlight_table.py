from __future__ import annotations

from dataclasses import replace
from threading import Event

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from annotator.core.records import Highlight
from annotator.gui import highlight_rows
from annotator.gui.highlight_rows import COLUMNS
from annotator.service.codebook_commands import ChangeLabel
from annotator.service.commands import DescribeClaim
from annotator.store.listing import FileListing


@pytest.fixture
def table(hands, window, qtbot):
    """The table of four highlights, its filter with the keys; calling it waits for the rows."""
    hands.press("J", "1", "3", "J", "2", "J", "1", "Home", "Ctrl+Shift+H")
    found = window.tools.widget("highlights")

    def settled():
        qtbot.waitUntil(lambda: not found._typing.isActive() and not found.build.running)
        return found

    settled()
    return settled


def column(table, name):
    place = COLUMNS.index(name)
    rows = table().rows
    return [rows.index(row, place).data(Qt.ItemDataRole.DisplayRole) for row in range(len_of(rows))]


def len_of(rows):
    return rows.rowCount()


def test_all_highlights_are_listed_by_place_and_counted(table):
    assert table().head.count.text() == "4 highlights"
    labels = ["Official claim", "Humanitarian concern", "Analyst opinion", "Official claim"]
    assert column(table, "label") == labels
    assert column(table, "article") == ["Dam declared safe"] * 4


def test_enter_leads_to_the_highlight_on_the_page(table, hands, window):
    hands.press("Down", "Down", "Down", "Return")
    assert window.page.hasFocus()
    assert window.stack.currentWidget() is window.page
    chosen = window.reviewing.highlight(window.page.chosen_highlight)
    assert chosen.quote == table().rows.listed(2).quote


def test_double_click_leads_there_too_from_another_article(table, hands, window):
    window.open_neighbor(1)
    hands.press("Ctrl+Shift+H")
    view = table().view
    place = view.visualRect(table().rows.index(3, 1)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.reviewing.article.article.title == "Dam declared safe"
    assert window.page.chosen_highlight == table().rows.listed(3).key


def test_esc_goes_back_to_the_page(table, hands, window):
    hands.press("Escape")
    assert window.page.hasFocus()
    assert window.stack.currentWidget() is window.page


def test_the_filter_speaks_the_language_of_search_and_offers_names(table, hands):
    hands.type("label:off")
    assert table().field.offers() == ["Official claim"]
    hands.press("Tab")
    assert column(table, "label") == ["Official claim"] * 2
    hands.type("zzz")
    assert table().empty.isVisible()
    assert "No highlight fits" in table().empty.text()


def test_what_is_not_understood_is_said(table, hands):
    hands.type("has:pictures")
    assert table().head.told.text().startswith("\u2068has:pictures\u2069 is not understood")
    assert table().head.count.text() == "4 highlights"


def test_quick_filters_are_set_and_taken_back(table, project):
    one = next(iter(project.queries.highlights()))
    project.execute(DescribeClaim(one.id, (("note", "why"), ("speaker", "Ministry"))))
    table().head.quick["has:note"].click()
    assert column(table, "speaker") == ["Ministry"]
    assert column(table, "note") == ["Note"]
    assert table().head.quick["has:note"].isChecked()
    table().head.quick["is:orphaned"].click()
    assert table().field.text() == "has:note is:orphaned"
    assert len_of(table().rows) == 0
    table().head.quick[""].click()
    assert len_of(table().rows) == 4
    assert not table().head.quick["has:note"].isChecked()


def test_a_click_on_a_title_sorts_and_another_turns_the_order(table, window):
    header = table().view.horizontalHeader()
    for expected in (1, -1):
        place = header.sectionViewportPosition(COLUMNS.index("quote")) + 20
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place, 8))
        quotes = [quote.lower() for quote in column(table, "quote")]
        assert quotes == sorted(quotes)[::expected]


def test_s_sorts_by_the_column_of_the_current_cell(table, hands):
    hands.press("Down", "S")
    labels = ["Official claim"] * 2 + ["Analyst opinion", "Humanitarian concern"]
    assert column(table, "label") == labels
    hands.press("S")
    assert column(table, "label") == labels[::-1]


def test_speakers_and_notes_sort_those_that_have_one_first(table, hands, project):
    first, *_, last = project.queries.highlights()
    project.execute(DescribeClaim(first.id, (("speaker", "Voss"), ("note", "who else?"))))
    project.execute(DescribeClaim(last.id, (("speaker", "aid group"),)))
    hands.press("Down", "Right", "Right", "Right", "Right", "S")
    assert column(table, "speaker") == ["aid group", "Voss", "", ""]
    hands.press("S")
    assert column(table, "speaker") == ["", "", "Voss", "aid group"]
    hands.press("End", "S")
    assert column(table, "note") == ["Note", "", "", ""]
    assert table().view.horizontalHeader().sortIndicatorSection() == COLUMNS.index("note")


def test_delete_removes_the_selected_ones_in_one_step(table, hands, quotes, window):
    before = quotes()
    hands.press("Down", "Down", "Shift+Down", "Delete")
    assert len_of(table().rows) == 2
    assert table().view.currentIndex().row() == 1
    assert len(quotes()) == 2
    hands.press("Ctrl+Z")
    assert quotes() == before
    assert len_of(table().rows) == 4


def test_a_label_key_relabels_what_is_selected_and_never_tags_the_page(table, hands, quotes):
    hands.press("Down", "Shift+Down", "2")
    assert [label for label, _ in quotes()].count("analyst_opinion") == 3
    assert len(quotes()) == 4
    hands.press("Ctrl+Z")
    assert [label for label, _ in quotes()].count("analyst_opinion") == 1


def test_copied_rows_are_tab_separated(table, hands):
    hands.press("Down", "Shift+Down", "Ctrl+C")
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t")[:2] == ["Label", "Quote"]
    assert lines[1].split("\t")[0] == "Official claim"
    assert len(lines) == 3


def test_rows_follow_what_is_done_while_nobody_looks(table, hands, window):
    hands.press("Escape", "Home", "J", "J", "J", "1", "J", "1", "Ctrl+Z", "Ctrl+Shift+H")
    found = table()
    fresh = found.build.listing.rows(0, 100)
    assert [found.rows.listed(row) for row in range(found.rows.rowCount())] == fresh
    assert found.head.count.text() == f"{len(fresh)} highlights"


def test_rows_follow_a_change_while_they_are_seen(table, project):
    one = next(iter(project.queries.highlights()))
    project.execute(DescribeClaim(one.id, (("verdict", "False"),)))
    assert column(table, "verdict")[0] == "False"


def test_older_guidelines_are_listed_from_the_codebook_editor(table, hands, window, project, qtbot):
    label = project.queries.codebook().labels[0]
    project.execute(ChangeLabel(label.id, (("definition", "Another."),)))
    editor = window.tools.open("codebook")
    editor.tabs.setCurrentIndex(3)
    editor.outdated.shows[label.id].click()
    assert window.tools.is_open("highlights")
    assert table().field.text() == 'is:older-guideline label:"official_claim"'
    assert column(table, "label") == ["Official claim"] * 2


def test_hundreds_of_rows_are_read_by_the_page(table, project, monkeypatch):
    monkeypatch.setattr(highlight_rows, "PAGE", 32)
    one = next(iter(project.queries.highlights()))
    with project._store.writing() as work:
        for _ in range(600):
            work.put(replace(one, id=project.surroundings.new_id(), claim_id=None, key=0))
        work.commit("Many")
    found = table()
    found.rows.show(found.build.listing)
    found.build.rebuild()
    table()
    assert found.rows.rowCount() == 604
    view = found.view
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    QTest.qWait(20)
    assert len(found.rows._pages) < 5
    assert view.rowAt(view.viewport().height() - 5) == 603
    assert isinstance(project.queries.highlight(found.rows.listed(603).key), Highlight)


def test_the_widths_of_the_columns_are_remembered(table, window):
    table().view.setColumnWidth(1, 222)
    assert window.tools.widths["highlights"][1] == 222


def test_a_closed_project_leaves_an_empty_table(table, window):
    window.reviewing.set_project(None)
    assert table().rows.rowCount() == 0


def test_finding_can_be_stopped_and_begun_again(table, window, hands, monkeypatch):
    begun, gate = Event(), Event()

    def fill(_listing, _keys, patience, _told):
        begun.set()
        assert gate.wait(20)
        patience.require_wanted()

    with monkeypatch.context() as patch:
        patch.setattr(FileListing, "_fill", fill)
        table_now = table()
        table_now.show_query("has:note")
        assert begun.wait(20)
        assert table_now.head.count.text() == "0 …"
        table_now.head.stop.click()
        gate.set()
        assert "Stopped" in table().empty.text()
    hands.press("Return")
    assert table().empty.text().startswith("No highlight fits")
    table().show_query("")
    assert table().rows.rowCount() == 4


def test_keys_that_go_somewhere_bring_the_page_back_first(table, hands, window):
    for key in ("F8", "Ctrl+F8", "Ctrl+F", "F2"):
        window.tools.open("highlights")
        assert window.stack.currentWidget() is table()
        hands.press(key)
        assert window.stack.currentWidget() is window.page
        window.tools.close("find")
    hands.press("Ctrl+Return")
    window.tools.open("highlights")
    window.articles.view.setFocus()
    hands.press("N")
    assert window.stack.currentWidget() is window.page
    assert window.page.current_sentence == 4


def test_what_alters_the_chosen_highlight_alters_the_rows_and_never_the_page_behind(
    table, hands, window, project
):
    label = project.queries.codebook().label("official_claim")
    project.execute(ChangeLabel(label.id, (("definition", "Another one."),)))
    window.page.choose_highlight(next(iter(window.reviewing.article.index))[0])
    hands.press("Down", "Down", "Down", "Down", "Ctrl+Shift+F8")
    chosen = table().rows.listed(table().view.currentIndex().row())
    outdated = {one.id for one in project.queries.outdated(None)}
    assert chosen.id not in outdated
    assert len(outdated) == 1
    before = project.queries.history(1)
    hands.press("Shift+F8", "Ctrl+Shift+Return", "Ctrl+Shift+T")
    assert project.queries.history(1) == before
    assert window.stack.currentWidget() is table()
    assert "reviewed again" in window.banner.text.text()


def test_whose_each_highlight_is_stands_in_sight_beside_its_words(table, window):
    window.resize(1440, 900)
    view, place = table().view, COLUMNS.index("reviewer")
    end = view.columnViewportPosition(place) + view.columnWidth(place)
    assert 0 < end <= view.viewport().width()
