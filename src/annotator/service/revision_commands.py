"""Commands on newer texts of articles and on highlights that lost their places in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from annotator.core.span import Span
    from annotator.service.article_ports import PreparedArticle
    from annotator.service.original_commands import Originals
    from annotator.service.revision_plan import RevisionPlan


@dataclass(frozen=True, slots=True)
class ReviseArticle:
    """Give an article the text of a newer copy; what lies on it moves as was planned.

    What others altered since the plan was made is planned anew. ``originals`` are the files to
    be kept, where a revision was read from them.
    """

    plan: RevisionPlan
    originals: Originals = tuple


@dataclass(frozen=True, slots=True)
class TakeCopy:
    """Give an article the text of a newer copy, compared with the present one as it is written."""

    article_id: str
    prepared: PreparedArticle


@dataclass(frozen=True, slots=True)
class SettlePlace:
    """Give a highlight that waits for its place these spans."""

    highlight_id: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class DropUnplaced:
    """Remove highlights that wait for their places, by their ids."""

    highlight_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KeepUnplaced:
    """Say of highlights that wait, by their ids, that they have no place: their quotes stay."""

    highlight_ids: tuple[str, ...]


RevisionCommand: TypeAlias = ReviseArticle | TakeCopy | SettlePlace | DropUnplaced | KeepUnplaced
