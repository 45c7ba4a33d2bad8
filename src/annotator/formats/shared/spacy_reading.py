"""Reading spaCy's documents: entities and groups of spans, with what this program left in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from annotator.core.exchange_errors import DamagedAnnotationsError
from annotator.core.foreign_values import ForeignHighlight
from annotator.formats.shared.carried_data import MORE, told_fields, told_spans
from annotator.formats.shared.json_lines import required_text
from annotator.formats.shared.known_keys import carried_faults
from annotator.formats.shared.our_data import joined, told_article
from annotator.formats.shared.spacy_writing import KEPT, trimmed_span
from annotator.formats.shared.span_values import (
    BadSpanError,
    apart,
    highlights_in,
    span_of,
    words,
)
from annotator.service.remarks import Remark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from annotator.core.foreign_values import ForeignItem

_Place = tuple[tuple[tuple[int, int], ...], str]


def read_document(path: Path, values: Mapping[str, Any], place: str) -> Iterator[ForeignItem]:
    """Yield what is wrong in a document, and its article."""
    try:
        text = required_text(path, values.get("text"), place)
    except DamagedAnnotationsError as error:
        yield error
        return
    kept = _mapping(values.get(KEPT))
    ours = {words(one.get("id")): one for one in _mappings(kept.get("highlights"))}
    groups = list(_mapping(values.get("spans")).items())
    found: dict[tuple[_Place, str], ForeignHighlight] = {}
    seen: set[_Place] = set()
    for name, items in (*groups, ("entities", values.get("ents"))):
        good, bad = apart(highlights_in(_prepared(items), path, f"{place}, {name}"))
        yield from bad
        fresh = [one for one in good if name != "entities" or (one.spans, one.label) not in seen]
        seen.update((one.spans, one.label) for one in fresh)
        for one in fresh:
            found.setdefault(((one.spans, one.label), one.id), one)
    highlights = []
    for one in joined(found.values()):
        try:
            highlights.append(_whole(one, ours.pop(one.id, None) if one.ours else None, text))
        except BadSpanError as error:
            yield DamagedAnnotationsError(path, place=one.place, reason=str(error))
    rest, wrong = _without_words(path, ours.values(), text, place)
    yield from wrong
    article = told_article(kept, text, place)
    faults = partial(_faults, values, len(text), article.faults)
    yield replace(article, highlights=(*highlights, *rest), faults=faults)


def _faults(
    values: Mapping[str, Any], length: int, before: Callable[[], Iterable[str]]
) -> Iterator[str]:
    """Yield what is wrong in the article, its highlights' data, and the order of its tokens."""
    yield from before()
    carried = _mappings(_mapping(values.get(KEPT)).get("highlights"))
    for number, one in enumerate(carried, 1):
        for fault in carried_faults(one, MORE):
            yield Remark.PLACED.of(place=f"highlight {number}", said=fault)
    end = 0
    for number, one in enumerate(_mappings(values.get("tokens"))):
        try:
            start, stop = span_of(one.get("start"), one.get("end"))
        except BadSpanError:
            yield Remark.PLACED.of(place=f"token {number}", said=Remark.ODD_STRETCH.of())
            continue
        if start < end or stop > length or words(one.get("id", str(number))) != str(number):
            yield Remark.PLACED.of(place=f"token {number}", said=Remark.NOT_IN_ORDER.of())
        end = stop


def _prepared(items: object) -> object:
    """Return spans with their ids where other readers look for them."""
    if not isinstance(items, list):
        return items
    return [
        {
            "start": one.get("start"),
            "end": one.get("end"),
            "label": one.get("label"),
            "id": one.get("kb_id") or one.get("id"),
        }
        if isinstance(one, Mapping)
        else one
        for one in items
    ]


def _whole(one: ForeignHighlight, data: Mapping[str, Any] | None, text: str) -> ForeignHighlight:
    """Return a highlight with what is known of it beside; where it was moved, it stays there."""
    if data is None:
        # An id of some knowledge base is none of a highlight.
        return replace(one, id="", ours=False)
    spans = told_spans(data["spans"]) if "spans" in data else one.spans
    seen = (trimmed_span(text, *span) for span in spans)
    exact = tuple(span for span in seen if span[0] < span[1]) == one.spans
    fields = _told(data)
    return replace(one, **fields, spans=spans if exact else one.spans)


def _told(data: Mapping[str, Any]) -> dict[str, Any]:
    # Of very many in one article, what looks for faults in each would take much.
    return told_fields(data, words(data.get("note"))) | {"beside": None}


def _without_words(
    path: Path, kept: Iterable[Mapping[str, Any]], text: str, place: str
) -> tuple[list[ForeignHighlight], list[DamagedAnnotationsError]]:
    """Return the highlights that are nothing but space, which no span of spaCy's can be."""
    found, wrong = [], []
    for data in kept:
        try:
            spans = told_spans(data.get("spans", []))
            if not spans or any(text[start:end].strip() for start, end in spans):
                continue
            fields = _told(data)
        except BadSpanError as error:
            wrong.append(DamagedAnnotationsError(path, place=place, reason=str(error)))
            continue
        label = words(data.get("label"))
        found.append(ForeignHighlight(spans, label, place=place, **fields))
    return found, wrong


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _mappings(value: object) -> list[Mapping[str, Any]]:
    items = value if isinstance(value, (list, tuple)) else ()
    return [one for one in items if isinstance(one, Mapping)]
