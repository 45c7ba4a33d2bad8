"""The fields of a claim record in the order of asking, and what some are chosen from.

The keys here are what is stored and exchanged; what a person reads is a matter of the window.
A value from elsewhere that is none of them is kept as it is.
"""

from __future__ import annotations

from typing import Final

FORMS: Final = ("direct_quote", "paraphrase", "mixed", "author")
CONFIDENCES: Final = ("low", "medium", "high")
SPEAKER_ROLES: Final = (
    "official",
    "analyst",
    "humanitarian_org",
    "affected_person",
    "media",
    "author",
    "other",
)
CLAIM_KINDS: Final = (
    "quantity",
    "personal_experience",
    "correlation_or_cause",
    "law_or_rule",
    "prediction",
    "other",
    "not_a_claim",
)
CHECK_WORTHINESS: Final = ("no_claim", "unimportant", "check_worthy")
STATUSES: Final = ("open", "checking", "done")
STANCES: Final = ("supports", "refutes", "context")

CHOICES: Final[dict[str, tuple[str, ...]]] = {
    "form": FORMS,
    "confidence": CONFIDENCES,
    "speaker_role": SPEAKER_ROLES,
    "claim_kind": CLAIM_KINDS,
    "check_worthiness": CHECK_WORTHINESS,
    "status": STATUSES,
}

# The ratings that fact-checkers use most come first.
DEFAULT_VERDICTS: Final = (
    "True",
    "Mostly true",
    "Half true",
    "Mostly false",
    "False",
    "Misleading",
    "Missing context",
    "Unproven",
    "Outdated",
    "Satire",
)

ASKED_FIRST: Final = ("speaker", "form", "confidence")
ALL_FIELDS: Final = (
    *ASKED_FIRST,
    "speaker_role",
    "affiliation",
    "via",
    "cue",
    "restated",
    "claim_kind",
    "check_worthiness",
    "claim_date",
    "claim_place",
    "status",
    "verdict",
    "justification",
    "evidence",
    "note",
)


def shown_fields(chosen: tuple[str, ...]) -> tuple[str, ...]:
    """Return the fields that a label asks for first: those chosen for it, else the usual ones.

    >>> shown_fields(())
    ('speaker', 'form', 'confidence')
    """
    return tuple(name for name in chosen if name in ALL_FIELDS) or ASKED_FIRST


def folded_fields(chosen: tuple[str, ...]) -> tuple[str, ...]:
    """Return all other fields, in the order in which they are asked.

    >>> folded_fields(("speaker", "note"))[:3]
    ('form', 'confidence', 'speaker_role')
    """
    shown = shown_fields(chosen)
    return tuple(name for name in ALL_FIELDS if name not in shown)
