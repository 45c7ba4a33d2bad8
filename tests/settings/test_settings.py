from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from annotator.core.file_errors import UnreadableFileError, UnwritableFileError
from annotator.paths import config_dir
from annotator.settings.problems import (
    DamagedSettingsError,
    SettingValueError,
    UnknownSettingError,
)
from annotator.settings.settings import Settings, load_settings
from annotator.settings.settings_file import last_good, settings_path
from annotator.settings.table import SETTINGS

DAMAGED = [b"", b"{", b"[1]", b"null", b"\xff\xfe", b"[" * 100_000, b'"' + b"x" * 1_100_000 + b'"']
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)


def put(content):
    settings_path().parent.mkdir(parents=True, exist_ok=True)
    data = content if isinstance(content, bytes) else json.dumps(content).encode()
    settings_path().write_bytes(data)


def in_file():
    return json.loads(settings_path().read_text("utf-8"))


def test_what_is_saved_is_loaded_and_defaults_are_not_written():
    settings = load_settings()
    settings.set("page.text_size", 24)
    settings.set("window.theme", "dark")
    settings.reset("window.theme")
    settings.save()
    assert in_file() == {"page.text_size": 24}
    assert load_settings().get("page.text_size") == 24


@pytest.mark.parametrize("damage", DAMAGED)
def test_a_damaged_file_never_blocks_the_start_and_is_set_aside_and_told_once(damage):
    put(damage)
    settings = load_settings()
    assert [settings.get(one.key) for one in SETTINGS] == [one.default for one in SETTINGS]
    assert len(settings.damage) == 1
    assert load_settings().damage == []
    assert settings_path().with_name("settings.json.damaged").read_bytes() == damage


def test_the_last_good_file_stands_in_for_a_damaged_one():
    settings = load_settings()
    for size in (24, 25):
        settings.set("page.text_size", size)
        settings.save()
    put(b"{")
    again = load_settings()
    assert again.get("page.text_size") == 24
    again.save()
    assert in_file() == {"page.text_size": 24}


def test_a_damaged_value_falls_back_alone_and_is_told_until_it_is_saved():
    put({"page.text_size": "huge", "page.column": 800, "window.zoom": 9})
    settings = load_settings()
    assert (settings.get("page.text_size"), settings.get("page.column")) == (19, 800)
    assert [str(problem).split()[0] for problem in settings.damage] == [
        "page.text_size",
        "window.zoom",
    ]
    settings.save()
    assert load_settings().damage == []


@examples(max_examples=25)
@given(st.dictionaries(st.sampled_from([one.key for one in SETTINGS]) | st.text(max_size=4), JSON))
def test_whatever_a_file_holds_each_setting_has_a_value_that_fits(held):
    put(held)
    settings = load_settings()
    assert all(one.fits(settings.get(one.key)) for one in SETTINGS)


def test_unknown_keys_are_kept_and_written_back():
    put({"page.text_size": 24, "of.a.newer.version": [1, {"a": None}]})
    settings = load_settings()
    settings.set("page.text_size", 30)
    settings.save()
    assert in_file() == {"page.text_size": 30, "of.a.newer.version": [1, {"a": None}]}


def test_two_programs_alter_different_settings_and_both_stay():
    window, shell = load_settings(), load_settings()
    window.set("page.text_size", 24)
    shell.set("window.theme", "dark")
    shell.save()
    window.save()
    assert in_file() == {"page.text_size": 24, "window.theme": "dark"}
    assert window.get("window.theme") == "dark"


def test_a_file_that_cannot_be_read_for_now_stays_where_and_what_it_is(monkeypatch):
    put({"page.text_size": 24})
    settings = load_settings()
    put({"page.text_size": 25})
    reading = Path.read_text

    def refuse(_self, *_rest):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_text", refuse)
    settings.refresh()
    assert [type(one) for one in settings.damage] == [UnreadableFileError]
    assert settings.get("page.text_size") == 24
    fresh = load_settings()
    fresh.set("window.theme", "dark")
    with pytest.raises(UnreadableFileError):
        fresh.save()
    monkeypatch.setattr(Path, "read_text", reading)
    assert in_file() == {"page.text_size": 25}
    settings.damage.clear()
    settings.refresh()
    assert (settings.get("page.text_size"), settings.damage) == (25, [])


