"""What brat's files say wrong of each other: ids that no line has, types that nothing declares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.codebook_rules import is_color
from annotator.formats.shared.brat_data import PROJECT_FILE
from annotator.formats.shared.brat_labels import declared, declared_types, shown_name, types_of
from annotator.service.remarks import Remark

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from annotator.core.foreign_values import ForeignLabel
    from annotator.formats.shared.brat_lines import Lines, Told

_KINDS = {
    "R": Remark.NO_RELATION,
    "E": Remark.NO_EVENT,
    "A": Remark.NO_ATTRIBUTE,
    "M": Remark.NO_ATTRIBUTE,
}
_SECTIONS = {"R": "relations", "E": "events", "A": "attributes", "M": "attributes"}


def label_faults(
    labels: Sequence[ForeignLabel], ids: Mapping[str, str], conf: str, looks: str
) -> Iterator[tuple[str, str]]:
    """Yield what brat's two configurations say otherwise of this program's labels.

    ``ids`` are those of the labels by brat's types, as this program told them beside.
    """
    there = {one.id: one for one in declared(conf, looks)}
    types = {label_id: name for name, label_id in ids.items()}
    right = types_of(labels)
    for label in labels:
        name = types.get(label.id, "")
        one = there.get(name)
        if name != right[label.id]:
            yield PROJECT_FILE, Remark.OTHER_TYPE.of(told=name, label=label.name)
        if one is None:
            continue  # which is told of the configuration
        told = {"label": label.key, "file": PROJECT_FILE}
        if one.name != (shown_name(label.name) or name):
            yield "visual.conf", Remark.OTHER_NAME.of(**told, told=one.name, right=label.name)
        if looks and one.color != (label.color.lower() if is_color(label.color) else ""):
            color = one.color or "-"
            yield "visual.conf", Remark.COLORED_OTHERWISE.of(**told, told=color, right=label.color)
        if one.parent != types.get(label.parent, ""):
            yield "annotation.conf", Remark.BELOW_ANOTHER.of(name=name, file=PROJECT_FILE)


def line_faults(lines: Lines, types: dict[str, frozenset[str]]) -> Iterator[tuple[int, str]]:
    """Yield what is wrong in the lines of a file, each with its number.

    ``types`` are those that a configuration declares by its sections; none without one.
    """
    bound = {one.id for one in lines.bound}
    known = bound | {one.id for one in lines.told if one.id[0] not in "#*"}
    seen: set[str] = set()
    for one in lines.bound:
        if not one.words and one.length:
            yield one.line, Remark.NO_WORDS.of(id=one.id)
    for told in lines.told:
        if told.id not in {"*", "#"} and told.id in seen:
            yield told.line, Remark.ID_AGAIN.of(id=told.id)
        seen.add(told.id)
        for name in told.names:
            if name not in (bound if told.id == "*" else known):
                yield told.line, Remark.NO_SUCH_NAME.of(id=told.id, name=name)
        yield from _undeclared(told, types)


def _undeclared(told: Told, types: dict[str, frozenset[str]]) -> Iterator[tuple[int, str]]:
    section = _SECTIONS.get(told.id[0], "")
    # Many a configuration leaves a section out, and means that nobody checks it.
    if section and types and types[section] and told.type not in types[section]:
        yield told.line, _KINDS[told.id[0]].of(name=told.type)


def types_in(conf: str) -> dict[str, frozenset[str]]:
    """Return the types that a configuration declares by section; nothing where it has none."""
    found = declared_types(conf)
    return found if found["entities"] | found["events"] else {}
