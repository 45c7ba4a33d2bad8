"""The command that takes in annotations as they were planned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.service.incoming import Plan


@dataclass(frozen=True, slots=True)
class TakeAnnotations:
    """Write what an import was planned to write: labels, reviewers, articles, highlights."""

    plan: Plan