def test_observers_hear_of_each_alteration_and_no_more_once_they_left():
    settings, heard = load_settings(), []
    leave = settings.observe(heard.append)
    settings.set("page.text_size", 24)
    settings.set("page.text_size", 24)
    settings.reset("page.text_size")
    leave()
    settings.set("page.text_size", 30)
    assert heard == ["page.text_size", "page.text_size"]


def test_what_another_program_wrote_is_taken_over_and_told():
    window, heard = load_settings(), []
    window.observe(heard.append)
    shell = load_settings()
    shell.set("window.zoom", 1.5)
    shell.save()
    window.refresh()
    window.refresh()
    assert (window.get("window.zoom"), heard) == (1.5, ["window.zoom"])


def test_the_theme_of_the_session_is_taken_over_once():
    config_dir().mkdir(parents=True)
    (config_dir() / "session.json").write_text('{"theme": "dark"}', "utf-8")
    settings = load_settings()
    assert settings.get("window.theme") == "dark"
    settings.save()
    (config_dir() / "session.json").write_text('{"theme": "light"}', "utf-8")
    assert load_settings().get("window.theme") == "dark"


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("page.text_size", 9),
        ("page.text_size", 19.5),
        ("page.text_size", True),
        ("window.zoom", float("nan")),
        ("window.theme", "pink"),
        ("page.font", "a\nb"),
        ("page.reviewed_ticks", 1),
        ("keys.shortcuts", {"go.down": "J"}),
        ("keys.shortcuts", {"go.down": [""]}),
    ],
)
def test_what_does_not_fit_is_refused(key, value):
    settings = Settings()
    with pytest.raises(SettingValueError):
        settings.set(key, value)
    assert settings.is_default(key)


def test_a_key_that_names_nothing_is_refused():
    with pytest.raises(UnknownSettingError):
        Settings().get("page.smell")


def test_an_export_is_taken_over_elsewhere_with_defaults_for_the_rest(tmp_path):
    settings = Settings()
    settings.set("page.text_size", 24)
    settings.set("keys.shortcuts", {"go.down": ["F5"]})
    settings.export(tmp_path / "mine.json")
    other = Settings()
    other.set("window.theme", "dark")
    assert other.take_over(tmp_path / "mine.json") == []
    assert [other.get(one.key) for one in SETTINGS] == [settings.get(one.key) for one in SETTINGS]


def test_an_import_names_what_does_not_fit_and_refuses_what_holds_no_settings(tmp_path):
    (tmp_path / "odd.json").write_text('{"page.text_size": 1, "page.column": 700}', "utf-8")
    (tmp_path / "text.json").write_text("hello", "utf-8")
    settings = Settings()
    assert settings.take_over(tmp_path / "odd.json") == ["page.text_size"]
    assert settings.get("page.column") == 700
    with pytest.raises(DamagedSettingsError):
        settings.take_over(tmp_path / "text.json")


def test_a_folder_that_refuses_is_told_and_the_value_stays_in_force(annotator_home):
    annotator_home.parent.mkdir(parents=True, exist_ok=True)
    annotator_home.write_text("a file in the folder's place")
    settings = load_settings()
    settings.set("page.text_size", 24)
    with pytest.raises(UnwritableFileError):
        settings.save()
    assert settings.get("page.text_size") == 24
    assert settings.altered == {"page.text_size"}


def test_settings_in_memory_have_no_file():
    settings = Settings()
    settings.set("page.text_size", 24)
    settings.save()
    assert not settings_path().exists()
    assert not last_good(settings_path()).exists()
