"""One handler for each command: it asks and writes through the unit of work, and names the step."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from functools import singledispatch
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from annotator.core.finishings import ever_finished
from annotator.core.records import ClaimRecord, Highlight, Label, ReviewedMark
from annotator.core.request_errors import (
    EmptySpanError,
    NotFoundError,
    UnknownFieldError,
    UnknownLabelError,
    UnorderedSpansError,
)
from annotator.service import commands
from annotator.service.revising import revise_text
from annotator.service.watch import UNWATCHED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.core.records import Reviewer
    from annotator.core.span import Span
    from annotator.service.ports import Surroundings, UnitOfWork
    from annotator.service.watch import Watch

NEW = 0
CLAIM_FIELDS = tuple(
    field.name
    for field in fields(ClaimRecord)
    if field.name not in {"id", "created", "modified", "evidence"}
)


@dataclass(frozen=True, slots=True)
class Desk:
    """What a handler works with: one transaction, who asks, the surroundings, and who watches.

    Who works ``blind`` is told nothing of what others did in articles yet to be finished.
    """

    work: UnitOfWork
    reviewer: Reviewer
    surroundings: Surroundings
    watch: Watch = UNWATCHED
    blind: bool = False

    def highlight(self, highlight_id: str) -> Highlight:
        """Return a highlight that may be altered.

        Raises:
            NotFoundError: it is not there, or the reviewer may not see it yet.

        """
        found = self.work.highlight(highlight_id)
        if self.blind and found.reviewer_id != self.reviewer.id:
            article = self.work.article(found.article_id)
            if not ever_finished(article, self.reviewer.id):
                raise NotFoundError("highlight", highlight_id)
        return found


@singledispatch
def handle(command: object, desk: Desk) -> str:
    """Carry out a command inside the desk's unit of work and return the title of the step."""
    raise TypeError(command, desk)


@handle.register
def _(command: commands.Together, desk: Desk) -> str:
    for step in desk.watch.over(command.steps, len(command.steps)):
        handle(step, replace(desk, watch=UNWATCHED))
    return command.title


@handle.register
def _(command: commands.RemoveArticle, desk: Desk) -> str:
    article = desk.work.article(command.article_id)
    desk.work.remove(article)
    return f"Remove “{article.title}”"


@handle.register
def _(command: commands.AddHighlight, desk: Desk) -> str:
    label = _label(desk, command.label_key)
    _add_highlight(desk, command.article_id, spans=command.spans, label=label)
    return f"Tag as {label.name}"


@handle.register
def _(command: commands.ToggleHighlight, desk: Desk) -> str:
    label = _label(desk, command.label_key)
    same = desk.work.highlights_on(
        command.article_id, command.span, label_id=label.id, reviewer_id=desk.reviewer.id
    )
    if same:
        named = (one for one in same if one.id == command.highlight_id)
        remove_highlight(next(named, None) or max(same, key=lambda one: one.key), desk)
        return f"Remove {label.name}"
    _add_highlight(desk, command.article_id, spans=(command.span,), label=label)
    return f"Tag as {label.name}"


@handle.register
def _(command: commands.RemoveHighlights, desk: Desk) -> str:
    chosen = dict.fromkeys(command.highlight_ids)
    for highlight_id in desk.watch.over(chosen, len(chosen)):
        remove_highlight(desk.highlight(highlight_id), desk)
    number = len(set(command.highlight_ids))
    return "Remove highlight" if number == 1 else f"Remove {number} highlights"


@handle.register
def _(command: commands.MoveHighlight, desk: Desk) -> str:
    before = desk.highlight(command.highlight_id)
    refuse_bad_spans(command.spans)
    if before.spans != command.spans:
        article = desk.work.article(before.article_id)
        desk.work.put(
            replace(
                before,
                spans=command.spans,
                revision_id=article.revision_id,
                quote=desk.work.quote(article.id, command.spans),
                modified=desk.surroundings.now(),
                unplaced=None,
            )
        )
    return "Move highlight"


@handle.register
def _(command: commands.RelabelHighlight, desk: Desk) -> str:
    before = desk.highlight(command.highlight_id)
    label, guideline = _label(desk, command.label_key), desk.work.codebook.revision
    if (before.label_id, before.codebook_revision) != (label.id, guideline):
        desk.work.put(
            replace(
                before,
                label_id=label.id,
                codebook_revision=guideline,
                modified=desk.surroundings.now(),
            )
        )
    return f"Relabel as {label.name}"


