"""Where a highlight that waits for its place may belong, told anew for a text.

Whatever is found, a person decides: one of several places that are left over when a text
changes again may still be the wrong one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from annotator.core.anchor_quote import QuoteFinder
from annotator.core.candidate_places import best_first, candidates_of
from annotator.core.records import BETWEEN_SPANS, Candidate, quote_of
from annotator.core.span import Span
from annotator.service.watch import UNWATCHED

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.core.records import Highlight, Unplaced
    from annotator.service.ports import Queries
    from annotator.service.watch import Watch

AMBIGUOUS, LOST = "ambiguous", "lost"


class Waiting(Protocol):
    """What is asked of a highlight that is looked for: one that is kept, or one that comes."""

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where it was, one for each piece of its quote."""
        ...

    @property
    def quote(self) -> str:
        """Its words."""
        ...

    @property
    def unplaced(self) -> Unplaced | None:
        """Why it waits, if it does."""
        ...


@dataclass(frozen=True, slots=True)
class Choice:
    """A highlight that waits, and the words at each place where it may belong, best first.

    What a lost one is like are look-alikes: its own words are gone.
    """

    highlight: Highlight
    candidates: tuple[Candidate, ...]
    words: tuple[str, ...]

    @property
    def outcome(self) -> str:
        """Tell "ambiguous" or "lost", as it is stored."""
        unplaced = self.highlight.unplaced
        ambiguous = unplaced is not None and unplaced.outcome == AMBIGUOUS
        return AMBIGUOUS if ambiguous and self.candidates else LOST

    @property
    def lost(self) -> bool:
        """True where none of the places can be taken for its own."""
        return self.outcome == LOST


def choices(
    queries: Queries,
    article_id: str,
    *,
    known: Iterable[Choice] = (),
    watch: Watch = UNWATCHED,
) -> list[Choice]:
    """Return what is to be settled in an article; where nothing is known any more, look again.

    What was ``known`` of the present text is taken as it was, where the highlight is as it was.

    Raises:
        StoppedError: whoever watches cancelled it.
    """
    waiting = queries.unplaced_highlights(article_id)
    kept = {one.highlight.id: one for one in known}
    if all(one.id in kept and kept[one.id].highlight == one for one in waiting):
        return [kept[one.id] for one in waiting]
    text = queries.outline(article_id).revision.text
    finder = QuoteFinder(text)
    found = []
    for place, one in enumerate(waiting):
        watch.step(place, len(waiting))
        unplaced = one.unplaced
        if one.id in kept and kept[one.id].highlight == one:
            found.append(kept[one.id])
            continue
        if unplaced is None:
            continue
        if not unplaced.candidates:
            unplaced = looked_for(one, finder)
        candidates = best_first(_trimmed(candidate, text) for candidate in unplaced.candidates)
        words = tuple(quote_of(text, candidate.spans) for candidate in candidates)
        found.append(Choice(one, candidates, words))
    return found


def _trimmed(candidate: Candidate, text: str) -> Candidate:
    """Return a candidate without the white space that a comparison left at its edges."""
    spans = []
    for span in candidate.spans:
        words = text[span.start : span.end]
        start = span.start + len(words) - len(words.lstrip())
        spans.append(Span(start, start + len(words.strip())) if words.strip() else span)
    return replace(candidate, spans=tuple(spans))


def looked_for(highlight: Waiting, finder: QuoteFinder, *, hint: int | None = None) -> Unplaced:
    """Return what is known of a waiting highlight in the text of the finder.

    A lost one stays so, however like it some words are; an ambiguous one is lost where no place
    is left.
    """
    unplaced = highlight.unplaced
    assert unplaced is not None  # noqa: S101 - asked of those that wait alone
    pieces = pieces_of(highlight)
    place = highlight.spans[0].start if hint is None else hint
    found = [
        finder.anchor(
            piece,
            prefix=unplaced.prefix if piece is pieces[0] else "",
            suffix=unplaced.suffix if piece is pieces[-1] else "",
            hint=place,
        )
        for piece in pieces
    ]
    candidates = candidates_of(found)
    outcome = unplaced.outcome if candidates else LOST
    return replace(unplaced, outcome=outcome, candidates=candidates)


def pieces_of(highlight: Waiting) -> Sequence[str]:
    """Return the words of each span of a highlight; all as one where they cannot be told apart."""
    if len(highlight.spans) == 1:
        return [highlight.quote]
    pieces = highlight.quote.split(BETWEEN_SPANS)
    return pieces if len(pieces) == len(highlight.spans) else [highlight.quote]
