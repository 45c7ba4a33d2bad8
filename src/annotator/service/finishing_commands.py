"""Commands that say of an article that it is done with; ``finishing_handlers`` carries them out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from annotator.service.commands import Command


@dataclass(frozen=True, slots=True)
class FinishArticle:
    """Mark an article as finished by the reviewer who works here, whether others did or not.

    Where sentences are not reviewed, ``UnreviewedSentencesError`` is raised unless that is
    accepted.
    """

    article_id: str
    accept_unreviewed: bool = field(default=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class ReopenArticle:
    """Take back that the reviewer who works here finished an article.

    Where others finished it, it stays finished by them; where only others did,
    ``FinishedByOthersError`` is raised.
    """

    article_id: str


@dataclass(frozen=True, slots=True)
class KeepWhole:
    """A step after which an article is finished no more if it leaves more sentences unreviewed."""

    step: Command
    article_id: str


FinishingCommand: TypeAlias = FinishArticle | ReopenArticle | KeepWhole
