from __future__ import annotations

import re
from itertools import pairwise
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from annotator.store.clock import IdMaker, new_id, now


def test_now_is_utc_with_milliseconds_and_sorts_as_text():
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", now())


@given(st.lists(st.integers(0, 2**48 - 2), min_size=1), st.binary(min_size=10, max_size=10))
def test_ids_rise_whatever_the_clock_does(times, randomness):
    clock = iter(times)
    make = IdMaker(lambda: next(clock), lambda _: randomness)
    ids = [make() for _ in times]
    assert all(before < after for before, after in pairwise(ids))


@given(st.binary(min_size=10, max_size=10))
def test_ids_of_one_millisecond_rise_across_the_variant_bits(randomness):
    make = IdMaker(lambda: 5, lambda _: randomness)
    make()
    make._count = make._count | (1 << 62) - 2
    ids = [make() for _ in range(4)]
    assert ids == sorted(set(ids))
    assert all(UUID(one).version == 7 for one in ids)


def test_two_ids_differ():
    assert new_id() != new_id()
