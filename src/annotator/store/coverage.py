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
    from collections.abc import Collection, Iterable

    from annotator.core.sentence_blocks import SegmentedParagraph
    from annotator.store.layouts import Part
    from annotator.store.lookup import Lookup
    from annotator.store.states import Kind

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


def reviewed_in(lookup: Lookup, keys: Collection[int]) -> int:
    """Count the reviewed sentences of some paragraphs from nothing."""
    count = 0
    for chunk in chunks(list(keys)):
        rows = lookup.connection.execute(_ALL, {"of_keys": chunk}).all()
        if rows:
            paragraphs = lookup.sentences({row[0] for row in rows})
            count += len(covered(paragraphs, ((row[0], row[1], row[2]) for row in rows)))
    return count
