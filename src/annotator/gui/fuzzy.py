"""Finding a title by some of its letters, in their order: the better they sit, the higher."""

from __future__ import annotations

# A letter counts more at the beginning of a word, and right behind the one before it.
PLAIN, AT_WORD, BESIDE, AT_START = 1, 6, 7, 8
_NONE = -(10**9)


def score(query: str, title: str) -> int | None:
    """Return how well a title fits what was typed; None where it lacks a letter of it.

    White space in the query stands for nothing. Costs the product of both lengths.

    >>> score("und", "Undo") > score("und", "Round off")
    True
    >>> score("hctheme", "High contrast theme") is not None, score("xyz", "Undo")
    (True, None)
    """
    wanted = "".join(query.casefold().split())
    letters = title.casefold()
    if not wanted:
        return 0
    if len(wanted) > len(letters):
        return None
    # The best score so far with the letter typed last sitting at a place, or at any before it.
    ending = [0] * len(letters)
    for number, letter in enumerate(wanted):
        before, ending = ending, [_NONE] * len(letters)
        best = _NONE
        for place, one in enumerate(letters):
            if one == letter:
                base = 0 if number == 0 else best
                joined = before[place - 1] + BESIDE if number and place else _NONE
                ending[place] = max(base + _worth(letters, place), joined)
            best = max(best, before[place])
    found = max(ending, default=_NONE)
    # Of two that fit alike, the shorter title is the likelier.
    return found * 1000 - len(letters) if found > 0 else None


def _worth(letters: str, place: int) -> int:
    if place == 0:
        return AT_START
    return AT_WORD if not letters[place - 1].isalnum() else PLAIN
