"""Codes of the REFI-QDA standard, which are labels: a tree with colors and descriptions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from annotator import __version__
from annotator.core.exchange_errors import DamagedAnnotationsError
from annotator.core.foreign_values import ForeignLabel
from annotator.core.table_errors import shown_name
from annotator.formats.shared.remarks import apart, with_remark, xml_text, xml_value

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from xml.etree.ElementTree import Element

    from annotator.core.errors import AnnotatorError
    from annotator.core.records import Label

TOOL = "REFI-QDA"
ORIGIN = f"Fact Annotator {__version__}"
_COLOR = re.compile(r"#(?:[0-9a-f]{6}|[0-9a-f]{3})\Z")
_SHORT = 4


def guid(text: str) -> str:
    """Return an id as all of a file can be compared: lower case, without braces.

    >>> guid(" {0A1B} ")
    '0a1b'
    """
    return text.strip().strip("{}").lower()


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
        self.problems: list[AnnotatorError] = []
        self._seen: set[str] = set()

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
        label = ForeignLabel(
            name=name,
            id=code_id,
            key=key if isinstance(key := remark.get("key"), str) else "",
            color=_color(element.get("color", "")),
            definition=words,
            parent=parent,
        )
        self.labels.append(label)
        return label

    def _refuse(self, place: str, reason: str) -> None:
        self.problems.append(DamagedAnnotationsError(self._path, place=place, reason=reason))


def written_codes(labels: Sequence[Label]) -> Iterator[str]:
    """Yield labels as codes, those below others inside them."""
    below: dict[str | None, list[Label]] = {}
    ids = {label.id for label in labels}
    for label in labels:
        below.setdefault(label.parent_id if label.parent_id in ids else None, []).append(label)
    written: set[str] = set()
    for label in (*below.get(None, ()), *labels):  # a circle of labels has no top
        yield from _written(label, below, written)


def _written(
    label: Label, below: dict[str | None, list[Label]], written: set[str]
) -> Iterator[str]:
    if label.id in written:
        return
    written.add(label.id)
    words = xml_text(with_remark(label.definition, {"key": label.key}))
    color = label.color_light.lower()
    yield (
        f'<Code guid="{label.id}" name={xml_value(label.name)} isCodable="true"'
        f"{f' color={xml_value(color)}' if _COLOR.match(color) else ''}>"
        f"<Description>{words}</Description>"
    )
    for one in below.get(label.id, ()):
        yield from _written(one, below, written)
    yield "</Code>\n"


def _color(text: str) -> str:
    """Return a color as ``#rrggbb``; empty where it is none."""
    color = text.strip().lower()
    if not _COLOR.match(color):
        return ""
    return color if len(color) > _SHORT else "#" + "".join(2 * one for one in color[1:])
