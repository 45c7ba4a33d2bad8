"""Lines as they stand on pages, joined into the paragraphs that they were set from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

# All of these are in heights of a line's letters.
INDENT = 0.5
SAME_HEIGHT = 0.15
SAME_ROW = 0.3
# A gap this much larger than the usual one between lines parts paragraphs.
LARGER_GAP = 1.25
# What is repeated on so many pages at their edge belongs to the pages, not to the text.
REPEATED_ON = 3
EDGE = 3
# A line that plainly goes on may end so much of the block's width before its edge.
RAGGED = 0.25
# Where most lines of a block end a sentence, each is a paragraph of its own.
MOSTLY = 0.6
_SENTENCE_END = re.compile(r"[.!?:。！？؟۔…][)\]'\"”’»）」』]*(?:\[\d+\])?$")
_BULLET = re.compile(r"[•‣◦▪●■]\s?")
# Within a sentence these may begin a line too.
_ITEM = re.compile(r"(?:[•‣◦▪●■]|[–—*·-]\s|\(?\d{1,3}[.)]\s|\(?[a-zA-Z]\)\s)")
_HYPHENS = "-\u00ad\u2010"
_UNSPACED = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
SHORTEST_WORD = 4


@dataclass(frozen=True, slots=True)
class Line:
    """A line on a page, in its own direction: it begins at ``start`` and ends at ``end``.

    ``base`` is the place of its foot, which grows upwards. ``hyphenated`` tells that its last
    word goes on in the next line, where the hyphen itself is not in the text, and ``tabular`` that
    its words stand in columns.
    """

    text: str
    start: float
    end: float
    base: float
    height: float
    hyphenated: bool = False
    tabular: bool = False


class Words:
    """The words of a text, which tell whether a hyphen at the end of a line is the word's own."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._known = {word.casefold() for line in lines for word in _WORD.findall(line.text)[:-1]}

    def join(self, head: str, tail: str) -> str:
        """Return a word that was divided between two lines.

        >>> Words([Line("a well-known man x", 0, 9, 0, 1)]).join("well", "known")
        'well-known'
        >>> Words([]).join("impor", "tant"), Words([]).join("Franco", "German")
        ('important', 'Franco-German')
        """
        if not tail[:1].islower():
            return f"{head}-{tail}"
        first, rest = (_WORD.findall(f"{head} {tail}") or [head, tail])[-2:]
        whole, parted = f"{first}{rest}".casefold(), f"{first}-{rest}".casefold()
        both = {first.casefold(), rest.casefold()} <= self._known
        long = min(len(first), len(rest)) >= SHORTEST_WORD
        own = whole not in self._known and (parted in self._known or (both and long))
        return f"{head}-{tail}" if own else f"{head}{tail}"


def without_edges(pages: Sequence[Sequence[Line]]) -> tuple[list[list[Line]], int]:
    """Return the pages without the lines that many repeat exactly, and how many those were."""
    kept, dropped = [list(page) for page in pages], 0
    for edge in (0, -1):
        for _ in range(EDGE):
            counts = Counter(page[edge].text for page in kept if len(page) > EDGE)
            for page in kept:
                if len(page) > EDGE and counts[page[edge].text] >= REPEATED_ON:
                    del page[edge]
                    dropped += 1
    return kept, dropped


def paragraphs(pages: Sequence[Sequence[Line]]) -> Iterator[str]:
    """Yield the paragraphs that the lines of the pages make up."""
    lines = [_parted(line) for page in pages for line in page]
    words = Words(lines)
    current, last = "", None
    for block in _blocks(lines):
        ends = _Ends(block)
        for line in block:
            goes_on = last is not None and (
                _flows(last, line) if line is block[0] else ends.goes_on(last, line)
            )
            if last is not None and goes_on:
                current = _joined(current, line.text, words, hyphenated=last.hyphenated)
            else:
                if current:
                    yield current
                current = line.text
            last = line
    if current:
        yield current


