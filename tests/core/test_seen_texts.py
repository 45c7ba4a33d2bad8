from __future__ import annotations

from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from annotator.core import seen_texts
from annotator.core.seen_texts import SeenTexts

IDS = st.lists(st.text(st.characters(), max_size=3), max_size=30)


@given(IDS, st.text(max_size=3))
def test_it_answers_as_a_set_does(ids, other):
    seen, known = SeenTexts(), set()
    for one in ids:
        assert seen.add(one) == (one not in known)
        known.add(one)
    assert all(one in seen for one in known)
    assert (other in seen) == (other in known)


def test_a_digest_across_two_others_is_not_there():
    made = {"a": b"\0" * 4 + b"A" * 12, "b": b"\0" * 8 + b"B" * 8, "c": b"\0\0" + b"A" * 12}
    made["c"] = made["a"][2:] + b"\0\0"
    with patch.object(seen_texts, "_digest", made.__getitem__):
        seen = SeenTexts()
        assert [seen.add(one) for one in "ab"] == [True, True]
        assert made["c"][:2] == made["a"][:2]
        assert made["c"] in made["a"] + made["b"]
        assert "c" not in seen
        assert seen.add("c")
