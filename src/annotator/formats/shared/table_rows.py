"""The rows of the tables that this program writes: one for each span of each highlight."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TypeAlias

from annotator.formats.shared.claims import CLAIM_WORDS, evidence_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.core.span import Span
    from annotator.service.exchange_ports import Sent, SentArticle, SentHighlight

Cell: TypeAlias = "str | int"

CONTEXT = 32
COLUMNS = (
    "article_id",
    "title",
    "url",
    "text_sha256",
    "annotation_id",
    "part",
    "start",
    "end",
    "quote",
    "prefix",
    "suffix",
    "label",
    "note",
    "reviewer",
    "created",
    "modified",
    "outcome",
    "status",
    *(name for name in CLAIM_WORDS if name != "status"),
    "evidence",
    "claim_id",
    "cue_start",
    "cue_end",
    "label_name",
    "reviewer_id",
    "publisher",
    "authors",
    "published",
    "language",
    "direction",
)
"""The columns in their order.

``part`` counts the spans of a highlight from 1. ``outcome`` is empty, "orphaned" where the text
was taken away, or "ambiguous" or "lost" where a newer text has no certain place; the quote then is
the one that was lost. ``label`` is the label's key. ``authors`` and ``evidence`` are JSON.
"""
ORPHANED = "orphaned"


def rows_of(sent: Sent) -> Iterator[tuple[Cell, ...]]:
    """Yield the rows by article and highlight, each with a cell for every column."""
    for article in sent.articles():
        before, behind = _of_article(article)
        text = article.revision.text
        for one in article.highlights():
            named = _of_highlight(one)
            for number, span in enumerate(one.highlight.spans, 1):
                place = _of_span(one, text, number, span)
                yield (*before, one.highlight.id, *place, *named, *behind)


def _of_article(sent: SentArticle) -> tuple[tuple[str, ...], tuple[str, ...]]:
    one = sent.article
    authors = json.dumps(one.authors, ensure_ascii=False) if one.authors else ""
    before = one.id, one.title, one.url, sent.revision.text_sha256
    return before, (one.publisher, authors, one.published, one.language, one.direction)


def _of_span(sent: SentHighlight, text: str, number: int, span: Span) -> tuple[Cell, ...]:
    quote = text[span.start : span.end]
    prefix = text[max(0, span.start - CONTEXT) : span.start]
    suffix = text[span.end : span.end + CONTEXT]
    lost = sent.highlight.unplaced
    if sent.highlight.orphaned and number == 1:
        quote = sent.highlight.quote
    if lost is not None:
        prefix, suffix = lost.prefix, lost.suffix
    return number, span.start, span.end, quote, prefix, suffix


def _of_highlight(sent: SentHighlight) -> tuple[Cell, ...]:
    """Return the cells from the label to the reviewer's id."""
    one, claim = sent.highlight, sent.claim
    evidence = evidence_json(sent)
    return (
        sent.label.key,
        sent.note,
        sent.reviewer.name,
        one.created,
        one.modified,
        _outcome(sent),
        claim.status if claim else "",
        *(getattr(claim, name, "") for name in CLAIM_WORDS if name != "status"),
        json.dumps(evidence, ensure_ascii=False) if evidence else "",
        claim.id if claim else "",
        one.cue.start if one.cue else "",
        one.cue.end if one.cue else "",
        sent.label.name,
        sent.reviewer.id,
    )


def _outcome(sent: SentHighlight) -> str:
    if sent.highlight.unplaced is not None:
        return sent.highlight.unplaced.outcome
    return ORPHANED if sent.highlight.orphaned else ""
