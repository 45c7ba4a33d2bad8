"""Words of a text as taggers want them, and the tagged stretches that highlights become."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.core.records import Revision
    from annotator.service.exchange_ports import SentArticle, SentHighlight

# Letters and digits with all that belongs to them, or one sign; no space in anybody's eyes.
_TOKEN = regex.compile(r"(?:(?=\w)\X)+|(?![\s\x1c-\x1f])\X")
_LINE_END = regex.compile("[\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")


def word_places(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Yield where the words and signs of a text lie; no grapheme is cut.

    >>> [("It's e\u0301t 👩‍👧."[a:b]) for a, b in word_places("It's e\u0301t 👩‍👧.")]
    ['It', "'", 's', 'e\u0301t', '👩‍👧', '.']
    """
    # A slice, since a grapheme knows no border that is set.
    for one in _TOKEN.finditer(text[start:end]):
        yield start + one.start(), start + one.end()


class Sentence(NamedTuple):
    """A sentence with words in it, without the space around it; tokens are counted from 0."""

    start: int
    end: int
    first_token: int
    last_token: int


class Tagged(NamedTuple):
    """A highlight and the tokens it covers, as stretches that keep within sentences."""

    sent: SentHighlight
    stretches: tuple[tuple[int, int], ...]
    within_words: bool


class TokenText:
    """A text cut into sentences and words."""

    def __init__(self, revision: Revision) -> None:
        self.text = revision.text
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.sentences: list[Sentence] = []
        for start, end in _sentence_places(revision):
            self._add(start, end)
        self._firsts = [one.first_token for one in self.sentences]

    def _add(self, start: int, end: int) -> None:
        words = self.text[start:end]
        start += len(words) - len(words.lstrip())
        end = start + len(words.strip())
        first = len(self.starts)
        for one in word_places(self.text, start, end):
            self.starts.append(one[0])
            self.ends.append(one[1])
        if len(self.starts) > first:
            self.sentences.append(Sentence(start, end, first, len(self.starts)))

    def tagged(self, sent: SentHighlight) -> Tagged:
        """Return the tokens that a highlight touches; none where no word is in it."""
        ranges: list[tuple[int, int]] = []
        within = False
        for span in sent.highlight.spans:
            first, last = bisect_right(self.ends, span.start), bisect_left(self.starts, span.end)
            if first >= last or not len(span):
                continue
            within |= self.starts[first] < span.start or self.ends[last - 1] > span.end
            if ranges and ranges[-1][1] >= first:
                ranges[-1] = (ranges[-1][0], max(last, ranges[-1][1]))
            else:
                ranges.append((first, last))
        cut = (piece for one in ranges for piece in self._within_sentences(*one))
        return Tagged(sent, tuple(cut), within)

    def sentence_of(self, token: int) -> int:
        """Return the number of the sentence that a token is in."""
        return bisect_right(self._firsts, token) - 1

    def _within_sentences(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        begin = bisect_right(self._firsts, first)
        borders = self._firsts[begin : bisect_left(self._firsts, last)]
        yield from pairwise([first, *borders, last])


def chosen(tokens: TokenText, article: SentArticle) -> tuple[list[Tagged], list[Tagged]]:
    """Return the highlights of which none touches another's words, and those left out.

    The longest win, of equally long ones the first; those without a word stay.
    """
    found = [tokens.tagged(one) for one in article.highlights() if not one.highlight.orphaned]
    taken = bytearray(len(tokens.starts))
    kept, left = [], []
    for number in sorted(range(len(found)), key=lambda one: (-_length(found[one]), one)):
        stretches = found[number].stretches
        if any(1 in taken[first:last] for first, last in stretches):
            left.append(number)
            continue
        kept.append(number)
        for first, last in stretches:
            taken[first:last] = b"\x01" * (last - first)
    return [found[one] for one in sorted(kept)], [found[one] for one in sorted(left)]


def _length(one: Tagged) -> int:
    return sum(len(span) for span in one.sent.highlight.spans)


def _sentence_places(revision: Revision) -> Iterator[tuple[int, int]]:
    """Yield where sentences lie; whatever some program takes for the end of a line ends one."""
    text, start = revision.text, 0
    for paragraph, ends in zip(text.split("\n"), revision.sentence_ends, strict=True):
        cuts = {one.end() for one in _LINE_END.finditer(paragraph)} | set(ends)
        borders = sorted(cuts | {0, len(paragraph)})
        for first, last in pairwise(borders):
            yield start + first, start + last
        start += len(paragraph) + 1
