"""Articles with highlights out of records, each of which holds a highlight or a list of them.

Records of one article that follow on each other become one item, cut where they are very many.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from annotator.core.errors import AnnotatorError
from annotator.core.exchange_errors import DamagedAnnotationsError
from annotator.core.foreign_values import Beside, ForeignArticle, ForeignHighlight
from annotator.core.seen_texts import SeenTexts
from annotator.formats.shared.cells import LONGEST_CELL, utf16_length
from annotator.formats.shared.claims import CLAIM_WORDS, evidence_of
from annotator.formats.shared.json_lines import checked_text
from annotator.formats.shared.record_columns import items_in
from annotator.formats.shared.record_faults import beside_of
from annotator.formats.shared.span_values import (
    BadSpanError,
    apart,
    highlights_in,
    position_of,
    span_of,
    words,
)
from annotator.formats.shared.table_rows import ORPHANED
from annotator.formats.shared.times import iso_time
from annotator.service.reading.values import names_in, plain
from annotator.service.remarks import Remark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from annotator.core.foreign_values import ForeignItem

MOST_AT_ONCE = 5_000
OURS = ("article_id", "text_sha256", "annotation_id")
"""The columns by which a table shows that this program wrote it."""
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
LOST = "lost"
_OUTCOMES = ("ambiguous", LOST)


class Record(NamedTuple):
    """One record: where it stands, and its values by column."""

    place: str
    values: Mapping[str, Any]


@dataclass(slots=True)
class _Parts:
    """The spans of one highlight, of which each may be a record of its own."""

    whole: ForeignHighlight
    parts: list[tuple[int, tuple[int, int] | None, str]] = field(default_factory=list)
    rows: list[tuple[int, Mapping[str, Any]]] = field(default_factory=list)

    def highlight(self) -> ForeignHighlight:
        if not self.parts:
            return self.whole
        ordered = sorted(self.parts, key=lambda one: one[0])
        spans = tuple(span for _, span, _ in ordered if span is not None)
        quotes = tuple(quote for _, _, quote in ordered)
        whole = replace(self.whole, spans=spans, quotes=quotes if any(quotes) else ())
        if not self.rows:
            return whole
        rows = [row for _, row in sorted(self.rows, key=lambda one: one[0])]
        return replace(whole, beside=beside_of(rows))


class RecordArticles:
    """Reads records whose columns are known by the fields that they hold."""

    def __init__(self, path: Path, columns: Mapping[str, str], *, ours: bool) -> None:
        self._path, self._columns, self._ours = path, columns, ours
        self._seen = SeenTexts()
        self._again: dict[str, int] = {}

    def items(self, records: Iterable[Record | AnnotatorError]) -> Iterator[ForeignItem]:
        """Yield the articles, and what is wrong in the records."""
        article: ForeignArticle | None = None
        found: dict[str, _Parts] = {}
        for record in records:
            if isinstance(record, AnnotatorError):
                yield record
                continue
            try:
                own = self._article(record)
                listed, errors = self._listed(record)
                parts = None if listed or errors else self._parts(record, own)
            except DamagedAnnotationsError as error:
                yield error
                continue
            yield from errors
            same = article is not None and replace(own, place=article.place) == article
            full = len(found) >= MOST_AT_ONCE and parts is not None and parts.whole.id not in found
            if article is not None and (not same or full or "highlights" in self._columns):
                yield _filled(article, found)
                article, found = None, {}
            article = article or own
            for number, one in enumerate(listed):
                found[f"{record.place} {number}"] = _Parts(one)
            if parts is not None:
                _add(found, parts, record.place)
        if article is not None:
            yield _filled(article, found)

    def _article(self, record: Record) -> ForeignArticle:
        values = record.values
        named = self._words(record, "article_id")
        digest = self._words(record, "text_sha256")
        known = bool(_UUID.fullmatch(named)) and bool(digest)
        text = checked_text(self._path, values.get(self._columns.get("text", "")), record.place)
        listing = "highlights" in self._columns
        own_id = named or (self._words(record, "id") if listing else "")
        return ForeignArticle(
            title=self._words(record, "title"),
            text=text,
            id="" if known else own_id,
            article_id=named if known else "",
            text_sha256=digest.lower(),
            url=self._words(record, "url"),
            publisher=self._extra(record, "publisher"),
            authors=names_in(items_in(values.get("authors"))) if self._ours else (),
            published=self._extra(record, "published"),
            language=self._extra(record, "language"),
            direction=self._extra(record, "direction"),
            place=record.place,
        )

    def _listed(
        self, record: Record
    ) -> tuple[list[ForeignHighlight], list[DamagedAnnotationsError]]:
        """Return the highlights of a record that has a list of them, and what is wrong there."""
        column = self._columns.get("highlights")
        if not column:
            return [], []
        items = items_in(record.values.get(column))
        good, bad = apart(highlights_in(items, self._path, record.place))
        reviewer = self._words(record, "reviewer")
        created, modified = self._time(record, "created"), self._time(record, "modified")
        return [
            replace(
                one,
                reviewer=one.reviewer or reviewer,
                created=one.created or created,
                modified=one.modified or modified,
            )
            for one in good
        ], bad

    def _parts(self, record: Record, article: ForeignArticle) -> _Parts | None:
        """Return the highlight that a record is; None for one that only tells an article."""
        if "highlights" in self._columns:
            return None
        outcome = self._extra(record, "outcome")
        try:
            span, quote = self._span(record), self._text_of(record, "quote")
            number = position_of(record.values["part"]) if self._extra(record, "part") else 1
            cue = self._cue(record)
        except BadSpanError as error:
            raise self._damaged(record, str(error)) from error
        if span is None and not quote:
            if article.text is not None and not self._words(record, "label"):
                return None
            raise self._damaged(record, "it has neither a place nor a quote")
        own_id = self._words(record, "id")
        whole = ForeignHighlight(
            (),
            self._words(record, "label"),
            prefix=self._text_of(record, "prefix"),
            suffix=self._text_of(record, "suffix"),
            id=own_id if self._ours else self._distinct(own_id),
            ours=bool(article.article_id and _UUID.fullmatch(own_id)),
            reviewer=self._words(record, "reviewer"),
            reviewer_id=self._extra(record, "reviewer_id"),
            created=self._time(record, "created"),
            modified=self._time(record, "modified"),
            claim=self._claim(record),
            cue=cue,
            unplaced=LOST if outcome == ORPHANED else outcome if outcome in _OUTCOMES else "",
            inexact=_is_cut(quote),
            place=record.place,
            label_name=self._extra(record, "label_name"),
            by_name=self._ours,
        )
        rows = [(number, record.values)] if self._ours else []
        return _Parts(whole, [(number, span, quote)], rows)

    def _span(self, record: Record) -> tuple[int, int] | None:
        start, end = self._raw(record, "start"), self._raw(record, "end")
        if not start and not end:
            return None
        if not end and "end" not in self._columns:
            return position_of(start), position_of(start) + len(self._text_of(record, "quote"))
        return span_of(start, end)

    def _cue(self, record: Record) -> tuple[int, int] | None:
        start, end = self._extra(record, "cue_start"), self._extra(record, "cue_end")
        return span_of(start, end) if start and end else None

    def _claim(self, record: Record) -> dict[str, Any]:
        claim: dict[str, Any] = {"note": self._text_of(record, "note")}
        if self._ours:
            claim["id"] = self._extra(record, "claim_id")
            filled = [name for name in CLAIM_WORDS if record.values.get(name)]
            claim |= {name: words(record.values[name]) for name in filled}
            claim["evidence"] = evidence_of(items_in(record.values.get("evidence")))
        return {name: value for name, value in claim.items() if value}

    def _distinct(self, own_id: str) -> str:
        """Return an id that no record before had: a highlight with two labels may be two rows."""
        if not own_id:
            return ""
        distinct, again = own_id, self._again.get(own_id, 1)
        while not self._seen.add(distinct):
            again += 1
            distinct = f"{own_id}/{again}"
        if again > 1:
            self._again[own_id] = again
        return distinct

    def _raw(self, record: Record, name: str) -> str:
        return plain(record.values.get(self._columns.get(name, ""))).strip()

    def _words(self, record: Record, name: str) -> str:
        return words(record.values.get(self._columns.get(name, ""))).strip()

    def _text_of(self, record: Record, name: str) -> str:
        return words(record.values.get(self._columns.get(name, "")))

    def _time(self, record: Record, name: str) -> str:
        return iso_time(self._raw(record, name))

    def _extra(self, record: Record, name: str) -> str:
        """Return what is in a column that only tables of this program are known to have."""
        return words(record.values.get(name)).strip() if self._ours else ""

    def _damaged(self, record: Record, reason: str) -> DamagedAnnotationsError:
        return DamagedAnnotationsError(self._path, place=record.place, reason=reason)


def _is_cut(quote: str) -> bool:
    """Tell whether a quote fills its cell to the end, so that the rest of it was left out."""
    return len(quote) * 2 >= LONGEST_CELL and utf16_length(quote) >= LONGEST_CELL


def _add(found: dict[str, _Parts], parts: _Parts, place: str) -> None:
    """Add a record's part to the others of its highlight; a second one of a number is its own."""
    key = parts.whole.id
    if not key or key not in found:
        found[key or place] = parts
    elif {one[0] for one in found[key].parts} & {one[0] for one in parts.parts}:
        again = Beside(faults=lambda: (Remark.ID_AGAIN.of(id=key),))
        found[place] = _Parts(replace(parts.whole, id="", ours=False, beside=again), parts.parts)
    else:
        found[key].parts += parts.parts
        found[key].rows += parts.rows


def _filled(article: ForeignArticle, found: Mapping[str, _Parts]) -> ForeignArticle:
    return replace(article, highlights=tuple(one.highlight() for one in found.values()))
