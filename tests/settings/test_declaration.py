from __future__ import annotations

import json

import pytest

from annotator.settings.declaration import Sort
from annotator.settings.table import BY_KEY, GROUPS, SETTINGS


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda one: one.key)
def test_every_setting_is_declared_whole(setting):
    assert setting.fits(setting.default)
    assert setting.group in GROUPS
    assert setting.sentence.endswith(".")
    assert bool(setting.choices) == (setting.sort is Sort.CHOICE)
    assert (setting.least < setting.most) == (setting.sort in (Sort.WHOLE, Sort.NUMBER))


def test_no_two_settings_share_a_key_or_a_title():
    assert len(BY_KEY) == len(SETTINGS)
    assert len({setting.title for setting in SETTINGS}) == len(SETTINGS)


@pytest.mark.parametrize(
    ("key", "word", "value"),
    [
        ("page.reviewed_ticks", "off", False),
        ("page.reviewed_ticks", "YES", True),
        ("page.reviewed_ticks", "maybe", None),
        ("page.text_size", "21", 21),
        ("page.text_size", "21.5", None),
        ("page.text_size", "1000", None),
        ("window.zoom", "1.25", 1.25),
        ("window.zoom", "inf", None),
        ("window.theme", "dark", "dark"),
        ("window.theme", "", None),
        ("page.font", "", ""),
        ("keys.shortcuts", json.dumps({"go.down": ["J"]}), {"go.down": ["J"]}),
        ("keys.shortcuts", "[" * 100_000, None),
    ],
)
def test_a_word_of_the_command_line_means_a_value_or_none(key, word, value):
    assert BY_KEY[key].read(word) == value


def test_what_a_setting_accepts_is_told_with_limits_and_choices():
    assert BY_KEY["page.text_size"].accepts == "a whole number from 10 to 48 px"
    assert BY_KEY["window.theme"].accepts == "one of system, light, dark, high-contrast"
