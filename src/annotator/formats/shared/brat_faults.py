"""What brat's files say wrong of each other: ids that no line has, types that nothing declares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.formats.shared.brat_labels import declared_types

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.formats.shared.brat_lines import Lines, Told

_KINDS = {"R": "relation", "E": "event", "A": "attribute", "M": "attribute"}
_SECTIONS = {"R": "relations", "E": "events", "A": "attributes", "M": "attributes"}


def line_faults(lines: Lines, types: dict[str, frozenset[str]]) -> Iterator[tuple[int, str]]:
    """Yield what is wrong in the lines of a file, each with its number.

    ``types`` are those that a configuration declares by its sections; none without one.
    """
    bound = {one.id for one in lines.bound}
    known = bound | {one.id for one in lines.told if one.id[0] not in "#*"}
    seen: set[str] = set()
    for one in lines.bound:
        if not one.words and one.length:
            yield one.line, f"{one.id} has no words"
    for told in lines.told:
        if told.id not in {"*", "#"} and told.id in seen:
            yield told.line, f"the id {told.id} is there already"
        seen.add(told.id)
        for name in told.names:
            if name not in (bound if told.id == "*" else known):
                yield told.line, f"{told.id} names {name}, which is not there"
        yield from _undeclared(told, types)


def _undeclared(told: Told, types: dict[str, frozenset[str]]) -> Iterator[tuple[int, str]]:
    section = _SECTIONS.get(told.id[0], "")
    # Many a configuration leaves a section out, and means that nobody checks it.
    if section and types and types[section] and told.type not in types[section]:
        yield told.line, f"the configuration declares no {_KINDS[told.id[0]]} “{told.type}”"


def types_in(conf: str) -> dict[str, frozenset[str]]:
    """Return the types that a configuration declares by section; nothing where it has none."""
    found = declared_types(conf)
    return found if found["entities"] | found["events"] else {}
