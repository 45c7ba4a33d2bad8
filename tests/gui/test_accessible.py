from __future__ import annotations

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6 import QtGui
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QComboBox
from tests.gui.conftest import DAM
from tests.gui.surfaces import SURFACES, bring_forth

from annotator.gui import announcing, page_speech
from annotator.gui.plain import tooltip, tooltip_lines

pytestmark = pytest.mark.usefixtures("forgotten_accessibles")
NAMELESS_ROLES = {QAccessible.Role.NoRole}


def interfaces(widget):
    """Everything that a screen reader finds in a widget, hidden things left out."""
    waiting = [QAccessible.queryAccessibleInterface(widget)]
    while waiting:
        one = waiting.pop()
        if one is None or not one.isValid() or one.state().invisible:
            continue
        yield one
        waiting.extend(one.child(number) for number in range(one.childCount()))


def described(one):
    thing = one.object()
    what = f"{type(thing).__name__} {thing.objectName()!r}" if thing is not None else "?"
    return f"{one.role().name} ({what}) in {path_of(one)}"


def path_of(one):
    names = []
    while (one := one.parent()) is not None and len(names) < 6:
        names.append(type(one.object()).__name__)
    return " < ".join(names)


@pytest.mark.parametrize("surface", SURFACES)
def test_whatever_can_have_the_keys_has_a_name_and_everything_has_a_role(window, surface):
    top = bring_forth(window, surface)
    found = list(interfaces(top))
    assert len(found) > 3
    nameless = [
        described(one)
        for one in found
        if one.state().focusable and not one.text(QAccessible.Text.Name).strip()
    ]
    roleless = [described(one) for one in found if one.role() in NAMELESS_ROLES]
    marked = [described(one) for one in found if "<" in one.text(QAccessible.Text.Description)]
    offered = [*nameless_offers(top)]
    assert not nameless + roleless + marked + offered, "\n".join(
        nameless + roleless + marked + offered
    )


def nameless_offers(top):
    """What a box offers without a word or a number to say it by."""
    for box in top.findChildren(QComboBox):
        for row in range(box.count()):
            name = box.itemData(row, Qt.ItemDataRole.AccessibleTextRole) or box.itemText(row)
            if not any(letter.isalnum() for letter in name):
                yield f"{box.accessibleName()} offers {name!r}"


@given(st.lists(st.text(st.sampled_from("<>&/!?; \nabltqp\"'=") | st.characters()), max_size=3))
def test_no_tooltip_is_taken_for_markup(lines):
    assert not QtGui.Qt.mightBeRichText(tooltip_lines(lines))
    for line in lines:
        assert "".join(tooltip(line).replace("\u2060", "").split()) == "".join(
            line.replace("\u2060", "").split()
        )


def told(widget, what=QAccessible.Text.Name):
    return QAccessible.queryAccessibleInterface(widget).text(what)


@pytest.fixture
def listener(monkeypatch):
    """Somebody listens: what is said aloud, in order."""
    said = []
    monkeypatch.setattr(announcing, "is_heard", lambda: True)
    monkeypatch.setattr(page_speech, "is_heard", lambda: True)
    heard = SimpleNamespace(
        updateAccessibility=lambda event: said.append(event.message()),
        AnnouncementPoliteness=QAccessible.AnnouncementPoliteness,
    )
    monkeypatch.setattr(announcing, "QAccessible", heard)
    return said


def test_the_page_tells_its_text_selection_and_caret(window, hands, listener):
    page = QAccessible.queryAccessibleInterface(window.page)
    assert page.role() == QAccessible.Role.EditableText
    assert page.state().readOnly
    text = page.textInterface()
    assert text.text(0, text.characterCount()) == DAM
    hands.press("Down")
    window.speech.tell()
    assert text.cursorPosition() == DAM.index("The ministry")
    hands.press("Shift+Right")
    assert text.selectionCount() == 1


