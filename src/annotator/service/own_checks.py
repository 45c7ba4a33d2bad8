"""What this program says of a highlight and cannot be right in itself: ids, times, choices."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from annotator.core.claim_fields import CHOICES, DEFAULT_VERDICTS, STANCES
from annotator.service.remarks import Remark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.core.foreign_values import ForeignHighlight

_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
# What was an id of ours before somebody altered a letter of it.
_ONCE_ID = re.compile(r"\w{8}(?:-\w{4}){3}-\w{12}(?=$|[/# ])", re.IGNORECASE)
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")
_OF_CLAIM: Final = {"id": _ID, "created": _TIME, "modified": _TIME}
_ALIKE: Final = 0.85


def bad_id(told: str) -> bool:
    """Tell whether words have the shape of an id of ours and are none.

    >>> bad_id("T1"), bad_id("1794c0b1-0b5c-5d0b-9a5e-2f6bxx8e3c5a")
    (False, True)
    """
    found = _ONCE_ID.match(told)
    return found is not None and not _ID.match(told.lower())


def malformed(one: ForeignHighlight) -> Iterator[str]:
    """Yield which ids and times of a highlight are none."""
    label_id = one.beside.label_id if one.beside is not None else ""
    ids = (
        (Remark.BAD_ID, one.id),
        (Remark.BAD_REVIEWER_ID, one.reviewer_id),
        (Remark.BAD_LABEL_ID, label_id),
    )
    for what, told in ids:
        if told and bad_id(told):
            yield what.of(id=told)
    if not one.ours:
        return
    # What is no time was read as none at all.
    if bool(one.created) != bool(one.modified):
        yield Remark.ONE_TIME.of()
    for name, shape in _OF_CLAIM.items():
        value = one.claim.get(name)
        if isinstance(value, str) and not shape.fullmatch(value):
            yield Remark.BAD_IN_CLAIM.of(told=value, name=name)


def unchosen(one: ForeignHighlight, verdicts: Sequence[str] = ()) -> Iterator[str]:
    """Yield which words of a highlight's claim record are none of those to choose from.

    Verdicts are a team's own, so that only those are told that another one seems to be meant by.
    """
    claim = one.claim if one.ours else {}
    for name, choices in CHOICES.items():
        if (word := claim.get(name)) and word not in choices:
            yield Remark.UNCHOSEN.of(name=name, told=word, choices=", ".join(choices))
    evidence = claim.get("evidence")
    for piece in evidence if isinstance(evidence, (list, tuple)) else ():
        stance = piece.get("stance") if isinstance(piece, dict) else None
        if stance and stance not in STANCES:
            yield Remark.UNCHOSEN_STANCE.of(told=stance, choices=", ".join(STANCES))
    verdict = str(claim.get("verdict", ""))
    known = {one.casefold(): one for one in verdicts or DEFAULT_VERDICTS}
    plain = verdict.casefold()
    meant = get_close_matches(plain, known, 1, _ALIKE) if plain not in known else []
    if verdict and meant:
        yield Remark.MISSPELLED_VERDICT.of(told=verdict, meant=known[meant[0]])
