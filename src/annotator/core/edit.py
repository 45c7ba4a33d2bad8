"""Edits of a text as three numbers, and what they do to places in it.

An edit says where, how many code points went and how many came. That is all a highlight needs
to follow: every highlight keeps its very words, and text that comes in at either of its edges
stays outside. This one rule for all edges makes the map of starts monotone, so that whatever is
ordered by start stays ordered under every edit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from importlib import import_module
from operator import index
from typing import TYPE_CHECKING, Protocol, cast

from annotator.core.index_errors import NegativeEditError
from annotator.core.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    Opcode = tuple[str, int, int, int, int]

_PARAGRAPH = re.compile(r"[^\n]*\n+|[^\n]+")  # blank lines go with the paragraph before them
_WORD = re.compile(r"\w+|\W")
# Aligning by character takes time in the product of both lengths; beyond this, words must do.
_LARGEST_ALIGNMENT = 100_000_000


@dataclass(frozen=True, slots=True)
class Edit:
    """One replacement in a text: where, how many code points went, how many came.

    Raises NegativeEditError, or TypeError for what is no whole number.

    >>> Edit(4, removed=3, inserted=5).inverse()
    Edit(position=4, removed=5, inserted=3)
    """

    position: int
    removed: int
    inserted: int

    def __post_init__(self) -> None:
        if index(self.position) < 0 or index(self.removed) < 0 or index(self.inserted) < 0:
            raise NegativeEditError(self.position, self.removed, self.inserted)

    def __bool__(self) -> bool:
        return bool(self.removed or self.inserted)

    @classmethod
    def between(cls, old_text: str, new_text: str) -> Edit:
        """Return the smallest single edit that makes ``new_text`` of ``old_text``.

        Of equally small ones it is the last: a letter doubled counts as typed after its twin.
        Costs time in the length of the texts, at the pace of comparing memory.

        >>> Edit.between("the red fox", "the bad fox")
        Edit(position=4, removed=2, inserted=2)
        """
        prefix = _common_prefix(old_text, new_text)
        suffix = _common_suffix(old_text, new_text, min(len(old_text), len(new_text)) - prefix)
        return cls(prefix, len(old_text) - suffix - prefix, len(new_text) - suffix - prefix)

    def map_start(self, start: int) -> int:
        """Return where a span that started at ``start`` starts after the edit.

        >>> [Edit(4, removed=3, inserted=1).map_start(start) for start in (3, 4, 6, 7, 8)]
        [3, 5, 5, 5, 6]
        """
        if start < self.position:
            return start
        return max(start, self.position + self.removed) + self.inserted - self.removed

    def map_end(self, end: int) -> int:
        """Return where a span that ended at ``end`` ends after the edit, its start permitting.

        >>> [Edit(4, removed=3, inserted=1).map_end(end) for end in (3, 4, 6, 7, 8)]
        [3, 4, 4, 4, 6]
        """
        if end <= self.position:
            return end
        if end <= self.position + self.removed:
            return self.position
        return end + self.inserted - self.removed

    def map_span(self, span: Span) -> Span:
        """Return where ``span`` lies after the edit; one whose text went is left empty.

        >>> Edit(4, removed=3, inserted=1).map_span(Span(5, 6))
        Span(start=5, end=5)
        """
        start = self.map_start(span.start)
        return Span(start, max(start, self.map_end(span.end)))

    def inverse(self) -> Edit:
        """Return the edit that leads back.

        >>> Edit(4, removed=0, inserted=2).inverse()
        Edit(position=4, removed=2, inserted=0)
        """
        return Edit(self.position, self.inserted, self.removed)

    def compose(self, later: Edit) -> Edit:
        """Return the one edit that does to a text what this and then ``later`` do.

        Text that lies between the two counts as replaced, so that highlights within the hull
        may fare worse than under the two edits one by one.

        >>> Edit(4, removed=0, inserted=1).compose(Edit(5, removed=0, inserted=1))
        Edit(position=4, removed=0, inserted=2)
        """
        if not self:
            return later
        if not later:
            return self
        start = min(self.position, later.position)
        end = max(self.position + self.inserted, later.position + later.removed)
        length = end - start
        return Edit(
            start,
            length + self.removed - self.inserted,
            length + later.inserted - later.removed,
        )


def edits_between(old_text: str, new_text: str) -> list[Edit]:
    r"""Return small edits that one after another make ``new_text`` of ``old_text``.

    They come from the text's start to its end, and each counts in the text that those before it
    left. What precedes an edit is therefore new text already, and what it inserts is
    ``new_text[edit.position : edit.position + edit.inserted]``. No two of them touch.

    Paragraphs are compared first, then the characters of those that differ: with ``rapidfuzz``
    where it is installed, else by words with ``difflib``.

    >>> edits_between("One fox.\nTwo dogs.\n", "One ox.\nTwo dogs!\n")
    [Edit(position=4, removed=1, inserted=0), Edit(position=16, removed=1, inserted=1)]
    """
    hull = Edit.between(old_text, new_text)
    old_start, old_end = _paragraphs_around(old_text, hull.position, hull.removed)
    new_start, new_end = _paragraphs_around(new_text, hull.position, hull.inserted)
    old, new = old_text[old_start:old_end], new_text[new_start:new_end]
    edits = _refined(_token_edits(_PARAGRAPH, old, new), old, new)
    return [Edit(edit.position + new_start, edit.removed, edit.inserted) for edit in edits]


def _common_prefix(one: str, other: str) -> int:
    """Return the length of the common beginning, halving what is compared as slices."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _common_suffix(one: str, other: str, longest: int) -> int:
    """Return the length of the common ending, ``longest`` at most."""
    low, high = 0, longest
    while low < high:
        middle = (low + high + 1) // 2
        if one[len(one) - middle : len(one) - low] == other[len(other) - middle : len(other) - low]:
            low = middle
        else:
            high = middle - 1
    return low


