"""Two revisions of an article compared: what the publisher did to each tagged sentence."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from annotator.core.anchor import anchors_by
from annotator.core.anchor_map import TextMap
from annotator.core.anchor_values import How, Outcome, Quotation, Wording
from annotator.core.records import quote_of
from annotator.core.sentences import SentenceIndex
from annotator.core.word_differences import Side, word_differences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.core.anchor_values import Anchor
    from annotator.core.records import Article, Highlight, Revision
    from annotator.core.span import Span
    from annotator.service.ports import Queries
    from annotator.service.revision_ports import RevisionSummary

STATUSES: Final = ("changed", "removed", "unsure", "moved", "unchanged")
"""What became of a sentence; "moved" is one taken out here whose words were added elsewhere."""
_KINDS: Final = {Side.BOTH: "kept", Side.OLD: "removed", Side.NEW: "added"}


@dataclass(frozen=True, slots=True)
class Tag:
    """A highlight on a sentence: whose, of which label, with which words."""

    id: str
    label: str
    reviewer: str
    quote: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that both sentences have ("kept"), or only the old or new one ("removed", "added")."""

    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class ComparedSentence:
    """A tagged sentence of the older text, and what the newer one has for it.

    ``start`` and ``end`` are its place in the older text, ``new_start`` and ``new_end`` that in
    the newer one where it has one, in code points.
    """

    status: str
    start: int
    end: int
    was: str
    tags: tuple[Tag, ...]
    now: str = ""
    new_start: int | None = None
    new_end: int | None = None
    score: float = 1.0

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """What was kept, removed and added, in order."""
        differences = word_differences(self.was, self.now)
        return tuple(Piece(_KINDS[side], words) for side, words in differences)


@dataclass(frozen=True, slots=True)
class RevisionReport:
    """Two revisions of an article, and every sentence of the older one that bears a highlight.

    Where the older one was ``never_present``, the highlights of the one before it that was,
    ``tagged_in``, are looked for in it.
    """

    article: Article
    old: RevisionSummary
    new: RevisionSummary
    sentences: tuple[ComparedSentence, ...]
    never_present: bool = False
    tagged_in: int | None = None

    @property
    def note(self) -> str:
        """What is to be known of the highlights, in a sentence; nothing where they lay there."""
        if not self.never_present:
            return ""
        told = f"Revision {self.old.number} was never the present text: several came in one step."
        if self.tagged_in is None:
            return f"{told} No highlights lay in it, nor in one before it."
        return (
            f"{told} The highlights are those of revision {self.tagged_in}, as far as their place"
            " in it is beyond doubt."
        )

    @property
    def counts(self) -> dict[str, int]:
        """How many sentences each status has."""
        found = Counter(one.status for one in self.sentences)
        return {status: found[status] for status in STATUSES}


def compare_revisions(queries: Queries, article: Article, *, old: int, new: int) -> RevisionReport:
    """Return what became of the tagged sentences of one revision in another, by number.

    Raises:
        NoSuchRevisionError: the article has no revision of one of the numbers.
    """
    texts = [queries.revision_numbered(article.id, number) for number in (old, new)]
    known = {one.number: one for one in queries.revisions(article.id)}
    comparison = _Comparison(queries, *texts)
    present = queries.was_present(article.id, old)
    base = old if present else _present_before(queries, article, old, known=sorted(known))
    highlights = queries.highlights_in(article.id, base) if base is not None else []
    if base is not None and base != old:
        before = queries.revision_numbered(article.id, base).text
        highlights = list(_followed(highlights, before, texts[0].text))
    return RevisionReport(
        article,
        known[old],
        known[new],
        tuple(comparison.of(comparison.tagged(highlights))),
        never_present=not present,
        tagged_in=base,
    )


def _present_before(
    queries: Queries, article: Article, number: int, *, known: list[int]
) -> int | None:
    """Return the last revision before one that was the present text."""
    earlier = (one for one in reversed(known) if one < number)
    return next((one for one in earlier if queries.was_present(article.id, one)), None)


def _followed(highlights: list[Highlight], text: str, new_text: str) -> Iterator[Highlight]:
    """Yield highlights where they lie in another text, those whose place is beyond doubt."""
    placed = [one for one in highlights if all(map(len, one.spans))]
    quotations = [Quotation.of(one.key, one.spans, text) for one in placed]
    for one, anchor in zip(placed, anchors_by(TextMap(text, new_text), quotations), strict=True):
        if anchor.outcome is Outcome.PLACED:
            quote = quote_of(new_text, anchor.spans)
            yield replace(one, spans=anchor.spans, quote=quote)


class _Comparison:
    """The sentences of two texts, side by side."""

    def __init__(self, queries: Queries, old: Revision, new: Revision) -> None:
        self._old, self._new = old.text, new.text
        self._sentences, self._new_sentences = (
            SentenceIndex.from_boundaries(one.text, one.sentence_ends) for one in (old, new)
        )
        self._labels = {one.id: one.name for one in queries.codebook().labels}
        self._reviewers = {one.id: one.name for one in queries.reviewers()}

    def tagged(self, highlights: list[Highlight]) -> dict[int, list[Tag]]:
        """Return what lies on each sentence, by its number."""
        found: dict[int, list[Tag]] = {}
        for one in highlights:
            label = self._labels.get(one.label_id, one.label_id)
            tag = Tag(one.id, label, self._reviewers.get(one.reviewer_id, ""), one.quote)
            spans = (span for span in one.spans if len(span))
            numbers = {number for span in spans for number in self._sentences.covering(span)}
            for number in sorted(numbers):
                found.setdefault(number, []).append(tag)
        return dict(sorted(found.items()))

    def of(self, tagged: dict[int, list[Tag]]) -> list[ComparedSentence]:
        """Return what became of the sentences."""
        spans = {number: self._sentences.span(number) for number in tagged}
        quotations = [Quotation.of(one, (span,), self._old) for one, span in spans.items()]
        found = anchors_by(TextMap(self._old, self._new), quotations)
        return [
            self._compared(anchor, spans[number], tuple(tagged[number]))
            for number, anchor in zip(tagged, found, strict=True)
        ]

    def _compared(self, anchor: Anchor, span: Span, tags: tuple[Tag, ...]) -> ComparedSentence:
        was, there = self._old[span.start : span.end], self._there(anchor)
        now = self._new[there.start : there.end] if there else ""
        status = _status(anchor, same=was == now)
        if status == "removed" or there is None:
            return ComparedSentence(status, span.start, span.end, was, tags, score=anchor.score)
        return ComparedSentence(
            status, span.start, span.end, was, tags, now, there.start, there.end, anchor.score
        )

    def _there(self, anchor: Anchor) -> Span | None:
        """Return what the newer text has for a sentence; nothing where it was taken out."""
        if anchor.spans:
            return anchor.spans[0]
        if anchor.wording is Wording.REMOVED or not len(self._new_sentences):
            return None
        number = self._new_sentences.at(min(anchor.place, len(self._new)))
        return self._new_sentences.span(number) if number is not None else None


def _status(anchor: Anchor, *, same: bool) -> str:
    if anchor.outcome is Outcome.PLACED:
        if not same:
            return "changed"
        return "moved" if anchor.how is How.ELSEWHERE else "unchanged"
    if anchor.outcome is Outcome.LOST:
        return "removed" if anchor.wording is Wording.REMOVED else "changed"
    return "changed" if anchor.wording is Wording.CHANGED else "unsure"
