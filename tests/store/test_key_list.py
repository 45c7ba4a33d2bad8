from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.store.key_list import KeyList

KEYS = st.integers(0, 2**63 - 1) | st.integers(0, 70_000) | st.sampled_from([1, 256, 2**40])


@given(st.lists(KEYS, unique=True), st.data())
def test_a_list_of_keys_is_a_list(keys, data):
    kept = KeyList(keys)
    for _ in range(3):
        place = data.draw(st.integers(0, len(keys)))
        fresh = data.draw(KEYS.filter(lambda key: key not in keys))
        keys.insert(place, fresh)
        kept.insert(place, fresh)
        gone = data.draw(st.integers(0, len(keys) - 1))
        del keys[gone]
        kept.delete(gone)
    assert kept.page(0, len(keys)) == keys
    assert [kept[place] for place in range(len(kept))] == keys
    assert [kept.position(key) for key in keys] == list(range(len(keys)))
    assert kept.position(2**62 + 12_345) is None or 2**62 + 12_345 in keys
