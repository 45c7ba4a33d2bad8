"""Where the words of an old text stand in a new one, as far as the two agree.

The texts are compared by pieces of about a sentence, then by words where pieces differ, then by
character inside what has no spaces. What is left are gaps: words that gave way to others. All
between two gaps was kept, letter by letter.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate, chain
from typing import TYPE_CHECKING, Final, NamedTuple

from annotator.core.edit import Edit, common_prefix, common_suffix
from annotator.core.span import Span
from annotator.core.text_edits import thorough
from annotator.core.token_alignment import Gap, gaps

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PIECE: Final = re.compile(
    r"\s+|[^\s.!?…。！？؟।][^\n.!?…。！？؟।]*[.!?…。！？؟।]*[\"'”’»)\]]*|[.!?…。！？؟।\"'”’»)\]]+"
)
# Sentences without an end are cut behind certain letters, so that cuts soon agree again.
_LONG_PIECE: Final = 1_000
_PART: Final = re.compile(r"(?s).{60,1000}?[aeiouаеио\u0627-\u0639\u064a] |.{1,1000}")
_WORD: Final = re.compile(
    # Marks that follow a letter are parts of its word.
    r"\w[\w\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0900-\u0dff\u200c\u200d]* ?"
    r"|[^\w\s] ?|\s+"
)
# Up to this product of their lengths, words are compared with words at once.
_FEW_WORDS: Final = 4_000_000
# Beyond this product of code points, texts without a sentence in common share nothing.
_TOO_LONG: Final = 4_000_000_000_000
# What has no spaces (Chinese, a long address) is compared by character up to this product.
_FEW_CHARACTERS: Final = 4_000_000
_LONG_WORD: Final = 12
# So many characters in a row are kept because they are the same, not by chance.
SUBSTANTIAL: Final = 48


class Slide(NamedTuple):
    """How far a gap can be moved to the left and to the right without changing either text."""

    left: int
    right: int


NO_SLIDE: Final = Slide(0, 0)


class TextMap:
    """The gaps between two texts, and what was kept between them.

    Building costs time in the length of the texts; a question costs O(log gaps).

    >>> found = TextMap("One fox. Two dogs.", "One ox. Two big dogs.")
    >>> [tuple(gap) for gap in found.gaps]
    [(4, 5, 4, 4), (13, 13, 12, 16)]
    """

    def __init__(self, old: str, new: str) -> None:
        self.old, self.new = old, new
        self.gaps = list(_joined(_differences(old, new)))
        self._starts = [gap.old_start for gap in self.gaps]
        self._ends = [gap.old_end for gap in self.gaps]
        self._new_starts = [gap.new_start for gap in self.gaps]
        self._new_ends = [gap.new_end for gap in self.gaps]
        self._slides: dict[int, Slide] = {}

    def touching(self, span: Span) -> tuple[int, int]:
        """Return the first gap inside the span, and the first behind it, as numbers of gaps.

        A gap that ends where the span starts, or starts where it ends, is outside.
        """
        low = bisect_right(self._ends, span.start)
        return low, max(low, bisect_left(self._starts, span.end))

    def kept(self, number: int) -> tuple[int, int, int]:
        """Return where the old words before a gap start and end that were kept, and their shift."""
        low, new_low = (0, 0)
        if number:
            _, low, _, new_low = self.gaps[number - 1]
        high = self.gaps[number].old_start if number < len(self.gaps) else len(self.old)
        return low, high, new_low - low

    def slide(self, number: int) -> Slide:
        """Return how far the words that only came, or only went, could as well be others."""
        if number not in self._slides:
            self._slides[number] = self._slide(number)
        return self._slides[number]

    def _slide(self, number: int) -> Slide:
        gap = self.gaps[number]
        gone, come = gap.old_end - gap.old_start, gap.new_end - gap.new_start
        if gone and come:
            return NO_SLIDE
        text, start, end = (self.old, *gap[:2]) if gone else (self.new, *gap[2:])
        before = self.kept(number)
        behind = self.kept(number + 1)
        left, right = before[1] - before[0], behind[1] - behind[0]
        return Slide(
            common_suffix(text[start - left : start], text[end - left : end], left),
            common_prefix(text[start : start + right], text[end : end + right]),
        )

    def fates(self, number: int, span: Span) -> list[Span | None]:
        """Return what may have become of a span by one gap, None for that its words went.

        Where words repeat themselves, nobody can tell which of them came or went: a gap then has
        several places that lead from the old text to the new one. Fates in which only a part of
        the span went are left out.

        >>> TextMap("No. No. Yes.", "No. Yes.").fates(0, Span(4, 7))
        [Span(start=0, end=3), None]
        """
        gap, slide = self.gaps[number], self.slide(number)
        (low, _, shift), (_, high, new_shift) = self.kept(number), self.kept(number + 1)
        found: list[Span | None] = []
        if low <= span.start and span.end <= gap.old_start + slide.right:
            found.append(span.shifted(shift))
        if gap.old_end - slide.left <= span.start and span.end <= high:
            found.append(span.shifted(new_shift))
        least = max(span.end - gap.old_end, -slide.left)
        if least <= min(span.start - gap.old_start, slide.right):
            found.append(None)
        return found

    def is_kept(self, span: Span) -> bool:
        """Tell whether a span of the new text stood in the old one letter by letter.

        >>> found = TextMap("One fox.", "One red fox.")
        >>> found.is_kept(Span(8, 11)), found.is_kept(Span(4, 11))
        (True, False)
        """
        low = bisect_right(self._new_ends, span.start)
        return bisect_left(self._new_starts, span.end) <= low

    def fresh(self) -> Iterator[Span]:
        """Yield the stretches of the new text that came in, with what little was kept in them."""
        low = high = 0
        for _, _, start, end in self.gaps:
            if start - high > SUBSTANTIAL:
                if low < high:
                    yield Span(low, high)
                low = start
            high = end
        if low < high:
            yield Span(low, high)


def _differences(old: str, new: str) -> Iterator[Gap]:
    """Yield the gaps between two texts, in order; some may touch."""
    hull = Edit.between(old, new)
    start = old.rfind("\n", 0, hull.position) + 1
    tail = old.find("\n", hull.position + hull.removed)
    same = len(old) - tail if tail >= 0 else 0
    old, new = old[start : len(old) - same], new[start : len(new) - same]
    pieces, new_pieces = _pieces(old), _pieces(new)
    for gap in _placed(gaps(pieces, new_pieces, thorough), pieces, new_pieces):
        for fine in _by_words(old[gap.old_start : gap.old_end], new[gap.new_start : gap.new_end]):
            yield _moved(fine, start + gap.old_start, start + gap.new_start)


def _pieces(text: str) -> list[str]:
    found: list[str] = _PIECE.findall(text)
    if max(map(len, found), default=0) <= _LONG_PIECE:
        return found
    parts = (_PART.findall(one) if len(one) > _LONG_PIECE else [one] for one in found)
    return list(chain.from_iterable(parts))


def _by_words(old: str, new: str) -> Iterator[Gap]:
    if not old or not new or len(old) * len(new) > _TOO_LONG:
        yield Gap(0, len(old), 0, len(new))
        return
    words, new_words = _WORD.findall(old), _WORD.findall(new)
    found = None
    if len(words) * len(new_words) <= _FEW_WORDS:
        found = thorough(words, new_words)
    if found is None:
        found = gaps(words, new_words, thorough)
    for gap in _placed(found, words, new_words):
        inside = old[gap.old_start : gap.old_end], new[gap.new_start : gap.new_end]
        for fine in _by_character(*inside):
            yield _moved(fine, gap.old_start, gap.new_start)


def _by_character(old: str, new: str) -> Iterator[Gap]:
    """Compare single words: by character where they are long, else leave out what both share."""
    if (
        min(len(old), len(new)) > _LONG_WORD
        and len(old) * len(new) <= _FEW_CHARACTERS
        and " " not in old.rstrip()
        and " " not in new.rstrip()
    ):
        found = thorough(old, new)
        if found is not None:
            yield from found
            return
    edit = Edit.between(old, new)
    start = edit.position
    yield Gap(start, start + edit.removed, start, start + edit.inserted)


def _placed(found: Sequence[Gap], old: Sequence[str], new: Sequence[str]) -> Iterator[Gap]:
    """Yield gaps between tokens as gaps between characters."""
    places = list(accumulate(map(len, old), initial=0))
    new_places = list(accumulate(map(len, new), initial=0))
    for low, high, new_low, new_high in found:
        yield Gap(places[low], places[high], new_places[new_low], new_places[new_high])


def _moved(gap: Gap, distance: int, new_distance: int) -> Gap:
    low, high, new_low, new_high = gap
    return Gap(low + distance, high + distance, new_low + new_distance, new_high + new_distance)


def _joined(found: Iterator[Gap]) -> Iterator[Gap]:
    """Yield gaps with those joined that touch."""
    last: Gap | None = None
    for gap in found:
        if last is not None and last.old_end == gap.old_start and last.new_end == gap.new_start:
            last = Gap(last.old_start, gap.old_end, last.new_start, gap.new_end)
            continue
        if last is not None:
            yield last
        last = gap
    if last is not None:
        yield last
