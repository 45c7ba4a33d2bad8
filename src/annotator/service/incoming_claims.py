"""Claim records as files have them, made ours."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from annotator.core.records import ClaimRecord, Evidence
from annotator.service.exchange_identity import foreign_id, is_id

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.core.foreign_values import ForeignHighlight

_TEXTS = tuple(
    one.name
    for one in fields(ClaimRecord)
    if one.name not in {"id", "created", "modified", "evidence"}
)
_EVIDENCE = tuple(one.name for one in fields(Evidence))


def claim_of(one: ForeignHighlight, highlight_id: str) -> dict[str, Any]:
    """Return the fields of a highlight's claim record with its id; nothing where all are empty.

    What is no field of a claim record is left out, and so is what no text can hold.
    """
    told: dict[str, Any] = {
        name: _text(one.claim[name]) for name in _TEXTS if one.claim.get(name) not in (None, "")
    }
    evidence = [_evidence(each) for each in one.claim.get("evidence") or ()]
    if any(evidence):
        told["evidence"] = evidence
    if not told:
        return {}
    native = str(one.claim.get("id", ""))
    shared = one.ours and is_id(native)
    made_id = native if shared else foreign_id("claim", "", "of", highlight_id)
    return {"id": made_id, **told}


def same_claim(told: Mapping[str, Any], here: ClaimRecord | None) -> bool:
    """Tell whether a claim record says what a file says."""
    return _values(told) == ({} if here is None else _values(as_told(here)))


def claim_record(
    told: Mapping[str, Any], *, before: ClaimRecord | None, now: str
) -> ClaimRecord | None:
    """Return the record that a file's fields make: those that it does not have are emptied."""
    if not told and before is None:
        return None
    texts = {name: told.get(name, "") for name in _TEXTS}
    evidence = tuple(Evidence(**one) for one in told.get("evidence", ()))
    return ClaimRecord(
        id=before.id if before else told["id"],
        created=before.created if before else now,
        modified=now,
        evidence=evidence,
        **texts,
    )


def as_told(here: ClaimRecord) -> dict[str, Any]:
    """Return what a claim record says as a file would tell it; its id is its own affair."""
    evidence = [{name: getattr(one, name) for name in _EVIDENCE} for one in here.evidence]
    return {**{name: getattr(here, name) for name in _TEXTS}, "evidence": evidence}


def _values(told: Mapping[str, Any]) -> dict[str, Any]:
    found = {name: told.get(name) for name in (*_TEXTS, "evidence")}
    return {name: value for name, value in found.items() if value}


def _evidence(one: object) -> dict[str, str]:
    if not isinstance(one, dict):
        return dict.fromkeys(_EVIDENCE, "") | {"url": _text(one)}
    return {name: _text(one.get(name) or "") for name in _EVIDENCE}


def _text(value: object) -> str:
    """Return a value as text that can be kept."""
    return str(value).replace("\0", "").encode("utf-8", "replace").decode("utf-8")
