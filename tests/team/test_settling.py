"""Settling: a choice goes before all that it was made from, on every replica."""

from itertools import permutations

import pytest
from tests.team.test_joining import BASE, removed, written

from annotator.team.fields import DECIDED
from annotator.team.joining import PRESENCE, disputed, in_order, join, same
from annotator.team.settling import Choice, Settlement, disputes, may_be_both, settled

OURS, THEIRS = written(BASE, "a", 2, label="opinion"), written(BASE, "b", 1, label="concern")
DECISION = {"by": "somebody", "at": "2026-11-22T00:00:00.000Z"}


def choose(found, choice, replica="a", counter=9, *, side=0):
    mine = {replica: counter}
    return settled(found, Settlement(choice, here=mine, mine=mine, decision=DECISION, side=side))


def said(found, here):
    return [
        (one.field, one.ours.value, tuple(each.value for each in one.theirs), one.sides)
        for one in disputes(found, here)
    ]


def test_a_dispute_tells_ours_and_theirs_to_each():
    assert said(join(OURS, THEIRS), {"a": 9}) == [("label", "opinion", ("concern",), (0,))]
    assert said(join(THEIRS, OURS), {"b": 9}) == [("label", "concern", ("opinion",), (0,))]


@pytest.mark.parametrize("choice", Choice)
def test_what_was_settled_goes_before_what_it_was_made_from(choice):
    after, *copies = choose(join(OURS, THEIRS), choice)
    assert disputed(after) == ()
    assert after.shown("label") == ("concern" if choice is Choice.THEIRS else "opinion")
    assert after.shown(DECIDED) == DECISION
    assert [one.shown("label") for one in copies] == ["concern"] * (choice is Choice.BOTH)
    for order in permutations([after, OURS, THEIRS]):
        one, other, third = order
        assert same(join(join(one, other), third), after)


def test_both_makes_the_same_copy_whoever_chooses_it():
    (_, one), (_, other) = (
        choose(join(OURS, THEIRS), Choice.BOTH, replica, 7) for replica in ("a", "c")
    )
    assert one.id == other.id
    assert disputed(join(one, other)) == ()


def test_of_a_removal_each_side_has_its_own_view():
    changed, gone = written(BASE, "b", 1, label="opinion"), removed(BASE, "a", 2)
    merged = join(gone, changed)
    assert said(merged, {"a": 9}) == [(PRESENCE, False, (True,), (0,))]
    assert said(merged, {"b": 9}) == [(PRESENCE, True, (False,), (0,))]
    assert not may_be_both(merged)
    for replica, choice, there in (
        ("a", Choice.OURS, False),
        ("a", Choice.THEIRS, True),
        ("b", Choice.OURS, True),
        ("b", Choice.THEIRS, False),
        ("b", Choice.BOTH, True),
    ):
        (after,) = choose(merged, choice, replica)
        assert (after.there, disputed(after)) == (there, ())
        assert same(join(join(changed, after), gone), in_order(after))


def test_of_three_each_is_a_side_that_can_be_chosen_and_kept():
    third = written(written(BASE, "c", 1, label="fact"), "c", 2, claim="c1")
    merged = join(join(OURS, THEIRS), third)
    ((name, ours, theirs, numbers),) = [one for one in said(merged, {"a": 9}) if one[0] == "label"]
    assert (name, ours, sorted(theirs), numbers) == (
        "label",
        "opinion",
        ["concern", "fact"],
        (0, 1),
    )
    for side, wanted in enumerate(theirs):
        (after,) = choose(merged, Choice.THEIRS, side=side)
        assert (after.shown("label"), disputed(after)) == (wanted, ())
    _, *copies = choose(merged, Choice.BOTH)
    assert [one.shown("label") for one in copies] == list(theirs)


def test_what_one_colleague_wrote_to_several_fields_is_one_side_and_one_copy():
    merged = join(written(OURS, "a", 3, claim="c1"), written(THEIRS, "b", 2, claim="c2"))
    assert [one[3] for one in said(merged, {"a": 9})] == [(0,), (0,)]
    _, copy = choose(merged, Choice.BOTH)
    assert (copy.shown("label"), copy.shown("claim")) == ("concern", "c2")
