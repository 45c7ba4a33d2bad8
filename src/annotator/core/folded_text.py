"""A text as a reader searches it: case, accents and typographic quotes folded, and the way back.

Folding changes lengths (``ß`` becomes ``ss``, a combining accent goes), so each stretch of the
text keeps where its folded characters came from. Stretches in which nothing changes its length,
nearly all of them, keep nothing.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

STRETCH: Final = 32_768
_ALIKE: Final = str.maketrans(
    {**dict.fromkeys("‘’‚‛′ʼ", "'"), **dict.fromkeys("“”„‟«»″", '"'),
     **dict.fromkeys("‐‑‒–—−", "-"), "\u00a0": " ", "\u202f": " ", "\u2009": " "}
)  # fmt: skip
# Marks that people leave out when they search, and characters that cannot be seen.
_LEFT_OUT: Final = regex.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u00ad\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f\u2060-\u2064\u20d0-\u20ff\ufe00-\ufe0f"
    "\ufe20-\ufe2f\U000e0100-\U000e01ef]+"
)
_CLUSTER: Final = regex.compile(r"\X")
# No cluster is told apart by looking further back than this.
_LONGEST_CLUSTER: Final = 64


def folded(text: str) -> str:
    """Return a text with case, accents and typographic quotes folded.

    >>> folded("“Ça”, ÉTÉ, Straße, ﬁn")
    '"ca", ete, strasse, fin'
    """
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return str(_LEFT_OUT.sub("", plain.translate(_ALIKE)))


def composed_alike(text: str) -> str:
    r"""Return a text in which only the ways to write the same character are made alike.

    >>> composed_alike("e\u0301") == composed_alike("é")
    True
    """
    return text if text.isascii() else unicodedata.normalize("NFD", text)


class _Table(dict[int, str]):
    """What each character folds to, learned as it is met; ``odd`` ones do not fold to one."""

    def __init__(self, fold: Callable[[str], str]) -> None:
        super().__init__()
        self._fold = fold
        self._odd = ""
        self.odd: regex.Pattern[str] | None = None

    def __missing__(self, code: int) -> str:
        self[code] = found = self._fold(chr(code))
        if len(found) != 1:
            self._odd += chr(code)
            self.odd = regex.compile(f"[{regex.escape(self._odd, literal_spaces=True)}]")
        return found


class Stretch:
    """One piece of a text, folded, that begins and ends between lines.

    Where ``plain``, each of its characters folds to one and is a grapheme cluster by itself.
    """

    def __init__(self, text: str, start: int, end: int, table: _Table) -> None:
        self.start, self.end = start, end
        original = text[start:end]
        self.folded = original.translate(table)
        self.plain = original.isascii() and "\r" not in original
        # Where folded places and their sources part ways; a source below 0 stands for one
        # character that became several.
        self._places, self._sources = [0], [0]
        if table.odd is not None and not self.plain:
            shift = 0
            for match in table.odd.finditer(original):
                shift += self._part(match.start(), shift, len(table[ord(match[0])]))

    def _part(self, source: int, shift: int, length: int) -> int:
        """Take note of a character that folds to other than one; return how much that shifts."""
        place = source + shift
        for inside in range(length):
            self._places.append(place + inside)
            self._sources.append(~source)
        self._places.append(place + length)
        self._sources.append(source + 1)
        return length - 1

    def source(self, place: int) -> int:
        """Return the place in the text of the character that a folded character came from."""
        at = bisect_right(self._places, place) - 1
        source = self._sources[at]
        if source < 0:
            return self.start + ~source
        return self.start + source + place - self._places[at]


def stretches(
    text: str, fold: Callable[[str], str] = folded, *, size: int = STRETCH
) -> Iterator[Stretch]:
    """Yield a text folded, some lines at a time."""
    start, table = 0, _TABLES[fold]
    while start < len(text):
        line = text.find("\n", start + size)
        end = len(text) if line < 0 else line + 1
        yield Stretch(text, start, end, table)
        start = end


_TABLES: Final[dict[Callable[[str], str], _Table]] = {
    folded: _Table(folded),
    composed_alike: _Table(composed_alike),
}


def is_border(text: str, place: int) -> bool:
    r"""Tell whether no grapheme cluster lies over a place.

    >>> is_border("e\u0301t", 1), is_border("e\u0301t", 2)
    (False, True)
    """
    return cluster_start(text, place) == place


def cluster_start(text: str, place: int) -> int:
    """Return where the grapheme cluster begins that lies over a place; else the place itself."""
    if place <= 0 or place >= len(text) or _parts(text[place - 1], text[place]):
        return place
    low = max(0, place - _LONGEST_CLUSTER)
    for back in range(place - 1, low, -1):
        if _parts(text[back - 1], text[back]):
            low = back
            break
    for match in _CLUSTER.finditer(text, low, min(len(text), place + _LONGEST_CLUSTER)):
        if match.end() > place:
            return int(match.start())
        if match.end() == place:
            return place
    return place


def cluster_end(text: str, place: int) -> int:
    """Return where the grapheme cluster ends that lies over a place; else the place itself."""
    start = cluster_start(text, place)
    if start == place:
        return place
    match = _CLUSTER.match(text, start)
    return int(match.end()) if match is not None else place


def _parts(one: str, other: str) -> bool:
    """Tell at a glance that two characters are no cluster: both of scripts without any."""
    return _is_single(one) and _is_single(other) and not (one == "\r" and other == "\n")


def _is_single(one: str) -> bool:
    return one < "\u0300" or "\u0370" <= one < "\u0483" or "\u4e00" <= one <= "\u9fff"
