"""Reading JSON Lines of highlights: those of this program, and others by what their keys hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from annotator.core.errors import AnnotatorError
from annotator.core.exchange_errors import DamagedAnnotationsError
from annotator.core.foreign_values import (
    Beside,
    ForeignArticle,
    ForeignFile,
    ForeignHighlight,
    ForeignReviewer,
    Reading,
    Unit,
)
from annotator.formats.shared.claims import claim_of
from annotator.formats.shared.json_lines import Found, checked_text, objects_in, sample_of
from annotator.formats.shared.jsonl_faults import KnownSentences, article_line_faults, line_faults
from annotator.formats.shared.known_keys import (
    OF_LABEL,
    OF_PROJECT,
    OF_REVIEWER,
    misspelled,
)
from annotator.formats.shared.label_data import whole_label
from annotator.formats.shared.record_articles import LOST, MOST_AT_ONCE, Record, RecordArticles
from annotator.formats.shared.record_columns import (
    LOOKED_AT,
    columns_of,
    guessed_columns,
    is_enough,
    shown_columns,
)
from annotator.formats.shared.span_values import (
    BadSpanError,
    position_of,
    span_of,
    texts_of,
    words,
)
from annotator.formats.shared.times import iso_time
from annotator.service.reading.values import flat, names_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from annotator.core.foreign_values import ForeignItem
    from annotator.service.column_mappings import Column
    from annotator.service.exchange_ports import ExchangeOptions

GENERATOR = "Fact Annotator"
_OF_HIGHLIGHT = {"article_id", "text_sha256", "start", "end", "quote", "label"}
# What only lines of programs have that are formats of their own.
_OF_OTHERS = {
    "answer", "_input_hash", "_task_hash", "_view_id", "tokens", "Comments", "offset_unit",
    "annotations", "data", "fields", "completions", "predictions", "lead_time", "completed_by",
    "content", "metadata", "@context", "target", "selector", "cats", "relations",
}  # fmt: skip
_NOT_THERE = object()
_KEYS = {"project": OF_PROJECT, "label": OF_LABEL, "reviewer": OF_REVIEWER}
_ABOVE = tuple(_KEYS)
_UNITS = (
    (Unit.UTF16, "start_utf16", "end_utf16"),
    (Unit.UTF8, "start_utf8", "end_utf8"),
)


def fits_project(first: Mapping[str, Any]) -> bool:
    """Tell by a first object whether the lines are those of a whole project."""
    return first.get("type") == "project" and first.get("generator") == GENERATOR


def fits_lines(first: Mapping[str, Any]) -> bool:
    """Tell by a first object whether lines are ours, or have highlights in no other's way."""
    if first.get("type") == "project":
        return False
    if _is_ours(first):
        return True
    if not first or first.keys() & _OF_OTHERS:
        return False
    values = flat(first)
    found = guessed_columns(tuple(values), [values])
    if "highlights" in found:
        items = first.get(found["highlights"])
        plain = not (isinstance(items, list) and items and _is_doccano(items[0]))
        return plain and found["highlights"] not in {"label", "labels"} and "text" in found
    return is_enough(found)


def read_lines(path: Path, options: ExchangeOptions, *, tool: str) -> ForeignFile:
    """Return what a file of JSON Lines holds, whoever wrote it.

    Raises:
        AnnotatorError: it cannot be read, or does not show where its highlights are.

    """
    sample = sample_of(path, options, LOOKED_AT)
    if any(map(_is_ours, sample)) or not sample:
        return our_lines(path, lambda: objects_in(path, options), tool=tool)
    records = [flat(one) for one in sample]
    header = tuple(dict.fromkeys(name for one in records for name in one))
    columns = columns_of(path, header, records, options.mapping)

    def items() -> Iterator[ForeignItem]:
        yield from RecordArticles(path, columns, ours=False).items(_records(path, options))

    return ForeignFile(tool, items)


