from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QFont, QWheelEvent
from PySide6.QtWidgets import QApplication

from annotator.core.records import Highlight, ReviewedMark
from annotator.core.span import Span
from annotator.gui.page_measure import COLUMN
from annotator.gui.ruler_paint import WIDTH as RULER
from annotator.gui.theme import load_theme
from annotator.service.changes import Alteration, Changes

PARAGRAPH = "It rained all day long in the valley. " * 12
LONG = "\n".join([PARAGRAPH.strip()] * 400)
HEBREW = LONG.replace("It rained all day long", "ירד גשם כל היום")


def highlight(key, *spans, label="o"):
    placed = tuple(Span(*span) for span in spans)
    return Highlight(key, f"h{key}", "art", "rev", placed, label, "me", "", 1, "", "")


def change(*alterations):
    return Changes(1, "", "do", tuple(Alteration(*pair) for pair in alterations))


def spread(count, length):
    step = length / count
    return [(n + 1, 0, int(n * step), int(n * step) + 30, "oahdw"[n % 5]) for n in range(count)]


def painted_by(page, settle, action):
    settle()
    before = page.painted_blocks
    action()
    settle()
    return page.painted_blocks - before


@pytest.mark.parametrize("count", [50, 20_000])
def test_one_tag_paints_one_block_whatever_the_number_of_highlights(page, show, settle, count):
    article = show(LONG, spread(count, len(LONG) - 40))
    page._loader.load_until(400)

    def tag():
        tagged = change((None, highlight(10**6, (40, 60))))
        article.take(tagged)
        page.take(tagged)

    assert painted_by(page, settle, tag) == 1


def test_a_tag_out_of_sight_paints_nothing(page, show, settle):
    article = show(LONG)
    page._loader.load_until(400)

    def tag():
        tagged = change((None, highlight(7, (100_000, 100_020))))
        article.take(tagged)
        page.take(tagged)

    assert painted_by(page, settle, tag) == 0


def test_a_highlight_of_two_spans_paints_the_blocks_of_both(page, show, settle):
    article = show("\n".join(f"Paragraph {n}." for n in range(9)))

    def tag():
        tagged = change((None, highlight(7, (0, 5), (42, 46))))
        article.take(tagged)
        page.take(tagged)

    assert painted_by(page, settle, tag) == 2


def test_a_reviewed_mark_shows_in_the_margin(page, show, settle):
    article = show("It rained. We stayed.")
    before = page.grab().toImage()
    mark = ReviewedMark(1, "m1", "art", "rev", Span(11, 21), "me", "")
    page.take(change((None, mark)))
    settle()
    assert page.grab().toImage() == before
    marked = change((None, mark))
    article.take(marked)
    page.take(marked)
    settle()
    assert page.grab().toImage() != before


def test_what_was_tagged_and_untagged_looks_as_before(page, show, settle):
    article = show("It rained. We stayed.")
    before = page.grab().toImage()
    tagged, untagged = (highlight(7, (3, 9)), None), (None, highlight(7, (3, 9)))
    for pair in (untagged, tagged):
        article.take(change(pair))
        page.take(change(pair))
        settle()
        changed = page.grab().toImage() != before
        assert changed == (pair is untagged)


@pytest.mark.parametrize(
    ("theme", "shown"),
    [
        ("light", {"text": LONG}),
        ("dark", {"text": LONG}),
        ("high-contrast", {"text": HEBREW, "direction": "rtl"}),
    ],
)
def test_painting_anew_what_is_dirty_equals_painting_all(
    page, show, settle, on_screen, theme, shown
):
    page.set_theme(load_theme(theme))
    article = show(rows=spread(400, 4_000), marks=[(39, 76)], **shown)
    page._loader.load_until(400)
    empty = on_screen(page)
    for key, place in enumerate((10, 300, 480, 900, 1_200), 10**6):
        tagged = change((None, highlight(key, (place, place + 70), label="w")))
        article.take(tagged)
        page.take(tagged)
        settle()
        page.choose_highlight(key)
        settle()
    page.go_to_sentence(9)
    page.verticalScrollBar().setValue(130)
    settle()
    page.verticalScrollBar().setValue(90)
    settle()
    incremental = on_screen(page)
    assert incremental != empty
    page._plans.forget()
    page._renew_painter()
    page.viewport().update()
    settle()
    assert on_screen(page) == incremental


