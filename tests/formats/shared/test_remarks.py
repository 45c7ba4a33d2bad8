from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.shared.remarks import MARK, apart, said, with_remark

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
NOTES = st.lists(st.one_of(WORDS, st.just(MARK + "{}"), st.just(MARK)), max_size=3).map("\n".join)


@given(NOTES, st.dictionaries(WORDS.filter(lambda one: one != "exact"), WORDS, max_size=2))
def test_what_people_wrote_and_what_is_added_come_apart_again(note, remark):
    both = with_remark(note, remark)
    assert said(both) == both
    assert apart(both) == (note, remark)


@given(NOTES, WORDS)
def test_what_others_change_in_a_note_is_kept(note, altered):
    both = with_remark(note, {"part": "2"})
    _, _, line = both.rpartition("\n")
    words, remark = apart(f"{said(altered)}\n{line}")
    assert (said(words), remark) == (said(altered), {"part": "2"})


def test_what_is_no_remark_is_a_note():
    for text in (f"{MARK}[1]", f"{MARK}{{", f"a\n{MARK}", "", json.dumps({})):
        assert apart(text) == (text, {})
