from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from annotator.gui.action_table import label_actions
from annotator.gui.actions import PAGE_KEYS
from annotator.gui.key_words import key_of, label_keys, title_and_key


def at_sentence(number):
    return lambda page: page.current_sentence == number


def selected(words):
    def told(page):
        span = page.selection()
        return page.has_text_selection() and page.article.text[span.start : span.end] == words

    return told


# Where the second sentence, at which the caret is shown, begins.
CARET = 19
FIRST = "The ministry said the 🚰 dam was safe."
EFFECTS = {
    "Home": at_sentence(0),
    "End": at_sentence(5),
    "PgUp": at_sentence(0),
    "PgDown": at_sentence(5),
    "Shift+Left": selected(FIRST[:-1]),
    "Shift+Right": selected(f"{FIRST} "),
    "Ctrl+Shift+Left": selected(FIRST.removesuffix(".")),
    "Ctrl+Shift+Right": selected(f"{FIRST} "),
    "Left": lambda page: page.caret == CARET - 2,
    "Right": lambda page: page.caret == CARET + 1,
    "Up": lambda page: page.caret < CARET - 2,
    "Down": lambda page: page.caret > CARET + 1,
    "Ctrl+A": lambda page: len(page.selection()) == len(page.article.text),
    "Ctrl+C": lambda _page: QGuiApplication.clipboard().text() == FIRST,
}


def test_every_key_of_the_page_s_own_has_an_effect_to_be_seen():
    own = {key for action in PAGE_KEYS for key in action.shortcuts}
    assert own | {"Up", "Down"} == set(EFFECTS)


@pytest.mark.parametrize("key", EFFECTS)
def test_the_page_does_what_the_table_says(hands, window, key):
    QGuiApplication.clipboard().clear()
    hands.press("J")
    if key == "Ctrl+C":
        hands.press("Shift+Right", "Shift+Left")
    if key in ("Left", "Right", "Up", "Down"):
        hands.press("V")
    assert not EFFECTS[key](window.page)
    hands.press(key)
    assert EFFECTS[key](window.page)


def test_the_keys_of_labels_are_those_that_work(window, project):
    codebook = project.queries.codebook()
    works = [action.shortcuts for action in label_actions(codebook)]
    assert [(key,) for key in label_keys(codebook).values()] == works
    assert label_keys(None) == {}


def test_hints_say_the_table_s_keys(window):
    assert key_of("go.command") in window.command_field.toolTip()
    assert title_and_key("review.reviewed") in window.label_bar.space.toolTip()
    assert title_and_key("file.new-project") in window.notice.new.toolTip()


def test_every_button_says_more_than_its_words(window):
    buttons = window.findChildren(QAbstractButton)
    ours = [one for one in buttons if one.focusPolicy() != Qt.FocusPolicy.NoFocus]
    assert len(ours) > 5
    assert [one.text() for one in ours if not one.toolTip()] == []
    QTest.qWait(0)
