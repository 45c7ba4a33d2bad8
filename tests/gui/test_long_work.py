"""Changes to very much at once in the real window: beside it, seen, and cancelled."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.service.dam_text import add_text

from annotator.core.span import Span
from annotator.gui import long_work
from annotator.service import open_article
from annotator.service.bulk_commands import TagSpans
from annotator.service.codebook_commands import ChangeLabel

LINE = "The red fox met it.\n"
MANY = 60


@pytest.fixture
def many(window, project, monkeypatch, qtbot, hands):
    """An article of 60 tagged paragraphs that count as very many, nothing done within a grace."""
    monkeypatch.setattr(long_work, "AT_ONCE", MANY // 2)
    monkeypatch.setattr(long_work, "GRACE_SECONDS", 0)
    monkeypatch.setattr(open_article, "MOST_TAKEN", MANY // 2)
    article_id = add_text(project, LINE * MANY, "Foxes")
    spans = tuple(Span(n * len(LINE) + 4, n * len(LINE) + 11) for n in range(MANY))
    project.execute(TagSpans(article_id, spans, "official_claim"))
    window.open_article(article_id)
    window.page.setFocus()
    return window.reviewing.article


@pytest.fixture
def idle(window, qtbot):
    def wait():
        def settled():
            editor = window.tools.widget("codebook")
            busy = window.work.busy or (editor is not None and editor.work.busy)
            return not busy and window.reviewing.article.filled

        qtbot.waitUntil(settled, timeout=20_000)

    return wait


def test_a_long_undo_and_redo_go_on_beside_the_window_and_the_page_follows(
    window, many, hands, idle, quotes, project
):
    hands.press("End")
    window.page.setFocus()
    QTest.keyClick(window.page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.work.busy
    idle()
    assert quotes() == []
    assert window.reviewing.article is many
    assert len(many.index) == 0
    hands.press("Ctrl+Shift+Z")
    idle()
    assert len(quotes()) == len(many.index) == MANY
    key = next(key for key in window.label_bar.keys.values() if key.label.key == "official_claim")
    assert key.count == MANY
    assert many.progress.highlights == MANY
    assert project.check() == []


def test_a_cancelled_step_has_changed_nothing_and_no_other_key_does_anything(
    window, many, idle, quotes, project, monkeypatch
):
    before, newest = quotes(), project.queries.history(1)
    started = []

    def slow(self, watch, **_more):
        started.append(self)
        while True:
            watch.step(1, 2)
            time.sleep(0.005)

    monkeypatch.setattr(type(project), "commit_undo", slow)
    QTest.keyClick(window.page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window.page, Qt.Key.Key_2)
    QTest.qWait(250)
    assert window.work_strip.isVisible()
    assert window.work_strip.text.text() == "Undoing… 1 of 2"
    QTest.mouseClick(window.work_strip.cancel, Qt.MouseButton.LeftButton)
    idle()
    assert len(started) == 1
    assert not window.work_strip.isVisible()
    assert (quotes(), project.queries.history(1)) == (before, newest)


@pytest.mark.parametrize("undone", [False, True])
def test_the_store_stops_in_the_middle_and_is_as_it_was(many, project, quotes, undone, monkeypatch):
    monkeypatch.setattr("annotator.store.jumps.AT_ONCE", 10)
    if undone:
        project.undo()
    before, newest = quotes(), project.queries.history(1)
    told = []
    watch = long_work.Watch(lambda done, _total: told.append(done), lambda: len(told) > 3)
    with pytest.raises(long_work.StoppedError):
        (project.commit_redo if undone else project.commit_undo)(watch)
    assert told == [0, 10, 20, 30]
    assert (quotes(), project.queries.history(1)) == (before, newest)
    assert project.check() == []


def test_confirming_all_and_merging_go_on_beside_the_editor(window, many, hands, idle, project):
    codebook = project.queries.codebook()
    label, other = codebook.label("official_claim"), codebook.label("analyst_opinion")
    project.execute(ChangeLabel(label.id, (("definition", "Another one."),)))
    editor = window.tools.open("codebook")
    editor.outdated.confirms[label.id].click()
    assert editor.work.busy
    idle()
    assert list(project.queries.outdated(label.id)) == []
    editor.labels.list.choose(label.id)
    editor.labels._merge(label.id, other.id)
    assert editor.work.busy
    idle()
    assert {one.label_id for one in project.queries.highlights()} == {other.id}
    assert many.label_counts() == {other.id: MANY}
    editor.close()


def test_tagging_all_hits_goes_on_beside_the_window(window, many, hands, idle, quotes, qtbot):
    hands.press("Ctrl+F")
    hands.type("met")
    bar = window.tools.widget("find")
    qtbot.waitUntil(lambda: len(bar.search.hits) == MANY)
    bar.ask(next(one for one in window.reviewing.codebook.labels if one.key == "analyst_opinion"))
    QTest.keyClick(bar.tagging.yes, Qt.Key.Key_Space)
    assert window.work.busy
    idle()
    assert [label for label, _ in quotes()].count("analyst_opinion") == MANY
    assert len(many.index) == 2 * MANY
