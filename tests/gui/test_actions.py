from __future__ import annotations

from pathlib import Path

from annotator.core.records import Codebook, Label
from annotator.gui.action_table import ACTIONS, label_actions
from annotator.gui.actions import MENUS, grouped
from annotator.gui.key_help import keys_page

ROOT = Path(__file__).resolve().parents[2]


def test_no_two_commands_share_an_id_or_a_key():
    ids = [action.id for action in ACTIONS]
    keys = [key for action in ACTIONS for key in action.shortcuts]
    assert len(ids) == len(set(ids))
    assert len(keys) == len(set(keys))


def test_every_command_stands_in_a_menu():
    assert {action.group for action in ACTIONS} == set(MENUS)
    assert sum(map(len, grouped(ACTIONS).values())) == len(ACTIONS)


def test_the_page_of_keys_is_current():
    assert (ROOT / "docs" / "keys.md").read_text("utf-8") == keys_page()


def test_without_a_codebook_there_are_no_label_keys():
    assert list(label_actions(None)) == []


def test_a_label_never_takes_a_key_that_has_an_owner():
    keys = ("1", "n", "1", "", "q")
    labels = tuple(
        Label(str(place), str(place), str(place), "L", "#000000", "#FFFFFF", "solid", shortcut=key)
        for place, key in enumerate(keys)
    )
    found = [action.shortcuts for action in label_actions(Codebook(1, "", labels))]
    assert found == [("1",), (), (), (), ("q",)]


def test_the_longest_menu_stands_in_groups(window):
    menu = window.menus._menus["File"]
    kinds = "".join("|" if one.isSeparator() else "x" for one in menu.actions())
    assert max(map(len, kinds.split("|"))) <= 6
    assert "" not in kinds.split("|")
