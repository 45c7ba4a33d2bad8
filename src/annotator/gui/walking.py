"""Where the next highlight and the next sentence to review are, in user order, around the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.core.span import Span
    from annotator.service.open_article import OpenArticle


def next_unreviewed(article: OpenArticle, current: int) -> int | None:
    """Return the number of the next sentence nobody dealt with; None when all are reviewed."""
    count = len(article.sentences)
    numbers = ((current + step) % count for step in range(1, count + 1))
    return next((number for number in numbers if not article.is_reviewed(number)), None)


def next_highlight(article: OpenArticle, chosen: int | None, sentence: Span) -> int | None:
    """Return the highlight after the chosen one; with none chosen, the first from the sentence on.

    Costs what is found around the place, and nothing for the rest of the article.
    """
    if chosen is None or chosen not in article.index:
        over = article.highlights_over(sentence)
        return over[0] if over else _first_from(article, sentence.end - 1)
    start = article.index.get(chosen)[0]
    alike = _starting_at(article, start)
    after = alike[alike.index(chosen) + 1 :]
    return after[0] if after else _first_from(article, start)


def previous_highlight(article: OpenArticle, chosen: int | None, sentence: Span) -> int | None:
    """Return the highlight before the chosen one; with none chosen, the last up to the sentence."""
    if chosen is None or chosen not in article.index:
        over = article.highlights_over(sentence)
        return over[-1] if over else _last_before(article, sentence.start)
    start = article.index.get(chosen)[0]
    alike = _starting_at(article, start)
    before = alike[: alike.index(chosen)]
    return before[-1] if before else _last_before(article, start)


def _starting_at(article: OpenArticle, start: int) -> list[int]:
    return [key for key, begin, *_ in article.index.at(start) if begin == start]


def _first_from(article: OpenArticle, position: int) -> int | None:
    found = article.index.next_after(position) or article.index.next_after(-1)
    return article.highlight_key(found[0]) if found else None


def _last_before(article: OpenArticle, position: int) -> int | None:
    end = article.sentences.length + 1
    found = article.index.previous_before(position) or article.index.previous_before(end)
    if found is None:
        return None
    return article.highlight_key(_starting_at(article, found[1])[-1])
