from __future__ import annotations

import pytest

from annotator import bootstrap
from annotator.core.span import Span
from annotator.gui import history_jump, long_work
from annotator.gui.history_rows import PAGE, HistoryRows
from annotator.service.commands import ToggleHighlight


@pytest.fixture
def panel(window, hands, monkeypatch):
    """The panel, brought forth by its key once two sentences were tagged."""
    # On a busy machine too, a short jump is told before the next line of a test.
    monkeypatch.setattr(history_jump, "ASK_AFTER_MS", 0)
    hands.press("J", "1", "J", "2")
    hands.press("Ctrl+Shift+Y")
    made = window.tools.widget("history")
    made.previewing._soon.setInterval(0)
    return made


def titles(panel):
    rows = panel.rows
    return [rows.index(row).data() for row in range(rows.rowCount())]


def said(panel, row):
    return panel.rows.facts(row)


def test_every_change_is_listed_newest_first_imports_and_the_beginning_too(panel):
    found = titles(panel)
    assert len(found) == 4
    assert found[2].startswith("Add 2 articles")
    assert found[-1] == "The beginning"
    assert panel.view.hasFocus()
    assert panel.view.currentIndex().row() == 0
    assert "the project is here" in said(panel, 0)


def test_a_point_tells_what_going_there_would_change(panel, hands, qtbot):
    hands.press("Down")
    qtbot.waitUntil(lambda: "removed" in panel.preview.toPlainText())
    told = panel.preview.toPlainText().translate({ord("\u2068"): None, ord("\u2069"): None})
    assert told.startswith("Dam declared safe: 1 removed")
    assert "− Analyst opinion “Engineers left the site.”" in told
    hands.press("Up")
    qtbot.waitUntil(lambda: "Nothing would change" in panel.preview.toPlainText())


def test_enter_goes_there_and_undo_takes_it_back(panel, hands, quotes):
    hands.press("Down", "Down", "Return")
    assert quotes() == []
    assert titles(panel)[0].startswith("Go to “Add 2 articles")
    assert [entry.undone for entry in panel.rows.entries] == [False, True, True, False]
    assert "undone" in said(panel, 1)
    assert "the project is here" in said(panel, 3)
    assert panel.view.currentIndex().row() == 3
    hands.press("Ctrl+Z")
    assert len(quotes()) == 2
    assert "the project is here" in said(panel, 2)


def test_what_others_did_since_the_preview_is_shown_before_going_there(
    panel, hands, window, project_path, quotes, qtbot
):
    hands.press("Down")
    other = bootstrap.open_project(project_path, create=False)
    label = other.queries.codebook().labels[0].key
    article = other.queries.articles()[1].article.id
    other.execute(ToggleHighlight(article, Span(0, 4), label))
    other.close()
    told = []
    window.reviewing.told.connect(told.append)
    hands.press("Return")
    assert len(quotes()) == 3
    assert len(titles(panel)) == 5
    assert told == ["Another program altered the project: see what this would change now."]
    qtbot.waitUntil(lambda: "Road reopens" in panel.preview.toPlainText())
    hands.press("Return")
    assert len(quotes()) == 1


def test_it_lives_with_changes_while_it_is_seen(panel, hands, window):
    window.page.setFocus()
    hands.press("J", "1")
    assert len(titles(panel)) == 5
    assert panel.view.currentIndex().row() == 0
    hands.press("Ctrl+Z", "Ctrl+Shift+Z")
    assert titles(panel)[0].startswith("Redo: ")
    assert titles(panel)[1].startswith("Undo: ")
    assert panel.rows.current == panel.rows.entries[2].sequence


def test_what_was_done_while_it_was_away_is_there_when_it_comes_back(panel, hands, window):
    hands.press("Escape", "J", "1", "Ctrl+Shift+Y")
    assert len(titles(panel)) == 5
    assert panel.view.currentIndex().row() == 0


def test_after_a_restart_all_of_it_is_there(panel, window, project_path, qtbot):
    window.reviewing.set_project(bootstrap.open_project(project_path, create=False))
    assert len(titles(panel)) == 4


def test_an_empty_history_says_what_will_be_here(empty_window, tmp_path):
    project = bootstrap.open_project(tmp_path / "p.factproj", create=True)
    empty_window.reviewing.set_project(project)
    panel = empty_window.tools.open("history")
    assert panel.empty.isVisible()
    assert "Nothing was done here yet" in panel.empty.text()
    assert not panel.splitter.isVisible()


def test_while_a_text_is_edited_nothing_jumps(panel, window, hands, quotes):
    window.page.setFocus()
    hands.press("F2")
    panel.view.setFocus()
    hands.press("Down", "Return")
    assert len(quotes()) == 2
    assert window.banner.isVisible()


def test_while_another_program_writes_a_jump_waits_and_can_be_cancelled(
    panel, window, hands, project_path, qtbot, monkeypatch
):
    monkeypatch.setattr(long_work, "GRACE_SECONDS", 0)
    window.reviewing.project._store._database._patience = 0.01
    other = bootstrap.open_project(project_path, create=False)
    with other._store.writing():
        hands.press("Down", "Return")
        qtbot.waitUntil(panel.strip.isVisible)
        assert "another program" in panel.strip.text.text()
        hands.press("Escape")
        qtbot.waitUntil(lambda: not panel.strip.isVisible())
    assert window.reviewing.article.progress.highlights == 2
    assert window.tools.is_open("history")
    other.close()


def test_a_long_history_is_read_page_by_page_and_kept_by_changes(project, qtbot):
    article = project.queries.articles()[0].article.id
    asked = []

    def read(count, before):
        asked.append(count)
        return project.queries.history(count, before=before)

    for number in range(PAGE + 30):
        place = Span(number % 50, number % 50 + 2)
        project.execute(ToggleHighlight(article, place, "official_claim"))
    rows = HistoryRows(read)
    rows.fill()
    assert rows.rowCount() == PAGE
    rows.fetchMore(rows.index(-1))
    assert rows.rowCount() == PAGE + 32
    assert not rows.canFetchMore(rows.index(-1))
    asked.clear()
    project.execute(ToggleHighlight(article, Span(60, 62), "official_claim"))
    rows.take_newest()
    assert asked == [2]
    project.undo()
    rows.renew()
    anew = HistoryRows(read)
    anew.fill()
    anew.fetchMore(anew.index(-1))
    assert rows.entries == anew.entries
    assert rows.current == anew.current
