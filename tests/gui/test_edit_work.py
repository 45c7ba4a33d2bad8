"""Long work on an edited text in the real window: it shows how far it is and can be cancelled."""

from __future__ import annotations

import sqlite3

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.gui.test_edit_mode import same_on_page
from tests.service.dam_text import add_text

from annotator.core.editing_errors import EditLogError
from annotator.core.span import Span
from annotator.gui import edit_run, edit_work
from annotator.service.commands import AddHighlight

PARAGRAPHS = 150
LONG = "\n".join(f"The red fox {number} met the old fox." for number in range(PARAGRAPHS))
PLACES = 2 * PARAGRAPHS


@pytest.fixture
def long_article(window, project, hands, qtbot):
    """An article of 150 paragraphs, tagged in each, whose text is about to be edited."""
    article_id = add_text(project, LONG, "Foxes")
    for start in range(0, len(LONG) - 40, 150):
        project.execute(AddHighlight(article_id, (Span(start, start + 40),), "official_claim"))
    window.open_article(article_id)
    qtbot.waitUntil(lambda: window.page.is_loaded)
    hands.press("F2", "Ctrl+H")
    return window.reviewing.article


@pytest.fixture
def idle(window, qtbot):
    return lambda: qtbot.waitUntil(lambda: not window.edit_mode.work.busy, timeout=30_000)


@pytest.fixture
def state(window, long_article, annotator_home):
    """Everything that must be as it was: text, highlights, sentences, log and page."""

    def ask():
        article = window.reviewing.article
        (log,) = annotator_home.rglob("*-edits/*.jsonl")
        same_on_page(window)
        return (
            article.text,
            list(article.index),
            list(article.sentences),
            log.read_bytes(),
            window.page.editing.can_undo,
            window.page.editing.can_redo,
            window.page.caret,
        )

    return ask


def replace_all(window, find, replacement):
    """Fill the two fields and press the button."""
    bar = window.edit_bar
    bar.find_field.setText(find)
    bar.replacement_field.setText(replacement)
    QTest.mouseClick(bar.replace_button, Qt.MouseButton.LeftButton)


