"""Going to a place that a list found: its article on the page, the place in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.errors import AnnotatorError

if TYPE_CHECKING:
    from annotator.core.records import Highlight
    from annotator.core.span import Span
    from annotator.gui.window import Window


def arrive(window: Window, article_id: str, span: Span | None) -> bool:
    """Show a span of an article, or its beginning; the page has the keys. False where it failed."""
    window.open_article(article_id)
    article, page = window.reviewing.article, window.page
    if article is None or article.article.id != article_id:
        return False
    if span is not None:
        number = article.sentences.at(min(span.start, max(article.sentences.length - 1, 0)))
        if number is not None:
            page.go_to_sentence(number)
            page.reveal(span)
    return True


def arrive_at_highlight(window: Window, highlight_id: str) -> bool:
    """Show a highlight on the page, chosen, and give the page the keys; False where it is gone."""
    reviewing = window.reviewing
    if reviewing.project is None:
        return False
    try:
        highlight = reviewing.project.queries.highlight_by_id(highlight_id)
    except AnnotatorError as error:
        reviewing.failed.emit(error)
        return False
    if not arrive(window, highlight.article_id, None):
        return False
    return _choose(window, highlight)


def _choose(window: Window, highlight: Highlight) -> bool:
    article = window.reviewing.article
    if article is None:
        return False
    if highlight.revision_id == article.revision.id:
        article.look_at(highlight.hull)
    if highlight.key in article.index:
        _stand_on(window, highlight.key)
    else:
        # Where a text was revised only the whole article tells the place.
        window.reviewing.held.do(lambda: _stand_on(window, highlight.key))
    return True


def _stand_on(window: Window, key: int) -> None:
    article = window.reviewing.article
    if article is not None and key in article.index:
        start = article.index.get(key)[0]
        window.page.go_to_sentence(article.sentences.at(start) or 0)
        window.page.choose_highlight(key)
