"""Codes of the REFI-QDA standard, which are labels: a tree with colors and descriptions."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from annotator import __version__
from annotator.core.exchange_errors import DamagedAnnotationsError
from annotator.core.foreign_values import ForeignLabel
from annotator.core.table_errors import shown_name
from annotator.formats.shared.label_data import label_data, told_label
from annotator.formats.shared.refi_faults import element_faults, guid
from annotator.formats.shared.remarks import apart, said, with_remark, xml_text, xml_value
from annotator.formats.shared.span_values import BadSpanError, position_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from xml.etree.ElementTree import Element

    from annotator.core.errors import AnnotatorError
    from annotator.core.records import Label

TOOL = "REFI-QDA"
PROGRAM = "Fact Annotator "
ORIGIN = f"{PROGRAM}{__version__}"
_COLOR = re.compile(r"#(?:[0-9a-f]{6}|[0-9a-f]{3})\Z")
_SHORT = 4


def derived(parent: str, what: str) -> str:
    """Return an id that always follows from another one."""
    try:
        return str(uuid5(UUID(parent), what))
    except ValueError:
        return ""


def description(element: Element) -> str:
    """Return the text that describes an element; empty without one."""
    found = element.find("Description")
    return (found.text or "") if found is not None else ""


class CodeTree:
    """The labels that a file declares, in its order, and what is wrong with others."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.labels: list[ForeignLabel] = []
        self.faults: list[tuple[str, str]] = []
        self.problems: list[AnnotatorError] = []
        self._seen: set[str] = set()
        self._places: dict[str, int] = {}

    @property
    def ordered(self) -> tuple[ForeignLabel, ...]:
        """The labels in the order in which this program had them, where the file tells it."""
        if len(self._places) < len(self.labels):
            return tuple(self.labels)
        return tuple(sorted(self.labels, key=lambda one: self._places[one.id]))

    def add(self, code: Element) -> None:
        """Take up a code and all that are below it."""
        waiting = [(code, "")]
        while waiting:
            element, parent = waiting.pop()
            label = self._label(element, parent)
            if label is not None:
                parent = label.id
            waiting += [(below, parent) for below in reversed(element.findall("Code"))]

    def _label(self, element: Element, parent: str) -> ForeignLabel | None:
        code_id, name = guid(element.get("guid", "")), element.get("name", "")
        place = f"code “{shown_name(name or code_id)}”"
        if not code_id or not name.strip():
            self._refuse(place, "it has no name or no GUID")
            return None
        if code_id in self._seen:
            self._refuse(place, "its GUID is that of another code")
            return None
        self._seen.add(code_id)
        words, remark = apart(description(element))
        faults = element_faults(element, ours="key" in remark or not remark)
        self.faults += [(place, fault) for fault in faults]
        color = _color(element.get("color", ""))
        told = remark.get("color")
        label = ForeignLabel(
            name=_exact(remark.get("name"), name),
            id=code_id,
            key=key if isinstance(key := remark.get("key"), str) else "",
            color=told if isinstance(told, str) and _color(told) == color else color,
            definition=words,
            parent=parent,
            place=place,
        )
        label = told_label(label, remark)
        with suppress(BadSpanError):
            self._places[code_id] = position_of(remark.get("place"))
        self.labels.append(label)
        return label

    def _refuse(self, place: str, reason: str) -> None:
        self.problems.append(DamagedAnnotationsError(self._path, place=place, reason=reason))


def written_codes(labels: Sequence[Label]) -> Iterator[str]:
    """Yield labels as codes, those below others inside them."""
    below: dict[str | None, list[Label]] = {}
    ids = {label.id: place for place, label in enumerate(labels)}
    for label in labels:
        below.setdefault(label.parent_id if label.parent_id in ids else None, []).append(label)
    for label in (*below.get(None, ()), *labels):  # a circle of labels has no top
        yield from _written(label, below, ids)


def _written(
    label: Label, below: dict[str | None, list[Label]], places: dict[str, int]
) -> Iterator[str]:
    place = places.pop(label.id, None)
    if place is None:
        return
    color = label.color_light.lower()
    remark = {"key": label.key, "place": place, **label_data(label)}
    remark |= {"color": label.color_light} if label.color_light != color else {}
    remark |= {"name": label.name} if said(label.name) != label.name else {}
    words = xml_text(with_remark(label.definition, remark))
    yield (
        f'<Code guid="{label.id}" name={xml_value(label.name)} isCodable="true"'
        f"{f' color={xml_value(color)}' if _COLOR.match(color) else ''}>"
        f"<Description>{words}</Description>"
    )
    for one in below.get(label.id, ()):
        yield from _written(one, below, places)
    yield "</Code>\n"


def _exact(told: object, shown: str) -> str:
    """Return a name as it was before it was written so that XML can hold it."""
    return told if isinstance(told, str) and said(told) == shown else shown


def _color(text: str) -> str:
    """Return a color as ``#rrggbb``; empty where it is none."""
    color = text.strip().lower()
    if not _COLOR.match(color):
        return ""
    return color if len(color) > _SHORT else "#" + "".join(2 * one for one in color[1:])
