"""Characters that a library would drop or make plain spaces, kept through it by stand-ins."""

from __future__ import annotations

from collections.abc import Iterable

# Letters of cuneiform: no page has all of them, and nothing mistakes them for space.
_FIRST, _LAST = 0x12000, 0x12399
_PLAIN_SPACES = frozenset(" \t\n\f\r")


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
        self._codes = dict(zip(map(ord, needing), free, strict=False))

    def put(self, text: str) -> str:
        """Return a text with stand-ins."""
        return text.translate(self._codes)

    def back(self, text: str) -> str:
        """Return a text with the characters that had stand-ins."""
        return text.translate({stand_in: code for code, stand_in in self._codes.items()})


def _needs_one(character: str) -> bool:
    if character in _PLAIN_SPACES:
        return False
    return character.isspace() or not character.isprintable()
