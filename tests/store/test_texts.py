from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.store.texts import _matches, paragraph_digest

LISTS = st.lists(st.sampled_from([b"a", b"b", b"c"]), max_size=12)


@given(LISTS, LISTS)
def test_what_two_texts_share_is_equal_in_order_and_never_taken_twice(old, new):
    pairs = [
        (low + offset, at + offset)
        for low, at, size in sorted(_matches(old, new))
        for offset in range(size)
    ]
    assert all(old[a] == new[b] for a, b in pairs)
    assert pairs == sorted(set(pairs))
    assert len({a for a, _ in pairs}) == len({b for _, b in pairs}) == len(pairs)


@given(LISTS, LISTS, LISTS)
def test_what_stands_around_an_edit_is_shared(head, middle, tail):
    shared = sum(size for _, _, size in _matches(head + tail, head + middle + tail))
    assert shared == len(head + tail)


def test_a_paragraphs_hash_tells_its_sentences_too():
    assert paragraph_digest("a b", [2, 3]) != paragraph_digest("a b", [3])
    assert paragraph_digest("a b", (3,)) == paragraph_digest("a b", [3])
