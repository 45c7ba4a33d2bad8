"""What became of each file that was to be added."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from annotator.core.records import Revision
from annotator.core.revision_errors import TextHalfEditedError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.service.arrivals import Arrival
    from annotator.service.article_ports import PreparedArticle
    from annotator.service.changes import Changes
    from annotator.service.importing import Batch
    from annotator.service.ports import Queries

ADDED = "added"
REVISED = "revised"
ALREADY_THERE = "already there"
LEFT_OUT = "left out"
REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class FileReport:
    """What became of one article of a file: its status and id, or the reason of a refusal.

    ``place`` tells where in a file of several it stood. ``resembles`` is the id of an article
    that has nearly the same words, ``share`` how much of them, from 0 to 1.
    """

    file: str
    status: str
    id: str | None = None
    reason: str | None = None
    place: str = ""
    title: str = ""
    resembles: str | None = None
    share: float | None = None


def refusals(batch: Batch) -> list[FileReport]:
    """Report the files of a batch that could not be read."""
    return [_refused(one) for one in batch.arrivals if one.refused is not None]


def report_of(batch: Batch, changes: Changes, queries: Queries) -> list[FileReport]:
    """Tell what the change that added a batch made of each of its articles, in order."""
    fresh = {one.text_sha256: one for _, one in changes.of(Revision) if one}
    return list(_reports(batch, queries, fresh))


def _reports(
    batch: Batch, queries: Queries, unclaimed: dict[str, Revision]
) -> Iterator[FileReport]:
    for arrival in batch.arrivals:
        if arrival.refused is not None:
            yield _refused(arrival)
        elif arrival.number is None:
            yield _told(arrival, LEFT_OUT, None)
        else:
            prepared = batch.article(arrival.number)
            made = unclaimed.pop(prepared.text_sha256, None)
            if made is not None:
                status = ADDED if made.number == 1 else REVISED
                yield _told(arrival, status, made.article_id)
            else:
                yield _left(arrival, prepared, queries)


def _left(arrival: Arrival, prepared: PreparedArticle, queries: Queries) -> FileReport:
    """Tell why an article was neither added nor made the newer text of another."""
    sha256 = prepared.text_sha256
    article = queries.article_with_text(sha256) or queries.article_with_revision(sha256)
    if article is not None:
        return _told(arrival, ALREADY_THERE, article.id)
    there = queries.articles_at(prepared.read.url)
    reason = str(TextHalfEditedError(there[0].title)) if there else None
    return replace(_told(arrival, REFUSED, there[0].id if there else None), reason=reason)


def _refused(arrival: Arrival) -> FileReport:
    return FileReport(str(arrival.path), REFUSED, reason=str(arrival.refused), place=arrival.place)


def _told(arrival: Arrival, status: str, article_id: str | None) -> FileReport:
    known = arrival.known if status == ADDED else None
    return FileReport(
        str(arrival.path),
        status,
        id=article_id,
        place=arrival.place,
        title=arrival.title,
        resembles=known.article.id if known else None,
        share=round(known.share, 3) if known else None,
    )
