"""Texts that differ from one that is there in the line ends after the last line alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from annotator.core.canonical import text_digest

if TYPE_CHECKING:
    from annotator.service.article_ports import ReadArticle
    from annotator.service.ports import Queries

# So many line ends, or as many as it has itself, are looked for after a text that is there.
_MOST: Final = 2


class LastLineEnds:
    """Gives texts that come in the last line ends of the same text that was there before.

    What is kept stays as it is; with ``queries`` the texts of a project are looked at, too.
    """

    def __init__(self, queries: Queries | None) -> None:
        self._queries = queries
        # By the digest of a text without its last line ends: how many the first one had.
        self._first: dict[str, int] = {}

    def settled(self, read: ReadArticle) -> ReadArticle:
        """Return an article with the last line ends of its text as they are there already."""
        body = read.text.rstrip("\n")
        own = len(read.text) - len(body)
        numbers = {text_digest(body + "\n" * one): one for one in {*range(_MOST + 1), own}}
        bare = next(digest for digest, number in numbers.items() if number == 0)
        wanted = self._first.get(bare)
        if wanted is None:
            wanted = self._first[bare] = self._there(numbers, own)
        if wanted == own:
            return read
        told = f"last line ends: {own} to {wanted}"
        source = replace(read.source, normalized=(*read.source.normalized, told))
        return replace(read, text=body + "\n" * wanted, source=source)

    def _there(self, numbers: dict[str, int], own: int) -> int:
        found = self._queries.texts_there(list(numbers)) if self._queries else ()
        there = {numbers[digest] for digest in found}
        return own if own in there or not there else min(there)