def line_columns(path: Path, options: ExchangeOptions) -> tuple[Column, ...]:
    """Return the keys of lines with their first values; none where they are of this program.

    Raises:
        AnnotatorError: it cannot be read at all.

    """
    sample = sample_of(path, options, LOOKED_AT)
    if any(map(_is_ours, sample)):
        return ()
    records = [flat(one) for one in sample]
    return shown_columns(tuple(dict.fromkeys(name for one in records for name in one)), records)


def _records(path: Path, options: ExchangeOptions) -> Iterator[Record | AnnotatorError]:
    for one in objects_in(path, options):
        yield Record(one.place, flat(one.values)) if isinstance(one, Found) else one


def _is_ours(values: Mapping[str, Any]) -> bool:
    if values.get("generator") == GENERATOR and values.get("type") == "project":
        return True
    return values.keys() >= _OF_HIGHLIGHT


def _is_doccano(item: object) -> bool:
    return isinstance(item, Mapping) and "start_offset" in item


def our_lines(
    path: Path, objects: Callable[[], Iterator[Found | AnnotatorError]], *, tool: str
) -> ForeignFile:
    """Return what this program's lines hold, wherever in a file they stand."""
    above = _above(objects())
    project = next((one for _, one in above if one.get("type") == "project"), {})
    labels = tuple(
        whole_label(one.values, color="color_light", parent="parent_id", place=one.place)
        for one in above
        if one.values.get("type") == "label"
    )
    reviewers = tuple(
        ForeignReviewer(words(one.get("name")), words(one.get("id")))
        for _, one in above
        if one.get("type") == "reviewer"
    )

    def items() -> Iterator[ForeignItem]:
        yield from _Lines(path).items(objects())

    def faults() -> Iterator[tuple[str, str]]:
        for one in above:
            known = _KEYS.get(words(one.values.get("type")), OF_LABEL)
            yield from ((one.place, fault) for fault in misspelled(one.values, known))

    return ForeignFile(
        tool,
        items,
        words(project.get("id")),
        Reading(),
        settled=True,
        labels=labels,
        reviewers=reviewers,
        whole=fits_project(project),
        guideline=words(project.get("guideline")),
        faults=faults,
        verdicts=texts_of(project.get("verdicts")),
    )


def _above(objects: Iterable[Found | AnnotatorError]) -> Sequence[Found]:
    """Return the lines that come before the articles."""
    found = (one for one in objects if isinstance(one, Found))
    return list(takewhile(lambda one: one.values.get("type") in _ABOVE, found))


