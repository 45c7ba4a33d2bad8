from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.search_query import search_query
from annotator.gui.filter_completion import completions

LABELS = ("Official claim", "Analyst opinion", "Rumor")


def names(name, _typed):
    return LABELS if name == "label" else ()


def offered(text, cursor=None):
    return completions(text, len(text) if cursor is None else cursor, names)


def test_a_filter_is_offered_by_its_first_letters_and_one_letter_says_too_little():
    assert [one.text for one in offered("dam la")] == ["dam label:"]
    assert [one.text for one in offered("-ha")] == ["-has:"]
    assert offered("l") == []


def test_names_with_spaces_are_quoted_and_followed_by_a_space():
    assert [one.text for one in offered("label:")] == [
        'label:"Official claim" ',
        'label:"Analyst opinion" ',
        "label:Rumor ",
    ]


def test_what_lies_behind_the_cursor_belongs_to_the_piece():
    (found,) = offered('label:"offi cl" dam', cursor=9)
    assert found.text == 'label:"Official claim" dam'
    assert found.text[: found.cursor] == 'label:"Official claim" '


def test_names_are_found_by_any_of_their_words_case_and_accents_aside():
    assert [one.shown for one in offered("label:OPÍN")] == ["Analyst opinion"]
    assert offered("label:xyz") == []


@pytest.mark.parametrize("text", ["dam", "has:note ", '"say label:', "ftp:a", "x:"])
def test_nothing_is_offered_where_nothing_is_asked(text):
    assert offered(text) == []


@given(st.text(alphabet='label:hs "no-–é', max_size=20), st.integers(0, 20))
def test_whatever_is_taken_is_understood_as_a_filter(text, cursor):
    for one in completions(text, min(cursor, len(text)), names):
        assert 0 <= one.cursor <= len(one.text)
        before = one.text[: one.cursor]
        if one.of_value:
            assert search_query(before).filters[-1].value.casefold() == one.shown.casefold()
