"""Version vectors: an order, and a least upper bound in it."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.team.versions import NEVER, descends, joined, newest

VERSIONS = st.dictionaries(st.sampled_from("abc"), st.integers(1, 4))


@given(VERSIONS, VERSIONS, VERSIONS)
def test_descent_is_a_partial_order(one, other, third):
    assert descends(one, one)
    assert descends(one, NEVER)
    if descends(one, other) and descends(other, one):
        assert one == other
    if descends(one, other) and descends(other, third):
        assert descends(one, third)


@given(VERSIONS, VERSIONS, VERSIONS)
def test_a_join_is_the_least_that_descends_from_both(one, other, third):
    both = joined([one, other])
    assert descends(both, one)
    assert descends(both, other)
    if descends(third, one) and descends(third, other):
        assert descends(third, both)


@given(st.lists(VERSIONS))
def test_the_newest_cover_all_and_none_of_them_another(versions):
    kept = newest(versions)
    assert all(any(descends(other, one) for other in kept) for one in versions)
    assert not any(descends(one, other) for one in kept for other in kept if one is not other)
    assert newest(reversed(versions)) == kept
