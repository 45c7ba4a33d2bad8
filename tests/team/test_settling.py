"""Settling: a choice goes before all that it was made from, on every replica."""

from itertools import permutations

import pytest
from tests.team.test_joining import BASE, removed, written

from annotator.team.fields import DECIDED
from annotator.team.joining import PRESENCE, disputed, in_order, join, same
from annotator.team.settling import Choice, Dispute, disputes, may_be_both, settled

OURS, THEIRS = written(BASE, "a", 2, label="opinion"), written(BASE, "b", 1, label="concern")
DECISION = {"by": "somebody", "at": "2026-11-22T00:00:00.000Z"}


def choose(found, choice, replica="a", counter=9):
    return settled(
        found, choice, here={replica: counter}, mine={replica: counter}, decision=DECISION
    )


def test_a_dispute_tells_ours_and_theirs_to_each():
    assert disputes(join(OURS, THEIRS), {"a": 9}) == [Dispute("label", "opinion", ("concern",))]
    assert disputes(join(THEIRS, OURS), {"b": 9}) == [Dispute("label", "concern", ("opinion",))]


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
    assert disputes(merged, {"a": 9}) == [Dispute(PRESENCE, False, (True,))]
    assert disputes(merged, {"b": 9}) == [Dispute(PRESENCE, True, (False,))]
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
