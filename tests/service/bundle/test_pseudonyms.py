"""One person, one pseudonym, whoever else is known to whoever writes it."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.service.bundle import pseudonyms as module
from annotator.service.bundle.pseudonyms import pseudonyms

IDS = st.sets(st.uuids().map(str), min_size=1, max_size=6)


@given(IDS, IDS)
def test_two_who_know_different_people_call_the_same_person_the_same(mine, theirs):
    ours, others = pseudonyms(mine), pseudonyms(theirs | mine)
    assert ours == {one: others[one] for one in mine}
    assert len(set(others.values())) == len(others)
    assert not any(one[:4] in name for one, name in others.items())


def test_names_that_come_to_the_same_go_on_until_they_differ(monkeypatch):
    signs = {"a": "7KX4BC", "b": "7KX4BD", "c": "7KX4DD", "d": "9KX4BC"}
    monkeypatch.setattr(module, "_signs", signs.__getitem__)
    names = pseudonyms(signs)
    assert names == {
        "a": "Reviewer 7KX4BC",
        "b": "Reviewer 7KX4BD",
        "c": "Reviewer 7KX4D",
        "d": "Reviewer 9KX4",
    }
    (alone,) = pseudonyms("a").values()
    assert alone < names["a"] == max(alone, names["a"])
