from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

TEXT = "It rained\u00a0hard. We stayed.\nThe road closed. It \u2029reopened."
LONG = "\n".join(["It rained all day long. The road was closed."] * 900)
LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier
ROWS = [(1, 0, 0, 16, "o"), (2, 0, 3, 9, "h"), (3, 0, 3, 15, "a")]


@pytest.fixture
def click(page, place_of):
    def do(position, modifiers=PLAIN):
        QTest.mouseClick(page.viewport(), LEFT, modifiers, place_of(position))

    return do


@pytest.fixture
def press(page):
    """Send a key; tell whether the page left it to the window."""

    def do(key, modifiers=PLAIN, text=""):
        event = QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text)
        event.setAccepted(True)
        page.keyPressEvent(event)
        return not event.isAccepted()

    return do


def test_a_click_puts_the_cursor_on_the_sentence(page, show, click):
    show(TEXT)
    click(30)
    assert page.current_sentence == 2
    click(18)
    assert page.current_sentence == 1


def test_a_click_beside_the_text_goes_to_the_nearest_sentence(page, show, place_of):
    show(TEXT)
    beside = place_of(30)
    beside.setX(page.viewport().width() - 4)
    QTest.mouseClick(page.viewport(), LEFT, PLAIN, beside)
    assert page.current_sentence == 3


def test_a_click_chooses_the_narrowest_highlight_and_the_next_goes_round(page, show, click):
    show(TEXT, ROWS)
    chosen = []
    for _ in range(4):
        click(5)
        chosen.append(page.chosen_highlight)
    assert chosen == [2, 3, 1, 2]
    click(1)
    assert page.chosen_highlight == 1


def test_a_click_on_plain_text_chooses_nothing(page, show, click):
    show(TEXT, ROWS)
    click(5)
    click(20)
    assert page.chosen_highlight is None


def test_a_shift_click_extends_to_its_sentence_and_back(page, show, click):
    show(TEXT)
    click(3)
    click(45, SHIFT)
    assert page.selected_sentences() == range(4)
    click(20, SHIFT)
    assert page.selected_sentences() == range(2)
    assert not page.has_text_selection()


def test_dragging_selects_text_and_goes_to_its_sentence(page, show, place_of):
    article = show(TEXT)
    start, end = place_of(18), place_of(23)
    QTest.mousePress(page.viewport(), LEFT, PLAIN, start - QPoint(2, 0))
    QTest.mouseMove(page.viewport(), end)
    QTest.mouseRelease(page.viewport(), LEFT, PLAIN, end)
    span = page.selection()
    assert article.text[span.start : span.end] in "We stayed."
    assert len(span) >= 4
    assert page.current_sentence == 1


def test_a_double_click_selects_the_word(page, show, place_of):
    article = show(TEXT)
    QTest.mouseClick(page.viewport(), LEFT, PLAIN, place_of(21))
    QTest.mouseDClick(page.viewport(), LEFT, PLAIN, place_of(21))
    span = page.selection()
    assert article.text[span.start : span.end] == "stayed"


@pytest.mark.parametrize(
    "key", ["J", "K", "1", "9", "Space", "Delete", "Backspace", "Up", "Down", "Left", "N", "Return"]
)
def test_keys_of_the_window_pass_through(page, show, press, key):
    show(TEXT)
    code = getattr(Qt.Key, f"Key_{key}")
    assert press(code)
    assert press(code, SHIFT) or key == "Left"
    assert page.current_sentence == 0


def test_no_key_is_kept_from_being_a_shortcut(page, show):
    show(TEXT)
    for key in (Qt.Key.Key_J, Qt.Key.Key_Space, Qt.Key.Key_1, Qt.Key.Key_Home, Qt.Key.Key_A):
        for modifiers in (PLAIN, Qt.KeyboardModifier.ControlModifier):
            event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers)
            event.setAccepted(False)
            page.event(event)
            assert not event.isAccepted()


def test_home_and_end_go_to_the_ends_of_the_article(page, show, press):
    show(LONG)
    assert not press(Qt.Key.Key_End)
    assert page.current_sentence == 1_799
    press(Qt.Key.Key_Home, SHIFT)
    assert page.selected_sentences() == range(1_800)
    press(Qt.Key.Key_Home)
    assert page.selected_sentences() == range(1)


