"""Highlights in JSON values of many shapes: objects, triples, and lists of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias

from annotator.core.exchange_errors import DamagedAnnotationsError
from annotator.core.foreign_values import Beside, ForeignHighlight
from annotator.formats.shared.claims import claim_of
from annotator.formats.shared.known_keys import carried_faults, is_carried
from annotator.formats.shared.times import iso_time
from annotator.service.reading.files import sayable
from annotator.service.reading.values import plain

if TYPE_CHECKING:
    from pathlib import Path

Found: TypeAlias = "ForeignHighlight | DamagedAnnotationsError"

STARTS = ("start", "start_offset", "startOffset", "begin", "begin_offset", "beginOffset", "from",
          "start_char", "char_start", "start_pos")  # fmt: skip
ENDS = ("end", "end_offset", "endOffset", "stop", "to", "end_char", "char_end", "end_pos")
LABELS = ("label", "labels", "tag", "tags", "type", "entity", "entity_group", "category", "class",
          "code", "name")  # fmt: skip
QUOTES = ("text", "quote", "exact", "covered_text", "span", "word", "mention", "surface")
_NOTES = ("note", "notes", "comment", "memo")
_REVIEWERS = ("reviewer", "annotator", "user", "author", "created_by")
_SEVERAL = ("spans", "offsets")
_OWN_KEYS = ("start", "end", "label", "text", "note")
_DIGITS = 12
_POSITION = re.compile(rf"\d{{1,{_DIGITS}}}(?:\.0+)?")
_NUMBER = re.compile(r"-?[\d.]+")
_PAIR, _TRIPLE = 2, 3


class BadSpanError(ValueError):
    """A value that is no highlight; its text says why, as a half sentence."""


def words(value: object) -> str:
    """Return a single value as words that every encoding can write; empty for what is several."""
    if isinstance(value, str):
        return value if value.isascii() else sayable(value)
    return "" if isinstance(value, (dict, list, tuple)) else sayable(plain(value))


def texts_of(value: object) -> tuple[str, ...]:
    """Return the words of a list; none for what is no list."""
    return tuple(map(words, value)) if isinstance(value, list) else ()


def position_of(value: object) -> int:
    """Return a position, which may be written as text.

    Raises:
        BadSpanError: it is none.

    >>> position_of("7"), position_of(7.0)
    (7, 7)
    """
    if isinstance(value, str) and len(value) <= _DIGITS and value.isascii() and value.isdigit():
        return int(value)  # what nearly all are
    found = plain(value).strip()
    if isinstance(value, bool) or not _POSITION.fullmatch(found):
        negative = found.startswith("-")
        raise BadSpanError("a position is negative" if negative else "a position is no number")
    return int(found.partition(".")[0])


def span_of(start: object, end: object) -> tuple[int, int]:
    """Return a span.

    Raises:
        BadSpanError: a position is none, or it ends before it starts.

    """
    span = position_of(start), position_of(end)
    if span[1] < span[0]:
        raise BadSpanError(f"it ends at {span[1]}, before it starts at {span[0]}")
    return span


def is_span(value: object) -> bool:
    """Tell whether a value looks like one highlight with a place, however it is written."""
    if isinstance(value, Mapping):
        inner = _inner(value)
        both = _first(inner, STARTS) is not None and _first(inner, ENDS) is not None
        return both or bool(_several(inner))
    if isinstance(value, (list, tuple)) and len(value) >= _PAIR:
        places = _places(value)
        return all(_POSITION.fullmatch(plain(one).strip()) for one in places)
    return False


def highlights_in(items: object, path: Path, place: str) -> Iterator[Found]:
    """Yield the highlights in a list, and an error for each of its items that is none."""
    if not isinstance(items, Sequence) or isinstance(items, str):
        if items:
            reason = "its highlights are no list"
            yield DamagedAnnotationsError(path, place=place, reason=reason)
        return
    for number, one in enumerate(items, 1):
        where = f"{place}, highlight {number}"
        try:
            yield from highlights_of(one, where)
        except BadSpanError as error:
            yield DamagedAnnotationsError(path, place=where, reason=str(error))


def apart(found: Iterable[Found]) -> tuple[list[ForeignHighlight], list[DamagedAnnotationsError]]:
    """Return the highlights and the errors among what was found."""
    good: list[ForeignHighlight] = []
    bad: list[DamagedAnnotationsError] = []
    for one in found:
        if isinstance(one, ForeignHighlight):
            good.append(one)
        else:
            bad.append(one)
    return good, bad


def highlights_of(value: object, place: str) -> tuple[ForeignHighlight, ...]:
    """Return the highlight that a value is, once for each of its labels.

    Raises:
        BadSpanError: it is none.

    >>> [one] = highlights_of([0, 2, "ORG"], "")
    >>> one.spans, one.label
    (((0, 2),), 'ORG')
    """
    if isinstance(value, Mapping):
        return tuple(_of_object(_inner(value), place))
    if isinstance(value, (list, tuple)) and len(value) >= _PAIR:
        start, end = _places(value)
        rest = [one for one in value if one is not start and one is not end]
        label = words(rest[0]) if rest else ""
        return (ForeignHighlight((span_of(start, end),), label, place=place),)
    raise BadSpanError("it is neither an object nor a start with an end")


def _of_object(value: Mapping[str, Any], place: str) -> Iterator[ForeignHighlight]:
    spans = _spans(value)
    quotes = _quotes(value)
    if not spans and not quotes:
        raise BadSpanError("it has neither a place nor a quote")
    whole = ForeignHighlight(
        spans,
        "",
        quotes=quotes,
        prefix=words(value.get("prefix")),
        suffix=words(value.get("suffix")),
        id=words(value.get("id")),
        reviewer=words(_first(value, _REVIEWERS)),
        reviewer_id=words(value.get("reviewer_id")),
        created=iso_time(value.get("created") or value.get("created_at")),
        modified=iso_time(value.get("modified") or value.get("updated_at")),
        claim=claim_of(value.get("claim")),
        cue=cue_of(value.get("cue")),
        place=place,
        beside=_beside(value),
    )
    note = words(_first(value, _NOTES))
    if note:
        whole = replace(whole, claim={**whole.claim, "note": note})
    for number, label in enumerate(_labels(value), 1):
        again = f"{whole.id}/{number}" if whole.id and number > 1 else whole.id
        yield replace(whole, label=label, id=again)


def _beside(value: Mapping[str, Any]) -> Beside | None:
    """Return what looks for faults in a highlight of ours; very many others need none."""
    return Beside(faults=partial(carried_faults, value, _OWN_KEYS)) if is_carried(value) else None


def cue_of(value: object) -> tuple[int, int] | None:
    """Return where words lie that attribute a claim; None where that is not told as we tell it."""
    pair = value if isinstance(value, list) and len(value) == _PAIR else None
    return span_of(*pair) if pair else None


def _inner(value: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return an object, with what stands in one under ``value`` as its own."""
    held = value.get("value")
    return {**value, **held} if isinstance(held, Mapping) else value


