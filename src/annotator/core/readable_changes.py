"""Changes as people read them: no words left standing by chance between what went and came.

What two texts share is told where it helps to see what became of them. A word or two between
changes, and what unlike paragraphs have in common by chance, is told as replaced with the rest
(semantic cleanup, as Fraser called it in "Diff strategies", 2006).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

# Scripts that put no spaces between words are compared sign by sign.
SIGN: Final = r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
WORD: Final = rf"{SIGN}|(?:(?!{SIGN})\w)+"
_WORDS = re.compile(WORD)
# So many words in a row are no chance: whatever stands around them, they are told as kept.
RUN: Final = 8
# So much of the words of the shorter of two paragraphs stands in the other, else they are unlike.
_ALIKE = 0.4
# What repeats itself could be moved along without end.
_FARTHEST = 200


class Step(NamedTuple):
    """What both texts have, and what went and what came after it; the last has no more of these."""

    same: str
    gone: str
    come: str


def readable(steps: Iterable[Step]) -> Iterator[Step]:
    """Yield the steps from one text to another without islands; what both texts are stays.

    >>> words = [Step("He ", "saw", "met"), Step(" the ", "red", "old"), Step(" dog.", "", "")]
    >>> [tuple(step) for step in readable(words)]
    [('He ', 'saw the red', 'met the old'), (' dog.', '', '')]
    """
    for stretch in _stretches(steps):
        kept = _joined(stretch, is_island)
        yield from _slid(kept) if _are_alike(kept) else _without_chance(kept)


def is_island(same: str, *sides: str) -> bool:
    """Tell whether what stands between changes, given both sides of each, is there by chance."""
    count = _count(same)
    before, after = map(len, map(str.strip, (max(sides[:2], key=len), max(sides[2:], key=len))))
    return count <= 1 or (count < RUN and len(same.strip()) <= min(before, after))


def _stretches(steps: Iterable[Step]) -> Iterator[list[Step]]:
    """Yield steps in groups, parted where a paragraph ends in both texts."""
    stretch: list[Step] = []
    for step in steps:
        head, end, rest = step.same.partition("\n")
        if end:
            middle, last_end, tail = rest.rpartition("\n")
            yield [*stretch, Step(head, "", "")]
            yield [Step(end + middle + last_end, "", "")]
            stretch = [step._replace(same=tail)]
        else:
            stretch.append(step)
    yield stretch


def _joined(
    steps: Iterable[Step], is_chance: Callable[[str, str, str, str, str], bool]
) -> list[Step]:
    """Let go of what stands by chance between two changes, and of what that leaves by chance."""
    kept: list[Step] = []
    for step in steps:
        kept.append(step)
        while len(kept) > 1 and (step.gone or step.come):
            before, last = kept[-2:]
            if not is_chance(last.same, *before[1:], *last[1:]):
                break
            kept[-2:] = [_swallowed(before, last)]
    return kept


def _swallowed(before: Step, last: Step) -> Step:
    gone, come = before.gone + last.same + last.gone, before.come + last.same + last.come
    return Step(before.same, gone, come)


def _are_alike(steps: Iterable[Step]) -> bool:
    """Tell whether enough of the shorter text is in the other for the two to be read as one."""
    parts = list(steps)
    same, gone, come = (sum(map(_count, side)) for side in zip(*parts, strict=True))
    return same >= _ALIKE * (same + min(gone, come))


def _without_chance(steps: list[Step]) -> Iterator[Step]:
    """Yield the steps between unlike texts: only long runs of words are told as kept."""
    none = Step("", "", "")
    whole = none
    for step in steps:
        if _count(step.same) >= RUN:
            yield whole
            whole = step
        else:
            whole = _swallowed(whole, step)
    yield whole


def _slid(steps: list[Step]) -> list[Step]:
    """Let what only went or only came begin and end where sentences and words do.

    >>> some = [Step("The ", "", "cat sat. The "), Step("dog ran.", "", "")]
    >>> [tuple(step) for step in _slid(some)]
    [('', '', 'The cat sat. '), ('The dog ran.', '', '')]
    """
    slid = list(steps)
    for place in range(len(slid) - 1):
        here, there = slid[place : place + 2]
        if bool(here.gone) == bool(here.come):
            continue
        words = here.gone or here.come
        before, words, after = _best_cut(here.same, words, there.same)
        moved = Step(before, words, "") if here.gone else Step(before, "", words)
        after_it = there._replace(same=after)
        if not (
            (place and is_island(before, *slid[place - 1][1:], *moved[1:]))
            or (any(there[1:]) and is_island(after, *moved[1:], *there[1:]))
        ):
            slid[place : place + 2] = [moved, after_it]
    return slid


def _best_cut(before: str, words: str, after: str) -> tuple[str, str, str]:
    """Return the same three pieces of a text, cut where they read best."""
    shift = 0
    while shift < _FARTHEST and before and before[-1] == words[-1]:
        shift += 1
        before, words, after = before[:-1], words[-1] + words[:-1], words[-1] + after
    best, most = (before, words, after), -1
    for _ in range(shift + _FARTHEST):
        worth = _edge(before, words) + _edge(words, after)
        if worth > most:
            best, most = (before, words, after), worth
        if not after or words[0] != after[0]:
            break
        before, words, after = before + words[0], words[1:] + words[0], after[1:]
    return best


def _edge(one: str, other: str) -> int:
    """Tell how good a place to cut is: at an end, behind a sentence, a blank, a sign, in a word."""
    if not one or not other:
        return 4
    if other[0].isspace() or one[-1].isspace():
        rest = one.rstrip()
        return 3 if one[-1].isspace() and rest and not rest[-1].isalnum() else 2
    return 0 if one[-1].isalnum() and other[0].isalnum() else 1


def _count(text: str) -> int:
    return len(_WORDS.findall(text))
