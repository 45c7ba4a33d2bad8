"""What the values of each field may look like, since a file from elsewhere may say anything."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields
from typing import TYPE_CHECKING, Final, TypeAlias

from annotator.core.records import Evidence
from annotator.team.fields import DECIDED, FIELDS, FINISHED, is_told
from annotator.team.shared import Json
from annotator.team.versions import descends, joined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.team.shared import SharedObject

Shape: TypeAlias = Callable[[Json], bool]

# What every program that reads JSON counts to without a mistake.
MOST_COUNTED: Final = (1 << 53) - 1
_ID: Final = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_HASH: Final = re.compile(r"[0-9a-f]{64}")
_TIME: Final = re.compile(
    r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-6]\d(?:\.\d+)?Z"
)
_EVIDENCE: Final = frozenset(one.name for one in fields(Evidence))


def is_text(value: Json) -> bool:
    """Tell whether it is a text."""
    return isinstance(value, str)


def is_id(value: Json) -> bool:
    """Tell whether it is a UUID as it is written here."""
    return isinstance(value, str) and _ID.fullmatch(value) is not None


def is_hash(value: Json) -> bool:
    """Tell whether it is a SHA-256 in hexadecimal."""
    return isinstance(value, str) and _HASH.fullmatch(value) is not None


def is_time(value: Json) -> bool:
    """Tell whether it is a time in UTC.

    >>> is_time("2026-11-22T09:00:00.000Z"), is_time("2026-11-22"), is_time("2026-13-01T00:00:00Z")
    (True, False, False)
    """
    return isinstance(value, str) and _TIME.fullmatch(value) is not None


def is_flag(value: Json) -> bool:
    """Tell whether it is true or false."""
    return isinstance(value, bool)


def is_count(value: Json) -> bool:
    """Tell whether it is a whole number of 0 or more."""
    return type(value) is int and 0 <= value <= MOST_COUNTED


def is_whole(value: Json) -> bool:
    """Tell whether it is a whole number."""
    return type(value) is int and -MOST_COUNTED <= value <= MOST_COUNTED


def is_number(value: Json) -> bool:
    """Tell whether it is a number."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def is_version(value: Json) -> bool:
    """Tell whether it is a version vector; what every project begins with has the empty one."""
    if not isinstance(value, dict):
        return False
    for replica, count in value.items():  # one of very many: no generator
        if _ID.fullmatch(replica) is None or not is_count(count) or not count:
            return False
    return True


def is_span(value: Json) -> bool:
    """Tell whether it is a stretch of a text."""
    return (
        isinstance(value, list)
        and len(value) == 2  # noqa: PLR2004 - a start and an end
        and is_count(value[0])
        and is_count(value[1])
        and value[0] <= value[1]
    )


def optional(shape: Shape) -> Shape:
    """Return the shape of what may also be nothing."""
    return lambda value: value is None or shape(value)


def listed(shape: Shape) -> Shape:
    """Return the shape of a list."""
    return lambda value: isinstance(value, list) and all(map(shape, value))


def keyed(shape: Shape) -> Shape:
    """Return the shape of what is known for some texts, by their hashes."""
    return lambda value: (
        isinstance(value, dict) and all(is_hash(key) and shape(one) for key, one in value.items())
    )


def record(required: dict[str, Shape], *, maybe: dict[str, Shape] | None = None) -> Shape:
    """Return the shape of an object with some keys; it may have others that are unknown here."""
    needed, others = tuple(required.items()), tuple((maybe or {}).items())

    def fits(value: Json) -> bool:
        if not isinstance(value, dict):
            return False
        for name, shape in needed:  # one of very many: no generator
            if name not in value or not shape(value[name]):
                return False
        return not others or all(name not in value or shape(value[name]) for name, shape in others)

    return fits


def some(shape: Shape) -> Shape:
    """Return the shape of a list that is not empty."""
    many = listed(shape)
    return lambda value: bool(value) and many(value)


def _is_time_or_none(value: Json) -> bool:
    return value == "" or is_time(value)


def _anything(_value: Json) -> bool:
    return True


