"""A highlight as a Web Annotation, of which nothing is lost: what others read, and all besides.

What the standard has no word for stands in keys that begin with ``x:``. The label's and the
reviewer's names, the revision number and the characters around a quote are there for others; they
follow from the rest, and reading leaves them. A highlight that has a place in several texts is
shown in the one whose hash is the least.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, NamedTuple

from annotator.core.exchange_errors import QuoteMismatchError
from annotator.core.records import BETWEEN_SPANS
from annotator.service.bundle import beside
from annotator.service.bundle.lines import (
    LineError,
    assembled,
    items,
    mapping,
    ordered,
    plain,
    versions,
)
from annotator.team.fields import DECIDED, FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.team.shared import Json, SharedObject

URN: Final = "urn:uuid:"
AROUND: Final = 32
KIND: Final = "highlight"
_CONTEXT: Final = ["http://www.w3.org/ns/anno.jsonld", {"x": "urn:annobundle:1#"}]
_POSITION, _QUOTE = "TextPositionSelector", "TextQuoteSelector"
_NAMES: Final = tuple(FIELDS[KIND])
_LINE: Final = frozenset({
    "@context", "id", "type", "motivation", "creator", "created", "modified", "body", "target",
    "x:rev", "x:version", "x:dots", "x:rivals", "x:removals", "x:aliases", "x:at", "x:absent",
    "x:decided", "x:outdated", "x:claim", "x:origin", "x:cue", "x:unplaced", "x:quote",
    "x:place", "x:places", beside.FIRST, beside.SELECTORS,
})  # fmt: skip
_ENTRY: Final = frozenset({"spans", "quote", "cue", "unplaced"})


@dataclass(frozen=True, slots=True)
class About:
    """What is known of what annotations name: labels, reviewers, texts by their hashes."""

    label_name: Callable[[str], str]
    reviewer_name: Callable[[str], str]
    text: Callable[[str], str | None]


class Quoted(NamedTuple):
    """A stretch as an annotation tells it: where, what it reads, and what is around it."""

    start: int
    end: int
    exact: str
    prefix: str
    suffix: str


def encoded(one: SharedObject, about: About) -> dict[str, Json]:
    """Return a highlight as an annotation.

    Raises:
        QuoteMismatchError: its quote is not the text at its place.

    """
    fields = {name: ordered(values) for name, values in one.fields.items()}
    first = {name: values[0].value for name, values in fields.items()}
    line: dict[str, Json] = {
        **{name: value for name, value in one.extra.items() if name not in beside.PARTS},
        "@context": _CONTEXT,
        "id": URN + one.id,
        "type": "Annotation",
        "motivation": "tagging",
        "x:rev": revision(one),
        **versions(one, fields, prefix="x:"),
        **_plain_parts(one, first, about),
        **_place_parts(one, first, about),
    }
    if "label" in first:
        body = one.extra.get(beside.FIRST, {}) | _body(first["label"], about)
        line["body"] = [body, *one.extra.get("body", [])]
    if absent := [name for name in _NAMES if name not in first]:
        line["x:absent"] = absent
    return line


def revision(one: SharedObject) -> int:
    """Return a number that grows with every change of an object, for who knows no versions."""
    return sum(one.version.values())


def _body(label_id: str, about: About) -> dict[str, Json]:
    return {
        "type": "SpecificResource",
        "purpose": "classifying",
        "source": URN + label_id,
        "x:name": about.label_name(label_id),
    }


def _plain_parts(one: SharedObject, first: dict[str, Json], about: About) -> dict[str, Json]:
    parts: dict[str, Json] = {}
    if "made" in first:
        parts["created"] = first["made"]["created"]
    if "modified" in first:
        parts["modified"] = first["modified"]
    if "reviewer" in first:
        person = first["reviewer"]
        name = about.reviewer_name(person)
        told = {"id": URN + person, "type": "Person", "name": name}
        parts["creator"] = one.extra.get("creator", {}) | told
    if first.get("claim") is not None:
        parts["x:claim"] = URN + first["claim"]
    if first.get("origin") is not None:
        parts["x:origin"] = first["origin"]
    if DECIDED in first:
        parts["x:decided"] = first[DECIDED]
    if first.get("outdated"):
        parts["x:outdated"] = True
    return parts


def _place_parts(one: SharedObject, first: dict[str, Json], about: About) -> dict[str, Json]:
    target = dict(one.extra.get("target", {}))
    source = {"source": URN + first["made"]["article"]} if "made" in first else {}
    places = first.get("place")
    if not places:
        return {"target": {**target, **source}}
    shown = min(places)
    entry = places[shown]
    quoted = list(_quoted(one.id, entry, about.text(shown)))
    selected: list[dict[str, Json]] = [{**source, "selector": _selectors(each)} for each in quoted]
    if beside.SELECTORS in one.extra:
        beside.onto_stretches(selected, one.extra, [shown, entry["spans"]])
    if len(selected) == 1:
        target |= selected[0]
    else:
        target |= {"type": "Composite", "items": selected}
    parts = {"target": {**target, "x:textSha256": shown}}
    if entry["quote"] != BETWEEN_SPANS.join(each["exact"] for each in quoted):
        parts["x:quote"] = entry["quote"]
    for name in ("cue", "unplaced"):
        if entry.get(name) is not None:
            parts[f"x:{name}"] = entry[name]
    if entry.keys() != _ENTRY:
        parts["x:place"] = entry
    if len(places) > 1:
        parts["x:places"] = {key: other for key, other in places.items() if key != shown}
    return parts


def _selectors(quoted: dict[str, Json]) -> list[dict[str, Json]]:
    start, end, exact = quoted["start"], quoted["end"], quoted["exact"]
    quote = {"type": _QUOTE, "exact": exact}
    quote |= {name: quoted[name] for name in ("prefix", "suffix") if name in quoted}
    return [{"type": _POSITION, "start": start, "end": end}, quote]


def _quoted(owner: str, entry: dict[str, Json], text: str | None) -> Iterator[dict[str, Json]]:
    """Yield what is told of each span: its words, and those around it where they are known."""
    lost = entry.get("unplaced")
    for (start, end), exact in zip(entry["spans"], _exacts(owner, entry, text), strict=True):
        quoted = {"start": start, "end": end, "exact": exact}
        if lost is not None:
            quoted |= {"prefix": lost["prefix"], "suffix": lost["suffix"]}
        elif text is not None:
            quoted["prefix"] = text[max(0, start - AROUND) : start]
            quoted["suffix"] = text[end : end + AROUND]
        yield quoted


def _exacts(owner: str, entry: dict[str, Json], text: str | None) -> list[str]:
    spans, quote = entry["spans"], entry["quote"]
    orphaned = entry.get("unplaced") is not None or all(start == end for start, end in spans)
    if text is not None and not orphaned:
        found = [text[start:end] for start, end in spans]
        if BETWEEN_SPANS.join(found) != quote:
            raise QuoteMismatchError(owner, spans[0][0], max(end for _, end in spans))
        return found
    pieces = [quote] if len(spans) == 1 else quote.split(BETWEEN_SPANS)
    return pieces if len(pieces) == len(spans) else [""] * len(spans)


def decoded(line: Json) -> SharedObject:
    """Return the highlight that an annotation is.

    Raises:
        LineError: it is none.

    """
    absent = items(mapping(line).get("x:absent", []))
    found = {name: part(line) for name, part in _PARTS.items() if name not in absent}
    if "x:decided" in line:
        found[DECIDED] = line["x:decided"]
    object_id = _unnamed(line.get("id"))
    one = assembled(line, KIND, found, beside=_LINE, prefix="x:", object_id=object_id)
    more = beside.of_annotation(line, found.get("place"))
    return replace(one, extra={**one.extra, **more}) if more else one


def quotes(line: Json) -> tuple[Quoted, ...]:
    """Return the stretches of an annotation as it tells them, in the text that it names.

    Raises:
        LineError: it does not tell them as is usual here.

    """
    return tuple(_stretch(each) for each in _selected(mapping(mapping(line).get("target"))))


def _selected(target: dict[str, Json]) -> list[Json]:
    if "x:textSha256" not in target:
        return []
    return items(target["items"]) if "items" in target else [target]


def _stretch(one: Json) -> Quoted:
    place, quote = map(mapping, beside.selectors_of(one)[:2])
    start, end = place.get("start"), place.get("end")
    if type(start) is not int or type(end) is not int:
        raise LineError("its place has no start and end")
    around = (plain(quote.get(name, "")) for name in ("prefix", "suffix"))
    return Quoted(start, end, plain(quote.get("exact")), *around)


def _unnamed(name: Json) -> str:
    text = plain(name)
    if not text.startswith(URN):
        raise LineError(f"“{text[:60]}” is no name of something here")
    return text[len(URN) :]


def _made(line: dict[str, Json]) -> Json:
    target = mapping(line.get("target"))
    of = target if "source" in target else mapping(next(iter(items(target.get("items", []))), None))
    return {"article": _unnamed(of.get("source")), "created": line.get("created")}


def _label(line: dict[str, Json]) -> str:
    body = next(iter(items(line.get("body"))), None)
    return _unnamed(mapping(body).get("source"))


def _claim(line: dict[str, Json]) -> str | None:
    return _unnamed(line["x:claim"]) if "x:claim" in line else None


def _places(line: dict[str, Json]) -> dict[str, Json]:
    shown = mapping(line.get("target")).get("x:textSha256")
    if shown is None:
        return {}
    return {plain(shown): _entry(line), **mapping(line.get("x:places", {}))}


def _entry(line: dict[str, Json]) -> Json:
    if "x:place" in line:
        return line["x:place"]
    told = quotes(line)
    return {
        "spans": [[one.start, one.end] for one in told],
        "quote": line.get("x:quote", BETWEEN_SPANS.join(one.exact for one in told)),
        "cue": line.get("x:cue"),
        "unplaced": line.get("x:unplaced"),
    }


_PARTS: Final[dict[str, Callable[[dict[str, Json]], Json]]] = {
    "made": _made,
    "reviewer": lambda line: _unnamed(mapping(line.get("creator")).get("id")),
    "label": _label,
    "outdated": lambda line: line.get("x:outdated", False),
    "claim": _claim,
    "origin": lambda line: line.get("x:origin"),
    "modified": lambda line: line.get("modified"),
    "place": _places,
}
