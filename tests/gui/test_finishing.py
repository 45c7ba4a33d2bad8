from __future__ import annotations

import pytest

from annotator.gui.overview_rows import FINISHED as OVERVIEW_FINISHED

FINISH = "Ctrl+Shift+Return"


@pytest.fixture
def rule(window):
    """Set what happens where sentences are not reviewed."""
    return lambda value: window.preferences.settings.set("review.finish_unreviewed", value)


def finished(project):
    return [bool(summary.article.finished) for summary in project.queries.articles()]


def strip(window):
    return window.tools.widget("finishing")


def review_all(window, hands):
    hands.press("Ctrl+Home", "Space")
    hands.press(*["J", "Space"] * (len(window.reviewing.article.sentences) - 1))


def test_what_is_reviewed_is_finished_with_one_key_and_the_next_one_with_another(
    window, hands, project
):
    review_all(window, hands)
    hands.press(FINISH)
    assert finished(project) == [True, False]
    assert "“Road reopens”" in strip(window).text.text()
    hands.press("Return")
    assert window.reviewing.article.article.title == "Road reopens"
    assert window.page.hasFocus()
    assert not window.tools.is_open("finishing")


def test_unreviewed_sentences_are_asked_about_first(window, hands, project):
    hands.press(FINISH)
    assert "nobody reviewed: 6" in strip(window).text.text()
    hands.press("Escape")
    assert window.page.hasFocus()
    hands.press(FINISH)
    assert finished(project) == [False, False]
    hands.press("Return")
    assert finished(project) == [True, False]


def test_turned_down_the_next_unreviewed_sentence_is_shown(window, hands, project):
    hands.press("Space", FINISH, "Tab", "Space")
    assert finished(project) == [False, False]
    assert window.page.current_sentence == 1
    assert window.page.hasFocus()


def test_refused_by_the_setting_it_says_what_is_left(window, hands, project, rule):
    rule("block")
    hands.press(FINISH)
    assert "6 sentences are not reviewed" in window.banner.text.text()
    review_all(window, hands)
    hands.press(FINISH)
    assert finished(project) == [True, False]


def test_allowed_by_the_setting_nothing_is_asked(window, hands, project, rule):
    rule("allow")
    hands.press(FINISH)
    assert finished(project) == [True, False]


def test_the_last_one_is_told_and_the_same_key_reopens(window, hands, project, rule):
    rule("allow")
    hands.press(FINISH, "Return", FINISH)
    assert finished(project) == [True, True]
    assert "the last one" in window.banner.text.text()
    hands.press(FINISH)
    assert finished(project) == [True, False]
    hands.press("Ctrl+Z", "Ctrl+Z")
    assert finished(project) == [True, False]


def test_the_list_shows_it_among_the_finished(window, hands, project, rule):
    rule("allow")
    hands.press(FINISH)
    rows = window.articles.rows
    assert [[row.article.title for row in section.rows] for section in rows.sections] == [
        [],
        ["Road reopens"],
        ["Dam declared safe"],
    ]
    assert "Finished" in rows.sections[2].rows[0].spoken
    assert window.menus.action("review.finish").isChecked()


def test_what_is_offered_goes_with_the_article(window, hands, project, rule):
    rule("allow")
    hands.press(FINISH)
    assert window.tools.is_open("finishing")
    window.open_article(project.queries.articles()[1].article.id)
    assert not window.tools.is_open("finishing")


def test_what_is_finished_and_reviewed_no_more_says_what_is_left(window, hands, project, rule):
    review_all(window, hands)
    rule("allow")
    hands.press(FINISH, "Escape", "Space")
    assert finished(project) == [True, False]
    row = window.articles.rows.sections[2].rows[0]
    assert "Finished, 1 left" in row.spoken
    table = window.tools.open("overview").rows
    assert table.index(0, OVERVIEW_FINISHED).data() == "✓ 1 left"


def test_where_the_setting_refuses_it_reopens_in_the_same_step(window, hands, project, rule):
    review_all(window, hands)
    rule("block")
    hands.press(FINISH, "Escape", "1")
    assert finished(project) == [True, False]
    hands.press("1")
    before = len(project.queries.history(50))
    hands.press("Space")
    assert len(project.queries.history(50)) == before + 1
    assert finished(project) == [False, False]
    hands.press("Ctrl+Z")
    assert finished(project) == [True, False]
    progress = window.reviewing.article.progress
    assert progress.sentences == progress.reviewed
    hands.press("Ctrl+Y")
    assert finished(project) == [False, False]
