"""Sentences split and joined in the real window: keys in, the file and the page out."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator import bootstrap

WHOLE = "Engineers left the site."


@pytest.fixture
def sentences(window):
    """The sentences as the article on the page has them."""

    def ask():
        article = window.reviewing.article
        return [article.sentence_text(number) for number in range(len(article.sentences))]

    return ask


@pytest.fixture
def stored(project, window):
    """The sentences as the file has them."""

    def ask():
        article = project.open_article(window.reviewing.article.article.id)
        return [article.sentence_text(number) for number in range(len(article.sentences))]

    return ask


@pytest.fixture
def split(window, hands, sentences):
    """Split the third sentence behind its second word."""
    hands.press("J", "J", "S", "Ctrl+Right", "Ctrl+Right", "S", "Escape")
    assert sentences()[2:4] == ["Engineers left", "the site."]
    return window.reviewing.article


def test_the_first_press_brings_the_caret_and_the_second_splits_there(
    window, split, sentences, stored
):
    assert stored() == sentences()
    assert window.reviewing.article is split
    assert window.page.current_sentence == 3
    assert len(sentences()) == split.progress.sentences == 7
    assert next(window.speech.description()) == "Sentence 4 of 7."


def test_undo_takes_it_back_and_shows_its_place_and_redo_repeats_it(
    window, hands, split, sentences, stored
):
    hands.press("Home", "Ctrl+Z")
    assert WHOLE in sentences()
    assert stored() == sentences()
    assert window.page.current_sentence == 2
    assert window.reviewing.article is split
    hands.press("Ctrl+Shift+Z")
    assert sentences()[2:4] == ["Engineers left", "the site."]
    assert stored() == sentences()


def test_a_sentence_is_joined_with_the_next_and_selected_ones_with_each_other(
    window, hands, split, sentences, stored, project
):
    hands.press("Home", "J", "J", "Shift+S")
    assert WHOLE in sentences()
    hands.press("K", "Shift+J", "Shift+S")
    assert sentences()[1].endswith(f"safe. {WHOLE}")
    assert stored() == sentences()
    assert project.check() == []
    hands.press("Ctrl+Z", "Ctrl+Z")
    assert sentences()[2:4] == ["Engineers left", "the site."]


def test_what_cannot_be_split_or_joined_is_told_and_alters_nothing(
    window, hands, sentences, project
):
    before, newest = sentences(), project.queries.history(1)
    hands.press("S", "S")
    assert "nothing to split" in window.banner.text.text()
    hands.press("Escape", "Home", "Shift+S")
    assert "last one" in window.banner.text.text()
    assert sentences() == before
    assert project.queries.history(1) == newest


def test_highlights_marks_and_the_cursor_stay_where_they_are(
    window, hands, quotes, sentences, project
):
    hands.press("J", "J", "2", "Space", "J", "1")
    before, chosen = quotes(), window.page.chosen_highlight
    hands.press("K", "S", "Ctrl+Right", "S", "Escape", "J", "Tab")
    assert quotes() == before
    assert sentences()[2:4] == ["Engineers", "left the site."]
    assert window.page.current_sentence == 4
    assert window.page.chosen_highlight == chosen
    assert project.check() == []
    assert window.reviewing.article.is_reviewed(2)
    assert window.reviewing.article.is_reviewed(3)


def test_only_the_paragraph_and_the_head_are_repainted(window, hands, split, qtbot):
    window.repaint()
    window.page._idle.stop()
    QApplication.processEvents()
    before = window.page.painted_blocks
    hands.press("Ctrl+Z")
    qtbot.waitUntil(lambda: window.page.painted_blocks > before)
    assert window.page.painted_blocks - before < window.page.document().blockCount() - 2


def test_corrections_outlive_edits_of_the_text_and_reopening(
    window, hands, split, sentences, project_path
):
    hands.press("F2", "Ctrl+End")
    QTest.keyClicks(window.page, "Nobody came.")
    window.page._place_caret(window.reviewing.article.text.index(" the site"))
    QTest.keyClicks(window.page, " for good")
    hands.press("Ctrl+Return")
    assert sentences()[2:4] == ["Engineers left for good", "the site."]
    article_id = window.reviewing.article.article.id
    window.reviewing.set_project(None)
    again = bootstrap.open_project(project_path, create=False)
    window.reviewing.set_project(again)
    window.open_article(article_id)
    assert sentences()[2:4] == ["Engineers left for good", "the site."]
    hands.press("Ctrl+Z", "Ctrl+Z")
    assert WHOLE in sentences()


def test_half_typed_text_is_finished_first(window, hands, sentences):
    before = len(sentences())
    hands.press("F2", "X")
    window.reviewing.open_article(window.reviewing.article.article.id)
    window.page.setFocus()
    hands.press("J", "S", "Ctrl+Right", "S")
    assert "choose Done or Discard" in window.banner.text.text()
    assert len(sentences()) == before


def test_both_are_in_the_menu_and_the_palette(window, hands):
    for action_id, key in (("sentence.split", "S"), ("sentence.join", "Shift+S")):
        entry = window.menus.action(action_id)
        assert entry.isEnabled()
        assert entry.shortcut().toString() == key
        assert entry.text() in {offer.title for offer in window._offers()}
