"""Finding a quote by its words: exactly as it stands, or nearly so."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from annotator.core.anchor_scores import LONGEST_COMPARED, likeness
from annotator.core.span import Span
from annotator.core.text_edits import thorough
from annotator.core.token_alignment import Gap
from annotator.core.words import LONGEST, placed_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_WORD: Final = re.compile(r"\w+|[^\w\s]|\s+")
_ASCII_WORD: Final = re.compile(f"[a-z0-9]{{1,{LONGEST}}}")
_END: Final = re.compile(r"[.!?…。！？؟।]+\s|\n")
_AT_EDGE: Final = 0.1
# Places near where a quote is expected are looked at first, and more of them.
WINDOW: Final = 2_000
# More places than these are as good as any number: the quote tells nothing by itself.
MANY: Final = 16
# A word in more places than these votes only for those within the window.
_RARE: Final = 8
_NEAR: Final = 32
# Words of a long quote that vote: as many from all over it.
_VOTERS: Final = 64
# One in so many of the words that vote must vote for a place.
SHARED: Final = 4
# Candidates that are compared closely.
_COMPARED: Final = 4
# Votes for starts so near to each other are votes for the same place.
_BIN: Final = 32


def places(text: str, quote: str, *, within: Span | None = None) -> list[int]:
    """Return where a quote stands in a text letter by letter, in order, MANY places at most.

    >>> places("to be or not to be", "be")
    [3, 16]
    """
    found: list[int] = []
    if not quote:
        return found
    low, high = (within.start, within.end) if within else (0, len(text))
    place = text.find(quote, low, high)
    while place >= 0 and len(found) < MANY:
        found.append(place)
        place = text.find(quote, place + 1, high)
    return found


class WordPlaces:
    """The folded words of some stretches of a text by place, to find quotes that were altered.

    Building reads the stretches once; a search costs a bounded number of words and places.

    >>> words = WordPlaces("He said that 21 were killed. She did not.", [Span(0, 40)])
    >>> words.nearly("that 12 were killed", near=0)
    [Span(start=8, end=27)]
    """

    def __init__(self, text: str, stretches: Iterable[Span]) -> None:
        self._text = text
        self._places: defaultdict[str, array[int]] = defaultdict(lambda: array("q"))
        for stretch in stretches:
            for word, place in _folded(text[stretch.start : stretch.end]):
                self._places[word].append(stretch.start + place)

    def nearly(self, quote: str, *, near: int, shared: int = SHARED) -> list[Span]:
        """Return a few places that share a word in ``shared`` with a quote, most alike first."""
        if len(quote) > LONGEST_COMPARED:
            return []
        found = {self._fitted(quote, start) for start in self._voted(quote, near, shared)}
        return sorted(
            found,
            key=lambda span: (-likeness(quote, self._text[span.start : span.end]), span),
        )

    def _voted(self, quote: str, near: int, shared: int) -> list[int]:
        """Return where the quote would start by the words that it shares with the text."""
        votes: Counter[int] = Counter()
        words = list(_folded(quote))
        for word, start in words[:: -(-len(words) // _VOTERS) or 1]:
            for place in self._word(word, near):
                votes[(place - start) // _BIN] += 1
        together = {bin_: count + votes.get(bin_ + 1, 0) for bin_, count in votes.items()}
        least = min(len(words), _VOTERS)
        enough = [bin_ for bin_ in together if together[bin_] * shared >= least]
        enough.sort(key=lambda bin_: (-together[bin_], abs(bin_ * _BIN - near), bin_))
        return [(bin_ + 1) * _BIN for bin_ in enough[:_COMPARED]]

    def _word(self, word: str, near: int) -> Iterator[int]:
        found = self._places.get(word)
        if found is None:
            return
        if len(found) <= _RARE:
            yield from found
            return
        low, high = bisect_left(found, near - WINDOW), bisect_right(found, near + WINDOW)
        if high - low > _NEAR:
            middle = bisect_left(found, near)
            low, high = max(low, middle - _NEAR // 2), min(high, middle + _NEAR // 2)
        yield from found[low:high]

    def _fitted(self, quote: str, start: int) -> Span:
        """Return the span around a start that is as like the quote as can be, in whole words."""
        low = max(0, start - 2 * _BIN)
        high = min(len(self._text), start + len(quote) + len(quote) // 2 + 2 * _BIN)
        if "\n" not in quote:
            low = max(low, self._text.rfind("\n", low, start) + 1)
            end = self._text.find("\n", start + _BIN, high)
            high = high if end < 0 else end
        span = aligned(quote, self._text[low:high])
        return span.shifted(low)


def _folded(text: str) -> Iterator[tuple[str, int]]:
    """Yield the words of a text, folded, with their places."""
    if text.isascii():
        for match in _ASCII_WORD.finditer(text.lower()):
            yield match[0], match.start()
    else:
        for word in placed_words(text):
            yield word.text, word.start


def aligned(quote: str, text: str) -> Span:
    """Return the part of a short text that is most like a quote, in whole words.

    >>> aligned("12 were killed", "He said 21 were killed. No")
    Span(start=8, end=22)
    """
    words, new_words = _WORD.findall(quote), _WORD.findall(text)
    ends = list(accumulate(map(len, new_words), initial=0))
    blocks = _best_run(_blocks(words, new_words))
    if not blocks:
        return Span(0, 0)
    first, last = blocks[0], blocks[-1]
    lows = [first.new_start, max(0, first.new_start - first.old_start)]
    left = len(words) - last.old_end
    highs = [last.new_end, min(len(new_words), last.new_end + left)]
    spans = [_trimmed(text, ends[low], ends[high]) for low in lows for high in highs]
    like = {span: likeness(quote, text[span.start : span.end]) for span in spans}
    best = max(like.values())
    # An altered word at an edge is less like the quote than none, and belongs to it nevertheless.
    ends_of = len(_END.findall(quote))
    fit = [
        span
        for span in spans
        if like[span] >= best - _AT_EDGE
        and (like[span] == best or len(_END.findall(text, span.start, span.end)) <= ends_of)
    ]
    return max(fit, key=lambda span: (len(span), like[span]))


def _blocks(words: Sequence[str], new_words: Sequence[str]) -> list[Gap]:
    """Return the runs of words that two texts share."""
    blocks, low, new_low = [], 0, 0
    ends = Gap(len(words), len(words), len(new_words), len(new_words))
    for gap in (*(thorough(words, new_words) or ()), ends):
        if gap.old_start > low:
            blocks.append(Gap(low, gap.old_start, new_low, gap.new_start))
        _, low, _, new_low = gap
    return blocks


def _best_run(blocks: Sequence[Gap]) -> Sequence[Gap]:
    """Return the blocks in a row that have most in common after what lies between is taken off."""
    best, best_run, total, start = 0, (0, 0), 0, 0
    for number, block in enumerate(blocks):
        if number:
            before = blocks[number - 1]
            total -= max(block.old_start - before.old_end, block.new_start - before.new_end)
        if total <= 0:
            total, start = 0, number
        total += block.old_end - block.old_start
        if total > best:
            best, best_run = total, (start, number + 1)
    return blocks[slice(*best_run)]


def _trimmed(text: str, start: int, end: int) -> Span:
    """Return a span without the blanks at its edges."""
    inside = text[start:end]
    start += len(inside) - len(inside.lstrip())
    return Span(start, max(start, start + len(inside.strip())))
