"""Where the next highlight and the next sentence to review are, in user order, around the end."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.core.span import Span
    from annotator.service.open_article import OpenArticle


def next_unreviewed(article: OpenArticle, current: int) -> int | None:
    """Return the number of the next sentence nobody dealt with; None when all are reviewed."""
    count = len(article.sentences)
    numbers = ((current + step) % count for step in range(1, count + 1))
    return next((number for number in numbers if not article.is_reviewed(number)), None)


def previous_unreviewed(article: OpenArticle, current: int) -> int | None:
    """Return the number of the last sentence before one that nobody dealt with, around the ends."""
    count = len(article.sentences)
    numbers = ((current - step) % count for step in range(1, count + 1))
    return next((number for number in numbers if not article.is_reviewed(number)), None)


def next_highlight(article: OpenArticle, chosen: int | None, sentence: Span) -> int | None:
    """Return the next highlight under the cursor, and after the last one that of the next place.

    Whatever overlaps or lies within another has its turn; costs what is found around the place.
    """
    over = _over(article, sentence)
    if chosen is not None and chosen in article.index and chosen not in over:
        return following(article, chosen, sentence)
    after = over[over.index(chosen) + 1 :] if chosen in over else over
    return after[0] if after else _first_from(article, sentence.end - 1)


def previous_highlight(article: OpenArticle, chosen: int | None, sentence: Span) -> int | None:
    """Return the highlight before the chosen one under the cursor, then that of another place."""
    over = _over(article, sentence)
    if chosen is not None and chosen in article.index and chosen not in over:
        return preceding(article, chosen, sentence)
    before = over[: over.index(chosen)] if chosen in over else over
    if before:
        return before[-1]
    # One that began before the sentence has led back there already.
    first = article.index.get(chosen)[0] if chosen is not None and over else sentence.start
    return _last_before(article, min(first, sentence.start))


def _over(article: OpenArticle, sentence: Span) -> list[int]:
    """Return the highlights over a sentence, also with a further span, by where they begin."""
    return sorted(article.highlights_over(sentence), key=lambda key: _order(article, key))


def following(
    article: OpenArticle, chosen: int | None, sentence: Span, *, label_id: str | None = None
) -> int | None:
    """Return the highlight that begins after the chosen one, or from the sentence on.

    With a label only its highlights count; costs what is found, and nothing for the rest.
    """
    if chosen is None or chosen not in article.index:
        return _first_from(article, sentence.start - 1, label_id)
    start = article.index.get(chosen)[0]
    alike = _starting_at(article, start, label_id)
    after = alike[alike.index(chosen) + 1 :] if chosen in alike else []
    return after[0] if after else _first_from(article, start, label_id)


def preceding(
    article: OpenArticle, chosen: int | None, sentence: Span, *, label_id: str | None = None
) -> int | None:
    """Return the highlight that begins before the chosen one, or before the sentence."""
    if chosen is None or chosen not in article.index:
        return _last_before(article, sentence.start, label_id)
    start = article.index.get(chosen)[0]
    alike = _starting_at(article, start, label_id)
    before = alike[: alike.index(chosen)] if chosen in alike else []
    return before[-1] if before else _last_before(article, start, label_id)


def neighbor_among(
    article: OpenArticle, keys: Iterable[int], chosen: int | None, *, sentence: Span, back: bool
) -> int | None:
    """Return which of some highlights comes after the chosen one, or before it, around the ends."""
    ordered = sorted(_order(article, key) for key in keys if key in article.index)
    if chosen is not None and chosen in article.index:
        here = _order(article, chosen)
    else:
        here = (sentence.start, -article.sentences.length - 1, 0)
    if not ordered:
        return None
    if back:
        return ordered[bisect_left(ordered, here) - 1][2]
    return ordered[bisect_right(ordered, here) % len(ordered)][2]


def _order(article: OpenArticle, key: int) -> tuple[int, int, int]:
    start, end, _ = article.index.get(key)
    return start, -end, key


def _starting_at(article: OpenArticle, start: int, label_id: str | None = None) -> list[int]:
    """Return the highlights that begin at a place; further spans of one count for nothing."""
    found = article.index.at(start, label_id)
    return [key for key, begin, *_ in found if begin == start and article.highlight_key(key) == key]


def _first_from(article: OpenArticle, position: int, label_id: str | None = None) -> int | None:
    found = _after(article, position, label_id)
    return _after(article, -1, label_id) if found is None else found


def _after(article: OpenArticle, position: int, label_id: str | None) -> int | None:
    found = article.index.next_after(position, label_id)
    while found is not None:
        own = _starting_at(article, found[1], label_id)
        if own:
            return own[0]
        found = article.index.next_after(found[1], label_id)
    return None


def _last_before(article: OpenArticle, position: int, label_id: str | None = None) -> int | None:
    found = _before(article, position, label_id)
    return _before(article, article.sentences.length + 1, label_id) if found is None else found


def _before(article: OpenArticle, position: int, label_id: str | None) -> int | None:
    found = article.index.previous_before(position, label_id)
    while found is not None:
        own = _starting_at(article, found[1], label_id)
        if own:
            return own[-1]
        found = article.index.previous_before(found[1], label_id)
    return None
