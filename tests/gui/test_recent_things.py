from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.gui.recent_things import Recent

STEPS = st.lists(st.tuples(st.integers(0, 5), st.integers(1, 9), st.booleans()), max_size=30)


@given(steps=STEPS)
def test_what_is_kept_is_the_latest_that_the_budget_allows(steps):
    owners = [[] for _ in range(6)]
    recent, latest = Recent(budget=20), {}
    for place, weight, asks in steps:
        if asks:
            found = recent.get(owners[place])
            assert (found is None) == (place not in latest)
            if place in latest:
                latest[place] = latest.pop(place)
            continue
        recent.keep(owners[place], weight, weight=weight)
        latest.pop(place, None)
        latest[place] = weight
        while sum(latest.values()) > 20:
            del latest[next(iter(latest))]
        assert [n for n in range(6) if owners[n] in recent] == sorted(latest)


def test_what_is_alike_and_not_the_same_has_nothing_kept():
    recent = Recent()
    owner = [1]
    recent.keep(owner, "made", weight=1)
    assert (recent.get(owner), recent.get([1])) == ("made", None)
    recent.forget()
    assert recent.get(owner) is None


def test_a_thing_above_the_budget_is_kept_alone():
    recent, light, heavy = Recent(budget=5), [1], [2]
    recent.keep(light, "light", weight=1)
    recent.keep(heavy, "heavy", weight=50)
    assert (light in recent, heavy in recent) == (False, True)
