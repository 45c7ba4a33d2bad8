"""Reading Web Annotations (JSON-LD): one, several, pages and collections of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from annotator.core.errors import AnnotatorError
from annotator.core.exchange_errors import DamagedAnnotationsError
from annotator.core.foreign_values import Beside, ForeignArticle, ForeignHighlight
from annotator.formats.shared.claims import claim_of
from annotator.formats.shared.html_lines import HtmlLines
from annotator.formats.shared.json_lines import Found, objects_in
from annotator.formats.shared.left_out import left_out
from annotator.formats.shared.span_values import BadSpanError, span_of, words
from annotator.formats.shared.times import iso_time
from annotator.formats.shared.web_faults import annotation_faults
from annotator.formats.shared.web_selectors import ELSEWHERE, WHOLE, Segment, segment_of, type_of
from annotator.service.reading.json_values import Number
from annotator.service.reading.values import names_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.core.foreign_values import ForeignItem
    from annotator.service.exchange_ports import ExchangeOptions

CONTEXT = "anno.jsonld"
URN = "urn:uuid:"
_UUID = re.compile(r"urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_PAGE, _COLLECTION = "AnnotationPage", "AnnotationCollection"
_TOGETHER, _APART = frozenset(("Composite", "List")), frozenset(("Independents",))
_LABELING = frozenset(("tagging", "classifying", "identifying"))
_NEXT = re.compile(rb'"next"\s*:\s*"')
_HEAD = 4096
_ELSEWHERE = "pages that are elsewhere"
_MOST_AT_ONCE = 5_000


class _Target(NamedTuple):
    """What an annotation is about: a source, and the stretches of it that belong together."""

    source: str
    told: Mapping[str, Any]
    segments: list[Segment]


def is_annotation(value: Mapping[str, Any]) -> bool:
    """Tell whether an object is an annotation, or a page or a collection of some."""
    kind = type_of(value)
    if kind in {_PAGE, _COLLECTION}:
        return True
    said = CONTEXT in str(value.get("@context", ""))
    return (said or kind == "Annotation") and "target" in value


def is_ours(value: Mapping[str, Any]) -> bool:
    """Tell whether an annotation names a text of this program."""
    target = value.get("target")
    return isinstance(target, dict) and bool(_article_id(target))


class AnnotationReader:
    """Reads the annotations of one file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._left: Counter[str] = Counter()

    def items(self, options: ExchangeOptions) -> Iterator[ForeignItem]:
        """Yield the highlights by article as they follow on each other, and what is none."""
        article: ForeignArticle | None = None
        found: list[ForeignHighlight] = []
        for one in self._annotations(options):
            if isinstance(one, AnnotatorError):
                yield one
                continue
            try:
                told = list(self._highlights(one))
            except BadSpanError as error:
                yield DamagedAnnotationsError(self._path, place=one.place, reason=str(error))
                continue
            for own, highlight in told:
                if article is not None and (own != article or len(found) >= _MOST_AT_ONCE):
                    yield replace(article, highlights=tuple(found))
                    found = []
                article = own
                found.append(highlight)
        if article is not None and found:
            yield replace(article, highlights=tuple(found))
        if not self._left[_ELSEWHERE]:
            with self._path.open("rb") as file:
                self._left[_ELSEWHERE] += bool(_NEXT.search(file.read(_HEAD)))
        for what, count in self._left.items():
            if count:
                yield left_out(self._path, what, count)

    def _annotations(self, options: ExchangeOptions) -> Iterator[Found | AnnotatorError]:
        for one in objects_in(self._path, options):
            if isinstance(one, AnnotatorError):
                yield one
            else:
                yield from self._inside(one)

    def _inside(self, one: Found) -> Iterator[Found | AnnotatorError]:
        """Yield an annotation, or those in a page or a collection."""
        kind = type_of(one.values)
        if kind not in {_PAGE, _COLLECTION}:
            yield one
            return
        page = one.values.get("first", one.values)
        number = 0
        while isinstance(page, dict):
            items = page.get("items")
            for item in items if isinstance(items, list) else []:
                number += 1
                place = f"{one.place}, annotation {number}"
                if isinstance(item, dict):
                    yield Found(place, item)
                else:
                    reason = "it is no annotation but a name of one"
                    yield DamagedAnnotationsError(self._path, place=place, reason=reason)
            page = page.get("next")
        self._left[_ELSEWHERE] += bool(page)

    def _highlights(self, one: Found) -> Iterator[tuple[ForeignArticle, ForeignHighlight]]:
        """Yield the highlights that an annotation is: for each target and each of its labels.

        Raises:
            BadSpanError: it has no target, or a position in it is none.

        """
        values = one.values
        labels, note = _said(values)
        own_id = words(values.get("id", values.get("@id")))
        number = 0
        for target in _targets(values.get("target")):
            other = next((each.other for each in target.segments if not each.is_text), "")
            if other or not target.segments:
                self._left[f"annotations of {other or WHOLE}"] += 1
                continue
            article = _article(target)
            ours = bool(article.article_id and _UUID.fullmatch(own_id))
            whole = _highlight(values, target, ours=ours, note=note)
            for label in labels or [""]:
                number += 1
                again = own_id.removeprefix(URN) if ours else own_id
                if own_id and number > 1:
                    again, ours = f"{again}#{number}", False
                yield article, replace(whole, id=again, ours=ours, label=label, place=one.place)


