"""Reading a CAS out of its JSON, one feature structure after another.

Anchors are written as ``begin`` or ``^begin``, references as ``@sofa``, numbers that JSON does not
know as ``#value``; the structures are a list, or an object by their ids.
"""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from annotator.core.exchange_errors import DamagedAnnotationsError
from annotator.formats.shared.cas_checks import CasChecks
from annotator.formats.shared.cas_content import CasContent, Structure, is_of_use
from annotator.formats.shared.layer_labels import DOCUMENT
from annotator.service.reading.encodings import marked_encoding
from annotator.service.reading.files import sayable
from annotator.service.reading.json_values import BadJsonError, JsonStream

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

STRUCTURES = "%FEATURE_STRUCTURES"
KEYS = ("%TYPES", STRUCTURES, "%VIEWS")
_ANCHORS = frozenset(("begin", "end"))
_TEXT = "sofaString"
_MARK = "\ufeff"


def read_cas_json(path: Path, file: BinaryIO, *, place: str = "") -> CasContent:
    """Return what a CAS holds; what is behind a damaged place in it is lost, and told."""
    content = CasContent(path, place)
    head = file.read(4)
    file.seek(0)
    text = io.TextIOWrapper(file, encoding=marked_encoding(head) or "utf-8", newline="")
    number, checks = 0, CasChecks()
    try:
        if text.read(1) != _MARK:
            text.seek(0)
        beside: dict[str, object] = {}
        documents: frozenset[str] | None = None
        for number, one in enumerate(_structures(JsonStream(text), beside), 1):
            if documents is None:
                documents = _document_types(beside.get("%TYPES"))
            if isinstance(one, dict) and is_of_use(_plain(one.get("%TYPE"))):
                found = _structure(one, _told(place, number))
                is_document = found.type in documents or _is_flagged(one)
                content.add(replace(found, type=DOCUMENT) if is_document else found)
            checks.take(one, _told(place, number))
        members = list(_members(beside.get("%VIEWS")))
        content.index(members)
        content.stretches = checks.stretches
        content.faults += checks.faults(beside.get("%TYPES"), members)
    except (BadJsonError, UnicodeError) as error:
        reason = str(error) if isinstance(error, BadJsonError) else "it is no UTF-8"
        content.problems.append(
            DamagedAnnotationsError(path, place=_told(place, number + 1), reason=reason)
        )
    finally:
        text.detach()
    return content


def _told(place: str, number: int) -> str:
    return f"{place}, structure {number}" if place else f"structure {number}"


def _document_types(types: object) -> frozenset[str]:
    """Return the types of what describes a whole text, which tools make of their own."""
    below: dict[str, list[str]] = {}
    for name, one in types.items() if isinstance(types, dict) else ():
        if isinstance(one, dict):
            below.setdefault(_plain(one.get("%SUPER_TYPE")), []).append(name)
    found: set[str] = set()
    waiting = [DOCUMENT]
    while waiting:
        new = [name for name in below.pop(waiting.pop(), ()) if name not in found]
        found.update(new)
        waiting += new
    return frozenset(found)


def _is_flagged(one: dict[str, Any]) -> bool:
    flags = one.get("%FLAGS")
    return isinstance(flags, list) and "DocumentAnnotation" in flags


def _members(views: object) -> Iterator[str]:
    for view in views.values() if isinstance(views, dict) else ():
        listed = view.get("%MEMBERS") if isinstance(view, dict) else None
        yield from map(_plain, listed if isinstance(listed, list) else ())


def _structures(stream: JsonStream, beside: dict[str, object]) -> Iterator[object]:
    yield from stream.items_under(STRUCTURES, beside)
    listed = beside.get(STRUCTURES)
    if isinstance(listed, dict):
        for key, one in listed.items():
            if isinstance(one, dict):
                yield {"%ID": key, **one}


def _structure(one: dict[str, Any], place: str) -> Structure:
    features: dict[str, str] = {}
    references: set[str] = set()
    for key, value in one.items():
        name = key[1:] if key[:1] in "@^#" else key
        if key.startswith("@"):
            references.add(name)
        elif key.startswith("%") or name in _ANCHORS:
            continue
        elif isinstance(value, bool):
            features[name] = str(value).lower()
        elif isinstance(value, str):
            # A text that holds half a character is refused later, and not altered.
            whole = name == _TEXT or value.isascii()
            features[name] = value if whole else sayable(value)
    return Structure(
        type=_plain(one.get("%TYPE")),
        features=features,
        references=frozenset(references),
        id=_plain(one.get("%ID")),
        sofa=_plain(one.get("@sofa")),
        start=_anchor(one, "begin"),
        end=_anchor(one, "end"),
        place=place,
    )


def _anchor(one: dict[str, Any], name: str) -> object:
    return one.get(name, one.get(f"^{name}"))


def _plain(value: object) -> str:
    return str(value) if isinstance(value, str) else ""
