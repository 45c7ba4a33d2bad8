from __future__ import annotations

from dataclasses import replace

import pytest
from tests.store.samples import add_article, add_highlight

from annotator.core.records import Candidate, Unplaced
from annotator.core.request_errors import OutsideTextError
from annotator.core.span import Span

UNPLACED = Unplaced(
    "ambiguous",
    "before",
    "after",
    (Candidate((Span(0, 4), Span(6, 12)), 0.91), Candidate((Span(2, 3),), 0.9)),
)


def test_what_is_known_of_a_lost_place_is_kept_and_taken_back(store):
    kept = add_highlight(store, add_article(store, "It rained all day."), (0, 2))
    with store.writing() as work:
        work.put(replace(kept, unplaced=UNPLACED))
        work.commit("Lose it")
    assert store.highlight_by_id(kept.id).unplaced == UNPLACED
    store.undo()
    assert store.highlight_by_id(kept.id) == kept
    store.redo()
    assert store.highlight_by_id(kept.id).unplaced == UNPLACED


def test_a_candidate_lies_within_the_text(store):
    kept = add_highlight(store, add_article(store, "It rained all day."), (0, 2))
    outside = Unplaced("lost", "", "", (Candidate((Span(0, 10**6),), 0.5),))
    with store.writing() as work, pytest.raises(OutsideTextError):
        work.put(replace(kept, unplaced=outside))
