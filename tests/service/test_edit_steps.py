from __future__ import annotations

import pytest

from annotator.core.replacement import Replacement
from annotator.service.edit_steps import continues


def typed(position, text):
    return Replacement(position, "", text)


def deleted(position, text):
    return Replacement(position, text, "")


@pytest.mark.parametrize(
    ("before", "after", "one"),
    [
        (typed(4, "a"), typed(5, "b"), True),
        (typed(4, "a"), typed(5, " "), True),
        (typed(4, " "), typed(5, "b"), False),
        (typed(4, "a"), typed(9, "b"), False),
        (typed(4, "a"), typed(5, "\n"), False),
        (typed(4, "\n"), typed(5, "a"), False),
        (deleted(4, "a"), deleted(3, "b"), True),
        (deleted(4, "a"), deleted(4, "b"), True),
        (deleted(4, "a"), deleted(9, "b"), False),
        (typed(4, "a"), deleted(4, "a"), False),
    ],
)
def test_letters_of_a_word_and_deletions_in_a_row_are_one_step(before, after, one):
    assert continues(before, after) is one
