"""Places that are offered for a highlight of several spans, whose words were found one by one."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from annotator.core.records import Candidate

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.core.anchor_quote import QuoteAnchor
    from annotator.core.span import Span


def best_first(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Return candidates by their scores, each once; of equal ones, the first stays first.

    >>> from annotator.core.span import Span
    >>> one, other = Candidate((Span(0, 3),), 0.6), Candidate((Span(9, 12),), 0.8)
    >>> best_first([one, other, one]) == (other, one)
    True
    """
    return tuple(sorted(dict.fromkeys(candidates), key=lambda one: -one.score))


def candidates_of(found: Sequence[QuoteAnchor]) -> tuple[Candidate, ...]:
    """Return where all pieces may stand together, at their best places and at the next best."""
    best = _together([(one.span, one.score) for one in found])
    others = [
        (one.runner_up.spans[0], one.runner_up.score)
        if one.runner_up is not None
        else (one.span, one.score)
        for one in found
    ]
    second = _together(others)
    return best_first(one for one in (best, second) if one is not None)


def _together(places: Sequence[tuple[Span | None, float]]) -> Candidate | None:
    """Return the places as one candidate, if all are there, in order, and none over another."""
    known = [(span, score) for span, score in places if span is not None and len(span)]
    spans = tuple(span for span, _ in known)
    if not spans or len(known) < len(places):
        return None
    if any(one.end > other.start for one, other in pairwise(spans)):
        return None
    return Candidate(spans, min(score for _, score in known))
