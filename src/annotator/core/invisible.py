"""Characters that cannot be seen but alter what is read: direction marks, joiners, controls."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# Abbreviations as Unicode's charts print them (The Unicode Standard 16, chapter 23).
_SHORT = {
    0x00AD: "SHY",
    0x034F: "CGJ",
    0x061C: "ALM",
    0x180E: "MVS",
    0x200B: "ZWSP",
    0x200C: "ZWNJ",
    0x200D: "ZWJ",
    0x200E: "LRM",
    0x200F: "RLM",
    0x202A: "LRE",
    0x202B: "RLE",
    0x202C: "PDF",
    0x202D: "LRO",
    0x202E: "RLO",
    0x2060: "WJ",
    0x2066: "LRI",
    0x2067: "RLI",
    0x2068: "FSI",
    0x2069: "PDI",
    0xFEFF: "BOM",
    0xFFF9: "IAA",
    0xFFFA: "IAS",
    0xFFFB: "IAT",
    0xFFFC: "OBJ",
}
_UNSEEN = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffc"
    "\U0001d173-\U0001d17a\U000e0000-\U000e007f]"
)
_JOINERS = "\u200c\u200d"
_TAGS = range(0xE0020, 0xE0080)
_FLAG = "\U0001f3f4"


@dataclass(frozen=True, slots=True)
class Unseen:
    """One such character: where it is, in code points, its abbreviation and its name."""

    position: int
    short: str
    name: str


def unseen(text: str) -> Iterator[Unseen]:
    """Yield the characters of a text that cannot be seen, in order; costs one search.

    Joiners inside a word or an emoji, and the tags of a flag, do their proper work and are left
    out.

    >>> [one.short for one in unseen("pay\u202emoc.live\u202c now\u200b")]
    ['RLO', 'PDF', 'ZWSP']
    >>> list(unseen("👩\u200d🚒 می\u200cخواهم"))
    []
    """
    for found in _UNSEEN.finditer(text):
        position, character = found.start(), found.group()
        if not _at_work(text, position):
            yield Unseen(position, _short(character), _name(character))


def _at_work(text: str, position: int) -> bool:
    """Tell whether a joiner joins, or a tag belongs to a flag."""
    character = text[position]
    if character in _JOINERS:
        after = position + 1
        inside = position > 0 and after < len(text)
        return inside and _joins(text[position - 1]) and _joins(text[after])
    if ord(character) in _TAGS:
        while position and ord(text[position]) in _TAGS:
            position -= 1
        return text[position] == _FLAG
    return False


def _joins(character: str) -> bool:
    # Letters and their marks, and the symbols of which emoji are made.
    return unicodedata.category(character)[0] in "LMS"


def _short(character: str) -> str:
    return _SHORT.get(ord(character), f"{ord(character):04X}")


def _name(character: str) -> str:
    code = f"U+{ord(character):04X}"
    name = unicodedata.name(character, "")
    return f"{code} {name}" if name else code
