"""Selectors of Web Annotations: which stretch of a text they mean, or what else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from annotator.formats.shared.span_values import span_of, words

_DEEPEST = 20
POSITION, QUOTE = "TextPositionSelector", "TextQuoteSelector"
_RANGE = "RangeSelector"
_ELEMENTS = frozenset(("CssSelector", "XPathSelector", _RANGE))
_MEDIA = ("xywh=", "t=", "track=")
ELEMENTS, MEDIA = "elements of pages", "regions of images, sounds or videos"
BYTES, ELSEWHERE = "stretches of bytes", "selectors that are elsewhere"
PARTS, WHOLE = "parts of pages", "whole pages or files"


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a text, by its place, its words or both; ``other`` is what it is instead."""

    span: tuple[int, int] | None = None
    quote: str = ""
    prefix: str = ""
    suffix: str = ""
    other: str = ""

    @property
    def is_text(self) -> bool:
        """Tell whether it says which stretch of a text it is."""
        return self.span is not None or bool(self.quote)


def segment_of(selector: object, depth: int = 0) -> Segment:
    """Return what a selector, or a list of them that mean the same, selects.

    Raises:
        BadSpanError: a position is none, or the end before the start.

    >>> found = segment_of([{"type": "TextPositionSelector", "start": 4, "end": 7},
    ...                     {"type": "TextQuoteSelector", "exact": "dam"}])
    >>> found.span, found.quote
    ((4, 7), 'dam')
    """
    if not selector:
        return Segment(other=WHOLE)
    if isinstance(selector, list):
        found = [segment_of(one, depth + 1) for one in selector[:_DEEPEST]]
        return _together(found)
    if not isinstance(selector, dict) or depth > _DEEPEST:
        return Segment(other=ELSEWHERE)
    own = _single(selector)
    finer = selector.get("refinedBy")
    return _refined(own, segment_of(finer, depth + 1)) if finer else own


def type_of(value: Mapping[str, Any]) -> str:
    """Return the type of something, the first where it has several."""
    found = value.get("type", value.get("@type"))
    return words(found[0] if isinstance(found, list) and found else found)


def _single(selector: Mapping[str, Any]) -> Segment:
    kind = type_of(selector)
    if kind == POSITION:
        return Segment(span_of(selector.get("start"), selector.get("end")))
    if kind == QUOTE:
        told = (words(selector.get(name)) for name in ("exact", "prefix", "suffix"))
        quote, prefix, suffix = told
        return Segment(None, quote, prefix, suffix, "" if quote else ELSEWHERE)
    if kind == _RANGE and _is_by_positions(selector):
        start, end = selector["startSelector"], selector["endSelector"]
        return Segment(span_of(start.get("start"), end.get("start")))
    return Segment(other=_other(selector, kind))


def _is_by_positions(selector: Mapping[str, Any]) -> bool:
    both = selector.get("startSelector"), selector.get("endSelector")
    return all(isinstance(one, dict) and type_of(one) == POSITION for one in both)


def _other(selector: Mapping[str, Any], kind: str) -> str:
    if kind == "SvgSelector" or words(selector.get("value")).startswith(_MEDIA):
        return MEDIA
    if kind == "DataPositionSelector":
        return BYTES
    if kind in _ELEMENTS:
        return ELEMENTS
    return PARTS if kind else ELSEWHERE


def _together(found: list[Segment]) -> Segment:
    """Return what several selectors of one stretch say of it: the first of each kind."""
    span = next((one.span for one in found if one.span is not None), None)
    quoted = next((one for one in found if one.quote), Segment())
    other = next((one.other for one in found if one.other), WHOLE)
    whole = replace(quoted, span=span, other="")
    return whole if whole.is_text else Segment(other=other)


def _refined(outer: Segment, inner: Segment) -> Segment:
    """Return the stretch that a selector means within what another selects."""
    if inner.quote:
        return replace(inner, span=None)
    if inner.span is None:
        return outer if outer.is_text else inner
    start, end = inner.span
    if outer.span is not None:
        begin = outer.span[0]
        return Segment((begin + start, begin + end))
    if outer.quote:
        before, behind = outer.quote[:start], outer.quote[end:]
        return Segment(None, outer.quote[start:end], outer.prefix + before, behind + outer.suffix)
    return Segment(other=outer.other or PARTS)
