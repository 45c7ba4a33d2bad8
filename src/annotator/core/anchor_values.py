"""What is asked of anchoring, and what it answers."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Self

from annotator.core.errors import UsageError

if TYPE_CHECKING:
    from annotator.core.span import Span


class QuoteDiffersError(UsageError):
    """A quotation whose words are not those that stand at its place."""

    def __init__(self, key: Hashable, span: Span) -> None:
        self.key, self.span = key, span
        super().__init__(
            f"The words at {span.start} to {span.end} are not those that were quoted: give the"
            " text that the quotation was taken from."
        )


class Outcome(StrEnum):
    """What became of a quotation in another text.

    PLACED: it is certain where it stands. AMBIGUOUS: somebody must choose. LOST: nothing is
    like it enough.
    """

    PLACED = "placed"
    AMBIGUOUS = "ambiguous"
    LOST = "lost"


class How(StrEnum):
    """How the place was found.

    UNCHANGED: where the texts agree. CHANGED: at its place, with other words in it. ELSEWHERE:
    by its words. NOWHERE: not at all.
    """

    UNCHANGED = "unchanged"
    CHANGED = "changed"
    ELSEWHERE = "elsewhere"
    NOWHERE = "nowhere"


class Wording(StrEnum):
    """What the publisher did to the quoted words: left them, altered them, or took them out.

    Of a quotation that is not placed, this is what the comparison of the two texts says.
    """

    KEPT = "kept"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of a text that are to be found in another one: where they stand, and themselves.

    A quotation whose text was lost before has an empty span, and its quote.
    """

    key: Hashable
    spans: tuple[Span, ...]
    quotes: tuple[str, ...]

    @classmethod
    def of(cls, key: Hashable, spans: tuple[Span, ...], text: str) -> Self:
        """Return what these spans of a text quote.

        >>> from annotator.core.span import Span
        >>> Quotation.of(7, (Span(4, 7),), "The fox.").quotes
        ('fox',)
        """
        return cls(key, spans, tuple(text[span.start : span.end] for span in spans))


@dataclass(frozen=True, slots=True)
class Candidate:
    """Spans where a quotation might stand, and how much speaks for them, from 0 to 1."""

    spans: tuple[Span, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Anchor:
    """What became of one quotation.

    ``spans`` are where it stands, or, where ambiguous, would best be put; of a lost one there
    are none. ``runner_up`` is what else it might be; None where that is nothing, or that the
    words are gone. ``place`` is where the words are or would be, for showing the surroundings.
    """

    key: Hashable
    outcome: Outcome
    spans: tuple[Span, ...]
    score: float
    how: How
    wording: Wording
    runner_up: Candidate | None
    place: int
