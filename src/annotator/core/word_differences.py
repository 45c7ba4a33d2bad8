"""The words that differ between two texts, in order, for people to look at."""

from __future__ import annotations

import re
from enum import Enum
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from annotator.core.readable_changes import WORD, Step, readable
from annotator.core.text_edits import thorough
from annotator.core.token_alignment import Gap, gaps

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Blank lines go with the paragraph before them.
_PARAGRAPH = re.compile(r"[^\n]*\n+|[^\n]+")
_WORD = re.compile(rf"{WORD}|\s+|[^\w\s]")
# Beyond so many words times words, what has no words of its own is shown as replaced in whole.
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
    >>> [piece.text for piece in word_differences("The dam held.", "It is the end of it.")]
    ['The dam held.', 'It is the end of it.']
    """
    old, new = _PARAGRAPH.findall(old_text), _PARAGRAPH.findall(new_text)
    pieces: list[Piece] = []
    for same, gone, come in _steps(old, new):
        _put(pieces, Side.BOTH, same)
        for step in readable(_steps(_WORD.findall(gone), _WORD.findall(come))):
            for side, text in zip(Side, step, strict=True):
                _put(pieces, side, text)
    return pieces


def _steps(old: Sequence[str], new: Sequence[str]) -> Iterator[Step]:
    """Yield what two sequences share before each of their gaps and what differs there."""
    last = Gap(0, 0, 0, 0)
    for before, gap in pairwise([last, *gaps(old, new, _compared)]):
        same = old[before.old_end : gap.old_start]
        gone, come = old[gap.old_start : gap.old_end], new[gap.new_start : gap.new_end]
        yield Step("".join(same), "".join(gone), "".join(come))
        last = gap
    yield Step("".join(old[last.old_end :]), "", "")


def _compared(old: Sequence[str], new: Sequence[str]) -> list[Gap] | None:
    return thorough(old, new) if len(old) * len(new) <= _LARGEST_PIECE else None


def _put(pieces: list[Piece], side: Side, text: str) -> None:
    """Append a piece, or join it with the one before."""
    if not text:
        return
    if pieces and pieces[-1].side is side:
        pieces[-1] = Piece(side, pieces[-1].text + text)
    else:
        pieces.append(Piece(side, text))
