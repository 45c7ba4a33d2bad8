"""What became of each file that was to be added."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING

from annotator.core.records import Article

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.core.errors import AnnotatorError
    from annotator.service.arrivals import Arrival
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
    error: AnnotatorError | None = field(default=None, kw_only=True, compare=False)

    @property
    def facts(self) -> dict[str, object]:
        """What programs are told of it: the first four always, the rest where it says a thing."""
        always = ("file", "status", "id", "reason")
        row = {one.name: getattr(self, one.name) for one in fields(self) if one.name != "error"}
        return {name: value for name, value in row.items() if name in always or value}


def refusals(batch: Batch) -> list[FileReport]:
    """Report the files of a batch that could not be read."""
    return [_refused(one) for one in batch.arrivals if one.refused is not None]


def report_of(batch: Batch, changes: Changes, queries: Queries) -> list[FileReport]:
    """Tell what the change that added a batch made of each of its articles, in order."""
    fresh = {article.id for _, article in changes.of(Article) if article}
    return list(_reports(batch, queries, fresh))


def _reports(batch: Batch, queries: Queries, unclaimed: set[str]) -> Iterator[FileReport]:
    for arrival in batch.arrivals:
        if arrival.refused is not None:
            yield _refused(arrival)
        elif arrival.number is None:
            yield _told(arrival, LEFT_OUT, None)
        else:
            prepared = batch.article(arrival.number)
            article = queries.article_with_text(prepared.text_sha256)
            article_id = article.id if article else None
            status = ADDED if article_id in unclaimed else ALREADY_THERE
            unclaimed.discard(article_id or "")
            yield _told(arrival, status, article_id)


def _refused(arrival: Arrival) -> FileReport:
    return FileReport(
        str(arrival.path),
        REFUSED,
        reason=str(arrival.refused),
        place=arrival.place,
        error=arrival.refused,
    )


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
