"""Commands on claim records beyond setting a field; ``claim_handlers`` carries them out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from annotator.core.records import Evidence
    from annotator.core.span import Span


@dataclass(frozen=True, slots=True)
class SetCue:
    """Say where the words lie that attribute a highlight, or with None that there are none.

    The place belongs to the highlight; the words go into the claim record's ``cue``.
    """

    highlight_id: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class SetEvidence:
    """Set all evidence of a highlight's claim record, in its order."""

    highlight_id: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class ShareClaim:
    """Let a highlight have the claim record of another one in place of its own."""

    highlight_id: str
    with_highlight_id: str


@dataclass(frozen=True, slots=True)
class UnshareClaim:
    """Give a highlight a copy of its own of the claim record that it shares."""

    highlight_id: str


ClaimCommand: TypeAlias = SetCue | SetEvidence | ShareClaim | UnshareClaim
