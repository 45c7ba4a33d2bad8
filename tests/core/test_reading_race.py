from __future__ import annotations

from math import comb, exp

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.reading_race import CLEAR, ON_BORDERS, WELL, Classes, Tally, is_clear, odds

SETS = st.lists(st.integers(0, 15), max_size=30)


@given(st.integers(0, 200), st.integers(0, 200))
def test_odds_never_claim_more_than_the_sign_test(more, fewer):
    total = more + fewer
    chance = sum(comb(total, one) for one in range(more, total + 1)) / 2**total
    assert chance <= exp(-odds(more, fewer)) * (1 + 1e-9)


@given(st.integers(0, 60), st.integers(0, 60))
def test_only_one_of_two_is_clearly_better_and_none_that_both_speak_against(more, fewer):
    total, by_chance = more + fewer, 1 - ON_BORDERS
    assert not (is_clear(more, fewer) and is_clear(fewer, more))
    if is_clear(more, fewer) and odds(more, fewer) < CLEAR:
        assert fewer <= by_chance * total
        chances = [comb(total, one) * by_chance**one * ON_BORDERS ** (total - one)
                   for one in range(more, total + 1)]  # fmt: skip
        assert sum(chances) <= exp(-CLEAR)


def test_what_fits_well_counts_for_more_against_what_does_not_fit_alone():
    tally = Tally()
    tally.add(0b011, well=0b001)
    assert (tally.duel(0, 1), tally.duel(0, 2), tally.duel(1, 2)) == ((0, 0), (WELL, 0), (1, 0))
    assert tally.duel(2, 0) == (0, WELL)
    assert (tally.matches(0), tally.total) == (1, 1)


def test_what_the_measured_files_show_is_clear_and_what_a_coin_shows_is_not():
    assert odds(16, 0) >= CLEAR > odds(15, 0)
    assert odds(300 - 56, 0) >= CLEAR
    assert odds(571, 115) >= CLEAR
    assert odds(60, 40) < CLEAR
    assert odds(3, 3) == odds(2, 3) == odds(0, 0) == 0


@given(SETS, st.integers(0, 3), st.integers(0, 3))
def test_a_tally_counts_as_a_list_would(sets, one, other):
    tally = Tally()
    for fitting in sets:
        tally.add(fitting)
    has = [({n for n in range(4) if fitting >> n & 1}) for fitting in sets]
    assert tally.total == len(sets)
    assert tally.matches(one) == sum(one in each for each in has)
    alone = sum(one in each and other not in each for each in has)
    assert tally.duel(one, other)[0] == alone == tally.duel(other, one)[1]


@given(st.lists(st.lists(st.integers(0, 1), min_size=4, max_size=4), max_size=5))
def test_classes_hold_what_never_differed(traits):
    classes = Classes(4)
    for each in traits:
        classes.refine(dict(enumerate(each)))
    columns = [tuple(each[n] for each in traits) for n in range(4)]
    assert all(
        classes.alike(a, b) is (columns[a] == columns[b]) for a in range(4) for b in range(4)
    )
    assert [columns[one] for one in classes.first_of_each(range(4))] == list(dict.fromkeys(columns))
