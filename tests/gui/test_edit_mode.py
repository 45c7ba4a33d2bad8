"""Editing a text in the real window: keys in, the article's own text and the file out."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from tests.gui.conftest import DAM

from annotator.core.span import Span
from annotator.gui.borders import is_border
from annotator.gui.bridge import Bridge


@pytest.fixture
def text(window):
    """The text as the article has it."""
    return lambda: window.reviewing.article.text


@pytest.fixture
def stored(project, window):
    """The text as the file has it."""
    return lambda: project.queries.content(window.reviewing.article.article.id).revision.text


@pytest.fixture
def at(window):
    """Put the caret before a word."""

    def place(word, *, select=False):
        page = window.page
        start = window.reviewing.article.text.index(word)
        page._place_caret(start)
        if select:
            cursor = page.textCursor()
            end = page._bridge.unit(start + len(word))
            cursor.setPosition(end, cursor.MoveMode.KeepAnchor)
            page.setTextCursor(cursor)

    return place


def same_on_page(window):
    """Compare what the document shows with a page built from nothing."""
    page, article = window.page, window.reviewing.article
    blocks = range(page.document().blockCount())
    shown = "\n".join(page.document().findBlockByNumber(number).text() for number in blocks)
    expected = Bridge(article.text)
    assert shown == expected.shown(range(len(expected)))
    for position in range(len(article.text) + 1):
        unit = expected.unit(position)
        assert page._bridge.unit(position) == unit
        assert page._bridge.position(unit) == position


def test_what_is_typed_is_in_the_article_and_on_the_page_and_not_in_the_file(
    hands, window, text, at, stored
):
    hands.press("F2")
    at("dam")
    QTest.keyClicks(window.page, "old 1J ")
    assert "🚰 old 1J dam" in text()
    assert stored() == DAM
    same_on_page(window)


def test_done_makes_a_revision_and_one_undo_takes_it_back(hands, window, text, at, stored, quotes):
    hands.press("J", "1", "F2")
    at("ministry", select=True)
    QTest.keyClicks(window.page, "minister")
    hands.press("Ctrl+Return")
    assert window.page.editing is None
    assert stored() == text() == DAM.replace("ministry", "minister")
    assert quotes() == [("official_claim", "The minister said the 🚰 dam was safe.")]
    assert not window.edit_bar.isVisible()
    hands.press("Ctrl+Z")
    assert stored() == text() == DAM
    hands.press("Ctrl+Shift+Z")
    assert stored() == text() == DAM.replace("ministry", "minister")


def test_keys_take_away_whole_characters_and_words(hands, window, text, at):
    hands.press("F2")
    at("🚰")
    QTest.keyClicks(window.page, "e")
    window.page.type_text("\u0301👩\u200d🚒")
    same_on_page(window)
    hands.press("Backspace")
    assert "the e\u0301🚰 dam" in text()
    hands.press("Backspace", "Delete", "Ctrl+Delete")
    assert "the dam was" in text()
    at("was")
    hands.press("Ctrl+Backspace", "Return")
    assert "the \nwas" in text() or "the\nwas" in text()
    same_on_page(window)


CLUSTERS = (
    "👩\u200d👩\u200d👧",
    "🇺🇦",
    "e\u0301\u0323",
    "👍🏽",
    "🏴\U000e0067\U000e0062\U000e007f",
    "क\u094dष",
    "ก\u0e33",
    "\u1112\u1161\u11ab",
    "x",
)


@given(words=st.lists(st.sampled_from(CLUSTERS), min_size=1, max_size=6), keys=st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
def test_no_key_stops_inside_a_visible_character_or_takes_a_part_of_one(
    hands, window, text, words, keys
):
    if window.page.editing is None:
        hands.press("F2")
    hands.press("Ctrl+A", "Delete")
    window.page.type_text("".join(words) + "\nend")
    hands.press("Ctrl+Home")
    for key in keys.draw(st.lists(st.sampled_from(("Right", "Right", "Left", "End")), max_size=5)):
        hands.press(key)
        assert is_border(text(), window.page.caret)
    key = keys.draw(st.sampled_from(("Backspace", "Delete", "Shift+Left")))
    before, caret = text(), window.page.caret
    hands.press(key)
    assert is_border(text(), window.page.caret)
    gone = len(before) - len(text())
    first = caret - gone if key == "Backspace" else caret
    assert is_border(before, first)
    assert is_border(before, first + gone)


def test_what_grows_together_around_the_caret_is_not_split_by_it(hands, window, text):
    hands.press("F2", "Ctrl+A", "Delete")
    window.page.type_text("👩 👧")
    hands.press("Left", "Backspace")
    window.page.type_text("\u200d")
    assert text() == "👩\u200d👧"
    assert window.page.caret == 3
    hands.press("Backspace")
    assert text() == ""


def test_undo_and_redo_inside_the_mode(hands, window, text):
    hands.press("F2", "Ctrl+Home")
    QTest.keyClicks(window.page, "It is")
    hands.press("Ctrl+Z")
    assert text() == "It " + DAM
    hands.press("Ctrl+Z")
    assert text() == DAM
    hands.press("Ctrl+Shift+Z", "Ctrl+Shift+Z")
    assert text() == "It is" + DAM
    same_on_page(window)


def test_cut_copy_paste_and_select_by_keys(hands, window, text, at):
    hands.press("F2")
    at("Engineers")
    hands.press("Ctrl+Shift+Right", "Ctrl+X")
    assert QGuiApplication.clipboard().text() == "Engineers "
    assert "safe. left the site" in text()
    hands.press("Ctrl+V")
    assert text() == DAM
    QGuiApplication.clipboard().setText("a\r\nb")
    hands.press("Ctrl+A", "Ctrl+V")
    assert text() == "a\nb"
    same_on_page(window)
    hands.press("Ctrl+Z")
    assert text() == DAM
    same_on_page(window)


def test_what_cannot_be_pasted_is_told_and_changes_nothing(hands, window, text):
    hands.press("F2")
    window.page.type_text("a\0b")
    assert "NUL" in window.banner.text.text()
    assert text() == DAM


def test_an_input_method_types_what_it_composed(hands, window, text, at):
    hands.press("F2")
    at("dam")
    event = QInputMethodEvent("", [])
    event.setCommitString("水坝", -3, 2)
    QApplication.sendEvent(window.page, event)
    assert "the 水坝 dam" in text()
    same_on_page(window)


def test_what_is_being_composed_is_shown_and_not_yet_typed(hands, window, text, at):
    hands.press("F2")
    at("dam")
    before = window.page.grab().toImage()
    QApplication.sendEvent(window.page, QInputMethodEvent("shui", []))
    assert text() == DAM
    assert window.page.grab().toImage() != before
    assert window.page.inputMethodQuery(Qt.InputMethodQuery.ImEnabled)


def test_a_no_break_space_is_typed_and_a_control_character_is_not(hands, window, text, at):
    hands.press("F2")
    at("dam")
    for typed in ("\u00a0", "\x1b"):
        press = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, typed)
        QApplication.sendEvent(window.page, press)
    assert "🚰 \u00a0dam" in text()


def test_replace_all_counts_and_is_one_step(hands, window, text):
    hands.press("F2", "Ctrl+H")
    bar = window.edit_bar
    QTest.keyClicks(bar.find_field, "The")
    QTest.keyClicks(bar.replacement_field, "A")
    bar.match_case.setChecked(False)
    QTest.keyClick(bar.replacement_field, Qt.Key.Key_Return)
    assert bar.text.text() == "Places replaced: 4."
    assert text().startswith("Dam declared safe\n\nA ministry said A 🚰")
    same_on_page(window)
    window.page.setFocus()
    hands.press("Ctrl+Z")
    assert text() == DAM


def test_letters_that_are_commands_elsewhere_are_letters_here(hands, window, text, quotes):
    hands.press("F2", "Ctrl+Home")
    hands.press("J", "1", "Space", "N", "[")
    assert text().lower().startswith("j1 n[dam")
    assert quotes() == []


def test_nothing_else_can_be_done_to_the_article_meanwhile(hands, window, quotes):
    hands.press("F2")
    key = next(iter(window.label_bar.keys.values()))
    QTest.mouseClick(key, Qt.MouseButton.LeftButton)
    assert quotes() == []
    assert "Done or Discard first" in window.banner.text.text()


def test_what_was_left_half_edited_is_offered_and_taken_up(hands, window, text, stored):
    hands.press("F2", "Ctrl+Home")
    QTest.keyClicks(window.page, "Mine: ")
    window.open_neighbor(1)
    assert window.page.editing is None
    assert not window.edit_bar.isVisible()
    window.open_neighbor(-1)
    assert text() == stored() == DAM
    assert window.edit_bar.isVisible()
    window.edit_bar.done_button.click()
    assert text() == "Mine: " + DAM
    same_on_page(window)
    hands.press("Ctrl+Return")
    assert stored() == "Mine: " + DAM


def test_discarding_asks_once_more_and_leaves_all_as_it_was(hands, window, text, stored):
    hands.press("1", "F2", "Ctrl+Home")
    QTest.keyClicks(window.page, "x")
    window.edit_bar.discard_button.click()
    assert window.page.editing is not None
    window.edit_bar.discard_button.click()
    assert window.page.editing is None
    assert text() == stored() == DAM
    window.open_neighbor(1)
    window.open_neighbor(-1)
    assert not window.edit_bar.isVisible()


def test_changed_highlights_are_walked_and_kept(hands, window, at, project):
    hands.press("J", "1", "J", "2", "F2")
    at("was safe", select=True)
    QTest.keyClicks(window.page, "held")
    at("Engineers left the site.", select=True)
    hands.press("Backspace", "Ctrl+Return")
    page, waiting = window.page, window.reviewing.rereview
    assert sorted(waiting.values()) == [
        "Engineers left the site.",
        "The ministry said the 🚰 dam was safe.",
    ]
    assert "F8" in window.banner.text.text()
    hands.press("Ctrl+Home", "F8")
    first = page.chosen_highlight
    assert waiting[first].startswith("The ministry")
    hands.press("F8")
    assert page.chosen_highlight != first
    hands.press("Delete", "F8", "Shift+F8")
    assert window.reviewing.rereview == {}
    assert len(list(project.queries.highlights())) == 1


def test_a_lost_highlight_is_painted_where_it_was(hands, window, at):
    hands.press("J", "J", "2", "F2")
    at("Engineers left the site.", select=True)
    before = window.page.grab().toImage()
    hands.press("Backspace")
    index = window.reviewing.article.index
    assert [start == end for _, start, end, _ in index] == [True]
    stretches = window.page._layout.stretches_between(0, 600)
    from annotator.gui.page_plan import plan  # noqa: PLC0415 - for this one look

    found = [plan(window.reviewing.article, one, None).remnants for one in stretches]
    assert sum(map(len, found)) == 1
    assert window.page.grab().toImage() != before


def test_a_letter_repaints_its_paragraph_alone(hands, window, at, qtbot):
    hands.press("F2")
    at("Engineers")
    qtbot.wait(50)
    before = window.page.painted_blocks
    QTest.keyClicks(window.page, "x")
    qtbot.wait(50)
    assert 0 < window.page.painted_blocks - before <= 6


def test_the_mouse_places_the_caret(hands, window, text):
    hands.press("F2")
    page = window.page
    line = page._layout.line_at(text().index("Engineers"))
    cell = line.cells[text().index("Engineers") - line.start]
    point = page.viewport().rect().topLeft()
    point.setX(int(cell[0]) + 1)
    point.setY(int(line.baseline) - 4 - page.verticalScrollBar().value())
    QTest.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert page.caret == text().index("Engineers")
    assert page.article.slice(Span(page.caret, page.caret + 4)) == "Engi"


def test_another_size_of_the_text_leaves_the_caret_and_the_editing_as_they_are(
    hands, window, text, at
):
    hands.press("F2")
    at("Engineers")
    QTest.keyClicks(window.page, "ab")
    window.zoom(3)
    QTest.keyClicks(window.page, "c")
    assert "safe. abcEngineers" in text()
    same_on_page(window)


def test_the_page_stays_where_it_was_when_the_editing_is_over(hands, window, project, qtbot):
    from tests.service.dam_text import add_text  # noqa: PLC0415 - the service's sample

    long = add_text(project, "\n".join(f"Paragraph {number} is short." for number in range(900)))
    window.open_article(long)
    window.page.go_to_sentence(700)
    hands.press("F2")
    QTest.keyClicks(window.page, "x")
    scroll = window.page.verticalScrollBar().value()
    hands.press("Ctrl+Return")
    assert scroll > 0
    assert window.page.verticalScrollBar().value() == scroll
    assert window.reviewing.article.sentence_text(window.page.current_sentence) == (
        "xParagraph 700 is short."
    )


def test_the_inspector_says_what_the_words_were(hands, window, at):
    hands.press("J", "1", "F2")
    at("ministry", select=True)
    QTest.keyClicks(window.page, "minister")
    hands.press("Ctrl+Return", "Ctrl+Home", "F8")
    window._inspect_soon.timeout.emit()
    shown = "\n".join(label.text() for label in window.inspector.facts.findChildren(QLabel))
    assert "The ministry said the 🚰 dam was safe." in shown


KEYS = st.sampled_from(
    [
        *("Left", "Right", "Up", "Down", "Home", "End", "Ctrl+Home", "Ctrl+End"),
        *("Shift+Left", "Shift+Right", "Ctrl+Shift+Right", "Shift+Down", "Shift+Home"),
        *("Backspace", "Delete", "Ctrl+Backspace", "Ctrl+Delete", "Return"),
        *("Ctrl+X", "Ctrl+V", "Ctrl+Z", "Ctrl+Shift+Z", "A", "."),
    ]
)
PIECES = st.sampled_from(["🙂", "e\u0301", "ن", "\u2029", "a\nb\n", "\r\n", "👩\u200d🚒", "\ufeff"])


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(KEYS, st.integers(1, 3)) | st.tuples(PIECES, st.just(0)), max_size=25))
def test_after_any_keys_the_page_shows_the_article_and_nothing_else(hands, window, text, steps):
    window.reviewing.open_article(window.reviewing.article.article.id)
    hands.press("F2")
    for step, times in steps:
        if times:
            hands.press(*[step] * times)
        else:
            window.page.type_text(step)
    same_on_page(window)
    window.page.editing.abandon()
    window.page.end_editing()
    assert "\r" not in text()
