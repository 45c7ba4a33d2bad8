from __future__ import annotations

from annotator.core.anchor_quote import QuoteFinder
from annotator.core.candidate_places import candidates_of
from annotator.core.span import Span


def _found(text, *quotes):
    finder = QuoteFinder(text)
    return candidates_of([finder.anchor(quote) for quote in quotes])


def test_pieces_are_offered_together_in_their_order_or_not_at_all():
    text = "one two three"
    assert [one.spans for one in _found(text, "one", "three")] == [(Span(0, 3), Span(8, 13))]
    assert _found(text, "three", "one") == _found(text, "one", "zebra") == _found(text) == ()
    assert _found(text, "one two", "two three") == ()


def test_of_two_places_both_are_offered():
    spans = {one.spans for one in _found("dam and dam", "dam")}
    assert spans == {(Span(0, 3),), (Span(8, 11),)}
