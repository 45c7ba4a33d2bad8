from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from annotator import bootstrap
from annotator.core.span import Span
from annotator.gui.page_geometry import Edge
from annotator.service.commands import AddHighlight, RemoveHighlights

SECOND = "The ministry said the 🚰 dam was safe."
LABEL = "official_claim"


@pytest.fixture
def tagged(window, project):
    """A highlight on the words “said the” of the second sentence, chosen."""
    article = window.reviewing.article
    start = article.text.index("said the")
    project.execute(AddHighlight(article.article.id, (Span(start, start + 8),), LABEL))
    window.page.go_to_sentence(1)
    window.reviewing.choose_next()
    return project.queries.highlights


@pytest.fixture
def quote(quotes):
    return lambda: quotes()[0][1]


def preview(window):
    (span,) = window.page.pending
    return window.reviewing.article.text[span.start : span.end]


def test_moves_are_shown_and_kept_as_one_step_when_something_else_is_done(
    hands, window, project, tagged, quote
):
    hands.press("Alt+Right", "Alt+Right", "Alt+Shift+Left")
    assert preview(window) == "y said the 🚰 d"
    assert quote() == "said the"
    hands.press("J")
    assert quote() == "y said the 🚰 d"
    assert window.page.pending == ()
    hands.press("Ctrl+Z")
    assert quote() == "said the"
    assert project.queries.undo_title() == "Tag as Official claim"


def test_words_are_gone_by_with_up_and_down(hands, window, tagged):
    hands.press("Alt+Down")
    assert preview(window) == "said the 🚰 dam"
    hands.press("Alt+Shift+Up", "Alt+Up")
    assert preview(window) == "ministry said the"
    hands.press("Alt+Shift+Down", "Alt+Shift+Down")
    assert preview(window) == "the"


def test_what_was_moved_is_kept_when_the_hands_rest(hands, window, tagged, quote, qtbot):
    window.reviewing.edges._rest.setInterval(20)
    hands.press("Alt+Left")
    qtbot.waitUntil(lambda: window.page.pending == ())
    assert quote() == "said th"


def test_escape_puts_the_edge_back(hands, window, tagged, quote, project):
    hands.press("Alt+Down", "Escape")
    assert window.page.pending == ()
    assert window.page.chosen_highlight is not None
    hands.press("J")
    assert quote() == "said the"
    assert project.queries.undo_title() == "Tag as Official claim"


def test_undo_goes_back_to_where_the_edge_was(hands, window, tagged, quote):
    hands.press("Alt+Down", "Ctrl+Z")
    assert quote() == "said the"
    hands.press("Ctrl+Y")
    assert quote() == "said the 🚰 dam"


def test_a_label_key_goes_to_the_moved_span(hands, tagged, quotes):
    hands.press("Alt+Down", "3")
    assert quotes() == [(LABEL, "said the 🚰 dam"), ("humanitarian_concern", "said the 🚰 dam")]


@pytest.mark.parametrize("leave", ["]", "F6", "F2", "Tab"])
def test_nothing_is_lost_by_leaving(hands, window, project, tagged, quote, leave):
    hands.press("Alt+Down", leave)
    assert quote() == "said the 🚰 dam"


def test_closing_the_project_keeps_what_was_moved(hands, window, project, project_path, tagged):
    hands.press("Alt+Down")
    window.reviewing.set_project(None)
    again = bootstrap.open_project(project_path, create=False)
    assert [one.quote for one in again.queries.highlights()] == ["said the 🚰 dam"]
    again.close()


def test_an_edge_stops_before_the_other(hands, window, tagged):
    hands.press(*["Alt+Left"] * 12)
    assert preview(window) == "s"
    hands.press("Escape", *["Alt+Shift+Right"] * 12)
    assert preview(window) == "e"


def test_without_one_chosen_the_narrowest_of_the_sentence_is_moved(hands, window, tagged):
    hands.press("Escape", "Alt+Right")
    assert preview(window) == "said the 🚰"


def test_no_edge_stops_in_white_space_or_between_lines(hands, window, project):
    hands.press("J", "1")
    hands.press("Alt+Shift+Left")
    assert preview(window).startswith("e\n\nThe ministry")
    hands.press("Alt+Shift+Right", "Alt+Left", "Alt+Right", "Alt+Right", "Alt+Right")
    assert preview(window).endswith("dam was safe. En")
    edges, text = window.reviewing.edges, window.reviewing.article.text
    edges.hold(Edge.START, text.index("ministry") - 1)
    assert preview(window).startswith("ministry")
    edges.hold(Edge.END, text.index("Engineers"))
    assert preview(window).endswith("safe.")


def test_without_a_highlight_that_is_told(hands, window):
    hands.press("J", "Alt+Right")
    assert not window.page.pending
    assert "No highlight" in window.banner.text.text()


def test_where_words_count_edges_snap_to_them(hands, window, tagged):
    hands.press("W", "Alt+Left")
    assert preview(window) == "said"
    text = window.reviewing.article.text
    window.reviewing.edges.hold(Edge.END, text.index("safe.") + 1)
    assert preview(window) == "said the 🚰 dam was"
    window.reviewing.edges.hold(Edge.START, text.index("ministry") + 1)
    assert preview(window) == "ministry said the 🚰 dam was"


def test_the_mouse_moves_an_edge(window, tagged, quote):
    page = window.page
    end = page.middle_of(page.grips()[1])
    text = window.reviewing.article.text
    line = page._layout.line_at(text.index("dam was"))
    target = QPointF(line.cells[text.index("dam was") + 3 - line.start][0], end.y())
    buttons = Qt.MouseButton.LeftButton
    QTest.mousePress(page.viewport(), buttons, pos=end.toPoint())
    QTest.mouseMove(page.viewport(), target.toPoint())
    assert preview(window) == "said the 🚰 dam"
    assert quote() == "said the"
    QTest.mouseRelease(page.viewport(), buttons, pos=target.toPoint())
    assert page.pending == ()
    assert quote() == "said the 🚰 dam"


def test_a_highlight_removed_elsewhere_is_moved_no_more(hands, window, project, tagged):
    hands.press("Alt+Down")
    project.execute(RemoveHighlights(tuple(one.id for one in tagged())))
    assert window.page.pending == ()
    assert list(tagged()) == []
