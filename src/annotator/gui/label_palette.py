"""The colors offered for labels, and how well a color of one's own can be told apart."""

from __future__ import annotations

import tomllib
from collections import Counter
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import TYPE_CHECKING, Final

from annotator.core.codebook_rules import LINE_STYLES
from annotator.core.color import BadColorError, contrast, least_distance
from annotator.paths import resource

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.core.records import Label

# Lines are seen from 3:1 on, letters on badges are read from 4.5:1 on (WCAG 2.2).
READABLE: Final = 4.5
# The least distance in Oklab that the offered colors keep for every kind of eyes.
APART: Final = 0.095


@dataclass(frozen=True, slots=True)
class Paint:
    """One color on light pages and on dark ones."""

    name: str
    light: str
    dark: str


@cache
def palette() -> tuple[Paint, ...]:
    """Return the colors offered, in their order."""
    read = tomllib.loads(resource("codebook", "palette.toml").read_text("utf-8"))
    return tuple(Paint(one["name"], one["light"], one["dark"]) for one in read["color"])


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


def free_look(labels: Iterable[Label]) -> tuple[Paint, str]:
    """Return the color and line that the fewest labels have together, then each by itself."""
    looks = [(label.color_light.upper(), label.line_style) for label in labels]
    both = Counter(looks)
    colors, lines = Counter(color for color, _ in looks), Counter(line for _, line in looks)

    def uses(paint: Paint, line: str) -> tuple[int, int, int]:
        color = paint.light.upper()
        return both[color, line], colors[color], lines[line]

    return min(product(palette(), LINE_STYLES), key=lambda look: uses(*look))
