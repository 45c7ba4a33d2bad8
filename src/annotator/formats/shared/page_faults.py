"""Where a page does not show what the lines that it carries make it show."""

from __future__ import annotations

import html
import re
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from annotator.service.remarks import Remark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_TAG: Final = re.compile(r"<[^<>]*>")
_MOST_TOLD: Final = 20
_AROUND: Final = 20


def page_faults(
    shown: Iterable[tuple[int, str]], meant: Iterable[str]
) -> Iterator[tuple[str, str]]:
    """Yield which lines of a page are others than those meant; ``shown`` have their numbers."""
    told = 0
    for found, right in zip_longest(shown, meant):
        number, line = found or (0, "")
        if line != right and told < _MOST_TOLD:
            told += 1
            place = f"line {number}" if number else "its end"
            yield place, _difference(line, right or "")


def _difference(shown: str, meant: str) -> str:
    visible, right = (html.unescape(_TAG.sub("", one)) for one in (shown, meant))
    if visible == right:
        return Remark.MARKED_OTHERWISE.of()
    pairs = zip(visible, right, strict=False)
    first = next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(visible), len(right)))
    cut = max(0, first - _AROUND)
    there, here = (one[cut : first + _AROUND] for one in (visible, right))
    return Remark.SHOWN_OTHERWISE.of(told=there, right=here)
