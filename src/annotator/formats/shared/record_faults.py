"""What the rows of this program's tables say twice of a highlight, and what cannot be right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from annotator.core.foreign_values import Beside
from annotator.formats.shared.claims import CLAIM_WORDS
from annotator.formats.shared.known_keys import claim_faults
from annotator.formats.shared.record_columns import items_in
from annotator.formats.shared.span_values import words
from annotator.formats.shared.table_rows import ORPHANED
from annotator.formats.shared.times import iso_time
from annotator.service.remarks import Remark

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    Row = Mapping[str, Any]

_OUTCOMES: Final = ("", ORPHANED, "ambiguous", "lost")
# What all rows of one highlight say alike.
_ALIKE: Final = (
    "label", "note", "reviewer", "created", "modified", "outcome", *CLAIM_WORDS, "evidence",
    "claim_id", "cue_start", "cue_end", "label_name", "reviewer_id",
)  # fmt: skip


def beside_of(rows: Sequence[Row]) -> Beside:
    """Return what the rows of a highlight, in the order of its parts, say of it besides."""
    first, last = rows[0], rows[-1]
    placed = not words(first.get("outcome"))
    return Beside(
        prefix=words(first.get("prefix")) if placed else "",
        suffix=words(last.get("suffix")) if placed else "",
        label_id=words(first.get("label_name")),
        faults=partial(_faults, rows),
    )


def _faults(rows: Sequence[Row]) -> Iterator[str]:
    first = rows[0]
    for name in ("created", "modified"):
        if (told := words(first.get(name))) and not iso_time(told):
            yield Remark.BAD_TIME.of(name=name)
    if (outcome := words(first.get("outcome"))) not in _OUTCOMES:
        yield Remark.NO_OUTCOME.of(told=outcome)
    for name in ("evidence", "authors"):
        items = items_in(first.get(name))
        if items and not isinstance(items, list):
            yield Remark.NO_LIST.of(name=name)
        elif name == "evidence":
            yield from claim_faults({"evidence": items})
    for name in _ALIKE:
        if any(row.get(name) != first.get(name) for row in rows[1:]):
            yield Remark.PARTS_OTHERWISE.of(name=name)
