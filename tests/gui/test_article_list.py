from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication

from annotator.core.records import Article
from annotator.gui.article_list import MAX_SMOOTH, ArticleList
from annotator.gui.article_rows import ArticleRows
from annotator.service.changes import Alteration, Changes, Progress
from annotator.service.ports import ArticleSummary


def summaries(count):
    return [
        ArticleSummary(
            Article(str(number), f"Title {number}", "r", "2026-01-01T00:00:00Z"),
            chars=100,
            progress=Progress(str(number), sentences=4, reviewed=0, highlights=0),
        )
        for number in range(count)
    ]


def test_a_long_list_is_scrolled_by_rows_before_it_is_filled(qtbot, themes):
    articles = ArticleList(themes.theme)
    qtbot.addWidget(articles)
    mode = QAbstractItemView.ScrollMode
    seen = []
    articles.rows.modelAboutToBeReset.connect(
        lambda: seen.append(articles.view.verticalScrollMode())
    )
    for count in (MAX_SMOOTH + 1, 3):
        articles.fill(summaries(count))
    assert seen == [mode.ScrollPerItem, mode.ScrollPerPixel]


def test_rows_that_fill_an_empty_list_are_laid_out_once(qtbot, themes, monkeypatch):
    asked, flags = [], ArticleRows.flags
    monkeypatch.setattr(
        ArticleRows, "flags", lambda rows, index: asked.append(index.row()) or flags(rows, index)
    )
    articles = ArticleList(themes.theme)
    qtbot.addWidget(articles)
    articles.resize(300, 600)
    articles.show()
    many = summaries(1_000)
    came = tuple(Alteration(None, one.article) for one in many)
    asked.clear()
    articles.take(Changes(1, "", "do", came, tuple(one.progress for one in many)))
    assert articles.rows.count == len(many)
    # A view asks twice of every row that it lays out.
    assert len(asked) <= 2 * len(many) + 100


def test_a_row_is_painted_anew_only_where_something_altered_that_can_be_seen(qtbot, themes):
    articles = ArticleList(themes.theme)
    qtbot.addWidget(articles)
    articles.fill(summaries(2))
    articles.show()
    qtbot.waitExposed(articles)
    painted = []
    delegate = articles.view.painter
    paint = delegate.paint
    delegate.paint = lambda *given: (painted.append(1), paint(*given))
    for highlights, reviewed, again in ((1, 1, True), (2, 1, False), (3, 2, True)):
        QApplication.processEvents()
        painted.clear()
        progress = Progress("0", sentences=4, reviewed=reviewed, highlights=highlights)
        articles.take(Changes(1, "", "do", (), (progress,)))
        QApplication.processEvents()
        assert bool(painted) == again
        index = articles.rows.index_of("0")
        assert f"highlights: {highlights}" in index.data(Qt.ItemDataRole.AccessibleTextRole)