class _Lines:
    """Goes through the lines of this program, article by article."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._sentences: KnownSentences | None = None

    def items(self, objects: Iterable[Found | AnnotatorError]) -> Iterator[ForeignItem]:
        article: ForeignArticle | None = None
        found: list[ForeignHighlight] = []
        told = False
        for one in objects:
            if isinstance(one, AnnotatorError):
                yield one
                continue
            kind = one.values.get("type", "highlight")
            if kind in _ABOVE:
                continue
            try:
                own = self._article(one) if kind == "article" else self._of_highlight(one, article)
                highlight = self._highlight(one) if kind == "highlight" else None
            except DamagedAnnotationsError as error:
                yield error
                continue
            if article is not None and (own is not article or len(found) >= MOST_AT_ONCE):
                if found or not told:
                    yield replace(article, highlights=tuple(found))
                found, told = [], own is article
            article = own
            if highlight is not None:
                found.append(highlight)
        if article is not None and (found or not told):
            yield replace(article, highlights=tuple(found))

    def _article(self, one: Found) -> ForeignArticle:
        values = one.values
        text = checked_text(self._path, values.get("text"), one.place)
        self._sentences = KnownSentences(text or "", values.get("sentence_ends"))
        return ForeignArticle(
            title=words(values.get("title")),
            text=text,
            article_id=words(values.get("id")),
            text_sha256=words(values.get("text_sha256")),
            url=words(values.get("url")),
            publisher=words(values.get("publisher")),
            authors=names_in(values.get("authors") or ()),
            published=words(values.get("published")),
            language=words(values.get("language")),
            direction=words(values.get("direction")),
            place=one.place,
            faults=partial(article_line_faults, values, self._sentences),
        )

    def _of_highlight(self, one: Found, article: ForeignArticle | None) -> ForeignArticle:
        """Return the article of a highlight: that above it, or what the line itself tells."""
        values = one.values
        named = words(values.get("article_id"))
        if one.values.get("type", "highlight") != "highlight":
            reason = "it is of a type that this program does not know"
            raise DamagedAnnotationsError(self._path, place=one.place, reason=reason)
        if article is not None and named in {"", article.article_id}:
            return article
        return ForeignArticle(
            title=words(values.get("title")),
            article_id=named,
            text_sha256=words(values.get("text_sha256")),
            place=one.place,
        )

    def _highlight(self, one: Found) -> ForeignHighlight:
        try:
            found = _highlight(one.values, one.place)
        except BadSpanError as error:
            raise DamagedAnnotationsError(self._path, place=one.place, reason=str(error)) from error
        beside = _beside(one.values, partial(line_faults, one.values, found.spans, self._sentences))
        return replace(found, beside=beside)


def _highlight(values: Mapping[str, Any], place: str) -> ForeignHighlight:
    unplaced, lost = values.get("unplaced"), values.get("lost_quote")
    waits = unplaced if isinstance(unplaced, Mapping) else {}
    around = words(values.get("prefix")), words(values.get("suffix"))
    whole = ForeignHighlight(
        _spans(values),
        words(values.get("label")),
        quotes=_quotes(values) if lost is None else (words(lost),),
        prefix=words(waits.get("prefix")) if "prefix" in waits else around[0],
        suffix=words(waits.get("suffix")) if "suffix" in waits else around[1],
        id=words(values.get("id")),
        ours=True,
        reviewer=words(values.get("reviewer")),
        reviewer_id=words(values.get("reviewer_id")),
        created=iso_time(values.get("created")),
        modified=iso_time(values.get("modified")),
        claim=claim_of(values.get("claim")),
        unplaced=words(waits.get("outcome")) or ("" if lost is None else LOST),
        place=place,
        by_name=True,
    )
    cue = values.get("cue")
    return replace(whole, cue=_pair(cue)) if cue is not None else whole


def _beside(values: Mapping[str, Any], faults: Callable[[], Iterator[str]]) -> Beside:
    get = values.get
    units = {}
    for unit, start, end in _UNITS:
        told = get(start, _NOT_THERE), get(end, _NOT_THERE)
        if told != (_NOT_THERE, _NOT_THERE):
            units[unit] = _number(told[0]), _number(told[1])
    apart = bool(get("spans")) or get("lost_quote") is not None
    hull = (get("start"), get("end")) if apart else (None, None)
    return Beside(
        units,
        None if hull == (None, None) else (_number(hull[0]), _number(hull[1])),
        words(values["quote"]) if apart and "quote" in values else None,
        prefix=words(get("prefix")),
        suffix=words(get("suffix")),
        label_id=words(get("label_id")),
        text_sha256=words(get("text_sha256")),
        title=words(values["title"]) if "title" in values else None,
        faults=faults,
    )


def _number(value: object) -> int | None:
    try:
        return position_of(value)
    except BadSpanError:
        return None


def _spans(values: Mapping[str, Any]) -> tuple[tuple[int, int], ...]:
    several = values.get("spans")
    if isinstance(several, list) and several:
        return tuple(map(_pair, several))
    return (span_of(values.get("start"), values.get("end")),)


def _quotes(values: Mapping[str, Any]) -> tuple[str, ...]:
    several = values.get("quotes")
    if isinstance(several, list):
        return tuple(map(words, several))
    # The words of the hull are not those of several spans.
    return () if values.get("spans") else (words(values.get("quote")),)


def _pair(value: object) -> tuple[int, int]:
    if not isinstance(value, list) or len(value) != 2:  # noqa: PLR2004 - a start and an end
        raise BadSpanError("a span is no pair of positions")
    return span_of(*value)
