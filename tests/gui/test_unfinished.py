from __future__ import annotations

from annotator.core.records import Article
from annotator.gui.article_rows import ArticleRows
from annotator.service.changes import Progress
from annotator.service.finishing_commands import FinishArticle
from annotator.service.ports import ArticleSummary


def rows(qapp, finished):
    """Articles by name, those of them finished."""
    made = ArticleRows()
    made.fill(
        ArticleSummary(
            Article(name, name, "r", "", published=f"{2099 - ord(name)}", finished="now" * done),
            9,
            Progress(name, 2, 0, 0),
        )
        for name, done in ((name, name in finished) for name in "abcde")
    )
    return made


def walk(made, names, **options):
    found = [made.unfinished(name, **options) for name in names]
    return [row.article.id if row else None for row in found]


def test_finished_articles_are_passed_over_in_the_order_of_the_queue(qapp):
    made = rows(qapp, "ad")
    assert walk(made, "abcde") == ["b", "c", "e", "e", "b"]
    assert walk(made, "abcde", back=True) == ["e", "e", "b", "c", "c"]
    made.set_queue("date")
    assert walk(made, "abcde") == ["e", "e", "b", "c", "c"]


def test_with_nothing_else_to_do_there_is_none(qapp):
    assert walk(rows(qapp, "acde"), ["b"]) == [None]
    assert walk(rows(qapp, "abcde"), ["a", None]) == [None, None]


def test_u_opens_the_next_and_tells_when_there_is_none(window, hands, project):
    first = window.reviewing.article.article.id
    hands.press("U")
    second = window.reviewing.article.article.id
    assert second != first
    project.execute(FinishArticle(second, accept_unreviewed=True))
    hands.press("Shift+U")
    assert window.reviewing.article.article.id == first
    hands.press("U")
    assert "No other article" in window.banner.text.text()
