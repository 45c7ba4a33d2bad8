from __future__ import annotations

from uuid import RFC_4122, UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.identity import uuid7

TIMES = st.integers(0, 2**48 - 1)
RANDOMNESS = st.binary(min_size=10, max_size=10)


@given(TIMES, RANDOMNESS)
def test_an_id_has_version_7_the_variant_of_the_rfc_and_its_time(milliseconds, randomness):
    made = UUID(uuid7(milliseconds, randomness))
    assert (made.version, made.variant, made.int >> 80) == (7, RFC_4122, milliseconds)


@given(TIMES, TIMES, RANDOMNESS, RANDOMNESS)
def test_a_later_id_sorts_later(one, other, randomness, more):
    early, late = sorted((one, other))
    if early < late:
        assert uuid7(early, randomness) < uuid7(late, more)


@pytest.mark.parametrize(("milliseconds", "length"), [(-1, 10), (2**48, 10), (0, 9)])
def test_what_does_not_fit_is_a_bug(milliseconds, length):
    with pytest.raises(ValueError, match="48 bits"):
        uuid7(milliseconds, bytes(length))
