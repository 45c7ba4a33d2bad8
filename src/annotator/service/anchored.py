"""How surely each highlight of an article lies where it does since the newest revision."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from annotator.core.anchor import anchors
from annotator.core.anchor_values import Outcome, Quotation
from annotator.core.records import quote_of
from annotator.service.pending_places import choices

if TYPE_CHECKING:
    from annotator.core.anchor_values import Anchor
    from annotator.core.records import Candidate, Highlight
    from annotator.service.pending_places import Choice
    from annotator.service.ports import Queries

WITHOUT_TEXT = "without text"


@dataclass(frozen=True, slots=True)
class Place:
    """Spans where a highlight lies, or might, the words there, and how well it fits."""

    spans: tuple[tuple[int, int], ...]
    words: str
    score: float


@dataclass(frozen=True, slots=True)
class Anchored:
    """A highlight's outcome: "placed", "ambiguous", "lost", or "without text" after an edit.

    ``best`` is its place, or where it would best be put; ``was`` are its words before.
    """

    highlight: Highlight
    outcome: str
    best: Place | None
    runner_up: Place | None
    was: str


def anchored(queries: Queries, article_id: str) -> list[Anchored]:
    """Return every highlight of an article with its outcome; those that wait come first.

    Costs what anchoring the highlights of the revision before costs.
    """
    waiting = choices(queries, article_id)
    known = {one.highlight.id for one in waiting}
    text = queries.outline(article_id).revision.text
    before, words = _anchors_before(queries, article_id, text)
    found = [_waiting(one) for one in waiting]
    found += [
        _placed(one, before.get(one.id), text, words.get(one.id, one.quote))
        for one in queries.highlights(article_id)
        if one.id not in known
    ]
    return found


def _anchors_before(
    queries: Queries, article_id: str, text: str
) -> tuple[dict[str, Anchor], dict[str, str]]:
    """Return what anchoring the text before comes to, and the words then, by highlight id."""
    revisions = queries.revisions(article_id)
    numbers = [one.number for one, after in pairwise(revisions) if after.current]
    if not numbers:
        return {}, {}
    old = queries.revision_numbered(article_id, numbers[0]).text
    then = [
        one
        for one in queries.highlights_in(article_id, numbers[0])
        if one.unplaced is None and all(map(len, one.spans))
    ]
    quotations = [Quotation.of(one.id, one.spans, old) for one in then]
    found = anchors(old, text, quotations)
    return {str(one.key): one for one in found}, {one.id: one.quote for one in then}


def _placed(highlight: Highlight, anchor: Anchor | None, text: str, was: str) -> Anchored:
    if highlight.orphaned:
        return Anchored(highlight, WITHOUT_TEXT, None, None, highlight.quote)
    runner_up, score = None, 1.0
    # What a person put somewhere is where it is.
    if anchor is not None and anchor.spans == highlight.spans:
        score = anchor.score if anchor.outcome is Outcome.PLACED else 1.0
        rival = anchor.runner_up
        if rival is not None:
            spans = tuple((span.start, span.end) for span in rival.spans)
            runner_up = Place(spans, quote_of(text, rival.spans), rival.score)
    spans = tuple((span.start, span.end) for span in highlight.spans)
    best = Place(spans, highlight.quote, score)
    return Anchored(highlight, Outcome.PLACED.value, best, runner_up, was)


def _waiting(choice: Choice) -> Anchored:
    highlight = choice.highlight
    places = [_place(*one) for one in zip(choice.candidates, choice.words, strict=True)]
    best, second = [*places, None, None][:2]
    return Anchored(highlight, choice.outcome, best, second, highlight.quote)


def _place(candidate: Candidate, words: str) -> Place:
    return Place(tuple((span.start, span.end) for span in candidate.spans), words, candidate.score)
