"""All of a highlight but its place and label, as a line of JSON that other tools carry along."""

from __future__ import annotations

import json
import re
from functools import partial
from typing import TYPE_CHECKING, Any

from annotator.core.foreign_values import Beside
from annotator.formats.shared.claims import claim_json, claim_of
from annotator.formats.shared.known_keys import carried_faults
from annotator.formats.shared.span_values import BadSpanError, span_of, words
from annotator.formats.shared.times import iso_time

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.service.exchange_ports import SentHighlight

Pairs = tuple[tuple[int, int], ...]
MORE = ("note", "cue", "spans", "tags", "label", "quote", "unplaced", "prefix", "suffix")
# What JSON lets stand and some program takes for the end of a line.
_LINE_ENDS = re.compile("[\x7f\x85\u2028\u2029]")


def highlight_data(sent: SentHighlight) -> dict[str, Any]:
    """Return a highlight's data without what is empty; its note stands beside the claim."""
    made = sent.highlight
    claim = claim_json(sent.claim) or {}
    note = claim.pop("note", "")
    found: dict[str, Any] = {
        "id": made.id,
        "reviewer": sent.reviewer.name,
        "reviewer_id": sent.reviewer.id,
        "created": made.created,
        "modified": made.modified,
        "claim": claim,
        "note": note,
        "cue": [made.cue.start, made.cue.end] if made.cue else None,
    }
    return {name: value for name, value in found.items() if value}


def as_line(data: Mapping[str, Any]) -> str:
    """Return data as JSON in which nothing ends a line."""
    told = json.dumps(data, ensure_ascii=False)
    return _LINE_ENDS.sub(lambda one: f"\\u{ord(one[0]):04x}", told)


def told_fields(data: Mapping[str, Any], note: str, more: tuple[str, ...] = MORE) -> dict[str, Any]:
    """Return the fields of a highlight that data tells, with a note, which may be empty.

    ``more`` are the keys that data has beside those of a highlight that is carried.
    """
    claim = claim_of(data.get("claim"))
    claim.pop("note", None)
    cue = data.get("cue")
    return {
        "id": words(data.get("id")),
        "ours": True,
        "reviewer": words(data.get("reviewer")),
        "reviewer_id": words(data.get("reviewer_id")),
        "created": iso_time(data.get("created")),
        "modified": iso_time(data.get("modified")),
        "claim": claim | ({"note": note} if note else {}),
        "cue": told_spans([cue])[0] if cue else None,
        "beside": Beside(faults=partial(carried_faults, data, more)),
    }


def told_spans(value: object) -> Pairs:
    """Return the spans in a list of pairs; raise ``BadSpanError`` where it is none."""
    pairs = value if isinstance(value, list) else [value]
    found = []
    for one in pairs:
        if not isinstance(one, list) or len(one) != 2:  # noqa: PLR2004 - a start and an end
            raise BadSpanError("a span is no pair of positions")
        found.append(span_of(*one))
    return tuple(found)