def test_moving_says_the_sentence_and_what_lies_on_it(window, hands, listener):
    hands.press("Down")
    window.speech.tell()
    assert listener[-1].startswith("The ministry said the 🚰 dam was safe. Sentence 2 of 6.")
    assert listener[-1].endswith("Not reviewed yet.")
    hands.press("Space")
    window.speech.tell()
    assert listener[-1].endswith("Reviewed, without a label.")
    hands.press("1", "2")
    window.speech.tell()
    names = [label.name for label in window.reviewing.codebook.labels[:2]]
    assert f"Tagged as {', '.join(names)}." in listener[-1]
    assert f"Chosen: {names[1]}" in listener[-1]
    assert told(window.page, QAccessible.Text.Description) in listener[-1]


def test_the_cue_of_the_chosen_highlight_is_said_and_no_other(window, hands, listener):
    hands.press("J", "1", "V", "Ctrl+Shift+Right", "Ctrl+Shift+Right", "C")
    window.speech.tell()
    said = window.page.accessibleDescription()
    assert "Attribution cue: “The ministry”." in said
    hands.press("Escape", "Escape")
    window.speech.tell()
    assert "Attribution cue" not in window.page.accessibleDescription()


def test_nothing_is_said_twice(window, hands, listener):
    hands.press("Down")
    window.speech.tell()
    before = list(listener)
    window.speech.tell()
    assert listener == before


def test_rows_of_the_field_on_top_are_said_with_their_place(window, hands, listener):
    hands.press("Ctrl+K", "u", "n", "d", "o")
    first = listener[-1]
    assert first.startswith(window.command_field.list.item(0).text())
    hands.press("Down")
    assert ", 2 of " in listener[-1]
    hands.press("Escape", "Ctrl+Shift+P")
    hands.type("qqq")
    assert listener[-1] == "Nothing found: try fewer letters."


def test_search_says_how_many_there_are_and_each_row_once(window, hands, listener, qtbot):
    hands.press("Ctrl+Shift+F")
    hands.type("the")
    panel = window.tools.widget("search")
    qtbot.waitUntil(lambda: len(panel.rows.hits) > 1 and not panel.search.running)
    qtbot.waitUntil(lambda: listener[-1].startswith("1 of "))
    hands.press("Down")
    assert listener[-1].startswith(f"2 of {len(panel.rows.hits)}\n")
    assert panel.rows.hits[1].title in listener[-1]
    listener.clear()
    hands.type("qqq")
    qtbot.waitUntil(lambda: "Nothing found" in listener)


def test_the_find_bar_says_its_count_and_what_is_wrong(window, hands, listener, qtbot):
    hands.press("Ctrl+F")
    hands.type("the")
    bar = window.tools.widget("find")
    # The page, too, says where it is now.
    qtbot.waitUntil(lambda: "1 of 4" in listener)
    hands.press("Return")
    qtbot.waitUntil(lambda: "2 of 4" in listener)
    bar.options[2].click()
    hands.press("(")
    qtbot.waitUntil(lambda: any(one.startswith("The pattern is wrong") for one in listener))


def test_messages_and_failed_saving_are_said(window, listener):
    window.banner.show_error("The disk is full.", ["One line.", "Another."])
    assert listener[-1] == "The disk is full.\nOne line.\nAnother."
    window.label_bar.show_not_saved()
    assert listener[-1].startswith("! Not saved")


def test_a_page_that_is_edited_or_empty_has_no_description(window, hands, listener):
    hands.press("F2")
    window.speech.tell()
    assert told(window.page, QAccessible.Text.Description) == ""
    window.reviewing.set_project(None)
    window.speech.tell()
    assert told(window.page, QAccessible.Text.Description) == ""


def test_rows_of_articles_tell_state_and_counts(window, hands):
    hands.press("Space", "Down", "1")
    rows = window.articles.rows
    article = window.reviewing.article.article
    said = rows.index_of(article.id).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith(article.title)
    assert "In progress" in said
    assert "2 of 6 sentences reviewed" in said
    assert "highlights: 1" in said


def test_label_keys_tell_their_count_and_key(window, hands):
    hands.press("1")
    label = window.reviewing.codebook.labels[0]
    key = window.label_bar.keys[label.id]
    assert told(key) == f"{label.name}, highlights in this article: 1"
    assert told(key, QAccessible.Text.Description) == f"Tag as {label.name} (1)"


def test_the_ruler_has_a_name_and_never_the_keys(window):
    assert told(window.ruler) == "Overview of the article"
    assert window.ruler.focusPolicy() == Qt.FocusPolicy.NoFocus
