"""Claim records as JSON has them, and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any

from annotator.core.records import ClaimRecord, Evidence
from annotator.service.reading.files import sayable
from annotator.service.reading.values import plain

if TYPE_CHECKING:
    from annotator.service.exchange_ports import SentHighlight

CLAIM_WORDS = tuple(
    one.name
    for one in fields(ClaimRecord)
    if one.name not in {"id", "created", "modified", "evidence", "note"}
)
"""The fields of a claim record that are words, but for its note."""
_KNOWN = {one.name for one in fields(ClaimRecord)}
_OF_EVIDENCE = tuple(one.name for one in fields(Evidence))


def claim_json(claim: ClaimRecord | None) -> dict[str, Any] | None:
    """Return what is filled in of a claim record; None without one."""
    if claim is None:
        return None
    return {name: value for name, value in asdict(claim).items() if value}


def evidence_json(sent: SentHighlight) -> list[dict[str, str]]:
    """Return what is filled in of the evidence of a highlight's claim record."""
    found = sent.claim.evidence if sent.claim else ()
    return [{name: value for name, value in asdict(one).items() if value} for one in found]


def claim_of(value: object) -> dict[str, Any]:
    """Return the known fields of a claim record in a value; what is no such thing has none.

    The evidence is a list of mappings, as it is written; every other field is words.

    >>> claim_of({"speaker": "Ann", "rank": 7, "evidence": [{"url": "a", "size": 3}]})
    {'speaker': 'Ann', 'evidence': [{'url': 'a'}]}
    """
    if not isinstance(value, Mapping):
        return {}
    found: dict[str, Any] = {}
    for name, held in value.items():
        if name == "evidence":
            found[name] = evidence_of(held)
        elif name in _KNOWN and not isinstance(held, (Mapping, list, tuple)):
            found[name] = sayable(plain(held))
    return {name: held for name, held in found.items() if held}


def evidence_of(value: object) -> list[dict[str, str]]:
    """Return the pieces of evidence in a list of mappings."""
    items = value if isinstance(value, (list, tuple)) else ()
    found = (
        {name: sayable(plain(one[name])) for name in _OF_EVIDENCE if one.get(name)}
        for one in items
        if isinstance(one, Mapping)
    )
    return [one for one in found if one]
