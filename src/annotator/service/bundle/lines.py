"""An object as a line of JSON: its fields as they are, and beside them whose they are since when.

Of the values of a field, those of equal projects come in the same order, so that they make equal
lines; the first stands under the field's name, the others under ``rivals``. ``dots`` has the
versions of the first values: of those not named the one under "", and without that ``version``.
``at`` is the time of the newest write or removal, where no field tells it.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from annotator.team.fields import TOLD, is_told
from annotator.team.shared import SharedObject, Value, canonical

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from annotator.team.shared import Json
    from annotator.team.versions import Version

_OTHERS = ""
BESIDE = frozenset({
    "id", "kind", "version", "dots", "rivals", "removals", "aliases", "at", "texts",
})  # fmt: skip
_KNOWN = {kind: BESIDE.union(names) for kind, names in TOLD.items()}
MOST_NESTED = 64


class LineError(ValueError):
    """A line that cannot be understood; its text says why, as a half sentence."""


def ordered(values: tuple[Value, ...]) -> tuple[Value, ...]:
    """Return the values of a field in the order that they have in every bundle."""
    if len(values) == 1:
        return values
    return tuple(sorted(values, key=lambda one: (canonical(one.version), canonical(one.value))))


def in_order(one: SharedObject) -> SharedObject:
    """Return an object with all that has no order of its own in the order of bundles."""
    return replace(
        one,
        fields={name: ordered(values) for name, values in sorted(one.fields.items())},
        removals=tuple(sorted(one.removals, key=canonical)),
        aliases=tuple(sorted(one.aliases)),
    )


def encoded(one: SharedObject, *, kind: bool = False, prefix: str = "") -> dict[str, Json]:
    """Return an object as what a line holds; ``kind`` names its kind besides."""
    fields = {name: ordered(values) for name, values in one.fields.items()}
    line: dict[str, Json] = {name: values[0].value for name, values in fields.items()}
    line |= {"id": one.id} | ({"kind": one.kind} if kind else {})
    line |= versions(one, fields, prefix=prefix)
    return {**one.extra, **line}


def versions(
    one: SharedObject, fields: Mapping[str, tuple[Value, ...]], *, prefix: str
) -> dict[str, Json]:
    """Return what a line says of versions; empty parts are left out."""
    rivals = {
        name: [[value.version, value.value] for value in values[1:]]
        for name, values in fields.items()
        if len(values) > 1
    }
    parts = {
        "dots": {**one.extra.get(prefix + "dots", {}), **_dots(one.version, fields)},
        "rivals": {**one.extra.get(prefix + "rivals", {}), **rivals},
        "removals": sorted(one.removals, key=canonical),
        "aliases": sorted(one.aliases),
        "at": one.modified,
    }
    line = {f"{prefix}{name}": part for name, part in parts.items() if part}
    return {f"{prefix}version": one.version, **line}


def _dots(version: Version, fields: Mapping[str, tuple[Value, ...]]) -> dict[str, Version]:
    first = {name: values[0].version for name, values in fields.items()}
    if all(one is version or one == version for one in first.values()):
        return {}
    written = {name: canonical(one) for name, one in first.items()}
    counts = Counter(written.values())
    usual = min(counts, key=lambda text: (-counts[text], text))
    dots = {name: first[name] for name, text in written.items() if text != usual}
    if usual != canonical(version):
        dots[_OTHERS] = json.loads(usual)
    return dots


def decoded(line: Json, kind: str) -> SharedObject:
    """Return the object that a line holds.

    Raises:
        LineError: it holds none.

    """
    known = {name: line[name] for name in TOLD[kind] if name in mapping(line)}
    finishings = {name: one for name, one in line.items() if _is_finishing(kind, name)}
    return assembled(line, kind, known | finishings, beside=_KNOWN[kind] | finishings.keys())


def assembled(
    line: Mapping[str, Json],
    kind: str,
    first: Mapping[str, Json],
    *,
    beside: Collection[str],
    prefix: str = "",
    object_id: Json = None,
) -> SharedObject:
    """Return the object of a line whose first values were found; ``beside`` is what it knows.

    ``object_id`` is its id, where the line does not have just that.

    Raises:
        LineError: it holds none.

    """
    version = mapping(line.get(f"{prefix}version"))
    dots = mapping(line.get(f"{prefix}dots", {}))
    rivals = mapping(line.get(f"{prefix}rivals", {}))
    usual = mapping(dots.get(_OTHERS, version))
    # Most were never altered.
    fields: dict[str, tuple[Value, ...]]
    fields = {name: (Value(usual, value),) for name, value in first.items()}
    if dots or rivals:
        fields = {
            name: (
                Value(mapping(dots[name]) if name in dots else usual, value),
                *(_value(one) for one in items(rivals.get(name, []))),
            )
            for name, value in first.items()
        }
    extra = {name: line[name] for name in line.keys() - beside}
    for part, held in (("dots", dots), ("rivals", rivals)):
        strange = {name: one for name, one in held.items() if name and not is_told(kind, name)}
        if strange:
            extra[prefix + part] = strange
    return SharedObject(
        kind,
        plain(line.get("id") if object_id is None else object_id),
        version,
        fields,
        tuple(mapping(one) for one in items(line.get(f"{prefix}removals", []))),
        tuple(plain(one) for one in items(line.get(f"{prefix}aliases", []))),
        extra,
        plain(line.get(f"{prefix}at", "")),
    )


def _is_finishing(kind: str, name: str) -> bool:
    return name not in TOLD[kind] and is_told(kind, name)


def _value(pair: Json) -> Value:
    if not isinstance(pair, list) or len(pair) != 2:  # noqa: PLR2004 - a version and a value
        raise LineError("a rival value is none")
    return Value(mapping(pair[0]), pair[1])


def mapping(value: Json) -> dict[str, Json]:
    """Return an object of JSON.

    Raises:
        LineError: it is something else.

    """
    if not isinstance(value, dict):
        raise LineError("something in it is no object")
    return value


def items(value: Json) -> list[Json]:
    """Return a list of JSON.

    Raises:
        LineError: it is something else.

    """
    if not isinstance(value, list):
        raise LineError("something in it is no list")
    return value


def plain(value: Json) -> str:
    """Return a text of JSON.

    Raises:
        LineError: it is something else.

    """
    if not isinstance(value, str):
        raise LineError("something in it is no text")
    return value


def parsed(text: str) -> Json:
    """Return the value of a line, which says nothing twice and no number that is none.

    Raises:
        LineError: it cannot be understood.

    >>> parsed('{"a":1,"a":2}')
    Traceback (most recent call last):
    annotator.service.bundle.lines.LineError: it has “a” twice
    """
    try:
        value = _STRICT.decode(text)
        # Half of a character can stand there as an escape alone.
        if "\\u" in text:
            canonical(value).encode()
    except (ValueError, RecursionError) as error:
        raise LineError(_reason(error)) from error
    if text.count("[") + text.count("{") > MOST_NESTED and _depth(value) > MOST_NESTED:
        raise LineError("it is nested too deeply")
    return value


def _reason(error: Exception) -> str:
    if isinstance(error, LineError):
        return str(error)
    return "it is nested too deeply" if isinstance(error, RecursionError) else "it is no JSON"


def _depth(value: Json) -> int:
    """Return how deeply lists and objects lie in one another; less deep than Python's calls."""
    inner: Iterable[Json] = ()
    if isinstance(value, dict):
        inner = value.values()
    elif isinstance(value, list):
        inner = value
    else:
        return 0
    return 1 + max(map(_depth, inner), default=0)


def _no_number(name: str) -> Any:  # noqa: ANN401 - it returns nothing
    raise LineError(f"{name} is no number")


def _finite(digits: str) -> float:
    number = float(digits)
    if number in {float("inf"), float("-inf")}:
        raise LineError("a number in it is too large")
    return number


def _once(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    found = dict(pairs)
    if len(found) < len(pairs):
        seen = Counter(name for name, _ in pairs)
        raise LineError(f"it has “{seen.most_common(1)[0][0][:40]}” twice")
    return found


_STRICT = json.JSONDecoder(parse_constant=_no_number, parse_float=_finite, object_pairs_hook=_once)
