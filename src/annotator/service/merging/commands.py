"""The commands that write what was merged, and what was settled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.service.bundle.bundle import Bundle
    from annotator.service.merging.plan import MergePlan
    from annotator.team.settling import Choice


@dataclass(frozen=True, slots=True)
class TakeMerge:
    """Write what merging a bundle was planned to write; the bundle has to be open still.

    Raises ``MergeOutdatedError`` where the project went on since.
    """

    plan: MergePlan
    content: Bundle


@dataclass(frozen=True, slots=True)
class SettleConflicts:
    """Settle what is disputed of some objects, each named by its kind and id, by one choice.

    ``side`` says whose values theirs are, from 0. Where several sides stand against what is here
    it has to be named, or ``WhoseError`` is raised.
    """

    objects: tuple[tuple[str, str], ...]
    choice: Choice
    side: int | None = None