@handle.register
def _(command: commands.ToggleReviewed, desk: Desk) -> str:
    missing = [span for span in command.spans if not _own_marks(desk, command.article_id, span)]
    if missing:
        for span in missing:
            _add_mark(desk, command.article_id, span)
        return "Mark as reviewed"
    for span in command.spans:
        for mark in _own_marks(desk, command.article_id, span):
            desk.work.remove(mark)
    return "Mark as not reviewed"


@handle.register
def _(command: commands.DescribeClaim, desk: Desk) -> str:
    unknown = [name for name, _ in command.fields if name not in CLAIM_FIELDS]
    if unknown:
        raise UnknownFieldError(unknown[0], known=CLAIM_FIELDS)
    describe(desk.highlight(command.highlight_id), desk, **dict(command.fields))
    return "Describe claim"


@handle.register
def _(command: commands.ReviseText, desk: Desk) -> str:
    return revise_text(command, desk)


@handle.register
def _(command: commands.KeepHighlights, desk: Desk) -> str:
    now, guideline = desk.surroundings.now(), desk.work.codebook.revision
    desk.work.put_all(
        replace(before, modified=now, codebook_revision=guideline)
        for before in desk.watch.over(
            desk.work.highlights_named(command.highlight_ids), len(command.highlight_ids)
        )
    )
    number = len(set(command.highlight_ids))
    return "Keep changed highlight" if number == 1 else f"Keep {number} changed highlights"


def describe(highlight: Highlight, desk: Desk, **values: Any) -> Highlight:  # noqa: ANN401 - a record's fields are of every type
    """Set fields of a highlight's claim record, making the record where there is none."""
    now = desk.surroundings.now()
    before = desk.work.claim(highlight.claim_id) if highlight.claim_id else None
    fresh = before or ClaimRecord(desk.surroundings.new_id(), created=now, modified=now)
    after = replace(fresh, **values)
    if before is None or after != before:
        desk.work.put(replace(after, modified=now))
    if before is None:
        highlight = replace(highlight, claim_id=after.id, modified=now)
        desk.work.put(highlight)
    return highlight


def remove_highlight(highlight: Highlight, desk: Desk) -> None:
    """Remove a highlight, and its claim record where no other one shares it."""
    desk.work.remove(highlight)
    drop_claim(highlight.claim_id, desk)


def drop_claim(claim_id: str | None, desk: Desk) -> None:
    """Remove a claim record that no highlight has any more."""
    if claim_id is not None and not desk.work.sharing(claim_id):
        desk.work.remove(desk.work.claim(claim_id))


def _label(desk: Desk, key: str) -> Label:
    codebook = desk.work.codebook
    label = codebook.label(key)
    if label is None or label.archived:
        known = tuple(label.key for label in codebook.labels if not label.archived)
        raise UnknownLabelError(key, known=known)
    return label


def refuse_bad_spans(spans: Sequence[Span]) -> None:
    """Refuse spans that a highlight cannot have: none, empty ones, or out of order."""
    if not spans:
        raise EmptySpanError(0)
    for span in spans:
        if span.start == span.end:
            raise EmptySpanError(span.start)
    for one, following in pairwise(spans):
        if following.start < one.end:
            raise UnorderedSpansError(one.start, following.start)


def _add_highlight(desk: Desk, article_id: str, *, spans: tuple[Span, ...], label: Label) -> None:
    refuse_bad_spans(spans)
    article = desk.work.article(article_id)
    now = desk.surroundings.now()
    desk.work.put(
        Highlight(
            key=NEW,
            id=desk.surroundings.new_id(),
            article_id=article.id,
            revision_id=article.revision_id,
            spans=spans,
            label_id=label.id,
            reviewer_id=desk.reviewer.id,
            quote=desk.work.quote(article.id, spans),
            codebook_revision=desk.work.codebook.revision,
            created=now,
            modified=now,
        ),
        fresh=True,
    )


def _own_marks(desk: Desk, article_id: str, span: Span) -> list[ReviewedMark]:
    marks = desk.work.marks_at(article_id, span.start, span.end)
    return [mark for mark in marks if mark.span == span and mark.reviewer_id == desk.reviewer.id]


def _add_mark(desk: Desk, article_id: str, span: Span) -> None:
    refuse_bad_spans((span,))
    article = desk.work.article(article_id)
    desk.work.quote(article_id, (span,))
    desk.work.put(
        ReviewedMark(
            key=NEW,
            id=desk.surroundings.new_id(),
            article_id=article.id,
            revision_id=article.revision_id,
            span=span,
            reviewer_id=desk.reviewer.id,
            created=desk.surroundings.now(),
        ),
        fresh=True,
    )
