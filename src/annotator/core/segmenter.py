"""What cuts a paragraph into sentences, and the plainest thing that does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from operator import lt
from typing import Protocol

_SENTENCE_END = re.compile(r"[.!?…؟۔।]+[\"'”’»)\]]*\s+|[。！？]+[」』”）]*\s*")


class Segmenter(Protocol):
    """The port to whatever finds the sentences of one paragraph."""

    @property
    def name(self) -> str:
        """Name, version and settings, as stored beside the sentences."""

    def boundaries(self, paragraph: str) -> list[int]:
        """Return the end of every sentence in code points, strictly increasing.

        The last one is the paragraph's length, so nothing is lost: white space between two
        sentences belongs to the first of them. An empty paragraph has no boundary.
        """


class PlainSegmenter:
    """Cuts after full stops, question and exclamation marks: the last resort, always there.

    >>> PlainSegmenter().boundaries("It rained. We stayed, e.g. inside.")
    [11, 34]
    """

    name = "plain 1"

    def boundaries(self, paragraph: str) -> list[int]:
        """Return the ends of the paragraph's sentences."""
        ends = (match.end() for match in _SENTENCE_END.finditer(paragraph))
        cuts = (end for end in ends if not paragraph[end : end + 1].islower())
        return lossless(cuts, len(paragraph))


def is_lossless(ends: Sequence[int], length: int) -> bool:
    """Tell whether a paragraph's ends of sentences are in order and closed by its length.

    >>> is_lossless([3, 7, 9], 9), is_lossless([3, 3, 9], 9), is_lossless([], 0)
    (True, False, True)
    """
    if not length or not ends:
        return not length and not ends
    return ends[0] > 0 and ends[-1] == length and all(map(lt, ends, ends[1:]))


def lossless(cuts: Iterable[int], length: int) -> list[int]:
    """Return the cuts that lie inside a paragraph in order, closed by its length.

    >>> lossless([7, 3, 3, 0, 12], 9)
    [3, 7, 9]
    """
    if not length:
        return []
    return [*sorted({cut for cut in cuts if 0 < cut < length}), length]
