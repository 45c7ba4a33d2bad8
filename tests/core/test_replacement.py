from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.replacement import Replacement

WORDS = st.text(st.sampled_from("ab"), max_size=6)


@given(WORDS, WORDS, WORDS, WORDS)
def test_trimming_leaves_what_it_does_as_it_is(before, removed, inserted, after):
    whole = Replacement(len(before), removed, inserted)
    text = before + removed + after
    assert whole.trimmed().applied(text) == whole.applied(text) == before + inserted + after


@given(WORDS, WORDS)
def test_what_is_trimmed_shares_no_first_letter(removed, inserted):
    least = Replacement(0, removed, inserted).trimmed()
    assert not (least.removed and least.inserted) or least.removed[0] != least.inserted[0]
