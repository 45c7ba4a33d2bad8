"""Whether people would begin or end a highlight at a place: at the border of a word or a line."""

from __future__ import annotations

import unicodedata
from typing import Final

from annotator.core.folded_text import is_border
from annotator.core.words import is_inside_word

# Punctuation that opens or closes something; a quotation mark may do either.
_OPENING: Final = ("Ps",)
_CLOSING: Final = ("Pe",)
_SENTENCE_MARKS: Final = ".,;:!?…،؛؟。、！？；："


class SpanEdges:
    """The places of one text at which a highlight is likely to begin or end; remembers answers.

    >>> edges = SpanEdges("He said: stop.")
    >>> [place for place in range(15) if edges.begins(place)]
    [0, 3, 9]
    >>> [place for place in range(15) if edges.ends(place)]
    [2, 7, 8, 13, 14]
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._begins: dict[int, bool] = {}
        self._ends: dict[int, bool] = {}

    def begins(self, place: int) -> bool:
        """Tell whether a highlight is likely to begin at a place."""
        found = self._begins.get(place)
        if found is None:
            found = self._begins[place] = self._is_beginning(place)
        return found

    def ends(self, place: int) -> bool:
        """Tell whether a highlight is likely to end at a place."""
        found = self._ends.get(place)
        if found is None:
            found = self._ends[place] = self._is_end(place)
        return found

    def is_line(self, place: int, *, end: bool) -> bool:
        r"""Tell whether a line begins at a place, or ends there.

        >>> SpanEdges("a\nb").is_line(2, end=False), SpanEdges("a\nb").is_line(1, end=True)
        (True, True)
        """
        beside = self._text[place : place + 1] if end else self._text[max(0, place - 1) : place]
        return beside in ("", "\n")

    def _is_beginning(self, place: int) -> bool:
        if place >= len(self._text):
            return False
        first = self._text[place]
        if first.isspace() or first in _SENTENCE_MARKS or unicodedata.category(first) in _CLOSING:
            return False
        return self._is_border(place)

    def _is_end(self, place: int) -> bool:
        if place <= 0:
            return False
        last = self._text[place - 1]
        if last.isspace() or unicodedata.category(last) in _OPENING:
            return False
        return self._is_border(place)

    def _is_border(self, place: int) -> bool:
        return is_border(self._text, place) and not is_inside_word(self._text, place)