@pytest.fixture
def midway(window, monkeypatch):
    """Do something once, when the next long work has done its first few edits."""
    monkeypatch.setattr(edit_run, "SLICE_SECONDS", 0)
    monkeypatch.setattr(edit_run, "AT_ONCE", PLACES // 8)

    def arrange(do):
        asked = []

        def once(done):
            if done and not asked:
                asked.append(done)
                do()

        window.edit_bar.progress.valueChanged.connect(once)
        return asked

    return arrange


def test_a_long_replacement_shows_how_far_it_is_and_is_one_step_of_undo(
    hands, window, long_article, idle, midway
):
    before, seen = list(long_article.index), []
    midway(window.repaint)
    replace_all(window, "fox", "badger")
    assert window.edit_bar.progress.isVisible()
    assert not window.edit_bar.done_button.isVisible()
    window.edit_bar.progress.valueChanged.connect(seen.append)
    idle()
    assert seen == sorted(seen)
    assert len(seen) > 2
    assert seen[-1] == PLACES
    assert window.edit_bar.text.text() == f"Places replaced: {PLACES}."
    assert not window.edit_bar.progress.isVisible()
    assert long_article.text == LONG.replace("fox", "badger")
    same_on_page(window)
    window.page.setFocus()
    hands.press("Ctrl+Z")
    idle()
    assert long_article.text == LONG
    assert list(long_article.index) == before
    hands.press("Ctrl+Shift+Z")
    idle()
    assert long_article.text == LONG.replace("fox", "badger")
    same_on_page(window)


@pytest.mark.parametrize("way", ["the button", "Escape"])
def test_a_cancelled_replacement_has_changed_nothing(hands, window, state, idle, midway, way):
    before, bar = state(), window.edit_bar
    ways = {
        "Escape": lambda: hands.press("Escape"),
        "the button": lambda: QTest.mouseClick(bar.cancel_button, Qt.MouseButton.LeftButton),
    }
    asked = midway(ways[way])
    replace_all(window, "fox", "badger")
    idle()
    assert 0 < asked[0] < PLACES
    assert state() == before
    assert bar.done_button.isVisible()


@pytest.mark.parametrize("key", ["Ctrl+Z", "Ctrl+Shift+Z"])
def test_cancelled_undo_and_redo_have_changed_nothing(hands, window, state, idle, midway, key):
    replace_all(window, "fox", "badger")
    idle()
    window.page.setFocus()
    if key != "Ctrl+Z":
        hands.press("Ctrl+Z")
        idle()
    before, asked = state(), midway(window.edit_mode.work.cancel)
    hands.press(key)
    idle()
    assert 0 < asked[0] < PLACES
    assert state() == before
    hands.press(key)
    idle()
    assert (window.reviewing.article.text == LONG) is (key == "Ctrl+Z")


def test_what_the_log_does_not_take_is_taken_back(
    window, long_article, state, idle, monkeypatch, tmp_path
):
    before = state()

    def refuse(_edits):
        raise EditLogError(tmp_path, "full")

    monkeypatch.setattr(window.page.editing._log, "append", refuse)
    replace_all(window, "fox", "badger")
    idle()
    assert "cannot be kept" in window.banner.text.text()
    assert state() == before


def test_nothing_can_be_touched_meanwhile(hands, window, long_article, idle, midway):
    def touch():
        hands.press("A", "Ctrl+Return", "]", "Ctrl+Z")
        QTest.mouseClick(window.articles.view.viewport(), Qt.MouseButton.LeftButton)
        QTest.mouseClick(window.page.viewport(), Qt.MouseButton.LeftButton)

    asked = midway(touch)
    replace_all(window, "fox", "badger")
    idle()
    assert 0 < asked[0] < PLACES
    assert window.reviewing.article is long_article
    assert long_article.text == LONG.replace("fox", "badger")
    same_on_page(window)


def test_leaving_in_the_middle_leaves_the_text_as_it_was(
    window, long_article, project, midway, idle
):
    asked = midway(lambda: window.reviewing.open_article(long_article.article.id))
    replace_all(window, "fox", "badger")
    idle()
    assert 0 < asked[0] < PLACES
    assert window.reviewing.article is not long_article
    assert window.reviewing.article.text == LONG
    assert project.queries.typed_text(long_article.article.id) is None


def test_what_was_typed_is_taken_up_in_slices_and_that_can_be_cancelled(
    window, long_article, idle, qtbot, project
):
    replace_all(window, "fox", "badger")
    idle()
    window.reviewing.open_article(long_article.article.id)
    log = project.queries.typed_text(long_article.article.id)
    window.edit_mode.begin()
    assert window.edit_bar.progress.isVisible()
    window.edit_mode.work.cancel()
    assert window.page.editing is None
    assert window.reviewing.article.text == LONG
    assert project.queries.typed_text(long_article.article.id) == log
    window.edit_mode.begin()
    QTest.keyClicks(window.page, "1z")
    assert window.edit_mode.work.busy
    idle()
    assert window.reviewing.article.text == "1z" + LONG.replace("fox", "badger")
    assert window.page.editing is not None
    qtbot.waitUntil(lambda: window.page.is_loaded)
    same_on_page(window)


@pytest.fixture
def slowly(monkeypatch, window):
    """Make revisions beside the window from the first moment, and stop before the last one."""
    monkeypatch.setattr(edit_work, "GRACE_SECONDS", 0)
    monkeypatch.setattr(edit_work, "TELL_EVERY", 1)


def test_a_long_revision_shows_how_far_it_is(window, long_article, idle, slowly, project):
    replace_all(window, "fox", "badger")
    idle()
    seen = []
    window.edit_bar.progress.valueChanged.connect(seen.append)
    window.edit_mode.finish()
    assert window.edit_bar.progress.isVisible()
    idle()
    assert max(seen) == len(long_article.index)
    assert window.page.editing is None
    assert window.reviewing.article.text == LONG.replace("fox", "badger")
    same_on_page(window)


def test_a_cancelled_revision_has_changed_nothing(
    window, long_article, state, idle, slowly, project
):
    replace_all(window, "fox", "badger")
    idle()
    before, highlights = state(), list(project.queries.highlights(long_article.article.id))
    window.edit_mode.finish()
    window.edit_mode.work.cancel()
    idle()
    assert state() == before
    assert window.page.editing is not None
    content = project.queries.content(long_article.article.id)
    assert content.revision.text == LONG
    assert list(project.queries.highlights(long_article.article.id)) == highlights
    assert project.check() == []


def test_a_revision_waits_for_another_program(window, long_article, idle, slowly, qtbot, project):
    replace_all(window, "fox", "badger")
    idle()
    project._store._database._patience = 0.01
    other = sqlite3.connect(project.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    window.edit_mode.finish()
    qtbot.waitUntil(lambda: "another program" in window.edit_bar.text.text())
    other.close()
    idle()
    assert window.reviewing.article.text == LONG.replace("fox", "badger")


def test_closing_in_the_middle_of_a_revision_loses_nothing(
    window, long_article, idle, slowly, project_path
):
    from annotator import bootstrap  # noqa: PLC0415 - to look at the file afterwards

    replace_all(window, "fox", "badger")
    idle()
    window.edit_mode.finish()
    window.reviewing.set_project(None)
    again = bootstrap.open_project(project_path, create=False)
    article_id = long_article.article.id
    revised = again.queries.content(article_id).revision.text != LONG
    typed = again.queries.typed_text(article_id)
    assert revised is (typed is None)
    assert again.check() == []
    again.close()
