"""Names for reviewers who are not to be named."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.service.bundle.content import PSEUDONYM

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.service.bundle.content import Person

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def pseudonym(number: int) -> str:
    """Return the name of the reviewer of that number, from 0.

    >>> pseudonym(0), pseudonym(25), pseudonym(26), pseudonym(702)
    ('Reviewer A', 'Reviewer Z', 'Reviewer AA', 'Reviewer AAA')
    """
    letters, left = "", number + 1
    while left:
        left, place = divmod(left - 1, len(_LETTERS))
        letters = _LETTERS[place] + letters
    return f"Reviewer {letters}"


def disguised(people: Iterable[Person]) -> list[Person]:
    """Return people, who come in the order of their ids, under other names.

    What is said of them and not understood could betray them, and is left out.
    """
    return [
        replace(one, name=pseudonym(number), renamed=PSEUDONYM, extra={})
        for number, one in enumerate(people)
    ]
