"""How a label from a file looks and what it means, as far as the file tells and we can have it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from annotator.core.claim_fields import ALL_FIELDS
from annotator.core.codebook_rules import LINE_STYLES, is_color, is_one_sign
from annotator.core.color import distance
from annotator.service.label_palette import palette

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.core.foreign_values import ForeignLabel
    from annotator.core.records import Label

_UNWRITABLE: Final = re.compile("[\0\ud800-\udfff]")


def as_told(label: Label, told: ForeignLabel, others: Sequence[Label]) -> Label:
    """Return a new label with what a file tells of it; what it cannot have stays as it was.

    ``others`` are the labels that are there; their letters and shortcuts are theirs.
    """
    in_use = [] if told.archived else [one for one in others if not one.archived]
    free_sign = _is_free(told.letter, (one.letter for one in in_use))
    free_key = _is_free(told.shortcut, (one.shortcut for one in in_use))
    light, dark = _colors(label, told)
    return replace(
        label,
        letter=told.letter if free_sign else label.letter,
        color_light=light,
        color_dark=dark,
        line_style=told.line_style if told.line_style in LINE_STYLES else label.line_style,
        shortcut=told.shortcut if free_key and len(told.shortcut) == 1 else "",
        definition=writable(told.definition),
        tests=tuple(map(writable, told.tests)),
        edge_cases=tuple(map(writable, told.edge_cases)),
        examples=tuple(map(writable, told.examples)),
        archived=told.archived,
        fields=tuple(one for one in dict.fromkeys(told.fields) if one in ALL_FIELDS),
    )


def writable(text: str) -> str:
    r"""Return a text with a sign for each of its characters that no file can hold.

    >>> writable("a\0b") == "a\ufffdb"
    True
    """
    return _UNWRITABLE.sub("\ufffd", text)


def _is_free(sign: str, taken: Iterable[str]) -> bool:
    return is_one_sign(sign) and sign.casefold() not in {one.casefold() for one in taken}


def _colors(label: Label, told: ForeignLabel) -> tuple[str, str]:
    """Return the colors on light pages and on dark ones.

    A color that is told for light pages alone gets the dark one of that offered which is nearest.
    """
    if not is_color(told.color):
        return label.color_light, label.color_dark
    if is_color(told.color_dark):
        return told.color, told.color_dark
    nearest = min(palette(), key=lambda paint: distance(paint.light, told.color))
    return told.color, nearest.dark
