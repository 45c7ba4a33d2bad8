"""Segmented paragraphs in blocks with running sums, so that an edit costs what it touches."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from annotator.core.sentence_corrections import Corrections

# An edit rebuilds one block's sums and the sums over the blocks. Of 32 to 512, 64 and 128 made
# it cheapest at 2 million characters; the larger one leaves room for longer texts.
_BLOCK = 128


class SegmentedParagraph:
    """One paragraph's text with the ends of its sentences, in code points inside it.

    ``starts`` and ``stops`` are the sentences without the white space around them; a sentence
    of nothing but white space is not among them; ``count`` is their number. ``corrections`` are
    those that the ends have beyond what the segmenter finds, or None where that is not known.
    """

    __slots__ = ("_bounds", "corrections", "count", "ends", "text")

    def __init__(
        self, text: str, ends: Sequence[int], *, corrections: Corrections | None = None
    ) -> None:
        self.text = text
        self.ends = tuple(ends)
        self.corrections = corrections
        self.count = len(self.ends) - self._blank
        # A long text is cut into sentences when they are looked at; at first they are counted.
        self._bounds: tuple[tuple[int, ...], tuple[int, ...]] | None = None

    @property
    def _blank(self) -> int:
        """The number of sentences of nothing but white space."""
        text, start, blank = self.text, 0, 0
        for end in self.ends:
            # Nearly every sentence begins with a letter, and then nothing needs to be copied.
            if text[start].isspace() and text[start:end].isspace():
                blank += 1
            start = end
        return blank

    @property
    def starts(self) -> tuple[int, ...]:
        """Where each sentence begins."""
        return (self._bounds or self._cut())[0]

    @property
    def stops(self) -> tuple[int, ...]:
        """Where each sentence ends."""
        return (self._bounds or self._cut())[1]

    def _cut(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        text, starts, stops, start = self.text, [], [], 0
        for end in self.ends:
            sentence = text[start:end]
            stop = start + len(sentence.rstrip())
            if stop > start:
                starts.append(end - len(sentence.lstrip()))
                stops.append(stop)
            start = end
        self._bounds = tuple(starts), tuple(stops)
        return self._bounds


class Place(NamedTuple):
    """A paragraph with its number, its position in the text and its first sentence's number."""

    paragraph: SegmentedParagraph
    number: int
    start: int
    first_sentence: int


class _Block:
    """Some consecutive paragraphs and their running sums."""

    __slots__ = ("characters", "paragraphs", "sentences", "totals")

    def __init__(self, paragraphs: list[SegmentedParagraph]) -> None:
        self.paragraphs = paragraphs
        self.characters = _sums([len(p.text) + 1 for p in paragraphs])
        self.sentences = _sums([p.count for p in paragraphs])
        self.totals = len(paragraphs), self.characters[-1], self.sentences[-1]

    def exchange(self, inside: int, paragraph: SegmentedParagraph) -> None:
        """Put one paragraph in the place of another."""
        old = self.paragraphs[inside]
        self.paragraphs[inside] = paragraph
        _move_tail(self.characters, inside + 1, len(paragraph.text) - len(old.text))
        _move_tail(self.sentences, inside + 1, len(paragraph.starts) - len(old.starts))
        self.totals = len(self.paragraphs), self.characters[-1], self.sentences[-1]


class ParagraphBlocks:
    """The paragraphs of a text, found by number, by position and by sentence in O(log n).

    A replacement costs one block and the sums over the blocks, whatever the text's length.
    """

    __slots__ = ("_blocks", "_characters", "_paragraphs", "_sentences", "_totals")

    def __init__(self, paragraphs: Iterable[SegmentedParagraph]) -> None:
        self._blocks = _blocks(list(paragraphs))
        self._totals = [block.totals for block in self._blocks]
        self._sum()

    def __len__(self) -> int:
        return self._paragraphs[-1]

    def __iter__(self) -> Iterator[SegmentedParagraph]:
        return chain.from_iterable(block.paragraphs for block in self._blocks)

    @property
    def length(self) -> int:
        """The length of the text in code points."""
        return self._characters[-1] - 1

    @property
    def sentences(self) -> int:
        """The number of sentences."""
        return self._sentences[-1]

    def numbered(self, number: int) -> Place:
        """Return the paragraph of this number, from 0."""
        block = bisect_right(self._paragraphs, number) - 1
        return self._place(block, number - self._paragraphs[block])

    def holding_position(self, position: int) -> Place:
        """Return the paragraph that occupies this position of the text."""
        block = bisect_right(self._characters, position) - 1
        inside = position - self._characters[block]
        return self._place(block, bisect_right(self._blocks[block].characters, inside) - 1)

    def holding_sentence(self, sentence: int) -> Place:
        """Return the paragraph that holds the sentence of this number, from 0."""
        block = bisect_right(self._sentences, sentence) - 1
        inside = sentence - self._sentences[block]
        return self._place(block, bisect_right(self._blocks[block].sentences, inside) - 1)

    def replace(self, first: int, last: int, paragraphs: list[SegmentedParagraph]) -> None:
        """Put ``paragraphs`` in the place of those from ``first`` to ``last``, both included."""
        low = bisect_right(self._paragraphs, first) - 1
        high = bisect_right(self._paragraphs, last) - 1
        if first == last and len(paragraphs) == 1:
            self._blocks[low].exchange(first - self._paragraphs[low], paragraphs[0])
            self._totals[low] = self._blocks[low].totals
            self._sum()
            return
        before = self._blocks[low].paragraphs[: first - self._paragraphs[low]]
        after = self._blocks[high].paragraphs[last + 1 - self._paragraphs[high] :]
        merged = before + paragraphs + after
        blocks = _blocks(merged)
        self._blocks[low : high + 1] = blocks
        self._totals[low : high + 1] = [block.totals for block in blocks]
        self._sum()

    def texts(self, first: int, stop: int) -> Iterator[str]:
        """Yield the texts of the paragraphs from ``first`` up to, and not including, ``stop``."""
        block = bisect_right(self._paragraphs, first) - 1
        while first < stop:
            begin = self._paragraphs[block]
            for paragraph in self._blocks[block].paragraphs[first - begin : stop - begin]:
                yield paragraph.text
            block += 1
            first = self._paragraphs[block]

    def _place(self, block: int, inside: int) -> Place:
        held = self._blocks[block]
        return Place(
            held.paragraphs[inside],
            self._paragraphs[block] + inside,
            self._characters[block] + held.characters[inside],
            self._sentences[block] + held.sentences[inside],
        )

    def _sum(self) -> None:
        paragraphs, characters, sentences = zip(*self._totals, strict=True)
        self._paragraphs = _sums(paragraphs)
        self._characters = _sums(characters)
        self._sentences = _sums(sentences)


def _move_tail(sums: list[int], first: int, distance: int) -> None:
    """Add to the sums from ``first`` on."""
    if distance:
        sums[first:] = [total + distance for total in sums[first:]]


def _sums(totals: Sequence[int]) -> list[int]:
    return list(accumulate(totals, initial=0))


def _blocks(paragraphs: list[SegmentedParagraph]) -> list[_Block]:
    if len(paragraphs) <= 2 * _BLOCK:
        return [_Block(paragraphs)]
    return [_Block(paragraphs[i : i + _BLOCK]) for i in range(0, len(paragraphs), _BLOCK)]