def _spans(value: Mapping[str, Any]) -> tuple[tuple[int, int], ...]:
    several = _several(value)
    if several:
        return tuple(span_of(*one[:_PAIR]) for one in several)
    start, end = _first(value, STARTS), _first(value, ENDS)
    if start is None and end is None:
        return ()
    return (span_of(start, end),)


def _several(value: Mapping[str, Any]) -> list[Any]:
    for key in _SEVERAL:
        held = value.get(key)
        pairs = isinstance(held, (list, tuple)) and held
        if pairs and all(isinstance(one, (list, tuple)) and len(one) >= _PAIR for one in pairs):
            return list(pairs)
    return []


def _quotes(value: Mapping[str, Any]) -> tuple[str, ...]:
    held = value.get("quotes") or _first(value, QUOTES)
    if isinstance(held, (list, tuple)):
        return tuple(map(words, held))
    return (words(held),) if words(held) else ()


def _labels(value: Mapping[str, Any]) -> Sequence[str]:
    held = _first(value, LABELS)
    if isinstance(held, Mapping):
        held = _first(held, ("name", "text", "id"))
    if isinstance(held, (list, tuple)):
        return list(map(words, held)) or [""]
    return [words(held)]


def _places(value: Sequence[Any]) -> tuple[Any, Any]:
    """Return start and end of a list, whose label may come first."""
    if len(value) >= _TRIPLE and not _NUMBER.fullmatch(plain(value[0]).strip()):
        return value[1], value[2]
    return value[0], value[1]


def _first(value: Mapping[str, Any], keys: Iterable[str]) -> Any:  # noqa: ANN401 - whatever stands there
    return next((value[key] for key in keys if value.get(key) is not None), None)
