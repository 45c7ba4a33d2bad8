from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.anchor_quote import QuoteFinder
from annotator.core.records import Candidate, Highlight, Unplaced
from annotator.core.span import Span
from annotator.service.pending_places import choices, looked_for

SENTENCES = ["It rained.", "Nobody came to see the dam.", "Nobody came.", "They left … late."]
TEXT = st.lists(st.sampled_from(SENTENCES), max_size=8).map(" ".join)


def waiting(*pieces, prefix="", suffix="", outcome="ambiguous"):
    places = (Span(0, 0),) * len(pieces)
    return Highlight(
        1, "h", "a", "r", places, "l", "p", " … ".join(pieces), 1, "", "",
        unplaced=Unplaced(outcome, prefix, suffix),
    )  # fmt: skip


@given(
    TEXT,
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3),
    st.sampled_from(["ambiguous", "lost"]),
)
def test_candidates_are_ordered_places_in_the_text_and_what_is_lost_stays_so(text, pieces, outcome):
    found = looked_for(waiting(*pieces, outcome=outcome), QuoteFinder(text))
    assert found.outcome == (outcome if found.candidates else "lost")
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


def test_the_nearest_place_comes_behind_the_one_with_the_higher_score():
    text = "It roined! Nobody came. " + "x y " * 99 + "It rained. Nobody came. " + "x y " * 2_000
    near, better = text.index("Nobody"), text.rindex("Nobody")
    found = looked_for(waiting("Nobody came.", prefix="It rained. "), QuoteFinder(text)).candidates
    assert [one.spans[0].start for one in found] == [better, near]
    assert found[0].score > found[1].score


class Stored:
    """The one highlight that waits in a text."""

    def __init__(self, text, highlight):
        self.text, self.highlight = text, highlight

    def unplaced_highlights(self, _article):
        return [self.highlight]

    def outline(self, _article):
        return SimpleNamespace(revision=SimpleNamespace(text=self.text))


def test_places_that_were_kept_in_another_order_are_offered_by_their_scores():
    known = waiting("Nobody came.")
    worse, better = Candidate((Span(0, 2),), 0.4), Candidate((Span(3, 9),), 0.7)
    kept = replace(known, unplaced=replace(known.unplaced, candidates=(worse, better)))
    (choice,) = choices(Stored("It rained.", kept), "a")
    assert choice.candidates == (better, worse)
    assert choice.words == ("rained", "It")
