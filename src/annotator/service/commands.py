"""The commands of a project: data only; ``handlers`` holds one function for each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from annotator.service.annotation_commands import TakeAnnotations
from annotator.service.bulk_commands import TagSpans
from annotator.service.claim_commands import ClaimCommand
from annotator.service.codebook_commands import CodebookCommand
from annotator.service.finishing_commands import FinishingCommand
from annotator.service.merging.commands import SettleConflicts, TakeMerge
from annotator.service.original_commands import KeepOriginals
from annotator.service.revision_commands import RevisionCommand
from annotator.service.sentence_commands import CorrectSentences

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.core.editable_sentences import Hunk
    from annotator.core.records import Revision
    from annotator.core.replacement import Replacement
    from annotator.core.span import Span
    from annotator.service.article_ports import PreparedArticle
    from annotator.service.original_commands import Originals


@dataclass(frozen=True, slots=True)
class AddArticles:
    """Add prepared articles; those whose text is already there are left out.

    ``originals`` are the files to be kept, where a revision was read from them.
    """

    articles: Iterable[PreparedArticle]
    originals: Originals = tuple


@dataclass(frozen=True, slots=True)
class RemoveArticle:
    """Put an article with all it bears into the trash."""

    article_id: str


@dataclass(frozen=True, slots=True)
class AddHighlight:
    """Tag spans of an article with a label, given by its key; always adds one."""

    article_id: str
    spans: tuple[Span, ...]
    label_key: str


@dataclass(frozen=True, slots=True)
class ToggleHighlight:
    """Tag a span with a label, or take away one's own highlight of just that span and label.

    Of several alike, such as merging labels leaves, one goes: the one named, else the newest.
    """

    article_id: str
    span: Span
    label_key: str
    highlight_id: str | None = None


@dataclass(frozen=True, slots=True)
class RemoveHighlights:
    """Remove highlights by their ids."""

    highlight_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MoveHighlight:
    """Give a highlight other spans."""

    highlight_id: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class RelabelHighlight:
    """Give a highlight another label."""

    highlight_id: str
    label_key: str


@dataclass(frozen=True, slots=True)
class ToggleReviewed:
    """Mark spans as reviewed without a label, or take the marks away where all of them bear one."""

    article_id: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Together:
    """Several commands as one step, told by one title."""

    title: str
    steps: tuple[Command, ...]


@dataclass(frozen=True, slots=True)
class DescribeClaim:
    """Set fields of a highlight's claim record, making the record where there is none."""

    highlight_id: str
    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ReviseText:
    """Give an article another text; its highlights and marks follow the edits that led to it.

    ``edits`` lead from the text of the base revision to that of ``revision``, whose number is
    given when it is kept; ``hunks`` tell which paragraphs they touched.
    """

    revision: Revision
    base_revision_id: str
    edits: tuple[Replacement, ...]
    hunks: tuple[Hunk, ...]


@dataclass(frozen=True, slots=True)
class KeepHighlights:
    """Say of highlights, by their ids, that they still hold although their words changed."""

    highlight_ids: tuple[str, ...]


Command: TypeAlias = (
    AddArticles
    | RemoveArticle
    | AddHighlight
    | ToggleHighlight
    | RemoveHighlights
    | MoveHighlight
    | RelabelHighlight
    | ToggleReviewed
    | DescribeClaim
    | Together
    | ReviseText
    | KeepHighlights
    | KeepOriginals
    | TagSpans
    | ClaimCommand
    | CodebookCommand
    | FinishingCommand
    | RevisionCommand
    | CorrectSentences
    | TakeAnnotations
    | TakeMerge
    | SettleConflicts
)
