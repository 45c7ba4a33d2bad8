from __future__ import annotations

import json

import pytest

from annotator.cli import program
from annotator.cli.session import Windows
from annotator.settings.settings import load_settings
from annotator.settings.table import SETTINGS


@pytest.fixture
def say(capsys):
    """Type a command and return its exit code, output and complaint."""

    def typed(*words):
        windows = Windows(require=lambda: None, open=lambda _: 0, picture=lambda *_: None)
        code = program.main(["settings", *words], windows)
        return code, *capsys.readouterr()

    return typed


def test_every_setting_is_listed_and_what_was_altered_is_marked(say):
    load = json.loads(say("list", "--json")[1])
    assert [one["key"] for one in load] == [one.key for one in SETTINGS]
    say("set", "page.text_size", "24")
    assert "* page.text_size = 24" in say("list")[1].splitlines()


def test_a_value_is_set_got_and_reset(say):
    assert say("set", "page.reviewed_ticks", "off") == (0, "page.reviewed_ticks = off\n", "")
    assert say("get", "page.reviewed_ticks") == (0, "off\n", "")
    assert load_settings().get("page.reviewed_ticks") is False
    assert say("reset", "page.reviewed_ticks") == (0, "page.reviewed_ticks = on\n", "")


def test_what_get_prints_set_takes_back(say):
    for setting in SETTINGS:
        _, printed, _ = say("get", setting.key)
        assert say("set", setting.key, printed.rstrip("\n"))[0] == 0
    assert all(load_settings().is_default(setting.key) for setting in SETTINGS)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("get", "page.smell"), "There is no setting “page.smell”"),
        (("set", "page.text_size", "huge"), "a whole number from 10 to 48 px"),
        (("reset",), "Missing argument"),
    ],
)
def test_what_cannot_be_is_wrong_usage_told_in_a_sentence(say, words, told):
    code, out, err = say(*words)
    assert (code, out) == (2, "")
    assert told in err
