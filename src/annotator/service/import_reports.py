"""What became of each file that was to be added."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING

from annotator.core.records import Article, Highlight
from annotator.core.revision_errors import TextHalfEditedError
from annotator.service.article_ports import Doubt
from annotator.service.pending_places import AMBIGUOUS, LOST
from annotator.service.taking_in import is_of_one_article

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.core.errors import AnnotatorError
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
MOST_ALIKE = 0.99
"""How much of one text another is told to have at most: with all of it, it would be the same."""


@dataclass(frozen=True, slots=True)
class FileReport:
    """What became of one article of a file: its status and id, or the reason of a refusal.

    ``place`` tells where in a file of several it stood. ``resembles`` is the id of an article
    that has nearly the same words, ``share`` how much of them, from 0 to 1.

    Of what was taken, ``doubts`` names what had to be guessed (as ``Doubt`` does, in small
    letters), with the encoding and the others that would do, and the reader's other
    ``variants`` where those may know its letters. Of an article with a newer text, ``ambiguous``
    and ``lost`` count the highlights that wait for a place since then; it was finished and is no
    more where ``reopened`` says so.
    ``shares_address`` tells that another article of its file names the same address, whose words
    are too different for this to be a copy of it.
    """

    file: str
    status: str
    id: str | None = None
    reason: str | None = None
    place: str = ""
    title: str = ""
    resembles: str | None = None
    share: float | None = None
    doubts: tuple[str, ...] = ()
    encoding: str = ""
    encodings: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()
    ambiguous: int = 0
    lost: int = 0
    shares_address: bool = False
    reopened: bool = False
    error: AnnotatorError | None = field(default=None, kw_only=True, compare=False)

    @property
    def facts(self) -> dict[str, object]:
        """What programs are told of it: the first six always, the rest where it says a thing."""
        always = ("file", "status", "id", "reason", "place", "title")
        row = {one.name: getattr(self, one.name) for one in fields(self) if one.name != "error"}
        return {name: value for name, value in row.items() if name in always or value}


def refusals(batch: Batch) -> list[FileReport]:
    """Report the files of a batch that could not be read."""
    return [_refused(one) for one in batch.arrivals if one.refused is not None]


def report_of(
    batch: Batch,
    changes: Changes,
    queries: Queries,
    *,
    copies: Mapping[int, str] | None = None,
) -> list[FileReport]:
    """Tell what the change that added a batch made of each of its articles, in order.

    ``copies`` has the ids of the articles whose newer copies arrivals were chosen to be, by place.
    """
    standing, copies = _Standing(changes, queries), copies or {}
    reports = [
        _copied(one, copies[place], changes) if place in copies else _report(one, batch, standing)
        for place, one in enumerate(batch.arrivals)
    ]
    return _with_waiting(_with_near(reports, batch), changes)


def _with_near(reports: list[FileReport], batch: Batch) -> list[FileReport]:
    """Tell of what was added that it has nearly the words of an article of the same batch."""
    ids = {one.number: told.id for one, told in zip(batch.arrivals, reports, strict=True)}
    return [
        replace(told, resembles=ids.get(one.near.number), share=_share(one.near.share))
        if one.near and told.status == ADDED and ids.get(one.near.number)
        else told
        for one, told in zip(batch.arrivals, reports, strict=True)
    ]


def _copied(arrival: Arrival, article_id: str, changes: Changes) -> FileReport:
    """Tell of an arrival that a person made the newer copy of an article."""
    went_on = any(
        before and after and after.id == article_id and before.revision_id != after.revision_id
        for before, after in changes.of(Article)
    )
    told = _told(arrival, REVISED if went_on else ALREADY_THERE, article_id)
    return replace(told, title=arrival.known.article.title) if arrival.known else told


def _report(arrival: Arrival, batch: Batch, standing: _Standing) -> FileReport:
    if arrival.refused is not None:
        return _refused(arrival)
    if arrival.number is None:
        return _told(arrival, LEFT_OUT, None)
    prepared = batch.article(arrival.number)
    article_id, status = standing.of(prepared.text_sha256, prepared.read.url)
    if article_id is not None:
        told = _told(arrival, status, article_id)
        told = replace(told, shares_address=standing.shares_address(prepared, status))
        return told if status == ALREADY_THERE else _with_doubts(told, arrival, prepared)
    return standing.kept_out(arrival, prepared)


def _with_doubts(report: FileReport, arrival: Arrival, prepared: PreparedArticle) -> FileReport:
    read = prepared.read
    guessed = Doubt.ENCODING in read.doubts
    return replace(
        report,
        doubts=tuple(one.name.lower() for one in read.doubts),
        encoding=read.source.encoding if guessed else "",
        encodings=read.encodings if guessed else (),
        variants=arrival.variants if Doubt.LETTERS in read.doubts else (),
    )


def _with_waiting(reports: list[FileReport], changes: Changes) -> list[FileReport]:
    """Count those that lost their places with the last text that their article got."""
    waiting = Counter(
        (after.article_id, after.unplaced.outcome)
        for before, after in changes.of(Highlight)
        if after is not None and after.unplaced is not None
        if before is None or before.unplaced is None
    )
    reopened = {
        after.id
        for before, after in changes.of(Article)
        if before is not None and after is not None and before.finished and not after.finished
    }
    last = {one.id: place for place, one in enumerate(reports) if one.id and one.status == REVISED}
    for article_id, place in last.items():
        reports[place] = replace(
            reports[place],
            ambiguous=waiting[article_id, AMBIGUOUS],
            lost=waiting[article_id, LOST],
            reopened=article_id in reopened,
        )
    return reports


class _Standing:
    """What a change made of texts, asked for in the order in which they came in."""

    def __init__(self, changes: Changes, queries: Queries) -> None:
        self._queries = queries
        self._before: dict[str, str | None] = {}
        for before, after in changes.of(Article):
            if after is not None:
                self._before[after.id] = before.revision_id if before is not None else None
        self._added = {one for one, before in self._before.items() if before is None}
        self._claimed: set[str] = set()
        self._addresses: set[tuple[str, str]] = set()

    def of(self, text_sha256: str, url: str) -> tuple[str | None, str]:
        """Return the article that has a text, or had it, and whether that is new in it."""
        queries = self._queries
        article = queries.article_with_text(text_sha256)
        article = article or self._gone_on(text_sha256, url)
        article = article or queries.article_with_revision(text_sha256)
        if article is None:
            return None, REFUSED
        if text_sha256 in self._claimed or article.id not in self._before:
            return article.id, ALREADY_THERE
        self._claimed.add(text_sha256)
        if article.id in self._added:
            # What came first made the article, the others followed it.
            self._added.remove(article.id)
            return article.id, ADDED
        return article.id, REVISED if self._is_new(article.id, text_sha256) else ALREADY_THERE

    def _gone_on(self, text_sha256: str, url: str) -> Article | None:
        """Return the article that got a text with this change, and another one after it."""
        known = self._queries.articles_at(url) if is_of_one_article(url) else ()
        touched = (one for one in known if one.id in self._before)
        return next((one for one in touched if self._is_new(one.id, text_sha256)), None)

    def _is_new(self, article_id: str, text_sha256: str) -> bool:
        known = self._queries.revisions(article_id)
        base = next((one.number for one in known if one.id == self._before[article_id]), 0)
        return any(one.text_sha256 == text_sha256 and one.number > base for one in known)

    def shares_address(self, prepared: PreparedArticle, status: str) -> bool:
        """Tell whether what came in was added though its file named its address before."""
        read = prepared.read
        named = (read.source.sha256, read.url)
        if not (read.place and is_of_one_article(read.url)):
            return False
        shares = status == ADDED and named in self._addresses
        self._addresses.add(named)
        return shares

    def kept_out(self, arrival: Arrival, prepared: PreparedArticle) -> FileReport:
        """Tell of a copy that was not taken, for the text at its address is being edited."""
        there = self._queries.articles_at(prepared.read.url)
        error = TextHalfEditedError(there[0].title) if there else None
        told = _told(arrival, REFUSED, there[0].id if there else None)
        return replace(told, reason=str(error) if error else None, error=error)


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
        share=_share(known.share) if known else None,
    )


def _share(share: float) -> float:
    return round(min(share, MOST_ALIKE), 3)
