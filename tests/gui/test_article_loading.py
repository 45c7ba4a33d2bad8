"""A long article in the window: its first screen at once, its highlights behind it."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.gui.conftest import Hands
from tests.service.dam_text import add_text

from annotator.core.project_errors import DamagedProjectError
from annotator.core.span import Span
from annotator.gui import article_loading
from annotator.gui.article_loading import NEVER, OFTEN, QuietCollector
from annotator.service import article_filling
from annotator.service import project as projects
from annotator.service.commands import AddHighlight

PARAGRAPH = "The minister said on Monday that it rained. Nobody else saw it. " * 4
TEXT = "\n".join([PARAGRAPH] * 60)
EVERY = 50


@pytest.fixture
def long_article(project, monkeypatch):
    """A third article, whose highlights come one after the other."""
    monkeypatch.setattr(projects, "FILLED_AT_ONCE", -1)
    monkeypatch.setattr(article_filling, "SLICE", 1)
    article_id = add_text(project, TEXT, "A long report")
    for start in range(0, len(TEXT) - 40, EVERY * 10):
        project.execute(AddHighlight(article_id, (Span(start, start + 40),), "official_claim"))
    return article_id


@pytest.fixture
def opened(window, long_article):
    """The window with the long article's first screen painted, and the rest still to come."""
    window.open_article(long_article)
    window.page.viewport().repaint()
    assert not window.reviewing.article.filled
    return window.reviewing.article


def counts(window):
    return [key.count for key in window.label_bar.keys.values()]


def test_the_first_screen_has_its_highlights_before_the_rest_is_there(opened, project):
    whole = project.open_article(opened.article.id)
    first = Span(0, len(PARAGRAPH))
    assert opened.index.overlapping(first.start, first.end) == whole.index.overlapping(0, first.end)
    assert 0 < len(opened.index) < len(whole.index)


def test_a_place_far_down_has_its_highlights_when_it_is_first_painted(
    window, long_article, project
):
    window.reviewing.open_article(long_article, sentence=300)
    window.page.viewport().repaint()
    span = window.reviewing.current_span()
    article, whole = window.reviewing.article, project.open_article(long_article)
    assert not article.filled
    assert article.index.overlapping(span.start, span.end) == whole.index.overlapping(
        span.start, span.end
    )


def test_all_highlights_follow_between_events(opened, window, qtbot, project):
    before = counts(window)
    qtbot.waitUntil(lambda: opened.filled)
    whole = project.open_article(opened.article.id)
    assert list(opened.index) == list(whole.index)
    assert counts(window) == before


def test_a_tag_while_the_article_loads_is_neither_lost_nor_doubled(opened, window, qtbot, project):
    Hands(window).press("2")
    assert not opened.filled
    qtbot.waitUntil(lambda: opened.filled)
    whole = project.open_article(opened.article.id)
    assert list(opened.index) == list(whole.index)
    by_key = {key.label.key: key.count for key in window.label_bar.keys.values()}
    assert by_key["analyst_opinion"] == 1
    Hands(window).press("Ctrl+Z")
    assert list(opened.index) == list(project.open_article(opened.article.id).index)


def test_another_article_opened_meanwhile_ends_the_loading(opened, window, qtbot, project):
    other = project.queries.articles()[0].article.id
    window.open_article(other)
    qtbot.waitUntil(lambda: window.reviewing.article.filled)
    for _ in range(5):
        QApplication.processEvents()
    assert not opened.filled
    assert window.reviewing.article.article.id == other


def test_walking_to_the_next_highlight_knows_those_still_to_come(opened, window, qtbot):
    window.page.go_to_sentence(7)
    window.reviewing.choose_previous()
    window.reviewing.choose_previous()
    assert not opened.filled
    qtbot.waitUntil(lambda: window.page.chosen_highlight is not None)
    assert opened.filled


@pytest.mark.parametrize("question", ["placed_behind", "placed_near"])
def test_an_article_whose_rest_cannot_be_read_is_closed_and_the_reason_told(
    window, long_article, project, qtbot, monkeypatch, question
):
    def fail(*_arguments):
        raise DamagedProjectError(project.path, "a page is garbled")

    monkeypatch.setattr(project.queries, question, fail)
    window.open_article(long_article)
    qtbot.waitUntil(lambda: window.reviewing.article is None)
    assert window.banner.isVisible()
    assert "garbled" in window.banner.text.text()


def test_old_garbage_is_looked_for_when_the_hands_rest_and_not_while_an_article_loads(
    qtbot, monkeypatch
):
    monkeypatch.setattr(article_loading, "REST_MS", 1)
    monkeypatch.setattr(article_loading, "OFTEN", (700, 10, -1))
    collected, busy = [], [True, True, False]
    monkeypatch.setattr(article_loading.gc, "collect", lambda: collected.append(len(busy)))
    collector = QuietCollector(lambda: busy.pop(0))
    QTest.qWait(5)
    assert not collected
    collector.put_off()
    qtbot.waitUntil(lambda: bool(collected))
    assert collected == [0]


def test_python_looks_for_old_garbage_by_itself_where_no_project_is_open(project, window):
    assert gc.get_threshold()[2] == NEVER
    window.reviewing.set_project(None)
    assert gc.get_threshold() == OFTEN
