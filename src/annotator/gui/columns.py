"""How wide the three columns are, and which of the outer two a narrow window has room for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

ARTICLES, INSPECTOR = "articles", "inspector"
WIDTHS = {ARTICLES: 272, INSPECTOR: 336}
NARROWEST = {ARTICLES: 170, INSPECTOR: 200}
NARROWEST_PAGE = 440
HANDLE = 1


def fitting(wanted: Iterable[str], width: int) -> list[str]:
    """Return those of the wanted columns that fit beside the page, the first wanted first.

    >>> fitting(["articles", "inspector"], 812), fitting(["articles", "inspector"], 811)
    (['articles', 'inspector'], ['articles'])
    >>> fitting(["articles", "inspector"], 610)
    []
    """
    room, shown = width - NARROWEST_PAGE, []
    for name in wanted:
        room -= NARROWEST[name] + HANDLE
        if room < 0:
            break
        shown.append(name)
    return shown
