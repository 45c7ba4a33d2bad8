from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.paragraph_changes import KeptParagraphs, hunks_between
from annotator.core.span import Span

PARAGRAPHS = st.lists(st.sampled_from(["", "a", "It rained.", "It rained.", "No 🙂."]), max_size=8)


@given(PARAGRAPHS, PARAGRAPHS)
def test_what_lies_outside_the_hunks_is_the_same_in_order(old, new):
    hunks = hunks_between(old, new)
    rebuilt, taken = [], 0
    for hunk in hunks:
        rebuilt += old[taken : hunk.old.start] + new[hunk.new.start : hunk.new.stop]
        taken = hunk.old.stop
        assert len(hunk.old) + len(hunk.new)
    assert rebuilt + old[taken:] == new
    assert (hunks == []) == (old == new)


@given(PARAGRAPHS.filter(len), PARAGRAPHS.filter(len), st.data())
def test_a_span_that_stays_has_the_same_words(old, new, data):
    text, new_text = "\n".join(old), "\n".join(new)
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    there = KeptParagraphs(old, new, hunks_between(old, new)).span(span)
    assert there is None or new_text[there.start : there.end] == text[span.start : span.end]
    assert old != new or there == span