def _is_evidence(value: Json) -> bool:
    return (
        isinstance(value, dict)
        and value.keys() <= _EVIDENCE
        and all(isinstance(one, str) for one in value.values())
    )


_TEXTS = listed(is_text)
_SPANS = some(is_span)
_CANDIDATE = record({"spans": _SPANS, "score": is_number})
_UNPLACED = record(
    {"outcome": is_text, "prefix": is_text, "suffix": is_text},
    maybe={"candidates": listed(_CANDIDATE)},
)
_PLACE = record(
    {"spans": _SPANS, "quote": is_text},
    maybe={"cue": optional(is_span), "unplaced": optional(_UNPLACED)},
)

_DECIDED = {DECIDED: optional(record({"at": is_time, "by": is_id}))}

SHAPES: Final[dict[str, dict[str, Shape]]] = {
    "article": {
        **_DECIDED,
        "created": is_time,
        "authors": _TEXTS,
        "text": record({"sha256": is_hash, "cut": is_hash}),
    },
    "label": {
        **_DECIDED,
        "tests": _TEXTS,
        "edge_cases": _TEXTS,
        "examples": _TEXTS,
        "fields": _TEXTS,
        "parent": optional(is_id),
        "archived": is_flag,
        "position": is_whole,
    },
    "guideline": {**_DECIDED, "verdicts": _TEXTS},
    "claim": {
        **_DECIDED,
        "created": is_time,
        "modified": is_time,
        "evidence": listed(_is_evidence),
    },
    "highlight": {
        **_DECIDED,
        "made": record({"article": is_id, "created": is_time}),
        "reviewer": is_id,
        "label": is_id,
        "outdated": is_flag,
        "claim": optional(is_id),
        "origin": optional(
            record({"tool": is_text, "id": is_text, "digest": is_text}, maybe={"modified": is_text})
        ),
        "modified": is_time,
        "place": keyed(_PLACE),
    },
    "mark": {
        **_DECIDED,
        "made": record({"article": is_id, "created": is_time, "reviewer": is_id}),
        "place": keyed(record({"spans": _SPANS})),
    },
}


def faults(one: SharedObject) -> Iterator[str]:
    """Yield what is wrong with an object by itself, as half sentences."""
    if not is_id(one.id):
        yield "its id is no UUID"
    yield from (f"its alias “{other}” is no UUID" for other in one.aliases if not is_id(other))
    if not _is_time_or_none(one.modified):
        yield "the time at which it was written is none"
    if not is_version(one.version):
        yield "its version is none"
    if not all(found and is_version(found) for found in one.removals):
        yield "the version of its removal is none"
    shapes = SHAPES[one.kind]
    for name, values in one.fields.items():
        if name.startswith(FINISHED) and not is_id(name.removeprefix(FINISHED)):
            yield "one who finished it has an id that is no UUID"
        # Of a field that is unknown here anything may be said.
        shape = shapes.get(name) or _other_shape(one.kind, name)
        for value in values:
            if value.version is not one.version and not is_version(value.version):
                yield f"the version of its “{name}” is none"
            if not shape(value.value):
                yield f"its “{name}” is not what such a thing can be"


def _other_shape(kind: str, name: str) -> Shape:
    if name in FIELDS[kind]:
        return is_text
    return _is_time_or_none if is_told(kind, name) else _anything


def inconsistent(one: SharedObject, *, removed: bool) -> Iterator[str]:
    """Yield what does not go together in an object that is, or is not, among the removed."""
    if _is_ahead(one):
        yield "something was written to it that its version does not know of"
    gone = bool(one.removals) and descends(joined(one.removals), one.version)
    if removed and (one.fields or not gone):
        yield "it is among the removed and was not removed"
    if not removed and (not one.fields or gone):
        yield "it was removed and is not among the removed"


def _is_ahead(one: SharedObject) -> bool:
    known = one.version
    return any(
        value.version is not known and not descends(known, value.version)
        for values in one.fields.values()
        for value in values
    )


def untold(one: SharedObject) -> Iterator[str]:
    """Yield what is wrong with an object that is there and lacks a field that such have."""
    if one.there and (missing := FIELDS[one.kind].keys() - one.fields.keys()):
        yield f"it does not tell its “{min(missing)}”"
