"""The invariants of the index's storage."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.core.index_labels import LabelCodes, LabelT
    from annotator.core.index_shelves import Shelves
    from annotator.core.index_tiers import Block, Tier


def faults(shelves: Shelves, labels: LabelCodes[LabelT], text_end: int) -> Iterator[str]:
    """Yield a sentence for each invariant that does not hold.

    1. Every block knows its tier and number, holds one to ``load`` rows, its columns are of
       one length, and its tags are its keys' last bytes.
    2. Starts ascend within a block, from the block's base on; no base lies before a start of
       the block before.
    3. No length is negative or reaches the tier's limit, and nothing ends behind ``text_end``.
    4. Every key is in the block that the places name, and no more keys have a place.
    5. Counts are those of the stored label codes.
    """
    counted: Counter[int] = Counter()
    for depth, tier in enumerate(shelves.tiers):
        if len(tier.bases) != len(tier.blocks):
            yield f"tier {depth}: {len(tier.bases)} bases for {len(tier.blocks)} blocks"
        yield from _faults_of_order(depth, tier)
        for number, block in enumerate(tier.blocks):
            name = f"tier {depth}, block {number}"
            if block.tier is not tier or block.number != number:
                yield f"{name} believes it is {block.number}"
            room = text_end - tier.bases[number]
            yield from (f"{name}: {fault}" for fault in _faults_of_block(block, room))
            if any(shelves.places.get(key) is not block for key in block.keys):
                yield f"{name}: a key is out of place"
            counted.update(block.codes)
    if counted.total() != len(shelves.places):
        yield f"{counted.total()} rows for {len(shelves.places)} keys"
    expected = {labels.code_of(label): count for label, count in labels.counts.items()}
    if counted != expected:
        yield f"counts are {expected}, rows say {dict(counted)}"


def state(shelves: Shelves) -> Iterator[str]:
    """Yield a line for each block, to be read beside the faults."""
    for depth, tier in enumerate(shelves.tiers):
        for number, block in enumerate(tier.blocks):
            yield (
                f"tier {depth} below {tier.limit}, block {number} at {tier.bases[number]}: "
                f"starts {block.starts.tolist()}, lengths {block.lengths.tolist()}, "
                f"keys {block.keys.tolist()}, codes {list(block.codes)}"
            )


def _faults_of_order(depth: int, tier: Tier) -> Iterator[str]:
    """Check that blocks follow one another."""
    for number, (lower, upper) in enumerate(pairwise(tier.blocks)):
        last = tier.bases[number] + max(lower.starts, default=0)
        if last > tier.bases[number + 1]:
            yield f"tier {depth}: {last} in block {number} is past the base of the next"
        if not upper.keys:
            yield f"tier {depth}: block {number + 1} is empty"


def _faults_of_block(block: Block, room: int) -> Iterator[str]:
    """Check a block's own columns; ``room`` is left for them behind the base."""
    columns = (block.starts, block.lengths, block.keys, block.tags, block.codes)
    if len({len(column) for column in columns}) != 1:
        yield "columns differ in length"
    if list(block.tags) != [key & 255 for key in block.keys]:
        yield f"tags {list(block.tags)} are not those of the keys"
    if not 0 < len(block.keys) <= block.tier.load:
        yield f"{len(block.keys)} rows"
    if any(left > right for left, right in pairwise((0, *block.starts))):
        yield f"starts descend: {list(block.starts)}"
    if any(not 0 <= length < block.tier.limit for length in block.lengths):
        yield f"a length breaks the limit: {list(block.lengths)}"
    if any(sum(row) > room for row in zip(block.starts, block.lengths, strict=False)):
        yield f"a highlight ends more than {room} behind the base"
