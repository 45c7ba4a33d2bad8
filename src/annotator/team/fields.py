"""The fields of each kind of object, and what becomes of values that were written concurrently."""

from __future__ import annotations

from enum import Enum
from typing import Final


class Rule(Enum):
    """What becomes of several values of a field, none of which knew of the others."""

    DISPUTED = "somebody has to settle them"
    FILLED = "what says something goes before what says nothing, else somebody has to settle them"
    GREATEST = "the greatest stays"
    LEAST = "the least stays"
    PLACE = "as disputed, but those of one version say the same of several texts"


# What is made with an object and never altered: whose it is, of which article, and since when.
MADE: Final = "made"

# Who settled what was disputed, and when: {"by", "at"}. Few have it; its rule is that of any field
# that is not listed.
DECIDED: Final = "decided"

# Begins the name of the field that says when one reviewer finished an article, "" where that was
# taken back; the id of the reviewer follows. Each finishes for themselves, so that nobody's mark
# stands against another's.
FINISHED: Final = "finished "

_MARK: Final = {MADE: Rule.LEAST, "place": Rule.PLACE}

FIELDS: Final[dict[str, dict[str, Rule]]] = {
    "article": {
        "created": Rule.LEAST,
        "title": Rule.FILLED,
        "publisher": Rule.FILLED,
        "authors": Rule.FILLED,
        "url": Rule.FILLED,
        "published": Rule.FILLED,
        "language": Rule.GREATEST,
        "direction": Rule.GREATEST,
        "text": Rule.DISPUTED,
    },
    "label": {
        "key": Rule.DISPUTED,
        "name": Rule.DISPUTED,
        "definition": Rule.DISPUTED,
        "tests": Rule.DISPUTED,
        "edge_cases": Rule.DISPUTED,
        "examples": Rule.DISPUTED,
        "parent": Rule.DISPUTED,
        "fields": Rule.DISPUTED,
        "archived": Rule.GREATEST,
        "letter": Rule.GREATEST,
        "color_light": Rule.GREATEST,
        "color_dark": Rule.GREATEST,
        "line_style": Rule.GREATEST,
        "shortcut": Rule.GREATEST,
        "position": Rule.GREATEST,
    },
    "guideline": {"text": Rule.DISPUTED, "verdicts": Rule.DISPUTED},
    "claim": {
        "created": Rule.LEAST,
        "modified": Rule.GREATEST,
        "speaker": Rule.FILLED,
        "speaker_role": Rule.FILLED,
        "affiliation": Rule.FILLED,
        "via": Rule.FILLED,
        "form": Rule.FILLED,
        "cue": Rule.FILLED,
        "restated": Rule.FILLED,
        "claim_kind": Rule.FILLED,
        "check_worthiness": Rule.FILLED,
        "claim_date": Rule.FILLED,
        "claim_place": Rule.FILLED,
        "status": Rule.FILLED,
        "verdict": Rule.FILLED,
        "justification": Rule.FILLED,
        "evidence": Rule.FILLED,
        "note": Rule.FILLED,
        "confidence": Rule.FILLED,
    },
    "highlight": {
        **_MARK,
        "label": Rule.DISPUTED,
        "reviewer": Rule.GREATEST,
        "outdated": Rule.GREATEST,
        "claim": Rule.FILLED,
        "origin": Rule.GREATEST,
        "modified": Rule.GREATEST,
    },
    "mark": _MARK,
}

KINDS: Final = tuple(FIELDS)

# The fields that are told of each kind, the one included that few have.
TOLD: Final = {kind: (*names, DECIDED) for kind, names in FIELDS.items()}


def is_told(kind: str, name: str) -> bool:
    """Tell whether a field is one that is told of a kind of object.

    >>> is_told("article", "finished 0190"), is_told("label", "finished 0190")
    (True, False)
    """
    return name in TOLD[kind] or (kind == "article" and name.startswith(FINISHED))


# What a label means: two labels of which all this is the same are one.
MEANING: Final = ("key", "definition", "tests", "edge_cases", "examples")
