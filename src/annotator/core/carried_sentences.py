"""The sentences of a newer text, with what a reviewer corrected in the one before it.

Paragraphs that stayed keep their sentences. In the others a corrected boundary is carried over
if the words on both sides of it stayed next to each other.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, TypeAlias

from annotator.core.anchor_map import TextMap
from annotator.core.sentence_corrections import NO_CORRECTIONS, Corrections
from annotator.core.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.core.editable_sentences import Hunk
    from annotator.core.segmenter import Segmenter

Ends: TypeAlias = tuple[tuple[int, ...], ...]
"""Per paragraph, the ends of its sentences inside it."""


def carried_over(
    old: tuple[str, Ends], new: tuple[str, Ends], *, hunks: Iterable[Hunk], segmenter: Segmenter
) -> Ends:
    """Return the ends of the new text's sentences; each text comes with those that it has.

    Costs the paragraphs in the hunks: of each old one is asked what the segmenter finds in it.
    """
    (words, ends), (new_words, new_ends) = old, new
    paragraphs, fresh = words.split("\n"), new_words.split("\n")
    found: list[tuple[int, ...]] = []
    taken = 0
    for hunk in hunks:
        found += ends[taken : hunk.old.start]
        taken = hunk.old.stop
        here, there = hunk.old, hunk.new
        corrected = [
            Corrections.between(segmenter.boundaries(paragraphs[number]), ends[number])
            for number in here
        ]
        cut = list(new_ends[there.start : there.stop])
        if any(one != NO_CORRECTIONS for one in corrected):
            texts = paragraphs[here.start : here.stop], fresh[there.start : there.stop]
            cut = _corrected(texts, corrected, cut)
        found += cut
    return (*found, *ends[taken:])


def _corrected(
    texts: tuple[list[str], list[str]],
    corrections: Sequence[Corrections],
    ends: Sequence[tuple[int, ...]],
) -> list[tuple[int, ...]]:
    """Return the ends in the new paragraphs of a hunk once corrections are carried out there."""
    old, new = texts
    found = TextMap("\n".join(old), "\n".join(new))
    starts = list(accumulate((len(one) + 1 for one in old), initial=0))
    added, dropped = (
        {
            place
            for start, one in zip(starts, corrections, strict=False)
            for end in one[side]
            if (place := _place(found, start + end)) is not None
        }
        for side in (0, 1)
    )
    carried = []
    start = 0
    for text, known in zip(new, ends, strict=True):
        inside = range(start + 1, start + len(text))
        here = Corrections(
            frozenset(place - start for place in added if place in inside),
            frozenset(place - start for place in dropped if place in inside),
        )
        carried.append(tuple(here.carried_out(known, len(text))))
        start += len(text) + 1
    return carried


def _place(found: TextMap, end: int) -> int | None:
    """Return where a boundary lies now; None where the words beside it were parted or went."""
    low, high = found.touching(Span(max(0, end - 1), end + 1))
    return end + found.kept(low)[2] if low == high else None
