from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.anchor_quote import QuoteFinder
from annotator.core.records import Highlight, Unplaced
from annotator.core.span import Span
from annotator.service.pending_places import looked_for

SENTENCES = ["It rained.", "Nobody came to see the dam.", "Nobody came.", "They left … late."]
TEXT = st.lists(st.sampled_from(SENTENCES), max_size=8).map(" ".join)


def waiting(*pieces, prefix="", suffix=""):
    places = (Span(0, 0),) * len(pieces)
    return Highlight(
        1, "h", "a", "r", places, "l", "p", " … ".join(pieces), 1, "", "",
        unplaced=Unplaced("lost", prefix, suffix),
    )  # fmt: skip


@given(TEXT, st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3))
def test_candidates_are_ordered_places_in_the_text(text, pieces):
    found = looked_for(waiting(*pieces), QuoteFinder(text))
    assert found.outcome == ("ambiguous" if found.candidates else "lost")
    for one in found.candidates:
        ends = [end for span in one.spans for end in (span.start, span.end)]
        assert ends == sorted(ends)
        assert ends[-1] <= len(text)
        assert all(map(len, one.spans))


def test_the_words_around_it_tell_one_twin_from_another():
    text = "It rained. Nobody came. They left. So nobody heard. Nobody came. She did."
    found = looked_for(waiting("Nobody came.", prefix="heard. ", suffix=" She"), QuoteFinder(text))
    assert found.candidates[0].spans[0].start == text.rindex("Nobody came.")
    assert found.candidates[1].spans[0].start == text.index("Nobody came.")


def test_several_pieces_are_found_together_or_not_at_all():
    text = "It rained. Nobody came to see the dam."
    both = looked_for(waiting("It rained.", "Nobody came to see the dam."), QuoteFinder(text))
    assert [len(one.spans) for one in both.candidates] == [2]
    swapped = looked_for(waiting("Nobody came to see the dam.", "It rained."), QuoteFinder(text))
    assert swapped.candidates == ()
