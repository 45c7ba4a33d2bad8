from __future__ import annotations

import itertools
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.anchor_map import TextMap
from annotator.core.span import Span

WORDS = st.sampled_from(
    ["No. ", "Yes. ", "dam ", "12 ", "\n\n", "e\u0301", "北京。", "a" * 15 + " "]
)
TEXT = st.lists(WORDS, max_size=25).map("".join)


def rebuilt(found):
    """Return the new text as its gaps and what was kept make it."""
    parts, place = [], 0
    for low, high, new_low, new_high in found.gaps:
        parts += [found.old[place:low], found.new[new_low:new_high]]
        place = high
    return "".join([*parts, found.old[place:]])


@given(TEXT, TEXT)
def test_gaps_and_what_was_kept_make_the_new_text(old, new):
    found = TextMap(old, new)
    assert rebuilt(found) == new
    for one, other in itertools.pairwise(found.gaps):
        assert one.old_end < other.old_start
        assert one.new_end < other.new_start


@given(TEXT, TEXT)
def test_a_gap_may_slide_as_far_as_both_texts_stay_the_same(old, new):
    found = TextMap(old, new)
    for number, (low, high, new_low, new_high) in enumerate(found.gaps):
        for way in (-found.slide(number).left, found.slide(number).right):
            slid = found.new[: new_low + way], found.new[new_high + way :]
            gone = found.old[: low + way], found.old[high + way :]
            if low == high:
                assert slid[0] + slid[1] == found.new[:new_low] + found.new[new_high:]
            elif new_low == new_high:
                assert gone[0] + gone[1] == found.old[:low] + found.old[high:]
            else:
                assert way == 0


@given(TEXT, TEXT)
def test_what_was_kept_is_known_from_either_side(old, new):
    found = TextMap(old, new)
    for number in range(len(found.gaps) + 1):
        low, high, shift = found.kept(number)
        assert old[low:high] == new[low + shift : high + shift]
        if low < high:
            assert found.is_kept(Span(low + shift, high + shift))
            assert found.touching(Span(low, high)) == (number, number)
    for low, _, new_low, new_high in found.gaps:
        if new_low < new_high:
            assert not found.is_kept(Span(new_low, new_high))
        assert found.touching(Span(low, low + 1))[0] <= len(found.gaps)


def test_a_sentence_that_went_is_one_gap_and_leaves_its_neighbors_whole():
    sentences = ["The dam broke.", "The dam held.", "The dam broke again.", "It rained."]
    found = TextMap(" ".join(sentences), " ".join([*sentences[:1], *sentences[2:]]))
    ((low, high, new_low, new_high),) = found.gaps
    assert new_low == new_high
    assert high - low == len(sentences[1]) + 1


@pytest.mark.parametrize("sign", ["", ". "])
def test_long_lines_are_compared_in_parts(sign):
    chance = random.Random(3)
    stock = ["".join(chance.choices("etaoinshrdlu", k=5)) for _ in range(300)]
    words = [chance.choice(stock) for _ in range(3_000)]
    altered = list(words)
    altered[10], altered[2_900] = "#", "##"
    found = TextMap(f"{sign} ".join(words), f"{sign} ".join(altered))
    assert len(found.gaps) == 2


def test_texts_too_long_to_compare_by_words_are_one_gap(monkeypatch):
    monkeypatch.setattr("annotator.core.anchor_map._TOO_LONG", 10)
    assert [tuple(gap) for gap in TextMap("one two", "six two").gaps] == [(0, 7, 0, 7)]


def test_fresh_stretches_hold_all_that_came_in():
    old = "a b c d e f g. " * 40
    new = old[:100] + "New words. " + old[100:150] + "!" + old[150:400] + "more" + old[400:]
    found = TextMap(old, new)
    stretches = list(found.fresh())
    for _, _, low, high in found.gaps:
        assert any(one.start <= low <= high <= one.end for one in stretches)
    assert sum(map(len, stretches)) < len(new) / 2


def test_words_across_other_gaps_have_no_fate_by_one():
    found = TextMap("The The The The ", "The 12 The ")
    assert len(found.gaps) == 2
    assert not any(found.fates(number, Span(0, 9)) for number in range(2))
