"""The sentences of a text, numbered from 0 and kept current under edits.

The segmenter sees one paragraph at a time, so an edit re-segments the paragraphs that it
touches, and the result equals a full pass. A reviewer's corrections live on: see
``annotator.core.resegmenting``.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Self

from annotator.core.errors import UsageError
from annotator.core.paragraphs import NoSuchParagraphError, PositionOutsideTextError
from annotator.core.resegmenting import Remnant, fresh_paragraph, resegmented
from annotator.core.segmenter import PlainSegmenter, Segmenter
from annotator.core.sentence_blocks import ParagraphBlocks, Place, SegmentedParagraph
from annotator.core.span import Span

if TYPE_CHECKING:
    from annotator.core.edit import Edit

_SPACE = re.compile(r"\s*")


class NoSuchSentenceError(UsageError):
    """A sentence number that the text does not have."""

    def __init__(self, number: int, count: int) -> None:
        self.number, self.count = number, count
        super().__init__(f"There is no sentence {number}: the text has {count}, numbered from 0.")


class SplitError(UsageError):
    """A cut that would leave a sentence without a word."""

    def __init__(self, position: int) -> None:
        self.position = position
        super().__init__(
            f"No sentence can be split at {position}: choose a place with words of the same"
            " sentence before and after it."
        )


class JoinError(UsageError):
    """A join across the end of a paragraph."""

    def __init__(self, number: int) -> None:
        self.number = number
        super().__init__(
            f"Sentence {number} is the last of its paragraph and has nothing to join: join"
            " sentences of one paragraph only."
        )


class BoundariesError(UsageError):
    """Sentence boundaries that do not fit the paragraph they are given for."""

    def __init__(self, paragraph: int) -> None:
        self.paragraph = paragraph
        super().__init__(
            f"The sentence boundaries of paragraph {paragraph} do not fit its text: give rising"
            " positions that end with its length, one list for each paragraph."
        )


class EditTextError(UsageError):
    """An edit whose inserted text has another length than the edit says."""

    def __init__(self, expected: int, actual: int) -> None:
        self.expected, self.actual = expected, actual
        super().__init__(
            f"The edit inserts {expected} code points, but the text given has {actual}: give the"
            " very text that the edit inserts."
        )


@dataclass(frozen=True, slots=True)
class SentenceEffect:
    """What a change did: ``removed`` sentences from ``first`` on gave way to ``added`` ones.

    Sentences after them keep their text and are renumbered by ``added - removed``. The
    paragraphs are told in the same way.
    """

    first: int
    removed: int
    added: int
    first_paragraph: int
    removed_paragraphs: int
    added_paragraphs: int


class SentenceIndex:
    """The sentences of one text; without a segmenter the plain one finds them.

    Looking up costs O(log n), a change what it touches: its paragraphs, their block and the
    sums over the blocks.

    >>> index = SentenceIndex("It rained. We stayed.")
    >>> len(index), index.span(1), index.at(4)
    (2, Span(start=11, end=21), 0)
    """

    __slots__ = ("_blocks", "_segmenter")

    def __init__(self, text: str, segmenter: Segmenter | None = None) -> None:
        self._segmenter = segmenter or PlainSegmenter()
        fresh = partial(fresh_paragraph, self._segmenter)
        self._blocks = ParagraphBlocks(map(fresh, text.split("\n")))

    @classmethod
    def from_boundaries(
        cls,
        text: str,
        ends_per_paragraph: Iterable[Sequence[int]],
        segmenter: Segmenter | None = None,
    ) -> Self:
        r"""Return the index of a text whose boundaries are known; the segmenter waits for edits.

        Raises:
            BoundariesError: if they do not fit the text.

        >>> len(SentenceIndex.from_boundaries("a b\nc", [[2, 3], [1]]))
        3
        """
        paragraphs = text.split("\n")
        ends = list(ends_per_paragraph)
        if len(ends) != len(paragraphs):
            raise BoundariesError(min(len(ends), len(paragraphs)))
        index = cls("", segmenter)
        index._blocks = ParagraphBlocks(
            _checked(number, paragraph, ends[number]) for number, paragraph in enumerate(paragraphs)
        )
        return index

    def __len__(self) -> int:
        return self._blocks.sentences

    def __iter__(self) -> Iterator[Span]:
        start = 0
        for paragraph in self._blocks:
            for low, high in zip(paragraph.starts, paragraph.stops, strict=True):
                yield Span(start + low, start + high)
            start += len(paragraph.text) + 1

    @property
    def segmenter_name(self) -> str:
        """The name of the segmenter that edits call for.

        >>> SentenceIndex("It rained.").segmenter_name
        'plain 1'
        """
        return self._segmenter.name

    @property
    def text(self) -> str:
        """The text as it stands, joined anew at each call.

        >>> SentenceIndex("It rained.").text
        'It rained.'
        """
        return "\n".join(paragraph.text for paragraph in self._blocks)

    @property
    def paragraph_count(self) -> int:
        r"""The number of paragraphs.

        >>> SentenceIndex("It rained.\n\nWe stayed.").paragraph_count
        3
        """
        return len(self._blocks)

    def paragraph_ends(self, paragraph: int) -> tuple[int, ...]:
        r"""Return the ends of the paragraph's sentences inside it: what is stored.

        >>> SentenceIndex("It rained.\nWe stayed. Dry.").paragraph_ends(1)
        (11, 15)
        """
        return self._numbered(paragraph).paragraph.ends

    def span(self, number: int) -> Span:
        """Return the sentence's span without the white space around it.

        Raises:
            NoSuchSentenceError: if the text has no sentence of this number.

        >>> SentenceIndex("It rained.  We stayed.").span(0)
        Span(start=0, end=10)
        """
        place = self._holding_sentence(number)
        inside = number - place.first_sentence
        low, high = place.paragraph.starts[inside], place.paragraph.stops[inside]
        return Span(place.start + low, place.start + high)

    def at(self, position: int) -> int | None:
        """Return the number of the sentence at ``position``; None in a text without any.

        White space belongs to the nearest sentence before it, or else to the first.

        Raises:
            PositionOutsideTextError: if the text has no such position.

        >>> index = SentenceIndex("It rained.  We stayed.")
        >>> [index.at(position) for position in (0, 11, 12)]
        [0, 0, 1]
        """
        place = self._holding_position(position)
        number = self._count_up_to(place, place.paragraph.starts, position) - 1
        return max(number, 0) if len(self) else None

    def covering(self, span: Span) -> range:
        """Return the numbers of the sentences that share a code point with ``span``.

        For an empty span this is the sentence ``at`` it.

        >>> SentenceIndex("It rained. We stayed.").covering(Span(3, 12))
        range(0, 2)
        """
        if not len(span):
            number = self.at(span.start)
            return range(0) if number is None else range(number, number + 1)
        last = self._holding_position(span.end)
        first = self._holding_position(span.start)
        return range(
            self._count_up_to(first, first.paragraph.stops, span.start),
            self._count_up_to(last, last.paragraph.starts, span.end - 1),
        )

    def split(self, position: int) -> SentenceEffect:
        """Cut the sentence that holds ``position`` there, behind white space that follows.

        Raises:
            SplitError: if one of the halves would be without a word.

        >>> index = SentenceIndex("It rained; we stayed.")
        >>> index.split(10).added, index.span(1)
        (2, Span(start=11, end=21))
        """
        place = self._holding_position(position)
        text, ends = place.paragraph.text, place.paragraph.ends
        inside = _SPACE.match(text, position - place.start)
        cut = inside.end() if inside else len(text)
        rank = bisect_left(ends, cut)
        start = ends[rank - 1] if rank else 0
        if not text[start:cut].strip() or not text[cut : ends[rank]].strip():
            raise SplitError(position)
        return self._correct(place, (*ends[:rank], cut, *ends[rank:]))

    def join(self, number: int) -> SentenceEffect:
        """Join the sentence with the next one of its paragraph.

        Raises:
            JoinError: if it is the last of its paragraph.

        >>> index = SentenceIndex("It rained. We stayed.")
        >>> index.join(0).removed, index.span(0)
        (2, Span(start=0, end=21))
        """
        place = self._holding_sentence(number)
        inside = number - place.first_sentence
        starts, stops = place.paragraph.starts, place.paragraph.stops
        if inside + 1 == len(starts):
            raise JoinError(number)
        low, high = stops[inside], starts[inside + 1]
        return self._correct(place, [end for end in place.paragraph.ends if not low <= end <= high])

    def set_paragraph_ends(self, paragraph: int, ends: Sequence[int]) -> SentenceEffect:
        """Give a paragraph these boundaries, as undoing a correction does.

        Raises:
            BoundariesError: if they do not fit the paragraph.

        >>> index = SentenceIndex("It rained. We stayed.")
        >>> index.set_paragraph_ends(0, [21]).added, len(index)
        (1, 1)
        """
        place = self._numbered(paragraph)
        _checked(paragraph, place.paragraph.text, ends)
        return self._correct(place, ends)

    def apply(self, edit: Edit, inserted: str) -> SentenceEffect:
        """Follow an edit of the text; ``inserted`` is the text that it brings in.

        Raises:
            PositionOutsideTextError: if the edit reaches beyond the text.
            EditTextError: if ``inserted`` is not as long as the edit says.

        >>> from annotator.core.edit import Edit
        >>> index = SentenceIndex("It rained. We stayed.")
        >>> index.apply(Edit(9, removed=1, inserted=1), ",").added, len(index)
        (1, 1)
        """
        if len(inserted) != edit.inserted:
            raise EditTextError(edit.inserted, len(inserted))
        first = self._holding_position(edit.position)
        last = self._holding_position(edit.position + edit.removed)
        before = Remnant(first.paragraph, edit.position - first.start)
        after = Remnant(last.paragraph, edit.position + edit.removed - last.start)
        return self._replace(first, last, resegmented(self._segmenter, before, inserted, after))

    def _correct(self, place: Place, ends: Sequence[int]) -> SentenceEffect:
        old = place.paragraph
        corrections = old.corrections
        if corrections is not None:
            found = self._segmenter.boundaries(old.text)
            corrections = corrections.followed_by(old.ends, ends, found)
        paragraph = SegmentedParagraph(old.text, ends, corrections=corrections)
        return self._replace(place, place, [paragraph])

    def _replace(
        self, first: Place, last: Place, paragraphs: list[SegmentedParagraph]
    ) -> SentenceEffect:
        self._blocks.replace(first.number, last.number, paragraphs)
        return SentenceEffect(
            first=first.first_sentence,
            removed=last.first_sentence + len(last.paragraph.starts) - first.first_sentence,
            added=sum(len(paragraph.starts) for paragraph in paragraphs),
            first_paragraph=first.number,
            removed_paragraphs=last.number - first.number + 1,
            added_paragraphs=len(paragraphs),
        )

    @staticmethod
    def _count_up_to(place: Place, marks: Sequence[int], position: int) -> int:
        """Count the marks (starts or stops of sentences) at or before ``position``."""
        return place.first_sentence + bisect_right(marks, position - place.start)

    def _numbered(self, paragraph: int) -> Place:
        if not 0 <= paragraph < len(self._blocks):
            raise NoSuchParagraphError(paragraph, len(self._blocks))
        return self._blocks.numbered(paragraph)

    def _holding_sentence(self, number: int) -> Place:
        if not 0 <= number < len(self):
            raise NoSuchSentenceError(number, len(self))
        return self._blocks.holding_sentence(number)

    def _holding_position(self, position: int) -> Place:
        if not 0 <= position <= self._blocks.length:
            raise PositionOutsideTextError(position, self._blocks.length)
        return self._blocks.holding_position(position)


def _checked(number: int, text: str, ends: Sequence[int]) -> SegmentedParagraph:
    before = 0
    for end in ends:
        if end <= before:
            raise BoundariesError(number)
        before = end
    if before != len(text):
        raise BoundariesError(number)
    return SegmentedParagraph(text, ends)
