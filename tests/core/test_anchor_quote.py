from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.anchor_quote import Found, QuoteFinder, anchor_quote
from annotator.core.anchor_values import Outcome
from annotator.core.span import Span

PLACED, AMBIGUOUS, LOST = Outcome.PLACED, Outcome.AMBIGUOUS, Outcome.LOST
FILLER = "The river had been rising for a week before that. "
ALPHA = "Team Alpha won three of its four matches on Saturday."
SAID = "He said yes."


def answer(text, exact, **known):
    found = anchor_quote(text, exact, **known)
    return found.outcome, found.found, found.span and found.span.start


def test_a_quote_at_its_place_is_taken_there():
    text = f"{SAID} {FILLER}{SAID}"
    for start in (0, text.rindex(SAID)):
        assert answer(text, SAID, hint=start) == (PLACED, Found.AT_PLACE, start)


def test_surroundings_overrule_a_place_whose_words_are_a_twins():
    text = f"{SAID} {FILLER}She wept. {SAID}"
    there = text.rindex(SAID)
    assert answer(text, SAID, hint=0, prefix="week before that. She wept. ")[2] == there


def test_a_quote_that_stands_once_is_known_by_its_words_wherever_it_was_said_to_be():
    text = f"{FILLER * 9}{ALPHA}"
    for hint in (None, 0, 7, len(text), 10**9):
        assert answer(text, ALPHA, hint=hint)[:2] == (PLACED, Found.UNIQUE)


def test_of_several_the_nearest_is_taken_if_the_others_are_far():
    text = f"{SAID} {FILLER * 20}{SAID}"
    there = text.rindex(SAID)
    assert answer(text, SAID, hint=there - 9) == (PLACED, Found.NEAREST, there)
    assert answer(text, SAID, hint=there // 2)[0] is AMBIGUOUS
    assert answer(f"{SAID} {SAID}", SAID, hint=5)[0] is AMBIGUOUS


def test_the_nearest_of_several_is_not_taken_where_chance_puts_one_so_near():
    rand, taken = random.Random(7), {True: 0, False: 0}
    for _ in range(400):
        sentences = [f"It came to {rand.random():.2}." for _ in range(rand.randint(60, 150))]
        twins = rand.sample(range(len(sentences)), rand.randint(2, 5))
        for number in twins:
            sentences[number] = SAID
        start = len(" ".join([*sentences[: twins[0]], ""]))
        far = rand.random() < 0.5
        off = rand.choice([-1, 1]) * (rand.randint(150, 900) if far else rand.randint(2, 9))
        found = anchor_quote(" ".join(sentences), SAID, hint=abs(start + off))
        if found.outcome is PLACED:
            taken[found.span.start == start] += 1
    assert taken[True] > 20 * taken[False]


def test_of_several_without_a_place_the_surroundings_decide_or_nobody_does():
    text = f"{FILLER}{SAID} She wept. {SAID} Rain fell."
    there = text.rindex(SAID)
    assert answer(text, SAID, suffix=" Rain fell.") == (PLACED, Found.UNIQUE, there)
    found = anchor_quote(text, SAID)
    assert found.outcome is AMBIGUOUS
    assert found.runner_up is not None
    assert {found.span, *found.runner_up.spans} == {
        Span(start, start + len(SAID)) for start in (text.index(SAID), there)
    }


def test_a_look_alike_is_not_taken_for_a_quote_without_its_surroundings():
    text = f"{FILLER * 3}{ALPHA.replace('Alpha', 'Beta')} {FILLER}"
    assert answer(text, ALPHA)[:2] == (AMBIGUOUS, Found.FUZZY)
    around = {"prefix": FILLER, "suffix": f" {FILLER}"}
    assert answer(text, ALPHA, **around)[:2] == (PLACED, Found.FUZZY)
    assert answer(text, ALPHA, prefix="Nobody came to the meeting at all. ")[0] is AMBIGUOUS


def test_the_only_place_is_doubtful_amid_other_words_than_the_quote_had():
    assert answer(f"{FILLER}", "week", prefix="He was weak for a ")[0] is AMBIGUOUS
    assert answer(f"{FILLER}{ALPHA}", ALPHA, prefix="She said yes. ")[0] is AMBIGUOUS
    assert answer(f"{FILLER}", "week", prefix="been rising for a ")[0] is PLACED


@pytest.mark.parametrize("exact", ["", "nobody came", "x" * 20_000])
def test_what_is_not_there_is_lost(exact):
    found = anchor_quote(FILLER, exact, hint=3)
    assert (found.outcome, found.span, found.score, found.found) == (LOST, None, 0.0, Found.NOWHERE)


def test_hits_inside_a_character_give_way_to_whole_ones():
    assert answer("cafe\u0301 cafe", "cafe") == (PLACED, Found.UNIQUE, 6)


@given(
    st.text("ab .\n👩\u0301", max_size=30),
    st.text("ab .", max_size=6),
    st.text("ab ", max_size=4),
    st.none() | st.integers(-5, 40),
)
def test_answers_lie_in_the_text_and_exact_ones_are_exact(text, exact, around, hint):
    found = QuoteFinder(text).anchor(exact, prefix=around, suffix=around, hint=hint)
    assert 0 <= found.score <= 1
    assert (found.span is None) is (found.outcome is LOST)
    if found.span is not None:
        words = text[found.span.start : found.span.end]
        assert found.found is Found.FUZZY or words == exact


@pytest.mark.parametrize("between", [" ", "\n"])
def test_a_twin_is_not_taken_for_a_quote_that_was_cut_out(between):
    before, behind = "Nobody had come to the bank.", "She wept."
    text = f"{before} {ALPHA} {behind} {FILLER}{ALPHA} {behind}"
    known = {"prefix": f"{before} ", "suffix": f" {behind}"}
    assert answer(text, ALPHA, **known) == (PLACED, Found.UNIQUE, len(before) + 1)
    cut = text.replace(f" {ALPHA} ", between, 1)
    assert answer(cut, ALPHA, **known)[0] is AMBIGUOUS
    # Where what stood before it was altered, and nothing cut out, it is itself all the same.
    assert answer(f"All were there. {ALPHA} {behind}", ALPHA, **known)[0] is PLACED


def test_a_look_alike_is_not_taken_for_a_quote_that_was_cut_out():
    before, behind = "Nobody had come to the bank.", "Then all of them left it."
    like = ALPHA.replace("three", "two")
    known = {"prefix": f"{before} ", "suffix": f" {behind}"}
    assert answer(f"{before} {like} {behind}", ALPHA, **known)[0] is PLACED
    text = f"{before} {behind} {FILLER}{before} {like} {FILLER}"
    assert answer(text, ALPHA, **known)[0] is AMBIGUOUS
