from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.examples import share

from annotator.core.foreign_offsets import ForeignOffsets
from annotator.core.foreign_values import Reading
from annotator.core.offsets import OffsetOutsideTextError
from annotator.core.reading_positions import READINGS, Features, ReadingPositions

PIECES = ["a", "\u0301", "é", "م", "😀", "\n", "\r", "\r\n"]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)
RAW = st.builds(
    lambda mark, text: mark + text, st.sampled_from(["", "\ufeff", "\ufeff" * 2]), TEXTS
)


def _measured(raw, reading, position):
    offsets = ForeignOffsets(raw, replace(reading, inclusive=False))
    try:
        return offsets.span(position, position)[0]
    except OffsetOutsideTextError:
        return None


@settings(max_examples=share(2))
@given(raw=RAW)
def test_every_reading_tells_what_its_own_offsets_tell(raw):
    positions, places = ReadingPositions(raw), list(range(-2, 4 * len(raw) + 9))
    for reading in READINGS:
        measured = [_measured(raw, reading, one) for one in places]
        assert positions.inwards(reading, places) == measured


@settings(max_examples=share(2))
@given(raw=RAW)
def test_readings_that_features_call_alike_give_the_same_positions(raw):
    features, places = Features(raw), list(range(4 * len(raw) + 9))
    found = {}
    for reading in READINGS:
        measured = [_measured(raw, reading, one) for one in places]
        assert found.setdefault(features.alike(reading), measured) == measured


@pytest.mark.parametrize(
    ("text", "question"),
    [("a\nb", False), ("é", False), ("a\r\nb", True), ("😀", True), ("\ufeffa", True)],
)
def test_a_question_arises_by_what_the_text_has(text, question):
    assert Features(text).question is question


def test_there_are_all_readings_once():
    assert len(set(READINGS)) == len(READINGS) == 36
    assert READINGS[0] == Reading()
