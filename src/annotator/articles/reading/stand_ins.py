"""Characters that a library would drop or make plain spaces, kept through it by stand-ins."""

from __future__ import annotations

import re
from collections.abc import Iterable

# Letters of cuneiform: no page has all of them, and nothing mistakes them for space.
_FIRST, _LAST = 0x12000, 0x12399
_PLAIN_SPACES = frozenset(" \t\n\f\r")
# What shows where spaces and line ends are those of the page, as in program code.
_SHOWN_SPACES = "\n\t "
_SHOWN = re.compile(r"[\n\t]| (?=[ \n])|(?<=[ \n\t]) ")


class StandIns:
    r"""A letter for each character of a text that is invisible, or a space but not a plain one.

    >>> kept = StandIns("a\u00a0b\u200cc")
    >>> kept.put("a\u00a0b").isprintable(), kept.back(kept.put("a\u00a0b"))
    (True, 'a\xa0b')
    """

    def __init__(self, characters: Iterable[str]) -> None:
        """Choose stand-ins for what needs one among these characters, and clash with none."""
        present = set(characters)
        needing = sorted(filter(_needs_one, present))
        free = (code for code in range(_FIRST, _LAST + 1) if chr(code) not in present)
        self._shown = dict(zip(_SHOWN_SPACES, map(chr, free), strict=False))
        self._codes = dict(zip(map(ord, needing), free, strict=False))

    def put(self, text: str) -> str:
        """Return a text with stand-ins."""
        return text.translate(self._codes)

    def put_shown(self, text: str) -> str:
        r"""Return a text with stand-ins for line ends, tabs and more than one space too.

        >>> kept = StandIns("")
        >>> kept.put_shown("a b").split(" "), kept.back(kept.put_shown("a\n  b"))
        (['a', 'b'], 'a\n  b')
        """
        return _SHOWN.sub(lambda found: self._shown.get(found[0], " "), self.put(text))

    def back(self, text: str) -> str:
        """Return a text with the characters that had stand-ins."""
        codes = {stand_in: code for code, stand_in in self._codes.items()}
        shown = {ord(stand_in): ord(space) for space, stand_in in self._shown.items()}
        return text.translate(codes | shown)


def _needs_one(character: str) -> bool:
    if character in _PLAIN_SPACES:
        return False
    return character.isspace() or not character.isprintable()
