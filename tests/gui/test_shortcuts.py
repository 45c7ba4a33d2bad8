from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.gui.action_table import ACTIONS
from annotator.gui.actions import PAGE_KEYS
from annotator.gui.shortcuts import keys_of, owner_of, plain_key, put_in_force, resolved

ALL = (*ACTIONS, *PAGE_KEYS)
BY_ID = {action.id: action for action in ALL}


@pytest.fixture
def put():
    """Put chosen keys in force for one test."""
    yield lambda chosen: put_in_force(ALL, chosen)
    put_in_force(ALL, {})


def test_without_a_choice_every_command_has_the_keys_of_the_table():
    assert resolved(ALL, {}) == {action.id: action.shortcuts for action in ALL}


def test_a_chosen_key_is_taken_from_the_command_that_had_it(put):
    put({"review.next": ["Ctrl+E"]})
    assert keys_of(BY_ID["review.next"]) == ("Ctrl+E",)
    assert keys_of(BY_ID["file.export"]) == ()
    assert owner_of("ctrl+e", ALL) is BY_ID["review.next"]
    assert owner_of("N", ALL) is None


@given(
    st.dictionaries(
        st.sampled_from([action.id for action in ACTIONS]) | st.just("gone.command"),
        st.lists(st.sampled_from(["J", "Ctrl+E", "F5", "1", "Home", "nonsense", "", "ctrl+z"])),
    )
)
def test_whatever_is_chosen_no_key_has_two_owners(chosen):
    keys = [plain_key(key) for held in resolved(ALL, chosen).values() for key in held]
    assert len(keys) == len(set(keys))


def test_keys_are_read_whatever_way_they_are_written():
    assert plain_key("CTRL+shift+z") == "Ctrl+Shift+Z"
    assert plain_key("") == ""
