from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.shared.dataset_cards import (
    card_lines,
    class_label,
    names_in,
    quoted,
    unquoted,
)

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


@given(words=WORDS)
def test_words_come_back_on_one_line(words):
    assert unquoted(quoted(words)) == words
    assert len(quoted(words).splitlines()) == 1


@given(names=st.lists(WORDS, min_size=1, max_size=5), listed=st.booleans())
def test_names_of_labels_come_back(names, listed):
    features = class_label("label", names, listed=listed)
    lines = card_lines("A", languages=["uk"], size=7, path="a.jsonl", features=features)
    assert names_in("\n".join(lines)) == {"label": names}


def test_what_is_no_card_has_no_names():
    for card in (
        "",
        "---",
        "---\nnames:\n- a",
        "names:\n- a\n---",
        "---\n      names:\n---\n- a\n",
    ):
        assert names_in(card) == {}
    assert names_in("---\nnames:\n  '900000': a\n---\n") == {}
