"""Writing this program's JSON Lines: all of a project, for files of it and those that carry it."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from annotator.core.offsets import Utf8Map, Utf16Map
from annotator.core.records import quote_of
from annotator.core.sentences import SentenceIndex
from annotator.formats.shared.claims import claim_json
from annotator.formats.shared.jsonl_reading import GENERATOR

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.core.records import Unplaced
    from annotator.core.span import Span
    from annotator.service.exchange_ports import Sent, SentArticle, SentHighlight

CONTEXT = 32


def lines_of(sent: Sent) -> Iterator[dict[str, Any]]:
    """Yield what the lines hold: the project, its labels and reviewers, and article by article."""
    book = sent.codebook
    yield {
        "type": "project",
        "generator": GENERATOR,
        "id": sent.project_id,
        "name": sent.name,
        "codebook_revision": book.revision,
        "guideline": book.guideline,
        "verdicts": book.verdicts,
    }
    for label in book.labels:
        yield {"type": "label", **asdict(label)}
    for reviewer in sent.reviewers:
        yield {"type": "reviewer", **asdict(reviewer)}
    for article in sent.articles():
        page = Page(article)
        yield page.article()
        for one in article.highlights():
            yield page.row(one)


class Page:
    """One article's text with all that its lines are computed from."""

    def __init__(self, sent: SentArticle) -> None:
        self._article, self._revision = sent.article, sent.revision
        self._text = text = sent.revision.text
        self._utf16, self._utf8 = Utf16Map(text), Utf8Map(text)
        self._sentences = SentenceIndex.from_boundaries(text, sent.revision.sentence_ends)

    def article(self) -> dict[str, Any]:
        """Return the article's own line."""
        revision = self._revision
        return {
            "type": "article",
            **asdict(self._article),
            "revision": revision.number,
            "text_sha256": revision.text_sha256,
            "segmenter": revision.segmenter,
            "sentence_ends": revision.sentence_ends,
            "text": revision.text,
        }

    def row(self, sent: SentHighlight) -> dict[str, Any]:
        """Return a highlight's line."""
        highlight, hull = sent.highlight, sent.highlight.hull
        row: dict[str, Any] = {
            "type": "highlight",
            "id": highlight.id,
            "article_id": self._article.id,
            "title": self._article.title,
            "text_sha256": self._revision.text_sha256,
            "start": hull.start,
            "end": hull.end,
            "start_utf16": self._utf16.to_utf16(hull.start),
            "end_utf16": self._utf16.to_utf16(hull.end),
            "start_utf8": self._utf8.to_utf8(hull.start),
            "end_utf8": self._utf8.to_utf8(hull.end),
            "quote": self._text[hull.start : hull.end],
            "prefix": self._text[max(0, hull.start - CONTEXT) : hull.start],
            "suffix": self._text[hull.end : hull.end + CONTEXT],
            "label": sent.label.key,
            "label_id": sent.label.id,
            "reviewer": sent.reviewer.name,
            "reviewer_id": sent.reviewer.id,
            "created": highlight.created,
            "modified": highlight.modified,
            "codebook_revision": highlight.codebook_revision,
            "sentences": self._covering(highlight.spans),
            "claim": claim_json(sent.claim),
        }
        return row | self._besides(sent)

    def _besides(self, sent: SentHighlight) -> dict[str, Any]:
        """Return what only some highlights have."""
        highlight = sent.highlight
        found: dict[str, Any] = {}
        if highlight.cue is not None:
            found["cue"] = [highlight.cue.start, highlight.cue.end]
        if highlight.orphaned:
            found["lost_quote"] = highlight.quote
        if highlight.unplaced is not None:
            found["unplaced"] = self._unplaced(highlight.unplaced)
        if len(highlight.spans) > 1:
            found["spans"] = [[span.start, span.end] for span in highlight.spans]
            found["quotes"] = [self._text[span.start : span.end] for span in highlight.spans]
        return found

    def _unplaced(self, unplaced: Unplaced) -> dict[str, Any]:
        """Return why a highlight has no place, and the words where it may belong, best first."""
        return {
            "outcome": unplaced.outcome,
            "prefix": unplaced.prefix,
            "suffix": unplaced.suffix,
            "candidates": [
                {
                    "spans": [[span.start, span.end] for span in one.spans],
                    "quote": quote_of(self._text, one.spans),
                    "score": one.score,
                }
                for one in unplaced.candidates
            ],
        }

    def _covering(self, spans: tuple[Span, ...]) -> list[int]:
        numbers = (number for span in spans for number in self._sentences.covering(span))
        return sorted(set(numbers))