def _article(target: _Target) -> ForeignArticle:
    source, told = target.source, target.told
    article_id = _article_id(told)
    ours = told if article_id else {}
    return ForeignArticle(
        title=words(told.get("x:title")),
        id=source,
        article_id=article_id,
        text_sha256=words(told.get("x:textSha256")),
        url="" if source.startswith("urn:") else source.partition("#")[0],
        publisher=words(ours.get("x:publisher")),
        authors=names_in(ours.get("x:authors") or ()),
        published=words(ours.get("x:published")),
        language=words(ours.get("x:language")),
        direction=words(ours.get("x:direction")),
    )


def _article_id(told: Mapping[str, Any]) -> str:
    named = words(told.get("x:articleId"))
    known = _UUID.fullmatch(named) and told.get("x:textSha256")
    return named.removeprefix(URN) if known else ""


def _highlight(
    values: Mapping[str, Any], target: _Target, *, ours: bool, note: str
) -> ForeignHighlight:
    first, last = target.segments[0], target.segments[-1]
    spans = tuple(one.span for one in target.segments if one.span is not None)
    quotes = tuple(one.quote for one in target.segments)
    if len(spans) < len(quotes) and not all(quotes):
        raise BadSpanError("some of its parts have only a place, others only words")
    name, native = _person(values.get("creator"))
    claim = claim_of(values.get("x:claim")) if ours else {}
    cue = values.get("x:cue") if ours else None
    lost = words(values.get("x:unplaced")) if ours else ""
    around = (first.prefix, last.suffix) if ours and not lost else ("", "")
    return ForeignHighlight(
        spans if len(spans) == len(quotes) else (),
        "",
        quotes=quotes if all(quotes) else (),
        prefix=first.prefix,
        suffix=last.suffix,
        reviewer=name,
        reviewer_id=native.removeprefix(URN) if ours else native,
        created=iso_time(values.get("created")),
        modified=iso_time(values.get("modified")),
        claim={**claim, "note": note} if note else claim,
        cue=span_of(*cue) if isinstance(cue, list) and len(cue) == 2 else None,  # noqa: PLR2004 - a start and an end
        unplaced=lost,
        beside=_beside(values, around),
    )


def _beside(values: Mapping[str, Any], around: tuple[str, str]) -> Beside:
    return Beside(prefix=around[0], suffix=around[1], faults=partial(annotation_faults, values))


def _person(value: object) -> tuple[str, str]:
    """Return the name and the id of who made something."""
    one = value[0] if isinstance(value, list) and value else value
    if not isinstance(one, dict):
        return words(one), words(one)
    told = (words(one.get(key)) for key in ("name", "nickname", "email", "id"))
    return next(filter(None, told), ""), words(one.get("id"))


def _targets(value: object) -> Iterator[_Target]:
    """Yield what an annotation is about, each of several by itself.

    Raises:
        BadSpanError: it is about nothing, or a position in it is none.

    """
    if isinstance(value, list):
        for one in value:
            yield from _targets(one)
        return
    if isinstance(value, str) and value and not isinstance(value, Number):
        yield _Target(value, {}, [])
        return
    if not isinstance(value, dict):
        raise BadSpanError("it has no target")
    kind, items = type_of(value), value.get("items")
    listed = items if isinstance(items, list) else []
    if kind in _APART:
        yield from _targets(listed)
    elif kind == "Choice":
        yield from _targets(listed[:1])
    elif kind in _TOGETHER:
        inner = [one for item in listed for one in _targets(item)]
        segments = [each for one in inner for each in one.segments or [Segment(other=WHOLE)]]
        if len({one.source for one in inner}) > 1:
            segments = [Segment(other="several pages")]
        yield _Target(inner[0].source if inner else "", value, segments)
    else:
        selector = value.get("selector")
        segments = [segment_of(selector)] if selector else []
        if isinstance(selector, str):
            segments = [Segment(other=ELSEWHERE)]
        yield _Target(_source(value), value, segments)


def _source(value: Mapping[str, Any]) -> str:
    source = value.get("source", value.get("id"))
    return words(source.get("id")) if isinstance(source, dict) else words(source)


def _said(values: Mapping[str, Any]) -> tuple[list[str], str]:
    """Return the labels and the note that the bodies of an annotation are."""
    labels: list[str] = []
    notes = [words(values.get("bodyValue"))]
    motives = _all(values.get("motivation"))
    for body in _bodies(values.get("body")):
        told = body if isinstance(body, dict) else {}
        purpose = _all(told.get("purpose")) or motives
        said = _words_of(body)
        if said and _LABELING.intersection(purpose):
            labels.append(said)
        else:
            notes.append(said)
    return list(dict.fromkeys(labels)), "\n".join(filter(None, notes))


def _bodies(value: object) -> Iterator[object]:
    if isinstance(value, list):
        for one in value:
            yield from _bodies(one)
    elif isinstance(value, dict) and isinstance(value.get("items"), list):
        items = value["items"]
        yield from _bodies(items[:1] if type_of(value) == "Choice" else items)
    elif value is not None:
        yield value


def _words_of(body: object) -> str:
    """Return the words of a body, or the address at which it is."""
    if not isinstance(body, dict):
        return words(body)
    told = words(body.get("value"))
    if told:
        return HtmlLines(told).text if body.get("format") == "text/html" else told
    named = (words(body.get(key)) for key in ("x:name", "label", "name"))
    return next(filter(None, named), "") or _source(body)


def _all(value: object) -> list[str]:
    items = value if isinstance(value, list) else [value]
    return [one.rpartition(":")[2] for one in map(words, items) if one]
