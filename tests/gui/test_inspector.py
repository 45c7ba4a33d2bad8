from __future__ import annotations

from contextlib import closing

import pytest
from PySide6.QtTest import QTest

from annotator.bootstrap import open_project, reviewers
from annotator.gui.inspector_parts import BAR, Quote
from annotator.gui.plain import plain_label
from annotator.service.commands import DescribeClaim, ToggleHighlight


def texts(window):
    QTest.qWait(1)
    kind = type(plain_label())
    labels = window.inspector.widget().findChildren(kind)
    return [label.text() for label in labels if not label.isHidden()]


def test_the_current_sentence_is_shown_with_what_it_bears_and_how_to_tag(hands, window):
    hands.press("J")
    shown = texts(window)
    assert "SENTENCE 2 OF 6" in shown
    assert "The ministry said the 🚰 dam was safe." in shown
    assert "Not reviewed yet" in shown
    assert any("1   Official claim" in text for text in shown)
    hands.press("Space")
    assert "Reviewed, without a label" in texts(window)


def test_the_chosen_highlight_is_shown_with_its_guideline(hands, window, project):
    hands.press("J", "1", "3")
    shown = texts(window)
    label = project.queries.codebook().labels[2]
    assert "HIGHLIGHT 2 OF 2 · OVERLAPS 1" in shown
    assert label.name in shown
    assert label.definition in shown
    assert any(project.reviewer.name in text for text in shown)
    assert f"GUIDELINE · REVISION {project.queries.codebook().revision}" in shown


def test_a_claim_record_is_shown_as_far_as_it_is_filled(hands, window, project):
    hands.press("J", "1")
    highlight = next(iter(project.queries.highlights()))
    project.execute(
        DescribeClaim(highlight.id, (("speaker", "<b>The</b> ministry"), ("note", "Twice.")))
    )
    texts(window)
    form = window.inspector.record
    assert form.field("speaker").text() == "<b>The</b> ministry"
    assert form.field("note").value() == "Twice."
    assert form.more.text().endswith("More · 1 filled")
    assert not form.rows["note"].isVisible()


def test_letting_go_shows_the_sentence_again(hands, window):
    hands.press("J", "2", "Escape")
    assert "Tagged as Analyst opinion" in texts(window)


def test_nothing_is_cut_off_in_a_small_window(hands, window):
    window.resize(900, 640)
    hands.press("J", "1")
    texts(window)
    inspector = window.inspector
    inside = inspector.widget()
    assert inside.width() <= inspector.viewport().width()
    bottom = inside.height() - inspector.viewport().height()
    assert inspector.verticalScrollBar().maximum() == max(0, bottom)


def test_no_fact_is_written_over_its_name(hands, window, project):
    hands.press("J", "1")
    texts(window)
    ((heading, value),) = window.inspector.origin._rows
    assert heading.width() >= heading.fontMetrics().horizontalAdvance("Marked by")
    assert not heading.geometry().intersects(value.geometry())


@pytest.mark.parametrize(
    ("words", "right"), [("The road reopened.", False), ("أعيد فتح الطريق.", True)]
)
def test_the_bar_of_a_quotation_stands_where_its_text_begins(qtbot, themes, words, right):
    quote = Quote(themes.theme)
    qtbot.addWidget(quote)
    quote.show_text(words)
    quote.resize(200, 60)
    seen = quote.grab().toImage()
    bar = themes.theme.lines
    assert (seen.pixelColor(0, 30) == bar, seen.pixelColor(199, 30) == bar) == (not right, right)
    assert (quote.text.x() > BAR) is not right
    assert (quote.text.geometry().right() < 199 - BAR) is right


def test_the_values_in_a_row_stand_apart(hands, window):
    hands.press("J", "1")
    texts(window)
    segments = window.inspector.record.field("form").segments
    for one in segments:
        words = one.fontMetrics().horizontalAdvance(one.text())
        assert one.width() - words >= 12


def test_a_sentence_tells_whose_highlights_it_bears_where_there_are_several_reviewers(
    hands, window, project
):
    hands.press("J", "1", "Escape", "K", "J")
    QTest.qWait(1)
    facts = window.inspector.facts.findChildren(type(plain_label()))
    named = any(one.text() == project.reviewer.name for one in facts if one.isVisible())
    assert named == window.reviewing.has_several_reviewers
    place = window.reviewing.article.article.id
    reviewers().add("Grace")
    with closing(open_project(project.path, create=False)) as grace:
        span = window.reviewing.current_span()
        grace.execute(ToggleHighlight(place, span, "analyst_opinion", None))
    project.look_outside()
    shown = " ".join(texts(window))
    assert "Tagged as Official claim, Analyst opinion" in shown
    mine, hers = shown.index(project.reviewer.name), shown.index("Grace")
    assert "Official claim" in shown[mine:]
    assert "Analyst opinion" in shown[hers:]
