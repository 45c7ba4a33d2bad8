"""Anchoring: where highlights of an old text belong in a new one, and where nobody can tell.

The two texts are compared first. Words on which they agree are placed by that, words that were
altered at their place if they are still like the quote; what is gone is looked for by its words
near its place, then everywhere. A place is certain only if nothing else comes close to it: where
a sentence was deleted, a twin of it elsewhere is not taken for it.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from annotator.core.anchor_decision import Decider, Part
from annotator.core.anchor_map import TextMap
from annotator.core.anchor_values import (
    Anchor,
    Candidate,
    How,
    Outcome,
    Quotation,
    QuoteDiffersError,
    Wording,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.core.span import Span

# Code points that may be read to look for quotes: beyond, each is looked for less far away.
_READ: Final = 4_000_000_000
_LEAST_REACH: Final = 4_000

_OUTCOMES: Final = (Outcome.PLACED, Outcome.AMBIGUOUS, Outcome.LOST)
_HOWS: Final = (How.UNCHANGED, How.CHANGED, How.ELSEWHERE, How.NOWHERE)
_WORDINGS: Final = (Wording.KEPT, Wording.CHANGED, Wording.REMOVED)


def anchors(old: str, new: str, quotations: Sequence[Quotation]) -> list[Anchor]:
    """Return what became of each quotation of the old text in the new one, in their order.

    Each is decided by itself. Costs one comparison of the texts, and a bounded search for each
    quotation whose words are not where they were.

    Raises:
        QuoteDiffersError: a quotation is not what the old text has there.

    >>> from annotator.core.span import Span
    >>> old = "Rain fell. Officials said 12 were killed. It was late."
    >>> new = "Rain fell all day. Officials said 21 were killed. It was late."
    >>> quoted = Quotation.of("a", (Span(11, 41),), old)
    >>> (found,) = anchors(old, new, [quoted])
    >>> found.outcome.value, found.how.value, new[found.spans[0].start : found.spans[0].end]
    ('placed', 'changed', 'Officials said 21 were killed.')
    >>> anchors(old, "Rain fell. It was late.", [quoted])[0].outcome.value
    'lost'
    """
    return list(anchors_by(TextMap(old, new), quotations))


def anchors_by(found: TextMap, quotations: Sequence[Quotation]) -> Iterator[Anchor]:
    """Yield what ``anchors`` returns, one by one, where the texts are compared already.

    Raises:
        QuoteDiffersError: a quotation is not what the old text has there.
    """
    reach = max(_LEAST_REACH, _READ // max(1, len(quotations)))
    decider = Decider(found, reach=reach)
    for one in quotations:
        _require(one, found.old)
    for one in quotations:
        yield _anchor(one, decider)


def _require(quotation: Quotation, old: str) -> None:
    """Refuse a quotation that the old text does not have; one without text has only its quote."""
    for span, quote in zip(quotation.spans, quotation.quotes, strict=True):
        if span.end > len(old) or (len(span) and old[span.start : span.end] != quote):
            raise QuoteDiffersError(quotation.key, span)


def _anchor(quotation: Quotation, decider: Decider) -> Anchor:
    """Decide over all spans; they are placed together or not at all."""
    parts = [
        decider.decide(span, quote)
        for span, quote in zip(quotation.spans, quotation.quotes, strict=True)
    ]
    outcome = max((part.outcome for part in parts), key=_OUTCOMES.index)
    how = max((part.how for part in parts), key=_HOWS.index)
    wording = max((part.wording for part in parts), key=_WORDINGS.index)
    best = _together([part.place.span if part.place else None for part in parts])
    score = min(part.place.score if part.place else 0.0 for part in parts)
    if best is None and outcome is not Outcome.LOST:
        outcome, how = Outcome.LOST, How.NOWHERE
    if outcome is Outcome.LOST:
        best, score, how = (), 0.0, How.NOWHERE
    return Anchor(
        quotation.key,
        outcome,
        best or (),
        score,
        how,
        wording,
        _runner_up(parts),
        parts[0].position,
    )


def _together(spans: Sequence[Span | None]) -> tuple[Span, ...] | None:
    """Return spans if all are there and in order, none over another."""
    there = tuple(span for span in spans if span is not None)
    if len(there) < len(spans) or any(a.end > b.start for a, b in pairwise(there)):
        return None
    return there


def _runner_up(parts: Sequence[Part]) -> Candidate | None:
    """Return what the spans would be if each that has a rival lay there."""
    if not any(part.rival for part in parts):
        return None
    chosen = [part.rival or part.place for part in parts]
    spans = _together([one.span if one else None for one in chosen])
    if spans is None:
        return None
    return Candidate(spans, min(one.score for one in chosen if one))
