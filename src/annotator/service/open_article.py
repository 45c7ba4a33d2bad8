"""An article on the reviewer's desk: its text, sentences and highlights, kept current by changes.

Every figure here follows from the changes it is told of, at the cost of what they touch; the
project file is never asked again while the article stays open.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from annotator.core.editable_sentences import EditableSentences
from annotator.core.highlight_index import HighlightIndex
from annotator.core.records import Article, Highlight, ReviewedMark

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.core.span import Span
    from annotator.service.changes import Changes
    from annotator.service.ports import ArticleContent, HighlightRow
    from annotator.service.text_editing import TextEditing

# Further spans stand this far apart, so that ties between highlights never depend on the past.
FIRST_EXTRA_KEY = 1 << 40
REVIEWED = "reviewed"


class OpenArticle:
    """The in-memory half of an open article; ``index`` holds one entry for each span.

    The first span of a highlight is indexed under the highlight's own key, further ones under
    keys from ``FIRST_EXTRA_KEY`` on: ``highlight_key`` leads from either to the highlight.

    While its text is edited, the session in ``editing`` alone moves what is here, and what
    others tag meanwhile is seen when the article is opened again.
    """

    def __init__(self, content: ArticleContent) -> None:
        self.article = content.article
        self.revision = content.revision
        self.editing: TextEditing | None = None
        self._text: str | None = content.revision.text
        self.sentences = EditableSentences.from_boundaries(
            content.revision.text, content.revision.sentence_ends
        )
        self.progress = content.progress
        self._owners: dict[int, int] = {}
        self._extras: dict[int, list[int]] = {}
        self.index = HighlightIndex(self._entries(content.highlights))
        self.marks = HighlightIndex(
            (mark.key, mark.span.start, mark.span.end, REVIEWED) for mark in content.marks
        )

    def _entries(self, rows: Iterable[HighlightRow]) -> list[tuple[int, int, int, str]]:
        return [
            (
                row.key if row.part == 0 else self._extra_key(row.key, row.part),
                row.start,
                row.end,
                row.label_id,
            )
            for row in rows
        ]

    def _extra_key(self, highlight_key: int, part: int) -> int:
        key = part * FIRST_EXTRA_KEY + highlight_key
        self._owners[key] = highlight_key
        self._extras.setdefault(highlight_key, []).append(key)
        return key

    @property
    def text(self) -> str:
        """The text as it stands; while it is edited, joined anew after each edit."""
        if self._text is None:
            self._text = self.sentences.text
        return self._text

    def forget_text(self) -> None:
        """Take note that the text was edited."""
        self._text = None

    def slice(self, span: Span) -> str:
        """Return the text under a span, at the cost of the paragraphs it touches."""
        return self.sentences.slice(span)

    @property
    def stale(self) -> bool:
        """True when the article has gone on to a revision other than the one open here."""
        return self.article.revision_id != self.revision.id

    def highlight_key(self, index_key: int) -> int:
        """Return the key of the highlight that an entry of ``index`` belongs to."""
        return self._owners.get(index_key, index_key)

    def index_keys(self, highlight_key: int) -> list[int]:
        """Return the keys of all entries of ``index`` that belong to a highlight."""
        if highlight_key not in self.index:
            return []
        return [highlight_key, *self._extras.get(highlight_key, ())]

    def highlights_over(self, span: Span) -> list[int]:
        """Return the keys of the highlights that share a code point with a span, in user order."""
        hits = self.index.overlapping(span.start, span.end)
        return list(dict.fromkeys(self.highlight_key(key) for key, *_ in hits))

    def label_counts(self) -> dict[str, int]:
        """Return how many highlights each label id has here."""
        counts = Counter(self.index.counts())
        for key in self._owners:
            counts[self.index.get(key)[2]] -= 1
        return {str(label): number for label, number in counts.items() if number}

    def is_reviewed(self, number: int) -> bool:
        """Tell whether a sentence bears a highlight or a reviewed mark."""
        span = self.sentences.span(number)
        return bool(
            self.marks.overlapping(span.start, span.end)
            or self.index.overlapping(span.start, span.end)
        )

    def sentence_text(self, number: int) -> str:
        """Return the text of a sentence."""
        span = self.sentences.span(number)
        return self.slice(span)

    def take(self, changes: Changes) -> None:
        """Apply what a change altered in this article; costs what it touched."""
        for _, article in changes.of(Article):
            if article is not None and article.id == self.article.id:
                self.article = article
        if self.stale or self.editing is not None:
            return
        for before, after in changes.of(Highlight):
            self._take_highlight(before, after)
        for before_mark, after_mark in changes.of(ReviewedMark):
            self._take_mark(before_mark, after_mark)
        for progress in changes.progress:
            if progress.article_id == self.article.id:
                self.progress = progress

    def _take_highlight(self, before: Highlight | None, after: Highlight | None) -> None:
        if before is not None and before.article_id == self.article.id:
            for key in self.index_keys(before.key):
                self.index.remove(key)
                self._owners.pop(key, None)
            self._extras.pop(before.key, None)
        if after is not None and after.article_id == self.article.id:
            self._add_spans(after.key, after.spans, label_id=after.label_id)

    def _add_spans(self, key: int, spans: Sequence[Span], *, label_id: str) -> None:
        self.index.add(key, spans[0].start, spans[0].end, label_id)
        for part, span in enumerate(spans[1:], start=1):
            self.index.add(self._extra_key(key, part), span.start, span.end, label_id)

    def _take_mark(self, before: ReviewedMark | None, after: ReviewedMark | None) -> None:
        if before is not None and before.key in self.marks:
            self.marks.remove(before.key)
        if after is not None and after.article_id == self.article.id:
            self.marks.add(after.key, after.span.start, after.span.end, REVIEWED)
