"""The small edits that lead from one text to another.

Paragraphs are compared first, then those that differ are paired, and each pair is compared
closely: character by character where ``rapidfuzz`` is installed and the two are not too long,
else word by word.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from importlib import import_module
from itertools import accumulate
from typing import TYPE_CHECKING, Protocol, cast

from annotator.core.edit import Edit
from annotator.core.token_alignment import Gap, gaps, rising

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    Opcode = tuple[str, int, int, int, int]

_PARAGRAPH = re.compile(r"[^\n]*\n+|[^\n]+")  # blank lines go with the paragraph before them
_WORD = re.compile(r"\w+\s*|\W")
# Aligning by character takes time in the product of both lengths; beyond this, words must do.
_LARGEST_ALIGNMENT = 100_000_000
# Two paragraphs are the same one, revised, if they share this part of their words.
_KINSHIP = 0.4
# A word in more paragraphs than these tells none of them.
_RARE = 4
# So many words in a row are taken to be replaced one by one; beyond, it would be by chance.
_FEW = 8


def edits_between(old_text: str, new_text: str) -> list[Edit]:
    r"""Return small edits that one after another make ``new_text`` of ``old_text``.

    They come from the text's start to its end, and each counts in the text that those before it
    left. What precedes an edit is therefore new text already, and what it inserts is
    ``new_text[edit.position : edit.position + edit.inserted]``. No two of them touch.

    >>> edits_between("One fox.\nTwo dogs.\n", "One ox.\nTwo dogs!\n")
    [Edit(position=4, removed=1, inserted=0), Edit(position=16, removed=1, inserted=1)]
    """
    hull = Edit.between(old_text, new_text)
    old_start, old_end = _paragraphs_around(old_text, hull.position, hull.removed)
    new_start, new_end = _paragraphs_around(new_text, hull.position, hull.inserted)
    old = _PARAGRAPH.findall(old_text, old_start, old_end)
    new = _PARAGRAPH.findall(new_text, new_start, new_end)
    edits: list[Edit] = []
    for where, gone, come in _texts(gaps(old, new, thorough), old, new):
        for block in _pairs(gone, come):
            for within, words, new_words in _texts([block], gone, come):
                for fine in _close_edits("".join(words), "".join(new_words)):
                    position = new_start + where + within + fine.position
                    _append(edits, Edit(position, fine.removed, fine.inserted))
    return edits


def _paragraphs_around(text: str, position: int, length: int) -> tuple[int, int]:
    """Widen a stretch to the line feeds around it."""
    start = text.rfind("\n", 0, position) + 1
    end = text.find("\n", position + length)
    return start, len(text) if end < 0 else end + 1


def _texts(
    differences: Iterable[Gap], old: Sequence[str], new: Sequence[str]
) -> Iterator[tuple[int, Sequence[str], Sequence[str]]]:
    """Yield where in the new text each difference lies, and the tokens that went and came."""
    places = list(accumulate(map(len, new), initial=0))
    for low, high, new_low, new_high in differences:
        yield places[new_low], old[low:high], new[new_low:new_high]


def _append(edits: list[Edit], edit: Edit) -> None:
    """Append an edit, or join it with the last one if the two touch."""
    if edits and edits[-1].position + edits[-1].inserted == edit.position:
        edits.append(edits.pop().compose(edit))
    elif edit:
        edits.append(edit)


def _pairs(old: Sequence[str], new: Sequence[str]) -> list[Gap]:
    """Cut a block of paragraphs that gave way to others into pieces, one for each that stayed."""
    if min(len(old), len(new)) <= 1 or _by_character(sum(map(len, old)), sum(map(len, new))):
        return [Gap(0, len(old), 0, len(new))]
    bags = [Counter(_WORD.findall(text)) for text in old]
    new_bags = [Counter(_WORD.findall(text)) for text in new]
    pairs = [(number, number) for number in range(len(old))]
    kinships = map(_kinship, bags, new_bags)
    if len(old) != len(new) or sum(kinships) < _KINSHIP * len(old):
        pairs = _kindred(bags, new_bags)
    pieces, low, new_low = [], 0, 0
    for i, j in pairs:
        pieces += [Gap(low, i, new_low, j), Gap(i, i + 1, j, j + 1)]
        low, new_low = i + 1, j + 1
    return [*pieces, Gap(low, len(old), new_low, len(new))]


def _kinship(one: Counter[str], other: Counter[str]) -> float:
    """Return which part of their words two paragraphs share."""
    return 2 * (one & other).total() / max(1, one.total() + other.total())


def _kindred(old: Sequence[Counter[str]], new: Sequence[Counter[str]]) -> list[tuple[int, int]]:
    """Pair paragraphs by the rare words that they share."""
    having: defaultdict[str, list[int]] = defaultdict(list)
    for number, bag in enumerate(new):
        for word in bag:
            having[word].append(number)
    pairs = []
    for number, bag in enumerate(old):
        votes = Counter(
            j for word in bag if len(having.get(word, ())) <= _RARE for j in having.get(word, ())
        )
        for j, _ in votes.most_common(1):
            if _kinship(bag, new[j]) >= _KINSHIP:
                pairs.append((number, j))
    return rising(pairs)


def _close_edits(old: str, new: str) -> Iterator[Edit]:
    """Compare two texts character by character, or by words where that would be slow."""
    if not old or not new or _by_character(len(old), len(new)):
        yield from _character_edits(old, new)
        return
    words, new_words = _WORD.findall(old), _WORD.findall(new)
    for where, gone, come in _texts(gaps(words, new_words, thorough), words, new_words):
        start = where
        for one, other in _alternatives(gone, come):
            for fine in _character_edits(one, other):
                yield Edit(start + fine.position, fine.removed, fine.inserted)
            start += len(other)


def _alternatives(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield what came for what: word for word where a few are as many, else all for all."""
    if len(old) == len(new) <= _FEW:
        yield from zip(old, new, strict=True)
    else:
        yield "".join(old), "".join(new)


