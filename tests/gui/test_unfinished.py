from __future__ import annotations

from annotator.core.records import Article
from annotator.gui.article_rows import ArticleRows
from annotator.gui.unfinished import next_unfinished
from annotator.service.changes import Progress
from annotator.service.ports import ArticleSummary


def rows(qapp, **reviewed):
    """Articles of two sentences each, by name, so many of them reviewed."""
    made = ArticleRows()
    made.fill(
        ArticleSummary(Article(name, name, "r", ""), 9, Progress(name, 2, done, done))
        for name, done in reviewed.items()
    )
    return made


def test_finished_articles_are_passed_over_in_the_order_shown(qapp):
    shown = rows(qapp, a=2, b=0, c=1, d=2, e=0)  # shown as c, b, e, a, d
    assert [next_unfinished(shown, one) for one in "cbead"] == ["b", "e", "c", "c", "c"]
    assert [next_unfinished(shown, one, back=True) for one in "cbe"] == ["e", "c", "b"]


def test_with_nothing_else_to_do_there_is_none(qapp):
    assert next_unfinished(rows(qapp, a=2, b=1), "b") is None
    assert next_unfinished(rows(qapp, a=2), None) is None


def test_u_opens_the_next_and_tells_when_there_is_none(window, hands, project):
    first = window.reviewing.article.article.id
    hands.press("U")
    second = window.reviewing.article.article.id
    assert second != first
    count = len(window.reviewing.article.sentences)
    hands.press("Space", *["J", "Space"] * (count - 1))
    hands.press("Shift+U")
    assert window.reviewing.article.article.id == first
    hands.press("U")
    assert "No other article" in window.banner.text.text()
