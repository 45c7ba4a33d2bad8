"""Documents as spaCy's own JSON has them, cut so that every highlight is made of whole tokens."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from annotator.core.span import Span
from annotator.formats.shared.carried_data import highlight_data
from annotator.formats.shared.our_data import article_data
from annotator.formats.shared.spans import pieces, without_overlap
from annotator.formats.shared.word_tokens import word_places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.formats.shared.spans import Piece
    from annotator.service.exchange_ports import SentArticle, SentHighlight

KEPT, GROUP = "fact_annotator", "sc"
_RUN = re.compile(r"\S+")


class _Marked(NamedTuple):
    """A span without space at its ends, what it is of, and its id: all that is kept of each."""

    span: Span
    label: str
    id: str


def document_of(article: SentArticle) -> tuple[dict[str, Any], int]:
    """Return an article's document, and how many of its spans are no entities for others' sake.

    Entities keep clear of each other, as spaCy wants them: the longest. All spans are in the
    group that its span categorizer takes, whose ids tell the highlights in the data. What may be
    long is an iterator.
    """
    text = article.revision.text
    trimmed = [_Marked(one.span, one.sent.label.key, _id(one)) for one in _trimmed(article)]
    entities, left = without_overlap(trimmed)
    borders = {place for one in trimmed for place in (one.span.start, one.span.end)}
    document = {
        "text": text,
        "ents": map(_span, entities),
        "spans": {GROUP: (_span(one) | {"kb_id": one.id} for one in trimmed)},
        "tokens": (
            {"id": number, "start": start, "end": end}
            for number, (start, end) in enumerate(_tokens(text, sorted(borders)))
        ),
        KEPT: {**article_data(article), "highlights": _kept(article)},
    }
    return document, len(left)


def trimmed_span(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a span without the space at its ends, which no entity may have.

    >>> trimmed_span(" a ", 0, 3), trimmed_span(" ", 0, 1)
    ((1, 2), (1, 1))
    """
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return start, start + len(words.strip())


def _trimmed(article: SentArticle) -> Iterator[Piece]:
    """Yield the spans without space at their ends, those of each highlight counted anew."""
    before: SentHighlight | None = None
    part = 0
    for piece in pieces(article):
        quote = piece.quote.strip()
        if not quote:
            continue
        part = part + 1 if piece.sent is before else 0
        before = piece.sent
        start = piece.span.start + len(piece.quote) - len(piece.quote.lstrip())
        yield piece._replace(span=Span(start, start + len(quote)), quote=quote, part=part)


def _span(one: _Marked) -> dict[str, Any]:
    return {"start": one.span.start, "end": one.span.end, "label": one.label}


def _id(piece: Piece) -> str:
    made_id = piece.sent.highlight.id
    return made_id if not piece.part else f"{made_id}/{piece.part + 1}"


def _kept(article: SentArticle) -> Iterator[dict[str, Any]]:
    """Yield what spans do not hold of highlights: all but place and label."""
    text = article.revision.text
    for one in article.highlights():
        if one.highlight.orphaned:
            continue
        spans = [[span.start, span.end] for span in one.highlight.spans]
        seen = [list(trimmed_span(text, *span)) for span in spans]
        data = highlight_data(one)
        if seen != spans:
            data |= {"spans": spans, "label": one.label.key}
        yield data


def _tokens(text: str, borders: list[int]) -> Iterator[tuple[int, int]]:
    """Yield tokens as spaCy understands them: one space belongs to the word before it."""
    end = 0
    for run in _RUN.finditer(text):
        space = end + (end > 0 and text[end : end + 1] == " ")
        if space < run.start():
            yield space, run.start()
        yield from _within(text, run.start(), run.end(), borders)
        end = run.end()
    space = end + (end > 0 and text[end : end + 1] == " ")
    if space < len(text):
        yield space, len(text)


def _within(text: str, start: int, end: int, borders: list[int]) -> Iterator[tuple[int, int]]:
    """Yield the tokens of a stretch without space."""
    cuts = {start, end}
    for one in word_places(text, start, end):
        cuts.update(one)
    cuts.update(borders[bisect_right(borders, start) : bisect_left(borders, end)])
    places = sorted(cuts)
    yield from pairwise(places)
