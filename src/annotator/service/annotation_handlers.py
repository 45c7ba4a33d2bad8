"""Taking in annotations as they were planned, in one transaction."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.core.exchange_errors import PlanOutdatedError
from annotator.core.records import Highlight, Origin
from annotator.service import annotation_commands as commands
from annotator.service.adding_handlers import new_article
from annotator.service.handlers import NEW, Desk, handle
from annotator.service.incoming_claims import claim_record, same_claim

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.core.records import ClaimRecord
    from annotator.service.incoming import IncomingArticle, IncomingHighlight, Plan


@handle.register(commands.TakeAnnotations)
def _(command: commands.TakeAnnotations, desk: Desk) -> str:
    plan = command.plan
    for reviewer in plan.report.reviewers:
        desk.work.put_reviewer(reviewer)
    for label in plan.report.labels:
        desk.work.put(label)
    _add(plan, desk)
    _change(plan, desk)
    return f"Import annotations from {plan.report.tool}"


def _add(plan: Plan, desk: Desk) -> None:
    """Add the articles that are new, then the highlights that are."""
    for article in desk.watch.over(plan, len(plan)):
        if article.prepared is not None:
            made = new_article(article.prepared, desk, article_id=article.article_id)
            desk.work.add_new([made])
        else:
            _require_text(article, desk)
        desk.work.add_highlights(_fresh(article, plan.tool, desk))


def _require_text(article: IncomingArticle, desk: Desk) -> None:
    """Refuse to write into another text than that for which places were planned."""
    present = desk.work.article(article.article_id)
    if desk.work.revision(present.revision_id).text_sha256 != article.text_sha256:
        raise PlanOutdatedError(present.title)


def _fresh(
    article: IncomingArticle, tool: str, desk: Desk
) -> Iterator[tuple[Highlight, ClaimRecord | None]]:
    revision_id = desk.work.article(article.article_id).revision_id
    # Asking for it reads every label.
    codebook_revision = desk.work.codebook.revision
    for one in article.highlights:
        if not one.change:
            claim = claim_record(one.claim, before=None, now=one.modified)
            made = Highlight(
                key=NEW,
                id=one.id,
                article_id=article.article_id,
                revision_id=revision_id,
                spans=one.spans,
                label_id=one.label_id,
                reviewer_id=one.reviewer_id,
                quote=one.quote,
                codebook_revision=codebook_revision,
                created=one.created,
                modified=one.modified,
                claim_id=claim.id if claim else None,
                cue=one.cue,
                unplaced=one.unplaced,
                origin=_origin(one, tool),
            )
            yield made, claim


def _origin(one: IncomingHighlight, tool: str) -> Origin:
    return Origin(tool, one.native_id, one.digest, one.modified)


def _change(plan: Plan, desk: Desk) -> None:
    for article in plan.changing():
        changed = {one.id: one for one in article.highlights if one.change}
        if changed:
            revision_id = desk.work.article(article.article_id).revision_id
            codebook_revision = desk.work.codebook.revision
            before = list(desk.work.highlights_named(changed))
            desk.work.put_all(
                replace(
                    _altered(one, changed[one.id], plan.tool, desk),
                    revision_id=revision_id,
                    codebook_revision=codebook_revision,
                )
                for one in before
            )


def _altered(before: Highlight, one: IncomingHighlight, tool: str, desk: Desk) -> Highlight:
    """Return a highlight as the file has it; its claim record is put as the file has that."""
    known = desk.work.claim(before.claim_id) if before.claim_id else None
    claim = claim_record(one.claim, before=known, now=one.modified)
    if claim is not None and not (known and same_claim(one.claim, known)):
        desk.work.put(claim)
    return replace(
        before,
        spans=one.spans,
        label_id=one.label_id,
        reviewer_id=one.reviewer_id,
        quote=one.quote,
        modified=one.modified,
        claim_id=claim.id if claim else None,
        cue=one.cue if one.cue is not None else before.cue,
        unplaced=one.unplaced,
        origin=_origin(one, tool),
    )
