"""Labels as files of this program tell them in JSON, with all that a label has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from annotator.core.foreign_values import ForeignLabel
from annotator.formats.shared.span_values import texts_of, words

if TYPE_CHECKING:
    from collections.abc import Mapping

_WORDS = ("name", "id", "key", "definition", "color_dark", "letter", "line_style", "shortcut")
_LISTS = ("tests", "edge_cases", "examples", "fields")


def told_label(
    values: Mapping[str, Any], *, color: str, parent: str, place: str = ""
) -> ForeignLabel:
    """Return the label that values tell; ``color`` and ``parent`` are the keys of these."""
    told: dict[str, Any] = {name: words(values.get(name)) for name in _WORDS}
    told |= {name: texts_of(values.get(name)) for name in _LISTS}
    return ForeignLabel(
        **told,
        color=words(values.get(color)),
        parent=words(values.get(parent)),
        archived=values.get("archived") is True,
        place=place,
    )
