"""Names for reviewers who are not to be named, the same wherever they are written."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from annotator.core.edit import common_prefix
from annotator.service.bundle.content import PSEUDONYM

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.service.bundle.content import Person

# Without vowels they are no words, and without I, O, 0 and 1 nobody takes one for another.
_SIGNS: Final = "23456789BCDFGHJKLMNPQRSTVWXZ"
_SHORTEST: Final = 4


def pseudonyms(reviewer_ids: Iterable[str]) -> dict[str, str]:
    """Return a name for each reviewer, which comes of the id alone, whoever else there is.

    Where two ids come to the same, both names go on until they differ: then the longer name is
    the greater one, and stays with whoever hears of both.

    >>> pseudonyms(["0193e8a0-0000-7000-8000-000000000001"])
    {'0193e8a0-0000-7000-8000-000000000001': 'Reviewer TNG5'}
    """
    signs = {one: _signs(one) for one in reviewer_ids}
    lengths = dict.fromkeys(signs, _SHORTEST)
    inorder = sorted(signs, key=signs.__getitem__)
    # Whoever shares a beginning with others shares the longest one with a neighbor.
    for one, other in pairwise(inorder):
        alike = common_prefix(signs[one], signs[other]) + 1
        for each in (one, other):
            lengths[each] = max(lengths[each], alike)
    return {one: f"Reviewer {signs[one][: lengths[one]]}" for one in signs}


def disguised(people: Iterable[Person]) -> list[Person]:
    """Return people under other names.

    What is said of them and not understood could betray them, and is left out.
    """
    everyone = list(people)
    names = pseudonyms(one.id for one in everyone)
    return [replace(one, name=names[one.id], renamed=PSEUDONYM, extra={}) for one in everyone]


def _signs(reviewer_id: str) -> str:
    number = int.from_bytes(hashlib.sha256(f"reviewer {reviewer_id.lower()}".encode()).digest())
    signs = []
    while number:
        number, place = divmod(number, len(_SIGNS))
        signs.append(_SIGNS[place])
    return "".join(signs)
