"""JSON Lines: one highlight a line, with its place in three offset units and its quote.

``start`` and ``end`` count code points, ``start_utf16`` and the rest what their names say, all of
the article's text with LF line ends and without byte order mark. A highlight of several spans
carries them in ``spans``; ``start`` and ``end`` then hold its hull, and ``quote`` the hull's text.
One that lost its text has that in ``lost_quote``; if it waits for a place in a newer text, it has
``unplaced`` with the outcome, the words that were around it, and where it may belong.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from annotator.core.errors import AnnotatorError
from annotator.core.offsets import Utf8Map, Utf16Map
from annotator.core.records import quote_of
from annotator.core.sentences import SentenceIndex
from annotator.service.writing import replacing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.core.records import Article, Highlight, Unplaced
    from annotator.core.span import Span
    from annotator.service.ports import Queries

CONTEXT = 32


class QuoteMismatchError(AnnotatorError):
    """A highlight whose quote is not the text at its place."""

    def __init__(self, highlight_id: str, start: int, end: int) -> None:
        self.highlight_id, self.start, self.end = highlight_id, start, end
        super().__init__(
            f"Highlight {highlight_id} does not read as it did at {start} to {end}, so nothing "
            "was exported; run “annotator check” to see what is damaged."
        )


class JsonlFormat:
    """Writes the highlights of a project as JSON Lines, checking every slice before its line."""

    name = "jsonl"

    def export(self, project: Queries, target: Path) -> int:
        """Write the file whole or not at all; return the number of lines.

        Raises:
            QuoteMismatchError: a highlight's quote is not the text at its place.
            FileProblemError: the file cannot be written, or must not be written over.

        """
        number = 0
        with replacing(target) as file:
            for line in _lines(project):
                file.write(line + "\n")
                number += 1
        return number


def _lines(project: Queries) -> Iterator[str]:
    labels = {label.id: label.key for label in project.codebook().labels}
    reviewers = {reviewer.id: reviewer.name for reviewer in project.reviewers()}
    for summary in project.articles():
        if not summary.progress.highlights:
            continue
        page = _Page(project, summary.article)
        for highlight in project.highlights(summary.article.id):
            row = page.row(highlight)
            row["label"] = labels[highlight.label_id]
            row["reviewer"] = reviewers.get(highlight.reviewer_id, highlight.reviewer_id)
            row["claim"] = _claim(project, highlight)
            yield json.dumps(row, ensure_ascii=False)


class _Page:
    """One article's text with all that its rows are computed from."""

    def __init__(self, project: Queries, article: Article) -> None:
        revision = project.content(article.id).revision
        self.article, self.revision, self.text = article, revision, revision.text
        self.utf16, self.utf8 = Utf16Map(revision.text), Utf8Map(revision.text)
        self.sentences = SentenceIndex.from_boundaries(revision.text, revision.sentence_ends)

    def row(self, highlight: Highlight) -> dict[str, object]:
        """Return a highlight's line, its slices checked against its quote."""
        self._check(highlight)
        hull = highlight.hull
        row: dict[str, object] = {
            "id": highlight.id,
            "article_id": self.article.id,
            "title": self.article.title,
            "text_sha256": self.revision.text_sha256,
            "start": hull.start,
            "end": hull.end,
            "start_utf16": self.utf16.to_utf16(hull.start),
            "end_utf16": self.utf16.to_utf16(hull.end),
            "start_utf8": self.utf8.to_utf8(hull.start),
            "end_utf8": self.utf8.to_utf8(hull.end),
            "quote": self.text[hull.start : hull.end],
            "prefix": self.text[max(0, hull.start - CONTEXT) : hull.start],
            "suffix": self.text[hull.end : hull.end + CONTEXT],
            "label": "",
            "reviewer": "",
            "created": highlight.created,
            "modified": highlight.modified,
            "sentences": self._sentences(highlight.spans),
            "claim": None,
        }
        if highlight.orphaned:
            row["lost_quote"] = highlight.quote
        if highlight.unplaced is not None:
            row["unplaced"] = self._unplaced(highlight.unplaced)
        if len(highlight.spans) > 1:
            row["spans"] = [[span.start, span.end] for span in highlight.spans]
        return row

    def _unplaced(self, unplaced: Unplaced) -> dict[str, object]:
        """Return why a highlight has no place, and the words where it may belong, best first."""
        return {
            "outcome": unplaced.outcome,
            "prefix": unplaced.prefix,
            "suffix": unplaced.suffix,
            "candidates": [
                {
                    "spans": [[span.start, span.end] for span in one.spans],
                    "quote": quote_of(self.text, one.spans),
                    "score": one.score,
                }
                for one in unplaced.candidates
            ],
        }

    def _check(self, highlight: Highlight) -> None:
        if highlight.orphaned:
            return
        if quote_of(self.text, highlight.spans) != highlight.quote:
            raise QuoteMismatchError(highlight.id, highlight.hull.start, highlight.hull.end)

    def _sentences(self, spans: tuple[Span, ...]) -> list[int]:
        numbers = (number for span in spans for number in self.sentences.covering(span))
        return sorted(set(numbers))


def _claim(project: Queries, highlight: Highlight) -> dict[str, object] | None:
    if highlight.claim_id is None:
        return None
    return {
        name: value for name, value in asdict(project.claim(highlight.claim_id)).items() if value
    }
