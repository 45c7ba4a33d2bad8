from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.store.key_set import KeySet

KEYS = st.lists(st.integers(0, 300))


@given(KEYS)
def test_it_holds_what_a_set_holds(keys):
    held = KeySet(keys)
    assert len(held) == len(set(keys))
    assert [key for key in range(-9, 400) if key in held] == sorted(set(keys))
    assert "3" not in held
