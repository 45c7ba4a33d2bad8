"""The labeling configuration of a Label Studio project: its labels, and which fields it shows."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final
from xml.sax.saxutils import quoteattr

from annotator.core.file_errors import FileProblemError
from annotator.core.foreign_values import ForeignLabel
from annotator.formats.shared.known_keys import misspelled
from annotator.formats.shared.label_data import label_data, told_label
from annotator.formats.shared.remarks import said
from annotator.formats.shared.span_values import words
from annotator.formats.shared.xml_parts import XmlParts
from annotator.service.reading.files import file_bytes
from annotator.service.reading.json_values import BadJsonError, value_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet
    from pathlib import Path
    from xml.etree.ElementTree import Element

    from annotator.core.records import Codebook, Label

LARGEST = 5_000_000
NAMES = ("labeling_config.xml", "config.xml", "label_config.xml")
LABELS, TEXT, NOTE = "label", "text", "note"
"""How what we write is called: what marks, what is shown, and what is written beside it."""
_COLOR = re.compile(r"#[0-9a-fA-F]{6}")
_PAGE = "HyperText"
_TOLD: Final = frozenset(("data-id", "data-name", "data-parent", "data-more"))
_ATTRIBUTES: Final[Mapping[str, AbstractSet[str]]] = {
    "View": frozenset(),
    "Labels": frozenset(("name", "toName")),
    "Label": _TOLD | {"value", "background", "hotkey", "hint"},
    "Text": frozenset(("name", "value")),
    "TextArea": frozenset(
        ("name", "toName", "perRegion", "editable", "placeholder", "maxSubmissions")
    ),
}


@dataclass(frozen=True, slots=True)
class Config:
    """What a configuration says: labels, and by the name of what is shown its field.

    ``pages`` are the names of those that show HTML; ``controls`` tells by the names of those that
    mark what they lead to. ``faults`` are what is wrong in one that this program wrote.
    """

    labels: tuple[ForeignLabel, ...] = ()
    fields: dict[str, str] = field(default_factory=dict)
    pages: frozenset[str] = frozenset()
    controls: dict[str, list[str]] = field(default_factory=dict)
    faults: tuple[str, ...] = ()


def config_beside(folder: Path) -> tuple[Config, FileProblemError | None]:
    """Return the configuration in a folder; an empty one, and why, where it cannot be read."""
    path = next((folder / name for name in NAMES if (folder / name).is_file()), None)
    if path is None:
        return Config(), None
    parts = XmlParts(path, part="its XML", wanted=frozenset({"View"}))
    try:
        trees = list(parts.read((file_bytes(path, limit=LARGEST),)))
    except FileProblemError as error:
        return Config(), error
    elements = [one for tree in trees for one in tree.iter()]
    shown = [one for one in elements if one.get("value", "").startswith("$") and one.get("name")]
    return Config(
        tuple(_label(one) for one in elements if one.tag == "Label" and one.get("value")),
        {one.get("name", ""): one.get("value", "")[1:] for one in shown},
        frozenset(one.get("name", "") for one in shown if one.tag == _PAGE),
        {
            one.get("name", ""): one.get("toName", "").split(",")
            for one in elements
            if one.get("name") and one.get("toName")
        },
        tuple(_faults(elements)),
    ), None


def written_config(codebook: Codebook) -> Iterator[str]:
    """Yield the lines of a configuration that shows texts and has the labels of a codebook.

    The parts are named as in the tasks. A label is known by its key; what else it has is in
    attributes that Label Studio does not look at.
    """
    yield "<View>\n"
    yield f'  <Labels name="{LABELS}" toName="{TEXT}">\n'
    yield from (_written(one) for one in codebook.labels)
    yield "  </Labels>\n"
    yield f'  <Text name="{TEXT}" value="${TEXT}"/>\n'
    yield (
        f'  <TextArea name="{NOTE}" toName="{TEXT}" perRegion="true" editable="true"'
        ' placeholder="Note" maxSubmissions="1"/>\n'
    )
    yield "</View>\n"


def _faults(elements: Sequence[Element]) -> Iterator[str]:
    if not any(name.startswith("data-") for one in elements for name in one.attrib):
        return
    for one in elements:
        known = _ATTRIBUTES.get(one.tag)
        if known is None:
            yield from misspelled((one.tag,), _ATTRIBUTES.keys())
        else:
            yield from misspelled(one.attrib, known)


def _written(label: Label) -> str:
    told = {
        "value": label.key,
        "background": label.color_light,
        "hotkey": label.shortcut,
        "hint": label.definition,
        "data-id": label.id,
        "data-name": label.name,
        "data-parent": label.parent_id or "",
        "data-more": _more(label),
    }
    shown = " ".join(f"{name}={_quoted(value)}" for name, value in told.items() if value)
    return f"    <Label {shown}/>\n"


def _more(label: Label) -> str:
    """Return as JSON what has no attribute of its own, or cannot stand in XML as it is."""
    exact = {"name": label.name, "definition": label.definition}
    found = {name: value for name, value in exact.items() if said(value) != value}
    found |= {"color": label.color_light} if label.color_light != label.color_light.lower() else {}
    return json.dumps(found | label_data(label), ensure_ascii=True)


def _quoted(value: str) -> str:
    return quoteattr(said(value), {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})


def _label(element: Element) -> ForeignLabel:
    color = element.get("background", "").lower()
    value = element.get("alias", element.get("value", ""))
    more = _told(element.get("data-more", ""))
    name, definition = element.get("data-name", value), element.get("hint", "")
    label = ForeignLabel(
        name=_exact(more.get("name"), name),
        id=element.get("data-id", ""),
        key=value,
        color=color if _COLOR.fullmatch(color) else "",
        definition=_exact(more.get("definition"), definition),
        parent=element.get("data-parent", ""),
    )
    if str(more.get("color")).lower() == color:
        label = replace(label, color=words(more["color"]))
    hotkey = element.get("hotkey", "")
    return replace(told_label(label, more), shortcut=hotkey)


def _told(text: str) -> Mapping[str, Any]:
    try:
        found = value_of(text) if text else {}
    except BadJsonError:
        return {}
    return found if isinstance(found, dict) else {}


def _exact(told: object, shown: str) -> str:
    """Return what was told before it was written so that XML can hold it."""
    return told if isinstance(told, str) and said(told) == shown else shown
