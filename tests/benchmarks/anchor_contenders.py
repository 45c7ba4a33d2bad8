"""Other ways to follow highlights into another text, each as it is usually done."""

from __future__ import annotations

import re
from bisect import bisect_right
from difflib import SequenceMatcher
from itertools import accumulate
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from annotator.core.anchor import anchors
from annotator.core.anchor_values import Outcome
from annotator.core.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.core.anchor_values import Quotation

    Answer = Span | Outcome
    Block = tuple[int, int, int]

WORD = re.compile(r"\s*\S+|\s+")
SECONDS = 5.0


def ours(old: str, new: str, quotations: Sequence[Quotation]) -> list[Answer]:
    """Anchor as the program does."""
    found = anchors(old, new, quotations)
    return [one.spans[0] if one.outcome is Outcome.PLACED else one.outcome for one in found]


def by_difflib(old: str, new: str, quotations: Sequence[Quotation]) -> list[Answer]:
    """Follow what difflib says that two lists of words share."""
    words, new_words = WORD.findall(old), WORD.findall(new)
    places = list(accumulate(map(len, words), initial=0))
    new_places = list(accumulate(map(len, new_words), initial=0))
    blocks = SequenceMatcher(None, words, new_words).get_matching_blocks()
    return followed(
        [(places[i], new_places[j], places[i + size] - places[i]) for i, j, size in blocks],
        quotations,
    )


def by_diff_match_patch(old: str, new: str, quotations: Sequence[Quotation]) -> list[Answer]:
    """Follow what diff-match-patch says that two texts share, in the time that it may take."""
    from diff_match_patch import diff_match_patch  # noqa: PLC0415 - an optional extra

    differ = diff_match_patch()
    differ.Diff_Timeout = SECONDS
    blocks, place, new_place = [], 0, 0
    for kind, words in differ.diff_main(old, new):
        if kind == 0:
            blocks.append((place, new_place, len(words)))
        place += len(words) * (kind <= 0)
        new_place += len(words) * (kind >= 0)
    return followed(blocks, quotations)


def followed(blocks: list[Block], quotations: Sequence[Quotation]) -> list[Answer]:
    """Move spans along what two texts share; one that shares nothing is lost."""
    blocks = [block for block in blocks if block[2]]
    starts = [start for start, _, _ in blocks]
    answers: list[Answer] = []
    for one in quotations:
        (span,) = one.spans
        first = max(0, bisect_right(starts, span.start) - 1)
        inside = []
        for start, new_start, size in blocks[first : bisect_right(starts, span.end - 1)]:
            low, high = max(span.start, start), min(span.end, start + size)
            if low < high:
                inside.append((low - start + new_start, high - start + new_start))
        answers.append(Span(inside[0][0], inside[-1][1]) if inside else Outcome.LOST)
    return answers


def by_quote(_old: str, new: str, quotations: Sequence[Quotation]) -> list[Answer]:
    """Take the nearest place that has the quote, else the one most like it, however little."""
    answers: list[Answer] = []
    for one in quotations:
        (quote,), (span,) = one.quotes, one.spans
        starts = [match.start() for match in re.finditer(re.escape(quote), new)]
        if starts:
            start = min(starts, key=lambda start: abs(start - span.start))
            answers.append(Span(start, start + len(quote)))
        else:
            best = fuzz.partial_ratio_alignment(quote, new)
            answers.append(Span(best.dest_start, best.dest_end))
    return answers


CONTENDERS = {
    "ours": ours,
    "difflib alone": by_difflib,
    "diff-match-patch alone": by_diff_match_patch,
    "quote search, no minimum": by_quote,
}
