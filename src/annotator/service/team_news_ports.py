"""What a window tells of a team at a glance: what was sent last, and how much is disputed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from annotator.core.records import Timestamp


@dataclass(frozen=True, slots=True)
class SentBundle:
    """A bundle that was made: its id, what it held as its scope is called, and when that was."""

    bundle_id: str
    kind: str
    at: Timestamp
    sequence: int


class TeamNewsQueries(Protocol):
    """What can be asked of a project at any time, since it costs next to nothing."""

    def newest_sent(self) -> SentBundle | None:
        """Return the last bundle that changes can be sent since; None where there is none."""
        ...

    def conflict_count(self) -> int:
        """Count the objects of which something waits to be settled; costs those alone."""
        ...
