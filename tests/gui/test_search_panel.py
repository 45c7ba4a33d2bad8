from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from annotator.core.search_query import search_query
from annotator.service.commands import DescribeClaim


@pytest.fixture
def panel(hands, window, qtbot):
    """The panel, opened by its key, and a function that types and waits for the answer."""
    hands.press("Ctrl+Shift+F")
    found = window.tools.widget("search")

    def search(text):
        found.field.selectAll()
        hands.type(text)
        qtbot.waitUntil(lambda: not found.search.running)
        return found

    return search


def test_what_is_typed_is_found_in_all_articles_while_it_is_typed(panel, hands, window):
    found = panel("road")
    assert found.count.text() == "2 hits"
    assert {hit.title for hit in found.rows.hits} == {"Dam declared safe", "Road reopens"}
    hands.press("e")
    assert found.field.hasFocus()


def test_keys_move_in_the_hits_and_enter_shows_one_on_the_page(panel, hands, window, qtbot):
    found = panel("noon")
    titles = [hit.title for hit in found.rows.hits]
    hands.press("Down", "Up", "Up", "Return")
    assert window.page.hasFocus()
    assert window.reviewing.article.article.title == titles[0] == "Road reopens"
    article = window.reviewing.article
    assert "noon" in article.sentence_text(window.page.current_sentence)
    qtbot.waitUntil(lambda: len(window.page._hits) == 1)
    hands.press("Ctrl+Shift+F")
    assert found.field.selectedText() == "noon"


def test_a_highlight_found_is_chosen_on_the_page(panel, hands, window):
    hands.press("Escape", "J", "2", "Home", "Ctrl+Shift+F")
    found = panel("label:analyst minist")
    assert found.rows.kind(found.rows.hits[0]) == "Analyst opinion"
    hands.press("Return")
    chosen = window.page.chosen_highlight
    assert window.reviewing.highlight(chosen).quote.startswith("The ministry")


def test_a_note_found_leads_to_its_highlight(panel, hands, window, project, qtbot):
    hands.press("Escape", "J", "1", "Home")
    one = next(iter(project.queries.highlights()))
    project.execute(DescribeClaim(one.id, (("note", "ask Kovach again"),)))
    hands.press("Ctrl+Shift+F")
    found = panel("kovach")
    assert found.rows.kind(found.rows.hits[0]) == "Official claim, in its record"
    hands.press("Return")
    assert window.page.chosen_highlight == one.key


def test_esc_gives_the_keys_back_and_takes_the_hits_off_the_page(panel, hands, window, qtbot):
    panel("road")
    qtbot.waitUntil(lambda: len(window.page._hits) == 1)
    hands.press("Escape")
    assert window.page.hasFocus()
    assert len(window.page._hits) == 0
    assert window.side.currentWidget() is window.inspector


def test_what_is_not_understood_is_said_beside_what_is_found(panel):
    found = panel("road has:pictures")
    assert found.told.text() == (
        "\u2068has:pictures\u2069 is not understood; there are note, claim, evidence, verdict, cue."
    )
    assert len(found.rows.hits) == 2
    panel("road")
    assert found.told.isHidden()


def test_an_empty_field_tells_the_filters_with_examples_that_can_be_pressed(panel, hands, qtbot):
    found = panel("road")
    found.field.clear()
    assert found.examples.isVisible()
    button = next(one for one in found.examples.buttons if one.text() == "has:note")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not found.search.running)
    assert found.field.text() == "has:note"
    assert found.count.text() == "Nothing found"


def test_names_are_offered_while_a_filter_is_typed(panel, hands, window):
    found = panel("lab")
    assert found.field.offers() == ["label:"]
    hands.press("Tab")
    assert "Official claim" in found.field.offers()
    hands.type("hum")
    assert found.field.offers() == ["Humanitarian concern"]
    hands.press("Return")
    assert found.field.text() == 'label:"Humanitarian concern" '
    assert found.field.offers() == []


def test_esc_first_puts_away_what_is_offered(panel, hands, window):
    found = panel("has:")
    assert "note" in found.field.offers()
    hands.press("Escape")
    assert found.field.offers() == []
    assert window.tools.is_open("search")


def test_a_change_is_found_without_typing_again(panel, window, project, qtbot):
    found = panel("has:note")
    assert found.rows.hits == ()
    window.reviewing.tag(project.queries.codebook().labels[0])
    one = next(iter(project.queries.highlights()))
    project.execute(DescribeClaim(one.id, (("note", "why"),)))
    qtbot.waitUntil(lambda: len(found.rows.hits) == 1)


def test_the_field_on_top_offers_to_search_the_project_last(hands, window, qtbot):
    hands.press("Ctrl+K")
    hands.type("seepage")
    hands.press("Return")
    found = window.tools.widget("search")
    qtbot.waitUntil(lambda: not found.search.running)
    assert found.field.text() == "seepage"
    assert found.count.text() == "1 hit"
    hands.press("Ctrl+K")
    hands.type("road")
    shown = [window.command_field.list.item(row).text() for row in range(2)]
    assert "Road reopens" in shown[0]
    assert "Search the project for “road”" in shown[-1]


def test_a_closed_project_leaves_nothing_found(panel, window):
    found = panel("road")
    window.reviewing.set_project(None)
    assert found.rows.hits == ()


def test_a_title_that_looks_like_markup_is_shown_as_it_is(panel, window, project, qtbot):
    article = project.queries.articles()[0].article
    with project._store.writing() as work:
        work.put(replace(article, title="<img src=x> dam"))
        work.commit("Retitle")
    found = panel("dam")
    index = found.rows.index(0)
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "<\u2060img src=x> dam"
    assert index.data().startswith("In the article, <img src=x> dam: ")


def test_every_example_of_the_empty_field_is_understood(panel):
    texts = [button.text() for button in panel("").examples.buttons]
    assert len(texts) > 6
    assert [search_query(text).misunderstood for text in texts] == [()] * len(texts)


def test_everything_in_panel_and_table_that_takes_the_focus_has_a_name(panel, window):
    found = [panel("road"), window.tools.open("highlights")]
    nameless = [
        one
        for tool in found
        for one in tool.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not one.accessibleName()
        and not (hasattr(one, "text") and one.text())
    ]
    assert nameless == []
