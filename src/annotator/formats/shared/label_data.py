"""All of a label in data of this program's own, or what other data lack of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from annotator.core.foreign_values import ForeignLabel
from annotator.formats.shared.span_values import texts_of, words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.core.records import Label

_BESIDE = (
    "color_dark", "letter", "line_style", "shortcut", "tests", "edge_cases", "examples", "fields",
    "archived",
)  # fmt: skip


def label_data(label: Label) -> dict[str, Any]:
    """Return what a label has beside name, key, color and definition, without what is empty."""
    told = ((name, getattr(label, name)) for name in _BESIDE)
    return {name: value for name, value in told if value}


def told_label(label: ForeignLabel, data: Mapping[str, Any]) -> ForeignLabel:
    """Return a label with what data tell of it beside those; data may be anything."""
    return replace(
        label,
        color_dark=words(data.get("color_dark")),
        letter=words(data.get("letter")),
        line_style=words(data.get("line_style")),
        shortcut=words(data.get("shortcut")),
        tests=texts_of(data.get("tests")),
        edge_cases=texts_of(data.get("edge_cases")),
        examples=texts_of(data.get("examples")),
        fields=texts_of(data.get("fields")),
        archived=data.get("archived") is True,
    )


def whole_label(
    data: Mapping[str, Any], *, color: str, parent: str, place: str = ""
) -> ForeignLabel:
    """Return the label that data tell; ``color`` and ``parent`` are the keys of these."""
    label = ForeignLabel(
        name=words(data.get("name")),
        id=words(data.get("id")),
        key=words(data.get("key")),
        color=words(data.get(color)),
        definition=words(data.get("definition")),
        parent=words(data.get(parent)),
        place=place,
    )
    return told_label(label, data)
