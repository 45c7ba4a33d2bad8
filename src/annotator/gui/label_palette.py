"""How well a label's color can be seen and told apart."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import TYPE_CHECKING, Final

from annotator.core.color import BadColorError, contrast, least_distance
from annotator.paths import resource

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.core.records import Label

# Lines are seen from 3:1 on, letters on badges are read from 4.5:1 on (WCAG 2.2).
READABLE: Final = 4.5
# The least distance in Oklab that the offered colors keep for every kind of eyes.
APART: Final = 0.095


@cache
def _page(theme: str) -> str:
    read = tomllib.loads(resource("themes", f"{theme}.toml").read_text("utf-8"))
    return str(read["surface"]["page"])


def is_color(text: str) -> bool:
    """Tell whether a text is a color such as ``#0072B2``.

    >>> is_color("#0072B2"), is_color("blue")
    (True, False)
    """
    try:
        contrast(text, text)
    except BadColorError:
        return False
    return True


def page_contrast(color: str, theme: str) -> float:
    """Return the contrast of a color with a theme's page, from 1 to 21."""
    return contrast(color, _page(theme))


def nearest(color: str, others: Iterable[Label], *, dark: bool) -> tuple[float, Label] | None:
    """Return the label whose color is most alike to all eyes' worst, and how far it is."""
    found = [
        (least_distance(color, other.color_dark if dark else other.color_light), other)
        for other in others
    ]
    return min(found, key=lambda pair: pair[0], default=None)
