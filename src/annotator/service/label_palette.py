"""The colors offered for labels, and which a new one gets."""

from __future__ import annotations

import tomllib
from collections import Counter
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import TYPE_CHECKING

from annotator.core.codebook_rules import LINE_STYLES
from annotator.paths import resource

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.core.records import Label


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


def free_look(labels: Iterable[Label]) -> tuple[Paint, str]:
    """Return the color and line that the fewest labels have together, then each by itself."""
    looks = [(label.color_light.upper(), label.line_style) for label in labels]
    both = Counter(looks)
    colors, lines = Counter(color for color, _ in looks), Counter(line for _, line in looks)

    def uses(paint: Paint, line: str) -> tuple[int, int, int]:
        color = paint.light.upper()
        return both[color, line], colors[color], lines[line]

    return min(product(palette(), LINE_STYLES), key=lambda look: uses(*look))
