"""One handler for each command on claim records."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.core.records import ClaimRecord
from annotator.core.request_errors import EmptySpanError
from annotator.service import claim_commands as commands
from annotator.service.handlers import Desk, describe, drop_claim, handle

if TYPE_CHECKING:
    from annotator.core.records import Highlight


@handle.register(commands.SetCue)
def _(command: commands.SetCue, desk: Desk) -> str:
    highlight, span = desk.highlight(command.highlight_id), command.span
    if span is None:
        if highlight.cue is not None:
            desk.work.put(replace(highlight, cue=None, modified=desk.surroundings.now()))
        if highlight.claim_id is not None:
            describe(highlight, desk, cue="")
        return "Remove attribution cue"
    if span.start == span.end:
        raise EmptySpanError(span.start)
    article = desk.work.article(highlight.article_id)
    words = desk.work.quote(article.id, (span,))
    highlight = describe(highlight, desk, cue=words)
    if highlight.cue != span:
        desk.work.put(replace(highlight, cue=span, modified=desk.surroundings.now()))
    return "Set attribution cue"


@handle.register(commands.SetEvidence)
def _(command: commands.SetEvidence, desk: Desk) -> str:
    describe(desk.highlight(command.highlight_id), desk, evidence=command.evidence)
    return "Describe evidence"


@handle.register(commands.ShareClaim)
def _(command: commands.ShareClaim, desk: Desk) -> str:
    highlight = desk.highlight(command.highlight_id)
    other = desk.highlight(command.with_highlight_id)
    if other.claim_id is None:
        # The one that is there, or a fresh one, is for both.
        highlight = describe(highlight, desk)
        _point(other, highlight.claim_id, desk)
    elif highlight.claim_id != other.claim_id:
        _point(highlight, other.claim_id, desk)
        drop_claim(highlight.claim_id, desk)
    return "Share claim record"


@handle.register(commands.UnshareClaim)
def _(command: commands.UnshareClaim, desk: Desk) -> str:
    highlight = desk.highlight(command.highlight_id)
    claim_id = highlight.claim_id
    if claim_id is not None and len(desk.work.sharing(claim_id)) > 1:
        own = replace(desk.work.claim(claim_id), id=desk.surroundings.new_id())
        assert isinstance(own, ClaimRecord)  # noqa: S101 - narrows what replace returns
        desk.work.put(own)
        _point(highlight, own.id, desk)
    return "Give a claim record of its own"


def _point(highlight: Highlight, claim_id: str | None, desk: Desk) -> None:
    desk.work.put(replace(highlight, claim_id=claim_id, modified=desk.surroundings.now()))
