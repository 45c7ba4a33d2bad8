"""What needs all of a long article waits for it, while the keys go on working."""

from __future__ import annotations

import pytest
from tests.gui.conftest import Hands
from tests.gui.costs import filled_project

HIGHLIGHTS = 20_000


@pytest.fixture
def window(empty_window, tmp_path):
    """The window with a large article just opened, most of it still to come."""
    project, article_id = filled_project(tmp_path / "large.factproj", HIGHLIGHTS)
    empty_window.reviewing.set_project(project)
    empty_window.open_article(article_id)
    empty_window.page.setFocus()
    assert not empty_window.reviewing.article.filled
    return empty_window


@pytest.fixture
def loader(window):
    """What brings the article, stopped."""
    timer = window.reviewing._loader._timer
    timer.stop()
    return timer


@pytest.fixture
def commands(window):
    done = []
    for name in ("first", "second"):
        window.reviewing.held.do(lambda name=name: done.append(name))
    return done


def test_what_is_typed_before_the_editor_is_there_is_for_the_text(window, loader, qtbot):
    article, before = window.reviewing.article, window.reviewing.article.text
    Hands(window).press("F2", "J", "F2", "1", "Space", "Right", "Backspace", "N")
    assert (article.filled, window.page.editing) == (False, None)
    assert window.page.current_sentence == 0
    assert window.page.chosen_highlight is None
    loader.start()
    qtbot.waitUntil(lambda: window.page.editing is not None, timeout=20_000)
    assert article.filled
    assert len(article.index) == HIGHLIGHTS + 1
    assert article.text == "j1 n" + before[1:]


def test_escape_gives_up_the_editor_that_was_not_there_yet(window, loader, qtbot):
    Hands(window).press("F2", "J", "Escape", "J")
    assert window.page.current_sentence == 1
    loader.start()
    qtbot.waitUntil(lambda: window.reviewing.article.filled, timeout=20_000)
    assert window.page.editing is None


def test_the_next_changed_highlight_is_chosen_once_the_article_is_there(window, loader, qtbot):
    window.reviewing.rereview = {1: "what was said"}
    Hands(window).press("F8")
    assert not window.reviewing.article.filled
    assert window.page.chosen_highlight is None
    loader.start()
    qtbot.waitUntil(lambda: window.page.chosen_highlight == 1, timeout=20_000)


def test_what_nothing_waits_for_is_told_at_once(window, loader):
    Hands(window).press("F8")
    assert "No highlight here" in window.banner.text.text()


def test_what_is_held_for_long_is_told_and_done_in_its_order(window, loader, commands, qtbot):
    qtbot.waitUntil(window.banner.isVisible)
    assert "as soon as all of the article is loaded" in window.banner.text.text()
    assert commands == []
    loader.start()
    qtbot.waitUntil(lambda: commands == ["first", "second"], timeout=20_000)


def test_what_is_held_is_let_go_of_with_its_article(window, loader, commands):
    window.reviewing.article.complete()
    window.reviewing.set_project(None)
    window.reviewing.held.go_on()
    assert commands == []


def test_what_is_held_goes_on_where_the_same_article_is_opened_again(
    window, loader, commands, qtbot
):
    window.reviewing.open_article(window.reviewing.article.article.id)
    qtbot.waitUntil(lambda: commands == ["first", "second"], timeout=20_000)
