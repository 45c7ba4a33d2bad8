from __future__ import annotations

from annotator.gui.command_field import Offer, matching
from annotator.gui.offer_painter import HINT


def found(window):
    shown = window.command_field.list
    return [shown.item(row).text() for row in range(shown.count())]


def test_the_key_shows_commands_alone_with_their_keys(window, hands):
    hands.press("Ctrl+Shift+P")
    field = window.command_field
    assert field.hasFocus()
    assert field.popup.isVisible()
    assert "Dam declared safe" not in found(window)
    undo = found(window).index("Undo")
    assert field.list.item(undo).data(HINT) == "Ctrl+Z"
    hands.press("Escape")
    assert window.page.hasFocus()


def test_some_letters_of_a_command_find_and_run_it(window, hands):
    hands.press("Ctrl+Shift+P")
    hands.type("nxart")
    assert found(window)[0] == "Next article"
    hands.press("Return")
    assert window.reviewing.article.article.title == "Road reopens"


def test_what_was_given_last_comes_first(window, hands):
    hands.press("Ctrl+Shift+P")
    hands.type("nxart")
    hands.press("Return")
    hands.press("Ctrl+Shift+P")
    hands.type("larger")
    hands.press("Return")
    hands.press("Ctrl+Shift+P")
    assert found(window)[:2] == ["Larger text", "Next article"]
    assert window.command_field.recent == ["view.zoom-in", "go.next-article"]


def test_nothing_found_says_what_to_try(window, hands):
    hands.press("Ctrl+Shift+P")
    hands.type("qqqq")
    assert found(window) == ["Nothing found: try fewer letters."]


def test_articles_are_no_commands():
    offers = [
        Offer("Undo", "", lambda: None, "edit.undo"),
        Offer("Undoing the dam", "", lambda: None),
    ]
    assert [one.title for one in matching(">undo", offers)] == ["Undo"]
    assert len(matching("undo", offers)) == 2
