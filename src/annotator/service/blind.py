"""Working without looking at what others did, until one's own article is finished."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, Protocol

from annotator.core.finishings import ever_finished, own_finishing
from annotator.core.records import Article, ClaimRecord, Highlight, ReviewedMark
from annotator.core.request_errors import NotFoundError
from annotator.core.sentences import SentenceIndex

if TYPE_CHECKING:
    from annotator.core.records import Record
    from annotator.service.changes import Alteration, Changes, Progress
    from annotator.service.handlers import Desk
    from annotator.service.ports import Queries


# What a change is called that altered something hidden, wherever it is named.
HIDDEN_TITLE: Final = "What others did"


class Sight(Protocol):
    """What can be asked beside all that can be asked of a project; see ``BlindQueries``."""

    def hides(self, article_id: str) -> bool:
        """Tell whether others' highlights of an article are hidden."""
        ...

    def shows(self, record: Record) -> bool:
        """Tell whether a highlight, a mark or a claim record may be seen, gone ones as well."""
        ...

    def title_of(self, sequence: int) -> str | None:
        """Return what a change is called as far as that may be told; None where there is none."""
        ...

    def close(self) -> None:
        """Let go of the file."""
        ...


def seen_of(changes: Changes, sight: Sight, queries: Queries, reviewer_id: str) -> Changes:
    """Return what of a change may be told; ``reload`` is True where it brought more to sight."""
    placed = tuple(one for one in changes.alterations if _is_shown(one, sight))
    claims = {
        one.claim_id
        for each in placed
        for one in (each.before, each.after)
        if isinstance(one, Highlight)
    }
    kept = tuple(
        _as_seen(one, reviewer_id)
        for one in placed
        if not isinstance(one.record, ClaimRecord)
        or one.record.id in claims
        or sight.shows(one.record)
    )
    return replace(
        changes,
        title=sight.title_of(changes.sequence) or HIDDEN_TITLE,
        alterations=kept,
        progress=tuple(_figures(one, queries) for one in changes.progress),
        reload=changes.reload or any(_reveals(one, reviewer_id) for one in kept),
    )


def _is_shown(one: Alteration, sight: Sight) -> bool:
    record = one.record
    return not isinstance(record, Highlight | ReviewedMark) or sight.shows(record)


def _as_seen(one: Alteration, reviewer_id: str) -> Alteration:
    if not isinstance(one.record, Article):
        return one
    return replace(
        one,
        before=_own(one.before, reviewer_id),
        after=_own(one.after, reviewer_id),
    )


def _own(record: Record | None, reviewer_id: str) -> Record | None:
    """Return an article as it is where others' finishing is nothing to go by."""
    if not isinstance(record, Article):
        return record
    at = own_finishing(record, reviewer_id)
    return replace(record, finished=at, finished_by=reviewer_id if at else None)


def _reveals(one: Alteration, reviewer_id: str) -> bool:
    if not isinstance(one.record, Article):
        return False
    sides = (one.before, one.after)
    seen = {isinstance(each, Article) and ever_finished(each, reviewer_id) for each in sides}
    return len(seen) > 1


def _figures(one: Progress, queries: Queries) -> Progress:
    try:
        return queries.progress_in(one.article_id)
    except NotFoundError:
        return replace(one, reviewed=0, highlights=0)  # it went into the trash


def unreviewed_by_me(article: Article, desk: Desk) -> int:
    """Count the sentences of an article that the reviewer did not review, others or not."""
    revision = desk.work.revision(article.revision_id)
    sentences = SentenceIndex.from_boundaries(revision.text, revision.sentence_ends)
    placed = desk.work.placed_in(article.id, [range(len(revision.sentence_ends))])
    own = [one for one in placed if one.reviewer_id == desk.reviewer.id]
    spans = (
        span
        for one in own
        for span in ((one.span,) if isinstance(one, ReviewedMark) else one.spans)
        if len(span)
    )
    return len(sentences) - len({number for span in spans for number in sentences.covering(span)})