def test_the_next_page_is_planned_between_events_and_then_there_is_rest(page, show, qtbot):
    show(LONG, spread(400, 4_000))
    page._loader.load_until(400)
    page.viewport().repaint()
    qtbot.waitUntil(lambda: not page._idle.isActive())
    top, bottom = page._visible()
    ahead = list(page._layout.stretches_between(bottom, 2 * bottom - top))
    assert ahead
    assert all(map(page._plans.has, ahead))


def test_a_page_of_more_than_can_be_kept_is_left_at_rest_as_well(page, show, qtbot, monkeypatch):
    monkeypatch.setattr(page._plans._kept, "_budget", 1)
    show(LONG)
    page._loader.load_until(400)
    page.viewport().repaint()
    qtbot.waitUntil(lambda: not page._idle.isActive())


def on_screen(page):
    """Return what stands on the screen, nothing of it painted anew for that."""
    window = page.window()
    return window.screen().grabWindow(window.winId()).toImage()


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_scrolled_letters_stand_where_they_would_if_all_were_painted(page, show, settle, direction):
    rows = [(1, 0, 0, 3_000, "o"), (2, 0, 300, 700, "a"), (3, 0, 900, 1_500, "h")]
    show(LONG, rows, direction=direction)
    page._loader.load_until(400)
    settle()
    for scroll in (40, 47, 260, 90, 330, 20):
        page.verticalScrollBar().setValue(scroll)
        settle()
        incremental = on_screen(page)
        page.viewport().update()
        settle()
        assert on_screen(page) == incremental


def test_the_title_is_no_part_of_the_document(page, show):
    show("One.\nTwo.", title="Dam declared safe")
    assert page.document().blockCount() == 2
    assert page._layout.block_rect(0).top() > 80
    assert page.accessibleName() == "Dam declared safe"


def test_a_new_title_is_shown(page, show):
    article = show("One.")
    old = article.article
    renamed = change((old, replace(old, title="A far longer title than the one before it")))
    before = page.grab().toImage()
    article.take(renamed)
    page.take(renamed)
    assert page.accessibleName().startswith("A far longer title")
    assert page.grab().toImage() != before


@pytest.mark.parametrize("width", [300, 840, 1_400])
def test_the_column_is_centered_and_never_wider_than_its_measure(page, show, settle, width):
    show(LONG)
    page.resize(width, 600)
    settle()
    column = page._column_right - page._column_left
    assert column <= COLUMN
    assert column == COLUMN or width < 900
    sides = page.viewportMargins()
    assert sides.right() == max(sides.left(), RULER)
    assert page.document().textWidth() == page.viewport().width()


@pytest.mark.parametrize("width", [700, 840, 1_000])
def test_the_column_stays_where_it_is_when_only_the_height_changes(page, show, settle, width):
    page.resize(width, 600)
    settle()
    show(LONG)
    before = page.viewport().geometry().left(), page.viewport().width()
    page.resize(width, 590)
    settle()
    assert (page.viewport().geometry().left(), page.viewport().width()) == before


@pytest.mark.parametrize("blanks", [1, 4])
def test_blank_lines_between_paragraphs_add_next_to_nothing(page, show, blanks):
    show("\n".join(["One.", *[""] * blanks, "Two."]))
    apart = page._layout.line_at(5 + blanks).baseline - page._layout.line_at(0).baseline
    show("One.\nTwo.")
    close = page._layout.line_at(5).baseline - page._layout.line_at(0).baseline
    assert close <= apart <= close + blanks


