"""Whether a page itself says that a day is its own, as against one that it merely mentions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LONGEST_DATE_LINE = 100
_DECLARED = (
    "//meta/@content | //time/@datetime | //abbr/@title"
    " | //script[@type='application/ld+json']/text() | //*[@itemprop='datePublished']/@content"
)
# What is cited has dates of its own.
_SHOWN = (
    "//*[self::time or contains(@class, 'date') or contains(@class, 'time')"
    " or contains(@class, 'publi')][not(ancestor-or-self::cite)]"
)


def is_of_page(day: str, root: HtmlElement, address: str) -> bool:
    """Tell whether a day in ISO 8601 is declared in a page, shown as its date or in its address."""
    spelled = {day, day.replace("-", "/"), day.replace("-", "")}
    declared = (address, *map(str, root.xpath(_DECLARED)))
    if any(one in text for text in declared for one in spelled):
        return True
    year, _, number = day.split("-")
    shown = re.compile(rf"(?<!\d)(?:{year}(?!\d).*(?<!\d)0?{int(number)}(?!\d)"
                       rf"|0?{int(number)}(?!\d).*(?<!\d){year}(?!\d))")  # fmt: skip
    lines = (" ".join(element.text_content().split()) for element in root.xpath(_SHOWN))
    return any(len(line) <= LONGEST_DATE_LINE and shown.search(line) for line in lines)
