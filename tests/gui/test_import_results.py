"""The table of what became of files tells of highlights without a place, and leads to them."""

from __future__ import annotations

import json
import threading

import pytest
from tests.gui.conftest import DAM
from tests.gui.newer_dam import LOST, NEWER, ROAD, tagged
from tests.service.newer_copies import added

from annotator.gui import import_results_rows
from annotator.gui.import_results_rows import HIGHLIGHTS
from annotator.service.finishing_commands import FinishArticle

URL = "https://example.org/dam"


@pytest.fixture
def known(project):
    """A finished article from an address, two of its sentences tagged."""
    article = added(project, f"{DAM}\nIt rained.", title="Known", url=URL)
    for words in (LOST, ROAD):
        tagged(project, article, words)
    project.execute(FinishArticle(article.id, accept_unreviewed=True))
    return article


@pytest.fixture
def files(tmp_path):
    """Its newer copy as a row of a dump, and a text of its own."""
    dump, other = tmp_path / "dump.jsonl", tmp_path / "other.txt"
    dump.write_text(json.dumps({"title": "Known", "url": URL, "text": NEWER}) + "\n", "utf-8")
    other.write_text("Other\n\nIt rained all day.\n", "utf-8")
    return [dump, other]


@pytest.fixture
def table(window, qtbot, known, files):
    """The table after both came in, what was told of them beside it."""
    window.preferences.settings.set("import.preview", "never")
    window.files.add_articles(files)
    qtbot.waitUntil(lambda: window.files.job is None, timeout=20_000)
    return window.tools.open("import-results")


def test_highlights_without_a_place_are_told_by_row_and_in_sum(window, table):
    told = window.banner.text.text()
    assert "1 with a newer text · 1 finished no more · 2 highlights need a place" in told
    assert table.count.text().endswith("Highlights that need a place: 1 ambiguous · 1 lost")
    assert [table.rows.result(row).cells[HIGHLIGHTS] for row in (0, 1)] == [
        "1 ambiguous · 1 lost",
        "",
    ]
    assert not table.view.isColumnHidden(HIGHLIGHTS)
    assert "open again" in table.why.text()


def test_a_row_leads_to_the_list_in_which_they_are_placed(window, qtbot, table, known):
    table.view.setCurrentIndex(table.rows.index(1, 0))
    assert not table.places_button.isEnabled()
    table.view.setCurrentIndex(table.rows.index(0, 0))
    table.places_button.click()
    assert window.reviewing.article.article.id == known.id
    assert window.tools.is_open("unplaced")
    panel = window.tools.widget("unplaced")
    qtbot.waitUntil(lambda: len(panel.rows.choices) == 2)


def test_where_none_waits_nothing_is_said_of_places(window, qtbot, files):
    window.preferences.settings.set("import.preview", "never")
    window.files.add_articles(files)
    qtbot.waitUntil(lambda: window.files.job is None, timeout=20_000)
    table = window.tools.open("import-results")
    assert table.view.isColumnHidden(HIGHLIGHTS)
    assert table.places_button.isHidden()


def test_the_rows_are_made_beside_the_window(window, qtbot, files, monkeypatch):
    threads, made = [], import_results_rows.results_of

    def results_of(*told):
        threads.append(threading.current_thread())
        return made(*told)

    monkeypatch.setattr(import_results_rows, "results_of", results_of)
    window.preferences.settings.set("import.preview", "never")
    window.files.add_articles(files)
    qtbot.waitUntil(lambda: window.files.job is None, timeout=20_000)
    assert threads
    assert threading.main_thread() not in threads
