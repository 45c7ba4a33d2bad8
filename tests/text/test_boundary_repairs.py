from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.boundary_repairs import repaired


def cut(text_with_bars):
    """Return the sentences after the repair of the cuts that the bars show."""
    pieces = text_with_bars.split("|")
    text = "".join(pieces)
    cuts = [len("".join(pieces[: i + 1])) for i in range(len(pieces))]
    ends = [0, *sorted(repaired(text, cuts))]
    return [text[a:b].strip() for a, b in pairwise(ends)]


@pytest.mark.parametrize(
    "text", ["(It rained.|) We stayed.", '"It rained.|" We stayed.', "“It rained.|” We stayed."]
)
def test_a_closing_mark_goes_with_its_sentence(text):
    before, after = cut(text)
    assert (before[-1], after) == (text[text.index("|") + 1], "We stayed.")


def test_a_cut_before_a_comma_is_none():
    assert cut("The Ed.|, he said, left.") == ["The Ed., he said, left."]


def test_scripts_without_spaces_keep_their_cuts():
    assert cut("雨だ。|寒い。") == ["雨だ。", "寒い。"]


def test_an_aside_that_is_a_sentence_ends_one():
    text = "(A third of a meter, that is.) When it froze, we left."
    assert cut(text) == ["(A third of a meter, that is.)", "When it froze, we left."]


@pytest.mark.parametrize(
    "text",
    [
        "We met (she came by an early train.) at noon.",
        "The fund (5 Mio.) Euro strong was closed.",
        "The winners were [Ann B. W.] Marsh and others.",
        "1.) Tea 2.) Milk",
    ],
)
def test_other_brackets_end_nothing(text):
    assert cut(text) == [text]


@given(st.text(st.sampled_from('aB.()[]"” ,')), st.lists(st.integers(0, 9)))
def test_repaired_cuts_lie_within_the_text(text, cuts):
    inside = [cut for cut in cuts if cut <= len(text)]
    assert all(0 <= end <= len(text) for end in repaired(text, inside))
