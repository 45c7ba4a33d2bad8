"""What stands beside the known keys inside the parts of a line, kept and written back.

Keys of a line itself that nobody here knows are simply among what is ``extra``. Those of its parts
are there under the part's name: of one that is there, no other ``extra`` has that name.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from annotator.service.bundle.lines import LineError, items, mapping

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.team.shared import Json, SharedObject

    Object = dict[str, Json]

SELECTORS: Final = "x:selectors"
FIRST: Final = "x:body"
_CREATOR: Final = frozenset({"id", "type", "name"})
_BODY: Final = frozenset({"type", "purpose", "source", "x:name"})
_TARGET: Final = frozenset({"type", "items", "source", "selector", "x:textSha256"})
_ITEM: Final = frozenset({"source", "selector"})
_POSITION: Final = frozenset({"type", "start", "end"})
_QUOTE: Final = frozenset({"type", "exact", "prefix", "suffix"})
_TEXT: Final = frozenset({"sha256", "cut"})
_TOLD: Final = frozenset({"sha256", "chars", "path", "cut", "sentence_ends"})
PARTS: Final = frozenset({"creator", "body", "target", FIRST, SELECTORS})


def of_annotation(line: Object, place: Json) -> Object:
    """Return what the parts of an annotation say besides; most say nothing.

    ``place`` is where it lies, by text, if that is told: what is said of selectors holds as long
    as it lies there.

    Raises:
        LineError: a part is not what such a thing can be.

    """
    found: Object = {}
    if strange := _strange(line.get("creator", {}), _CREATOR):
        found["creator"] = strange
    body, target = items(line.get("body", [])), mapping(line.get("target"))
    if body and (strange := _strange(body[0], _BODY)):
        found[FIRST] = strange
    if len(body) > 1:
        found["body"] = body[1:]
    if strange := _strange(target, _TARGET):
        found["target"] = strange
    shown = target.get("x:textSha256")
    if place and shown is not None and (told := _of_selectors(target)):
        spans = items(mapping(place[shown]).get("spans"))
        if len(spans) == len(told):
            found[SELECTORS] = {"of": [shown, spans], "told": told}
    return found


def _of_selectors(target: Object) -> list[Json]:
    """Return what is said besides of each stretch: of it, its place, its quote; and more ways."""
    several = items(target["items"]) if "items" in target else None
    told: list[Json] = []
    for one in [target] if several is None else several:
        place, quote, *more = selectors_of(one)
        said = [
            {} if several is None else _strange(one, _ITEM),
            _strange(place, _POSITION),
            _strange(quote, _QUOTE),
            more,
        ]
        told.append(said)
    return told if any(map(any, told)) else []


def selectors_of(one: Json) -> list[Json]:
    """Return the selectors of a stretch: its place, its quote, and others that are unknown here.

    Raises:
        LineError: it does not have the first two.

    """
    selectors = items(mapping(one).get("selector"))
    if len(selectors) < 2:  # noqa: PLR2004 - a place and a quote
        raise LineError("it does not have a place and a quote")
    return selectors


def onto_stretches(selected: list[Object], extra: Mapping[str, Json], of: list[Json]) -> None:
    """Add to the stretches of an annotation what was said of them besides, if they lie there."""
    held = extra.get(SELECTORS)
    if held is None or held["of"] != of:
        return
    for one, (item, place, quote, more) in zip(selected, held["told"], strict=True):
        selectors = one["selector"]
        one.update(item, selector=[selectors[0] | place, selectors[1] | quote, *more])


def taken_from_article(one: SharedObject, line: Object) -> SharedObject:
    """Return an article whose texts have nothing besides; that is kept, by their hashes."""
    found: Object = {}
    fields = dict(one.fields)
    told = {
        each.value["sha256"]: strange
        for each in fields.get("text", ())
        if isinstance(each.value, dict)
        and isinstance(each.value.get("sha256"), str)
        and (strange := _strange(each.value, _TEXT))
    }
    if told:
        found["text"] = told
        fields["text"] = tuple(
            each._replace(value={key: each.value[key] for key in _TEXT & each.value.keys()})
            if isinstance(each.value, dict)
            else each
            for each in fields["text"]
        )
    listed = {
        str(each.get("sha256")): strange
        for each in items(line.get("texts", []))
        if (strange := _strange(each, _TOLD))
    }
    if listed:
        found["texts"] = listed
    return replace(one, fields=fields, extra={**one.extra, **found}) if found else one


def onto_article(line: Object, extra: Mapping[str, Json]) -> Object:
    """Return the line of an article with what was said besides of the text that is shown first."""
    said = extra.get("text", {}).get((line.get("text") or {}).get("sha256"))
    return line | {"text": said | line["text"]} if said else line


def onto_text(told: Object, extra: Mapping[str, Json]) -> Object:
    """Return what an article tells of a text with what was said of it besides."""
    said = extra.get("texts", {}).get(told["sha256"])
    return said | told if said else told


def _strange(value: Json, known: frozenset[str]) -> Object:
    if not isinstance(value, dict):
        raise LineError("something in it is no object")
    strange = value.keys() - known
    return {name: value[name] for name in strange} if strange else {}
