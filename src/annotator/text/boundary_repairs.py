"""Repairs of sentence boundaries around closing marks, where a segmenter cuts a little off."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

# A cut without white space before it that stands before one of these is no sentence's end.
_CONTINUATIONS = frozenset(",;:")
_CLOSING = re.compile(r"[\"'”’»)\]」』）]+(?=\s|$)\s*")
_ASIDE_END = re.compile(r"[.!?…][)\]]\s+")
_OPENING = '"“«‘('


def repaired(text: str, cuts: Iterable[int]) -> set[int]:
    """Return the cuts with closing marks put back and ends behind closed asides added.

    >>> sorted(repaired("(It rained.) We stayed.", [11]))
    [13]
    """
    moved = {end for cut in cuts for end in _moved(text, cut)}
    return moved | set(_ends_of_asides(text))


def _moved(text: str, cut: int) -> Iterator[int]:
    """Yield where the cut belongs, or nothing if it belongs nowhere."""
    if not 0 < cut < len(text) or text[cut - 1].isspace():
        yield cut
    elif closing := _CLOSING.match(text, cut):
        yield closing.end()
    elif text[cut] not in _CONTINUATIONS:
        yield cut


def _ends_of_asides(text: str) -> Iterator[int]:
    """Yield where a sentence begins behind an aside of several words that is one itself."""
    for match in _ASIDE_END.finditer(text):
        following = text[match.end() : match.end() + 2].lstrip(_OPENING)[:1]
        begins = following.isalpha() and not following.islower()
        if begins and _is_sentence(text, match.start()):
            yield match.end()


def _is_sentence(text: str, end: int) -> bool:
    """Tell whether the aside up to ``end`` has several words, the last no initial or number."""
    opened = max(text.rfind(bracket, 0, end) for bracket in "([")
    last_letters = text[max(end - 2, 0) : end]
    ends_in_word = len(last_letters) > 1 and last_letters.isalpha()
    return opened >= 0 and ends_in_word and text.count(" ", opened, end) > 1