def _parted(line: Line) -> Line:
    """Return a line without a hyphen at its end, which then is told beside it."""
    text = line.text.rstrip()
    if line.hyphenated or text[-1:] not in _HYPHENS or not text[-2:-1].isalpha():
        return line
    return replace(line, text=text[:-1], hyphenated=True)


def _blocks(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield runs of lines of one size that stand below one another at the usual distance."""
    usual = _usual_gap(lines)
    block: list[Line] = []
    for line in lines:
        if block and not _is_below(block[-1], line, usual):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _usual_gap(lines: Sequence[Line]) -> float:
    """Return the commonest distance of two lines, in their heights."""
    gaps = Counter(
        round((a.base - b.base) / a.height, 1)
        for a, b in pairwise(lines)
        if a.height > 0 and a.base > b.base
    )
    return gaps.most_common(1)[0][0] if gaps else 1.0


def _is_below(above: Line, line: Line, usual: float) -> bool:
    if not _same_height(above, line):
        return False
    gap = above.base - line.base
    return SAME_ROW * above.height < gap <= max(usual, 1.0) * LARGER_GAP * above.height


def _same_height(one: Line, other: Line) -> bool:
    return abs(one.height - other.height) <= SAME_HEIGHT * max(one.height, other.height)


class _Ends:
    """Where the lines of a block end, which tells its paragraphs apart."""

    def __init__(self, block: Sequence[Line]) -> None:
        self._edge = max(line.end for line in block)
        self._width = self._edge - min(line.start for line in block)
        ending = sum(bool(_SENTENCE_END.search(line.text)) for line in block)
        self._each_its_own = len(block) > 2 and ending > MOSTLY * len(block)  # noqa: PLR2004 - two lines are no list

    def goes_on(self, above: Line, line: Line) -> bool:
        """Tell whether a line goes on with the paragraph of the one above it."""
        if above.hyphenated:
            return True
        if above.tabular or line.tabular or _BULLET.match(line.text):
            return False
        ended = _SENTENCE_END.search(above.text) is not None
        in_list = _ITEM.match(above.text) is not None
        if (ended and self._each_its_own) or ((ended or in_list) and _ITEM.match(line.text)):
            return False
        room = self._room(above, line)
        if line.text[:1].islower() and not ended:
            return room < RAGGED * self._width
        indented = line.start - above.start > INDENT * line.height
        if indented and not in_list:
            return False
        return room < INDENT * line.height and not _are_centered(above, line)

    def _room(self, above: Line, line: Line) -> float:
        """Return what is free at the end of a line when the next one's first word is put there."""
        width = (line.end - line.start) / max(1, len(line.text))
        unspaced = _UNSPACED.match(line.text)
        word = 1 if unspaced else len(line.text.split(" ", 1)[0]) + 1
        return self._edge - above.end - width * word


def _are_centered(above: Line, line: Line) -> bool:
    """Tell whether two lines of different length stand above each other's middle."""
    shift = line.start - above.start
    apart = abs(above.start + above.end - line.start - line.end)
    return abs(shift) > INDENT * line.height and apart < INDENT * line.height


def _flows(last: Line, line: Line) -> bool:
    """Tell whether the text of a page or column goes on in the next one."""
    if not _same_height(last, line) or line.base < last.base:
        return last.hyphenated and line.base < last.base
    if last.hyphenated:
        return True
    if last.tabular or line.tabular:
        return False
    return line.text[:1].islower() and not _SENTENCE_END.search(last.text)


def _joined(head: str, tail: str, words: Words, *, hyphenated: bool) -> str:
    if hyphenated:
        before, space, word = head.rpartition(" ")
        first, rest_space, rest = tail.partition(" ")
        return before + space + words.join(word, first) + rest_space + rest
    if _UNSPACED.match(head[-1:]) and _UNSPACED.match(tail[:1]):
        return head + tail
    return f"{head} {tail}"
