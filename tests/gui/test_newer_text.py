"""An article that gets a newer text while it is open is shown anew, at the same sentence."""

from __future__ import annotations

from tests.service.newer_copies import revised

from annotator.core.span import Span
from annotator.service.commands import AddHighlight


def test_the_page_goes_on_where_it_was_with_what_lies_on_the_newer_text(window, project):
    article = window.reviewing.article
    text, number = article.text, len(article.sentences) - 1
    span = article.sentences.span(number)
    words = article.sentence_text(number)
    project.execute(AddHighlight(article.article.id, (span,), "official_claim"))
    window.page.go_to_sentence(number)
    revised(project, article.article, "News. More news.\nAnd more.\n" + text, title="")
    now = window.reviewing.article
    assert now.text.startswith("News.")
    assert now.sentence_text(window.page.current_sentence) == words
    (key,) = now.highlights_over(now.sentences.span(window.page.current_sentence))
    assert window.reviewing.highlight(key).quote == words
    project.undo()
    back = window.reviewing.article
    assert (back.text, window.page.current_sentence) == (text, number)
    assert back.highlights_over(Span(span.start, span.end)) == [key]


def test_taking_a_newer_text_back_takes_back_what_was_told_of_it(window, project):
    article = window.reviewing.article
    project.execute(
        AddHighlight(article.article.id, (article.sentences.span(1),), "official_claim")
    )
    revised(project, article.article, "Nothing of it is left. " * 40, title="")
    assert "1 highlight needs a place" in window.banner.text.text()
    assert window.banner.isVisible()
    project.undo()
    assert not window.banner.isVisible()
    project.redo()
    assert window.banner.isVisible()
