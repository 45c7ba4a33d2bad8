"""A text that is being edited: its words by paragraph, with the sentences found in them.

Nothing here ever joins the whole text for an edit: what is read and written are the paragraphs
that it touches. A paragraph that no edit touched stays the same object, which is how the
difference from an earlier state is told without comparing a word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from annotator.core.sentences import SentenceIndex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.core.segmenter import Segmenter
    from annotator.core.sentence_blocks import Place, SegmentedParagraph
    from annotator.core.sentences import SentenceEffect
    from annotator.core.span import Span


class Hunk(NamedTuple):
    """Consecutive paragraphs that gave way to others; both numbers count from 0."""

    old: range
    new: range


class EditableSentences(SentenceIndex):
    """The sentences of one text, and its words, piece by piece.

    >>> from annotator.core.span import Span
    >>> text = EditableSentences("One fox. Two dogs.")
    >>> text.slice(Span(4, 7))
    'fox'
    """

    __slots__ = ()

    @property
    def length(self) -> int:
        """The length of the text in code points."""
        return self._blocks.length

    def use(self, segmenter: Segmenter) -> None:
        """Let this segmenter cut what edits touch from now on."""
        self._segmenter = segmenter

    def place_at(self, position: int) -> Place:
        """Return the paragraph that occupies a position; costs O(log n).

        Raises:
            PositionOutsideTextError: if the text has no such position.
        """
        return self._holding_position(position)

    def paragraph(self, number: int) -> Place:
        """Return the paragraph of a number; costs O(log n)."""
        return self._numbered(number)

    def paragraphs(self) -> list[SegmentedParagraph]:
        """Return all paragraphs, as they stand."""
        return list(self._blocks)

    def slice(self, span: Span) -> str:
        r"""Return the text under a span, at the cost of the paragraphs it touches.

        Raises:
            PositionOutsideTextError: if it reaches beyond the text.

        >>> from annotator.core.span import Span
        >>> EditableSentences("a b\nc").slice(Span(2, 5))
        'b\nc'
        """
        first, last = self._holding_position(span.start), self._holding_position(span.end)
        if first.number == last.number:
            return first.paragraph.text[span.start - first.start : span.end - first.start]
        between = self._blocks.texts(first.number + 1, last.number)
        head = first.paragraph.text[span.start - first.start :]
        return "\n".join([head, *between, last.paragraph.text[: span.end - last.start]])

    def put_back(self, effect: SentenceEffect, paragraphs: Sequence[SegmentedParagraph]) -> None:
        """Put the paragraphs back that an edit with this effect replaced."""
        last = effect.first_paragraph + effect.added_paragraphs - 1
        self._blocks.replace(effect.first_paragraph, last, list(paragraphs))

    def hunks_since(self, before: Sequence[SegmentedParagraph]) -> list[Hunk]:
        r"""Return where the paragraphs are others than ``before``; costs O(n) steps.

        >>> from annotator.core.edit import Edit
        >>> text = EditableSentences("a\nb\nc")
        >>> before = text.paragraphs()
        >>> text.apply(Edit(2, 1, 2), "xy").first_paragraph
        1
        >>> text.hunks_since(before)
        [Hunk(old=range(1, 2), new=range(1, 2))]
        """
        numbers = {id(paragraph): number for number, paragraph in enumerate(before)}
        hunks: list[Hunk] = []
        old = new = 0
        now = self.paragraphs()
        for at, paragraph in enumerate(now):
            number = numbers.get(id(paragraph))
            if number is None:
                continue
            if number > old or at > new:
                hunks.append(Hunk(range(old, number), range(new, at)))
            old, new = number + 1, at + 1
        if old < len(before) or new < len(now):
            hunks.append(Hunk(range(old, len(before)), range(new, len(now))))
        return hunks