def _paragraphs_around(text: str, position: int, length: int) -> tuple[int, int]:
    """Widen a stretch to the line feeds around it."""
    start = text.rfind("\n", 0, position) + 1
    end = text.find("\n", position + length)
    return start, len(text) if end < 0 else end + 1


def _token_edits(token: re.Pattern[str], old: str, new: str) -> list[Edit]:
    """Compare two texts token by token; the edits count as those of `edits_between` do."""
    old_tokens: list[str] = token.findall(old)
    new_tokens: list[str] = token.findall(new)
    matcher = SequenceMatcher(None, old_tokens, new_tokens)
    old_places, new_places = _places(old_tokens), _places(new_tokens)
    return _joined(
        (tag, old_places[i], old_places[j], new_places[k], new_places[m])
        for tag, i, j, k, m in matcher.get_opcodes()
    )


def _places(tokens: Sequence[str]) -> list[int]:
    """Return where each token starts, and where the last one ends."""
    places = [0]
    for token in tokens:
        places.append(places[-1] + len(token))
    return places


def _joined(opcodes: Iterable[Opcode]) -> list[Edit]:
    """Make edits of alignment steps, one of each stretch of steps that touch."""
    edits: list[Edit] = []
    for tag, old_start, old_end, new_start, new_end in opcodes:
        if tag == "equal":
            continue
        edit = Edit(new_start, old_end - old_start, new_end - new_start)
        if edits and edits[-1].position + edits[-1].inserted == new_start:
            edits.append(edits.pop().compose(edit))
        else:
            edits.append(edit)
    return edits


def _refined(coarse: Iterable[Edit], old: str, new: str) -> Iterator[Edit]:
    """Replace each edit by those that remain when its two texts are compared closely."""
    shift = 0
    for edit in coarse:
        start = edit.position - shift
        gone = old[start : start + edit.removed]
        come = new[edit.position : edit.position + edit.inserted]
        for fine in _close_edits(gone, come):
            yield Edit(edit.position + fine.position, fine.removed, fine.inserted)
        shift += edit.inserted - edit.removed


def _close_edits(old: str, new: str) -> list[Edit]:
    """Compare two short texts character by character, or by words where that would be slow."""
    if not old or not new:
        return [Edit(0, len(old), len(new))]
    aligner = _aligner()
    if aligner is not None and len(old) * len(new) <= _LARGEST_ALIGNMENT:
        return _joined(aligner.opcodes(old, new).as_list())
    edits = []
    shift = 0
    for edit in _token_edits(_WORD, old, new):
        start = edit.position - shift
        trimmed = Edit.between(
            old[start : start + edit.removed],
            new[edit.position : edit.position + edit.inserted],
        )
        edits.append(Edit(edit.position + trimmed.position, trimmed.removed, trimmed.inserted))
        shift += edit.inserted - edit.removed
    return edits


class _Opcodes(Protocol):
    def as_list(self) -> list[Opcode]: ...


class _Aligner(Protocol):
    def opcodes(self, old: str, new: str) -> _Opcodes: ...


def _aligner() -> _Aligner | None:
    """Return rapidfuzz's aligner, imported on first use, or None where it is missing."""
    try:
        return cast("_Aligner", import_module("rapidfuzz.distance.Levenshtein"))
    except ImportError:
        return None
