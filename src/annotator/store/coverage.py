"""Which sentences are reviewed: those that share a code point with a highlight or a mark."""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final, TypeAlias

from sqlalchemy import bindparam, select, text, union_all

from annotator.store import schema
from annotator.store.lookup import chunks
from annotator.store.prepared import Prepared

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from annotator.core.sentence_blocks import SegmentedParagraph
    from annotator.store.layouts import Part
    from annotator.store.lookup import Lookup
    from annotator.store.states import Kind, State

# A sentence by its paragraph's key and its number there.
Sentence: TypeAlias = tuple[int, int]

# One question however many paragraphs a span touches; CROSS JOIN keeps the order of the loops.
_OTHERS: Final = Prepared(
    text("""
SELECT part.paragraph_key, part.start, part.length
FROM json_each(:regions) AS region CROSS JOIN part
WHERE part.paragraph_key = json_extract(region.value, '$[0]')
AND part.start < json_extract(region.value, '$[2]')
AND part.start + part.length > json_extract(region.value, '$[1]')
AND part.highlight_key <> :highlight
UNION ALL
SELECT part.paragraph_key, part.start, part.length
FROM json_each(:regions) AS region CROSS JOIN mark_part AS part
WHERE part.paragraph_key = json_extract(region.value, '$[0]')
AND part.start < json_extract(region.value, '$[2]')
AND part.start + part.length > json_extract(region.value, '$[1]')
AND part.mark_key <> :mark
""")
)
# A mark's key stands as none of a highlight's.
_OWNED: Final = Prepared(
    text("""
SELECT part.highlight_key, part.paragraph_key, part.start, part.length
FROM json_each(:paragraphs) AS wanted CROSS JOIN part ON part.paragraph_key = wanted.value
UNION ALL
SELECT 0, part.paragraph_key, part.start, part.length
FROM json_each(:paragraphs) AS wanted CROSS JOIN mark_part AS part
ON part.paragraph_key = wanted.value
""")
)
_ALL: Final = union_all(
    *(
        select(table.c.paragraph_key, table.c.start, table.c.length).where(
            table.c.paragraph_key.in_(bindparam("of_keys", expanding=True))
        )
        for table in (schema.part, schema.mark_part)
    )
)


def touched(sentences: SegmentedParagraph, start: int, length: int) -> range:
    """Return the numbers of the paragraph's sentences that share a code point with a stretch."""
    if not length:
        return range(0)
    return range(
        bisect_right(sentences.stops, start), bisect_left(sentences.starts, start + length)
    )


def covered(
    paragraphs: dict[int, SegmentedParagraph], parts: Iterable[tuple[int, int, int]]
) -> set[Sentence]:
    """Return the sentences under some stretches, those in other paragraphs left out."""
    return {
        (key, number)
        for key, start, length in parts
        if key in paragraphs
        for number in touched(paragraphs[key], start, length)
    }


def reviewed_delta(
    lookup: Lookup, kind: Kind, key: int, *, before: list[Part], after: list[Part]
) -> int:
    """Return how many more sentences are reviewed once one object's parts change.

    Rows of the object itself are left out of account, so it may be asked before or after they
    are written. It costs the sentences that the parts touch.
    """
    stretches = [(part[0], part[1], part[2]) for part in (*before, *after)]
    paragraphs = lookup.sentences({stretch[0] for stretch in stretches})
    old = covered(paragraphs, stretches[: len(before)])
    new = covered(paragraphs, stretches[len(before) :])
    others = _under_others(lookup, kind, key, old ^ new)
    return len(new - old - others) - len(old - new - others)


def _under_others(lookup: Lookup, kind: Kind, key: int, wanted: set[Sentence]) -> set[Sentence]:
    if not wanted:
        return set()
    numbers: dict[int, list[int]] = {}
    for paragraph, number in wanted:
        numbers.setdefault(paragraph, []).append(number)
    paragraphs = lookup.sentences(numbers)
    regions = [
        [key, sentences.starts[min(numbers[key])], sentences.stops[max(numbers[key])]]
        for key, sentences in paragraphs.items()
    ]
    own = {"highlight": 0, "mark": 0} | {kind.name: key}
    rows = _OTHERS.all(lookup.connection, {"regions": json.dumps(regions), **own})
    return covered(paragraphs, ((row[0], row[1], row[2]) for row in rows))


class CoveredSentences:
    """The reviewed sentences of the paragraphs that new highlights come to, article by article.

    What is known of a paragraph is kept while highlights come to its article and nothing else is
    written, so that however many come, its rows are read once.
    """

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup
        # By article: the paragraphs asked for, and the reviewed sentences among theirs.
        self._known: dict[int, tuple[set[int], set[Sentence]]] = {}

    def forget(self) -> None:
        """Forget what is known: something else may have been written."""
        self._known.clear()

    def more_under(self, states: Sequence[State]) -> dict[int, int]:
        """Return how many more sentences of each article are reviewed by new highlights.

        Their own rows may be there already. Paragraphs of other revisions count for nothing.
        """
        by_article: dict[int, list[tuple[int, int, int]]] = {}
        for state in states:
            parts = by_article.setdefault(state["article_key"], [])
            parts += [(part[0], part[1], part[2]) for part in state["parts"]]
        own = {state["key"] for state in states}
        self._known = {one: found for one, found in self._known.items() if one in by_article}
        return {article: self._more(article, parts, own) for article, parts in by_article.items()}

    def _more(self, article: int, parts: list[tuple[int, int, int]], own: set[int]) -> int:
        current = self._lookup.current_revision(article)
        here = self._lookup.layout(current).starts if current is not None else {}
        parts = [part for part in parts if part[0] in here]
        keys = {part[0] for part in parts}
        asked, reviewed = self._known.setdefault(article, (set(), set()))
        reviewed |= self._reviewed(keys - asked, own)
        asked |= keys
        paragraphs = self._lookup.sentences(keys)
        fresh = covered(paragraphs, parts) - reviewed
        reviewed |= fresh
        return len(fresh)

    def _reviewed(self, keys: set[int], own: set[int]) -> set[Sentence]:
        """Return the sentences of some paragraphs that are reviewed without some highlights."""
        found: set[Sentence] = set()
        for chunk in chunks(sorted(keys)):
            asked = {"paragraphs": json.dumps(chunk)}
            rows = [
                row[1:] for row in _OWNED.all(self._lookup.connection, asked) if row[0] not in own
            ]
            paragraphs = self._lookup.sentences({row[0] for row in rows})
            found |= covered(paragraphs, ((row[0], row[1], row[2]) for row in rows))
        return found


def reviewed_in(lookup: Lookup, keys: Collection[int]) -> int:
    """Count the reviewed sentences of some paragraphs from nothing."""
    count = 0
    for chunk in chunks(list(keys)):
        rows = lookup.connection.execute(_ALL, {"of_keys": chunk}).all()
        if rows:
            paragraphs = lookup.sentences({row[0] for row in rows})
            count += len(covered(paragraphs, ((row[0], row[1], row[2]) for row in rows)))
    return count