def test_a_title_that_the_text_begins_with_stands_there_alone(page, show):
    text = "\nDam declared safe\n\nThe ministry said so."
    show(text, title="Dam declared safe")
    alone = page._layout.line_at(1).baseline
    assert page.document().findBlockByNumber(1).begin().fragment().charFormat().fontWeight() > 500
    show(text, title="Another title")
    assert page._layout.line_at(1).baseline > alone + 20
    assert page.document().findBlockByNumber(1).begin().fragment().charFormat().fontWeight() <= 500


def test_a_wider_window_does_not_lay_out_a_full_column_again(page, show, settle):
    show(LONG)
    page.resize(1_000, 700)
    settle()
    lines = page._layout.stretches(0)
    page.resize(1_300, 700)
    settle()
    assert page._layout.stretches(0) == lines


def test_the_margin_of_a_right_to_left_article_is_at_the_right(page, show):
    show("وأعلنت وزارة المياه", direction="rtl")
    line = page._layout.line_at(0)
    assert line.cells[0][1] == pytest.approx(page._column_right, abs=1)
    assert page._margin.mirrored
    assert page._margin.bar > page._column_right


def test_without_an_article_the_page_is_blank(page, codebook, settle):
    blank = page.grab().toImage()
    page.show_article(None, codebook)
    settle()
    assert page.grab().toImage() == blank


@pytest.mark.parametrize("key", ["light", "dark", "high-contrast"])
def test_a_theme_colors_page_and_sides(page, show, settle, key):
    theme = load_theme(key)
    show("One.")
    page.resize(1_300, 500)
    page.set_theme(theme)
    settle()
    image = page.grab().toImage()
    assert image.pixelColor(5, 250) == QColor(theme.page)
    assert image.pixelColor(650, 400) == QColor(theme.page)


def test_a_font_of_the_window_does_not_become_the_text_s(page, show, qapp, settle):
    show("One.")
    QApplication.sendEvent(page, QEvent(QEvent.Type.FontChange))
    page.setFont(QFont("Noto Sans", 40))
    settle()
    assert page.document().defaultFont().pixelSize() == 19


def test_nothing_is_loaded_for_a_text(page):
    assert page.loadResource(2, "file:///etc/hostname") is None


def test_the_wheel_scrolls_over_the_empty_sides_too(page, show, settle):
    show(LONG)
    page.resize(1_500, 600)
    settle()
    place = QPointF(10, 300)
    event = QWheelEvent(
        place,
        page.mapToGlobal(place),
        QPoint(0, 0),
        QPoint(0, -240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(page, event)
    assert page.verticalScrollBar().value() > 0


def height_of(page, number):
    """How far below the top of the page a sentence begins."""
    line = page._layout.line_at(page.article.sentences.span(number).start)
    return line.baseline - page.verticalScrollBar().value()


@pytest.mark.parametrize("steps", [4, -4])
def test_zoom_changes_the_text_and_stays_at_the_place(page, show, settle, steps):
    show(LONG)
    page.go_to_sentence(1_500)
    settle()
    before = height_of(page, 1_500)
    page.set_text_zoom(steps)
    settle()
    assert (page.document().defaultFont().pixelSize() > 19) == (steps > 0)
    assert abs(height_of(page, 1_500) - before) <= 1
    assert page.current_sentence == 1_500


def test_other_labels_repaint_the_page(page, show, codebook, settle):
    show("It rained. We stayed.", [(1, 0, 0, 9, "o")])
    before = page.grab().toImage()
    labels = tuple(replace(label, color_light="#FF0000") for label in codebook.labels)
    page.set_codebook(replace(codebook, labels=labels))
    settle()
    assert page.grab().toImage() != before


def test_the_next_page_is_read_ahead_between_events_and_then_the_timer_rests(page, show, qtbot):
    show(LONG)
    page._loader.load_until(400)
    page.go_to_sentence(900)
    page.viewport().repaint()
    qtbot.waitUntil(lambda: not page._idle.isActive())
    top, bottom = page._visible()
    assert not page._layout.read_ahead(top, bottom + (bottom - top))
    assert page._layout.read_ahead(bottom + 3_000, bottom + 4_000)
