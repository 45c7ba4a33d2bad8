from __future__ import annotations

from threading import Event

import pytest
from PySide6.QtTest import QTest

from annotator.core.find_in_text import TextFinder
from annotator.core.span import Span
from annotator.gui import text_search


@pytest.fixture
def bar(hands, window, qtbot):
    """The strip, opened by its key, and a function that types and waits for the end."""
    hands.press("Ctrl+F")
    found = window.tools.widget("find")

    def find(text):
        found.field.setText(text)
        qtbot.waitUntil(lambda: not found.search.running)
        return found

    return find


def test_what_is_typed_is_found_and_counted_and_enter_goes_on(bar, hands, window):
    found = bar("the")
    assert found.count.text() == "1 of 4"
    hands.press("Return", "Return", "Return")
    assert found.count.text() == "4 of 4"
    assert window.page.current_sentence == 5
    hands.press("Return")
    assert found.count.text() == "1 of 4"
    hands.press("Shift+Return")
    assert found.count.text() == "4 of 4"


def test_case_and_accents_do_not_matter_until_asked_for(bar, qtbot):
    assert bar("THE").count.text() == "1 of 4"
    found = bar("THE")
    found.options[0].click()
    qtbot.waitUntil(lambda: found.count.text() == "No hits")


def test_a_bad_pattern_is_told_in_a_sentence_and_found_again_when_mended(bar, qtbot):
    found = bar("")
    found.options[2].click()
    bar("(dam")
    assert not found.told.isHidden()
    assert "dam" not in found.count.text()
    bar("d[ae]m")
    qtbot.waitUntil(lambda: found.count.text() == "1 of 2")
    assert found.told.isHidden()


def test_a_pattern_is_given_up_by_the_clock_even_where_the_processor_is_slow(
    bar, hands, window, qtbot, monkeypatch
):
    found, hold = bar(""), Event()
    found.options[2].click()
    monkeypatch.setattr(text_search, "LIMIT_MS", 20)

    def late(*_):
        hold.wait(10)
        yield [Span(0, 3)]

    monkeypatch.setattr(TextFinder, "slices", late)
    found.field.setFocus()
    hands.press("d")
    qtbot.waitUntil(found.told.isVisible)
    assert "more than 1 s" in found.told.text()
    assert found.count.text() == "No hits"
    hold.set()
    QTest.qWait(20)
    assert found.count.text() == "No hits"


def test_esc_gives_the_keys_back_with_the_hit_selected(bar, hands, window):
    bar("🚰")
    hands.press("Escape")
    assert window.page.hasFocus()
    assert not window.tools.is_open("find")
    start = window.reviewing.article.text.index("🚰")
    assert window.page.selection() == Span(start, start + 1)
    assert "Found here" not in window.ruler.words(window.ruler._rows.at(start))


def test_hits_are_painted_and_gone_again(bar, hands, window):
    plain = window.page.grab().toImage()
    bar("road")
    window.page.repaint()
    assert window.page.grab().toImage() != plain
    assert len(window.page._hits) == 1


def test_all_hits_are_tagged_as_one_step_after_a_question(bar, hands, window, project):
    found = bar("the")
    label = project.queries.codebook().labels[1]
    found.ask(label)
    assert "Tag 4 hits as Analyst opinion?" in found.tagging.text.text()
    hands.press("Space")
    assert project.queries.stats().highlights == 4
    found.ask(label)
    assert "4 are tagged so already" in found.tagging.text.text()
    assert not found.tagging.yes.isEnabled()
    hands.press("Escape", "Ctrl+Z")
    assert project.queries.stats().highlights == 0


@pytest.mark.parametrize("key", ["Return", "Enter"])
def test_the_question_is_answered_with_the_return_key(bar, hands, window, project, key):
    found = bar("the")
    found.ask(project.queries.codebook().labels[1])
    hands.press("Tab", key)
    assert found.tagging.question.isHidden()
    assert project.queries.stats().highlights == 0
    found.ask(project.queries.codebook().labels[1])
    hands.press(key)
    assert project.queries.stats().highlights == 4
    assert window.page.hasFocus()


def test_f3_opens_the_strip_and_then_steps(hands, window, qtbot):
    hands.press("F3")
    assert window.tools.is_open("find")
    window.tools.widget("find").field.setText("the")
    qtbot.waitUntil(lambda: window.tools.widget("find").count.text() == "1 of 4")
    window.page.setFocus()
    hands.press("F3")
    assert window.tools.widget("find").count.text() == "2 of 4"


def test_another_article_is_searched_for_the_same(bar, window, hands, qtbot):
    found = bar("road")
    window.open_neighbor(1)
    qtbot.waitUntil(lambda: found.count.text() == "1 of 2")
