"""brat's types and this program's labels: their names, and the files that configure brat."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotator.core.foreign_values import ForeignLabel

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from annotator.core.records import Label

_UNSAFE = re.compile(r"[^A-Za-z0-9_-]+")
_COLOR = re.compile(r"#[0-9a-fA-F]{6}")
_TYPED = re.compile(r"(\t*)!?([^\s<>\[\]#|]+)(?:\|.*)?(?:\s.*)?")
_KINDS = frozenset(("entities", "spans", "events"))
# Sections that must be there, and the line without which highlights could not overlap.
_REST = """
[relations]

<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>

[events]

[attributes]
"""
_BRIGHT = 150


def types_of(labels: Iterable[Label | ForeignLabel]) -> dict[str, str]:
    """Return brat's type for each label by its id: letters, digits and signs that brat takes."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for number, label in enumerate(labels, 1):
        safe = _UNSAFE.sub("_", label.key)
        base = safe if safe.strip("_") else f"label_{number}"
        name, again = base, 1
        while name in taken:
            again += 1
            name = f"{base}_{again}"
        taken.add(name)
        found[label.id] = name
    return found


def annotation_conf(labels: Sequence[Label], types: Mapping[str, str]) -> str:
    """Return the configuration that declares the types, each below that of its parent."""
    lines = [f"{chr(9) * level}{types[label.id]}" for level, label in _as_tree(labels)]
    return "\n".join(["# Labels of Fact Annotator.", "[entities]", "", *lines, _REST])


def visual_conf(labels: Sequence[Label], types: Mapping[str, str]) -> str:
    """Return the configuration that tells how types are named and colored."""
    named = [f"{types[label.id]} | {shown_name(label.name)}" for label in labels]
    colored = [
        f"{types[label.id]}\tbgColor:{label.color_light}, fgColor:{_ink(label.color_light)},"
        " borderColor:darken"
        for label in labels
        if _COLOR.fullmatch(label.color_light)
    ]
    return "\n".join(["[labels]", "", *named, "", "[drawing]", "", *colored, ""])


def declared(annotation: str, visual: str) -> tuple[ForeignLabel, ...]:
    r"""Return the labels that the two configurations declare.

    >>> [one.name for one in declared("[entities]\nPER\n\tMAYOR", "[labels]\nPER | Person")]
    ['Person', 'MAYOR']
    """
    names = _names(visual)
    colors = dict(_colors(visual))
    found: dict[str, ForeignLabel] = {}
    above: list[str] = []
    for depth, name in _types(annotation):
        del above[depth:]
        parent = above[-1] if above else ""
        above.append(name)
        one = ForeignLabel(names.get(name, name), name, name, colors.get(name, ""), parent=parent)
        found.setdefault(name, one)
    return tuple(found.values())


def declared_types(annotation: str) -> dict[str, frozenset[str]]:
    """Return the types that a configuration declares, by the names of its sections."""
    found: dict[str, set[str]] = {
        name: set() for name in ("entities", "events", "relations", "attributes")
    }
    for section, line in _sections(annotation):
        typed = _TYPED.fullmatch(line)
        name = "entities" if section == "spans" else section
        if typed and name in found:
            found[name].add(typed[2])
    return {name: frozenset(types) for name, types in found.items()}


def _as_tree(labels: Sequence[Label]) -> Iterator[tuple[int, Label]]:
    known = {label.id for label in labels}
    below: dict[str, list[Label]] = {}
    for label in labels:
        parent = label.parent_id if label.parent_id in known else None
        below.setdefault(parent or "", []).append(label)
    waiting = [(0, one) for one in reversed(below.get("", []))]
    while waiting:
        level, label = waiting.pop()
        yield level, label
        waiting += [(level + 1, one) for one in reversed(below.get(label.id, []))]


def shown_name(name: str) -> str:
    """Return a name as brat's configuration can hold it."""
    return " ".join(name.replace("|", "/").split())


def _ink(color: str) -> str:
    """Return black or white, whichever is read better on a color."""
    red, green, blue = (int(color[place : place + 2], 16) for place in (1, 3, 5))
    return "black" if (299 * red + 587 * green + 114 * blue) / 1000 > _BRIGHT else "white"


def _sections(conf: str) -> Iterator[tuple[str, str]]:
    section = ""
    for line in conf.split("\n"):
        inner = line.strip()
        if inner.startswith("[") and inner.endswith("]"):
            section = inner[1:-1].lower()
        elif inner and not inner.startswith("#"):
            yield section, line.rstrip()


def _types(conf: str) -> Iterator[tuple[int, str]]:
    for section, line in _sections(conf):
        found = _TYPED.fullmatch(line)
        if section in _KINDS and found and found[2].strip("-"):
            yield len(found[1]), found[2]


def _names(conf: str) -> dict[str, str]:
    parts = (line.split("|") for section, line in _sections(conf) if section == "labels")
    return {one[0].strip(): one[1].strip() for one in parts if len(one) > 1 and one[1].strip()}


def _colors(conf: str) -> Iterator[tuple[str, str]]:
    for section, line in _sections(conf):
        name, _, rest = line.strip().partition("\t" if "\t" in line.strip() else " ")
        found = re.search(r"bgColor:(#[0-9a-fA-F]{6})\b", rest)
        if section == "drawing" and found:
            yield name.strip(), found[1].lower()
