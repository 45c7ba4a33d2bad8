from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.carried_sentences import carried_over
from annotator.core.paragraph_changes import hunks_between
from annotator.core.segmenter import PlainSegmenter, lossless

SEGMENTER = PlainSegmenter()
PARAGRAPH = st.lists(st.sampled_from(["It rained. ", "No. ", "dam ", "Dr. "]), max_size=5)
TEXT = st.lists(PARAGRAPH.map("".join), min_size=1, max_size=4).map("\n".join)


def found(text):
    return tuple(tuple(SEGMENTER.boundaries(one)) for one in text.split("\n"))


def carried(old, ends, new):
    hunks = hunks_between(old.split("\n"), new.split("\n"))
    return carried_over((old, ends), (new, found(new)), hunks=hunks, segmenter=SEGMENTER)


def test_a_join_and_a_split_outlive_what_came_before_and_behind():
    old, new = "Dr. Voss left the dam. So.", "Today Dr. Voss left the dam. So it goes."
    joined = ((9, 23, 26),)
    assert found(old) == ((4, 23, 26),)
    assert carried(old, joined, new) == ((15, 29, 40),)


def test_a_correction_goes_with_the_words_beside_it():
    old, new = "Dr. Voss left.", "Dr Voss left."
    assert carried(old, ((14,),), new) == found(new)


@given(TEXT, TEXT, st.data())
def test_sentences_fit_and_paragraphs_that_stayed_keep_theirs(old, new, data):
    ends = tuple(
        tuple(lossless(data.draw(st.sets(st.integers(1, max(1, len(one))))), len(one)))
        for one in old.split("\n")
    )
    result = carried(old, ends, new)
    assert [list(one) for one in result] == [
        lossless(one, len(text)) for one, text in zip(result, new.split("\n"), strict=True)
    ]
    assert carried(old, ends, old) == ends
    assert carried(old, found(old), new) == found(new) or old == new
