"""The words that a foreign file tells of a highlight, compared with those at a place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from annotator.core.folded_text import composed_alike
from annotator.core.records import BETWEEN_SPANS

if TYPE_CHECKING:
    from collections.abc import Sequence

# Where tools cut a quote they say so.
_CUT: Final = re.compile(r"\s*(?:…|\.\.\.|\[…\]|\[\.\.\.\])\s*$")
_BLANKS: Final = re.compile(r"\s+")
# So much of a beginning must agree that no other words are likely to have it.
_TELLING: Final = 12


def blanks_alike(words: str) -> str:
    r"""Return words with one space for every run of blanks and line ends.

    >>> blanks_alike("a\u00a0\r\n b")
    'a b'
    """
    return _BLANKS.sub(" ", words)


def same_words(told: str, found: str) -> bool:
    r"""Tell whether words are those told, all blanks being alike, and accents however composed.

    >>> same_words("two lines", "two\nlines"), same_words("two", "two ")
    (True, False)
    >>> same_words("caf\u00e9", "cafe\u0301"), same_words("cafe", "cafe\u0301")
    (True, False)
    """
    if told == found:
        return True
    first, other = told[:1], found[:1]
    blank = first.isspace() and other.isspace()
    if not blank and composed_alike(first)[:1] != composed_alike(other)[:1]:
        return False
    return blanks_alike(composed_alike(told)) == blanks_alike(composed_alike(found))


def beginning(told: str) -> str:
    """Return the words told without the sign that they were cut.

    >>> beginning("The river rose and…")
    'The river rose and'
    """
    return _CUT.sub("", told)


def begins_alike(told: str, found: str) -> bool:
    """Tell whether words begin as inexact ones do: as long as both, or long enough to tell.

    >>> begins_alike("The river rose for <b>a…", "The river rose for a week")
    True
    >>> begins_alike("The…", "The river"), begins_alike("river", "The river")
    (True, False)
    """
    one, other = blanks_alike(beginning(told)).strip(), blanks_alike(found)
    size = min(len(one), _TELLING)
    return size > 0 and one[:size] == other[:size]


def joined_alike(told: str, found: Sequence[str]) -> bool:
    """Tell whether one quote has the words of several spans, however they were joined.

    >>> joined_alike("North America", ["North", "America"])
    True
    >>> joined_alike("North … America", ["North", "America"])
    True
    """
    return _bare(told) == _bare("".join(found)) or _bare(told.replace(BETWEEN_SPANS, "")) == _bare(
        "".join(found)
    )


def parted(told: str, lengths: Sequence[int]) -> tuple[str, ...]:
    """Return one quote of several spans as the words of each, or nothing where they do not show.

    >>> parted("North America", [5, 7]), parted("North … America", [1, 2]), parted("a b", [1, 2])
    (('North', 'America'), ('North', 'America'), ())
    """
    pieces = tuple(told.split(BETWEEN_SPANS))
    if len(pieces) == len(lengths):
        return pieces
    pieces, start = (), 0
    if min(lengths, default=0) < 0:
        return ()
    for length in lengths:
        pieces += (told[start : start + length],)
        start += length
        if start < len(told) and not told[start].isspace():
            return ()
        start += 1
    return pieces if start == len(told) + 1 else ()


def _bare(words: str) -> str:
    return _BLANKS.sub("", words)