def _character_edits(old: str, new: str) -> Iterator[Edit]:
    """Compare by character where that can be done, else leave out what both begin and end with."""
    aligner = _aligner() if old and new and _by_character(len(old), len(new)) else None
    if aligner is None:
        yield Edit.between(old, new)
        return
    for tag, i, j, k, m in aligner.opcodes(old, new).as_list():
        if tag != "equal":
            yield Edit(k, j - i, m - k)


def thorough(old: Sequence[str], new: Sequence[str]) -> list[Gap] | None:
    """Compare everything with everything; where that is too much, place by place or not at all.

    >>> thorough("abcb", "acb")
    [Gap(old_start=1, old_end=2, new_start=1, new_end=1)]
    """
    aligner = _aligner() if _by_character(len(old), len(new)) else None
    if aligner is not None:
        return [Gap(*rest) for tag, *rest in aligner.opcodes(old, new).as_list() if tag != "equal"]
    if len(old) != len(new):
        return None
    unlike = [
        place for place, (one, other) in enumerate(zip(old, new, strict=True)) if one != other
    ]
    return [Gap(i, i + 1, i, i + 1) for i in unlike] if len(unlike) < len(old) / 2 else None


def _by_character(length: int, new_length: int) -> bool:
    """Tell whether everything can be compared with everything."""
    return length * new_length <= _LARGEST_ALIGNMENT and _aligner() is not None


class _Opcodes(Protocol):
    def as_list(self) -> list[Opcode]: ...


class _Aligner(Protocol):
    def opcodes(self, old: Sequence[str], new: Sequence[str]) -> _Opcodes: ...


def _aligner() -> _Aligner | None:
    """Return rapidfuzz's aligner, imported on first use, or None where it is missing."""
    try:
        return cast("_Aligner", import_module("rapidfuzz.distance.Levenshtein"))
    except ImportError:
        return None
