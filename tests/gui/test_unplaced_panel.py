"""Highlights that lost their places to a newer text are settled in a list, one key each."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QImage
from tests.gui.conftest import DAM
from tests.gui.newer_dam import LOST, NEWER, ROAD, tagged
from tests.service.newer_copies import added, revised

from annotator.core.span import Span
from annotator.service.commands import AddHighlight


@pytest.fixture
def panel(window, project, hands):
    """The list, opened by its key, on an article whose newer text lost the places of two."""
    article = window.reviewing.article.article
    for words in (LOST, "Dr. Voss expects", ROAD):
        tagged(project, article, words)
    revised(project, article, NEWER, title="")
    hands.press("Shift+P")
    return window.tools.widget("unplaced")


@pytest.fixture
def waiting(project):
    """Ask the file for the quotes that wait for a place."""
    return lambda: [one.quote for one in project.queries.unplaced_highlights()]


def shown(panel):
    return [one.highlight.quote for one in panel.rows.choices]


def offered(window):
    """The words framed on the page."""
    text = window.reviewing.article.text
    return [text[span.start : span.end] for spans in window.page._offers for span in spans]


def test_a_revision_says_above_the_page_how_many_need_a_place_and_opens_the_list(panel, window):
    assert window.banner.text.text() == "2 highlights need a place."
    panel.details.hand.setFocus()
    window.tools.close("unplaced")
    window.banner.offers()[0].click()
    assert window.tools.is_open("unplaced")
    assert shown(panel) == [LOST, ROAD]


def test_walking_frames_the_places_on_the_page_until_the_list_is_put_away(panel, window, hands):
    assert offered(window) == []
    hands.press("Down")
    assert offered(window) == ["the road stayed closed", "The road stayed closed"]
    sentence = window.page.current_sentence
    hands.press("Space")
    assert window.page.current_sentence < sentence
    hands.press("Escape")
    assert offered(window) == []
    assert window.page.hasFocus()


def test_the_two_places_are_told_apart_without_color(panel, window, hands):
    def picture():
        return window.page.viewport().grab().toImage().convertToFormat(QImage.Format.Format_Mono)

    hands.press("Down")
    spans = window.page._offers
    first = picture()
    window.page.show_offers(spans[::-1])
    assert picture() != first


@pytest.mark.parametrize(
    ("key", "place"), [("Return", "the road"), ("1", "the road"), ("2", "The road")]
)
def test_one_key_places_a_highlight_and_undo_takes_that_back(
    panel, hands, waiting, quotes, key, place
):
    before = quotes()
    hands.press("Down", key)
    assert waiting() == [LOST]
    assert ("official_claim", f"{place} stayed closed") in quotes()
    assert shown(panel) == [LOST]
    hands.press("Ctrl+Z")
    assert quotes() == before
    assert shown(panel) == [LOST, ROAD]
    assert panel.choice().highlight.quote == ROAD
    assert panel.view.hasFocus()


def test_return_puts_no_lost_one_on_words_that_are_only_like_it(
    window, project, hands, waiting, quotes
):
    day = "Paragraph {0} says the ministry reported {0}7 losses. Officials denied it on day {0}."
    story = "\n\n".join(day.format(number) for number in range(1, 9))
    article = added(project, story, title="Story")
    start = story.index("Officials denied it on day 5.")
    project.execute(
        AddHighlight(
            article.id,
            (Span(start, start + len("Officials denied it on day 5.")),),
            "official_claim",
        )
    )
    revised(project, article, story.replace(day.format(5) + "\n\n", ""), title="Story")
    window.open_article(article.id)
    hands.press("Shift+P")
    panel = window.tools.widget("unplaced")
    assert panel.choice().lost
    told = panel.view.model().data(panel.view.currentIndex()).title
    assert told.startswith("✕ Lost · most like it ")
    assert panel.details.cards[0].told.text().startswith("Most like it, ")
    hands.press("Return")
    assert waiting() == ["Officials denied it on day 5."]
    assert "1 puts it" in window.banner.text.text()
    hands.press("1")
    assert waiting() == []


def test_keys_that_find_no_place_settle_nothing(panel, window, hands, waiting):
    hands.press("Return", "2")
    assert waiting() == [LOST, ROAD]
    assert "P" in window.banner.text.text()


@pytest.mark.parametrize("key", ["Delete", "K"])
def test_a_lost_one_is_removed_or_keeps_its_quote_alone(panel, hands, waiting, quotes, key):
    hands.press(key)
    assert waiting() == [ROAD]
    assert (("official_claim", LOST) in quotes()) is (key == "K")
    assert panel.choice().highlight.quote == ROAD


def test_a_place_by_hand_is_what_is_selected_on_the_page(panel, window, hands, waiting, quotes):
    text = window.reviewing.article.text
    start = text.index("Aid groups")
    window.page.setFocus()
    window.page.select(start, start + len("Aid groups "))
    hands.press("P")
    assert waiting() == [ROAD]
    assert ("official_claim", "Aid groups") in quotes()
    assert panel.choice().highlight.quote == ROAD


def test_when_all_is_settled_the_list_says_where_to_go_on(panel, window, project, hands):
    other = project.queries.articles()[1].article
    text = project.queries.outline(other.id).revision.text
    where = text.index("Nobody")
    project.execute(
        AddHighlight(other.id, (Span(where, where + len("Nobody was hurt.")),), "official_claim")
    )
    revised(project, other, "Snow fell all over the hills.\n", title="")
    hands.press("Delete", "Delete")
    assert "In other articles: 1" in panel.empty.text()
    hands.press("Return")
    assert window.reviewing.article.article.id == other.id
    assert shown(panel) == ["Nobody was hurt."]
    hands.press("Delete")
    assert "Ctrl+Shift+R" in panel.empty.text()
    assert not panel.go_on.isVisible()


def test_the_overview_counts_those_of_the_whole_project(panel, window):
    assert "2 highlights need a place" in window.tools.open("overview").totals.text()


def test_the_list_follows_what_others_settle(panel, project, window):
    project.undo()
    assert window.reviewing.article.text == DAM
    assert shown(panel) == []
    project.redo()
    assert shown(panel) == [LOST, ROAD]


def test_a_hidden_list_asks_nothing(panel, window, project, qapp):
    window.tools.close("unplaced")
    qapp.sendEvent(panel, QEvent(QEvent.Type.Hide))
    project.undo()
    assert not panel.finding.running
