from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QLocale, Qt

from annotator import bootstrap
from annotator.core.errors import AnnotatorError
from annotator.core.span import Span
from annotator.gui.overview_rows import FINISHED, LEFT, SENTENCES, TITLE, OverviewRows
from annotator.service.codebook_commands import MergeLabels
from annotator.service.commands import RemoveArticle, ToggleHighlight, ToggleReviewed
from annotator.service.finishing_commands import FinishArticle, ReopenArticle
from annotator.service.importing import prepare


def cells(rows):
    """What the table shows, by article, as text."""
    rows.sort(-1)
    return [
        [rows.index(row, column).data() for column in range(rows.columnCount())]
        for row in range(rows.rowCount())
    ]


def filled(project):
    rows = OverviewRows()
    rows.fill(project.queries.codebook(), project.queries.overview())
    return rows


def do(project, step, number, label):
    ids = [summary.article.id for summary in project.queries.articles()]
    article = ids[number % len(ids)] if ids else ""
    span = Span(number, number + 4)
    labels = {one.key: one.id for one in project.queries.codebook().labels}
    commands = {
        "tag": lambda: project.execute(ToggleHighlight(article, span, label)),
        "tag again": lambda: project.execute(ToggleHighlight(article, span, "analyst_opinion")),
        "mark": lambda: project.execute(ToggleReviewed(article, (span,))),
        "finish": lambda: project.execute(FinishArticle(article, accept_unreviewed=True)),
        "reopen": lambda: project.execute(ReopenArticle(article)),
        "merge": lambda: project.execute(MergeLabels(labels["analyst_opinion"], labels[label])),
        "remove": lambda: project.execute(RemoveArticle(article)),
        "undo": project.undo,
        "redo": project.redo,
        "jump": lambda: project.jump(number // 2),
    }
    if not article and step in {"tag", "tag again", "mark", "finish", "reopen", "remove"}:
        return
    # Nothing to undo, no such point, or a label that was put aside: nothing altered.
    with suppress(AnnotatorError):
        commands[step]()


steps = st.lists(
    st.tuples(
        st.sampled_from(
            [
                "tag",
                "tag again",
                "mark",
                "finish",
                "reopen",
                "remove",
                "merge",
                "undo",
                "redo",
                "jump",
            ]
        ),
        st.integers(0, 20),
        st.sampled_from(["official_claim", "humanitarian_concern"]),
    ),
    max_size=12,
)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=steps)
def test_figures_kept_by_changes_equal_figures_read_anew(
    steps, qapp, articles, new_project, tmp_path_factory
):
    path = new_project(tmp_path_factory.mktemp("p") / "p.factproj")
    project = bootstrap.open_project(path, create=False)
    project.add(prepare(articles, project.surroundings))
    rows = filled(project)
    project.subscribe(rows.take)
    for step in steps:
        do(project, *step)
        if rows.stale:
            rows.fill(project.queries.codebook(), project.queries.overview())
    assert cells(rows) == cells(filled(project))
    project.close()


@pytest.fixture
def overview(window, hands):
    hands.press("Ctrl+Shift+L")
    return window.tools.widget("overview")


def test_enter_opens_what_is_current_and_the_page_is_back(overview, window, hands):
    assert overview.table.hasFocus()
    assert overview.table.currentIndex().data() == "Dam declared safe"
    hands.press("Down", "Return")
    assert window.reviewing.article.article.title == "Road reopens"
    assert window.stack.currentWidget() is window.page
    assert window.page.hasFocus()


def test_letters_do_nothing_to_the_hidden_article(overview, window, hands, quotes):
    hands.press("1", "Space", "Delete")
    assert quotes() == []
    assert window.reviewing.article.progress.reviewed == 0
    hands.press("Escape", "1")
    assert len(quotes()) == 1


def test_s_sorts_by_the_column_and_back_again(overview, hands):
    def titles():
        return [overview.rows.index(row, TITLE).data() for row in range(2)]

    hands.press("Right", "S")
    assert overview.table.currentIndex().column() == SENTENCES
    assert titles() == ["Road reopens", "Dam declared safe"]
    assert overview.table.currentIndex().data() == "6"
    hands.press("S")
    assert titles() == ["Dam declared safe", "Road reopens"]
    header = overview.table.horizontalHeader()
    assert header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
    hands.press("S")
    assert header.sortIndicatorSection() == -1


def test_totals_follow_a_change_while_they_are_seen(overview, window, project, qtbot):
    assert "0 of 2 articles finished" in overview.totals.text()
    article = project.queries.articles()[0].article.id
    project.execute(ToggleHighlight(article, Span(0, 3), "official_claim"))
    project.execute(FinishArticle(article, accept_unreviewed=True))
    qtbot.waitUntil(lambda: "1 of 2 articles finished" in overview.totals.text())
    assert "1 of 9 sentences reviewed (11%)" in overview.totals.text()
    assert overview.rows.index(0, FINISHED).data().startswith("✓")
    assert overview.rows.index(0, LEFT).data() == "5"


def test_opening_an_article_in_the_list_puts_it_away(overview, window, project):
    window.articles.opened.emit(project.queries.articles()[0].article.id)
    assert not window.tools.is_open("overview")
    assert window.page.hasFocus()


def test_without_articles_it_says_what_to_do(empty_window, tmp_path, qtbot):
    empty_window.reviewing.set_project(bootstrap.open_project(tmp_path / "p.factproj", create=True))
    overview = empty_window.tools.open("overview")
    assert overview.empty.isVisible()
    assert "open text files" in overview.empty.text()
    assert not overview.table.isVisible()


def test_titles_have_the_room_of_finished_until_something_is(overview, window, project):
    header = overview.table.horizontalHeader()
    before = header.sectionSize(FINISHED)
    article = project.queries.articles()[0].article.id
    project.execute(FinishArticle(article, accept_unreviewed=True))
    overview._show_again()
    assert header.sectionSize(FINISHED) > before


def test_a_title_is_cut_where_it_ends_whichever_way_it_is_read(overview):
    shown = overview.table.itemDelegateForColumn(TITLE).displayText("سد آمن", QLocale())
    assert (shown[0], shown[-1]) == ("\u2068", "\u2069")
