from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.gui.fuzzy import score

titles = st.text("abc XY", max_size=12)


def is_subsequence(query, title):
    letters = iter(title.casefold())
    return all(letter in letters for letter in "".join(query.casefold().split()))


@given(st.text("abcxy ", max_size=6), titles)
def test_a_title_fits_when_it_has_the_letters_in_their_order(query, title):
    assert (score(query, title) is not None) == is_subsequence(query, title)


def ranked(query, *titles):
    found = [title for title in titles if score(query, title) is not None]
    return sorted(found, key=lambda title: -score(query, title))


def test_beginnings_of_words_go_before_letters_inside_of_them():
    shown = ranked("na", "Snap selections", "Next article", "Larger text", "Unread pages")
    assert shown[0] == "Next article"
    assert "Larger text" not in shown


def test_neighbors_go_before_scattered_letters():
    assert ranked("und", "Unread stretches, undated", "Undo")[0] == "Undo"
    assert ranked("dark", "Mark a word, dated", "Dark")[0] == "Dark"


def test_more_letters_than_a_title_has_are_not_even_looked_for(monkeypatch):
    monkeypatch.setattr("annotator.gui.fuzzy._worth", lambda *_: pytest.fail("looked for"))
    assert score("s" * 32_767, "Snap selections") is None
