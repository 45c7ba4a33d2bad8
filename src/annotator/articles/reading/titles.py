"""The title of an article whose file does not say it."""

from __future__ import annotations

import re

LONGEST_TITLE = 150
_SENTENCE_END = re.compile(r"[.!?。！？؟…]['\"”’»)]*$")


def title_of(text: str, stem: str) -> str:
    r"""Return the first line where it reads like a headline, else the file's name in words.

    >>> title_of("Dam declared safe\nThe ministry said so.", "news-01")
    'Dam declared safe'
    >>> title_of("The ministry said so.\nNobody else did.", "news-01")
    'News 01'
    """
    lines = [line.strip() for line in text.lstrip().split("\n", 2)]
    first = lines[0]
    if len(lines) > 1 and len(first) <= LONGEST_TITLE and not _SENTENCE_END.search(first):
        return first
    words = re.sub(r"[-_\s]+", " ", stem).strip() or stem
    return words[:1].upper() + words[1:]