def test_paging_down_and_up_again_comes_within_half_a_page_of_the_sentence(
    page, show, press, settle
):
    show(LONG)
    page.go_to_sentence(40)
    settle()
    for _ in range(5):
        before = page.current_sentence, page.verticalScrollBar().value()
        press(Qt.Key.Key_PageDown)
        settle()
        assert page.current_sentence > before[0] + 4
        assert page.verticalScrollBar().value() > before[1] + 300
    for _ in range(5):
        press(Qt.Key.Key_PageUp)
    assert abs(page.current_sentence - 40) <= 13


def test_paging_ends_at_the_last_and_the_first_sentence(page, show, press):
    show("\n".join(["It rained all day long."] * 60))
    for _ in range(12):
        press(Qt.Key.Key_PageDown)
    assert page.current_sentence == 59
    for _ in range(12):
        press(Qt.Key.Key_PageUp)
    assert page.current_sentence == 0


def test_shift_and_arrows_move_the_end_of_the_sentence_s_selection(page, show, press):
    article = show(TEXT)
    page.go_to_sentence(1)
    press(Qt.Key.Key_Left, SHIFT)
    span = page.selection()
    assert article.text[span.start : span.end] == "We stayed"
    press(Qt.Key.Key_Left, SHIFT | Qt.KeyboardModifier.ControlModifier)
    span = page.selection()
    assert article.text[span.start : span.end] == "We "


def test_escape_lets_go_and_passes_on_when_there_is_nothing_to_let_go_of(page, show, press, click):
    show(TEXT, ROWS)
    click(5)
    page.move_sentence(1, extend=True)
    assert not press(Qt.Key.Key_Escape)
    assert page.chosen_highlight is None
    assert page.selected_sentences() == range(1, 2)
    assert press(Qt.Key.Key_Escape)


def test_all_is_selected_even_what_is_not_loaded_yet(page, show, press):
    article = show(LONG)
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    span = page.selection()
    assert (span.start, span.end) == (0, len(article.text))


@pytest.mark.parametrize("text", ["It rained.\n", "It rained.\n\n", "\n"])
def test_all_is_selected_where_the_text_ends_in_blank_lines(page, show, press, text):
    show(text)
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(page.selection()) == len(text)


def test_what_is_copied_is_the_article_s_own_text(page, show, press):
    article = show(TEXT)
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    copied = page.createMimeDataFromSelection()
    assert copied.text() == article.text
    assert not copied.hasHtml()


def dropped(page, mime):
    place = QPointF(50, 50)
    more = (Qt.DropAction.CopyAction, mime, LEFT, PLAIN)
    enter = QDragEnterEvent(place.toPoint(), *more)
    drop = QDropEvent(place, *more)
    enter.setAccepted(False)
    drop.setAccepted(False)
    QApplication.sendEvent(page.viewport(), enter)
    if enter.isAccepted():
        QApplication.sendEvent(page.viewport(), drop)
    return enter.isAccepted() and drop.isAccepted()


def test_dropped_files_are_passed_on(page, qtbot, tmp_path):
    mime = QMimeData()
    file = tmp_path / "an article.txt"
    mime.setUrls([QUrl.fromLocalFile(str(file)), QUrl("https://example.org/a.txt")])
    with qtbot.waitSignal(page.files_dropped) as signal:
        assert dropped(page, mime)
    assert [QUrl.fromLocalFile(path) for path in signal.args[0]] == [mime.urls()[0]]


def test_a_dropped_link_is_passed_on(page, qtbot):
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/a?b=c#d")])
    with qtbot.waitSignal(page.link_dropped) as signal:
        assert dropped(page, mime)
    assert signal.args == ["https://example.org/a?b=c#d"]


@pytest.mark.parametrize("kind", ["text", "script"])
def test_nothing_but_files_and_links_can_be_dropped(page, show, kind):
    show(TEXT)
    mime = QMimeData()
    if kind == "text":
        mime.setText("not mine")
    else:
        mime.setUrls([QUrl("javascript:alert(1)")])
    assert not dropped(page, mime)
    assert page.document().blockCount() == 2
