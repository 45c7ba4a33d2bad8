"""The command that corrects sentences; ``sentence_repair`` makes it of an open article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.service.commands import ReviseText


@dataclass(frozen=True, slots=True)
class CorrectSentences:
    """Give an article a revision of the same text that ends its sentences elsewhere."""

    revise: ReviseText
    title: str
