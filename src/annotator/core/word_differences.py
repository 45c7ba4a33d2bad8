"""The words that differ between two texts, in order, for people to look at."""

from __future__ import annotations

import re
from enum import Enum
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from annotator.core.text_edits import thorough
from annotator.core.token_alignment import Gap, gaps

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PARAGRAPH = re.compile(r"[^\n]*\n|[^\n]+")
_WORD = re.compile(r"\w+|\s+|[^\w\s]")
# Beyond so many words times words, stretches are shown as replaced in whole.
_LARGEST_PIECE = 4_000_000


class Side(Enum):
    """In which of two texts a piece stands."""

    BOTH = "both"
    OLD = "old"
    NEW = "new"


class Piece(NamedTuple):
    """A stretch that both texts have, or only one of them."""

    side: Side
    text: str


def word_differences(old_text: str, new_text: str) -> list[Piece]:
    """Return the pieces of two texts; those not in the new one make the old one, and so on.

    Paragraphs are compared first, then the words of those that differ; what went stands before
    what came. No two neighbors are of the same side.

    >>> [piece.text for piece in word_differences("The red fox.", "The bad fox.")]
    ['The ', 'red', 'bad', ' fox.']
    """
    old, new = _PARAGRAPH.findall(old_text), _PARAGRAPH.findall(new_text)
    pieces: list[Piece] = []
    for gap, same in _steps(old, new):
        _put(pieces, Side.BOTH, same)
        if gap is not None:
            gone = "".join(old[gap.old_start : gap.old_end])
            come = "".join(new[gap.new_start : gap.new_end])
            for side, text in _words(gone, come):
                _put(pieces, side, text)
    return pieces


def _steps(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[Gap | None, str]]:
    """Yield what two sequences share before each of their gaps, and after the last one."""
    start = Gap(0, 0, 0, 0)
    for before, gap in pairwise([start, *gaps(old, new, thorough)]):
        yield gap, "".join(old[before.old_end : gap.old_start])
        start = gap
    yield None, "".join(old[start.old_end :])


def _words(old_text: str, new_text: str) -> Iterator[tuple[Side, str]]:
    old, new = _WORD.findall(old_text), _WORD.findall(new_text)
    if len(old) * len(new) > _LARGEST_PIECE:
        yield Side.OLD, old_text
        yield Side.NEW, new_text
        return
    for gap, same in _steps(old, new):
        yield Side.BOTH, same
        if gap is not None:
            yield Side.OLD, "".join(old[gap.old_start : gap.old_end])
            yield Side.NEW, "".join(new[gap.new_start : gap.new_end])


def _put(pieces: list[Piece], side: Side, text: str) -> None:
    """Append a piece, or join it with the one before."""
    if not text:
        return
    if pieces and pieces[-1].side is side:
        pieces[-1] = Piece(side, pieces[-1].text + text)
    else:
        pieces.append(Piece(side, text))
