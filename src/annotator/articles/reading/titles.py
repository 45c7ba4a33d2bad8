"""The title of an article whose file does not say it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST_TITLE = 150
_SENTENCE_END = re.compile(r"[.!?。！？؟…]['\"”’»)]*$")


def title_of(text: str, stem: str, marks: Iterable[str] = ()) -> str:
    r"""Return the first line where it reads like a headline, else the file's name in words.

    The marks of notes are no part of a title.

    >>> title_of("Dam declared safe\nThe ministry said so.", "news-01")
    'Dam declared safe'
    >>> title_of("The ministry said so.\nNobody else did.", "news-01")
    'News 01'
    >>> title_of("The dam[1]\nIt is safe.", "news", ["[1]"])
    'The dam'
    """
    lines = [line.strip() for line in text.lstrip().split("\n", 2)]
    first = lines[0]
    for mark in marks:
        first = first.replace(mark, "")
    first = first.strip()
    if len(lines) > 1 and 0 < len(first) <= LONGEST_TITLE and not _SENTENCE_END.search(first):
        return first
    words = re.sub(r"[-_\s]+", " ", stem).strip() or stem
    return words[:1].upper() + words[1:]
