"""Verbs about the program's settings: list, get, set, reset."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from annotator.cli.session import Session, verb
from annotator.settings.settings import declared, load_settings
from annotator.settings.table import SETTINGS

if TYPE_CHECKING:
    from annotator.settings.declaration import Setting
    from annotator.settings.settings import Settings


@click.group("settings")
def settings() -> None:
    """List, get, set and reset the program's settings."""


@settings.command("list")
@verb
def list_settings(session: Session) -> int:
    """List every setting with its value; * marks those that differ from their default."""
    held = load_settings()
    lines = []
    for setting in SETTINGS:
        mark = " " if held.is_default(setting.key) else "*"
        lines.append(f"{mark} {setting.key} = {_word(held.get(setting.key))}")
    session.tell([_told(setting, held) for setting in SETTINGS], "\n".join(lines))
    return 0


@settings.command("get")
@click.argument("key")
@verb
def get_setting(session: Session, key: str) -> int:
    """Print the value of the setting KEY."""
    held = load_settings()
    session.tell(_told(declared(key), held), _word(held.get(key)))
    return 0


@settings.command("set")
@click.argument("key")
@click.argument("value")
@verb
def set_setting(session: Session, key: str, value: str) -> int:
    """Give the setting KEY the VALUE."""
    held = load_settings()
    held.read(key, value)
    return _save(session, held, key)


@settings.command("reset")
@click.argument("key")
@verb
def reset_setting(session: Session, key: str) -> int:
    """Give the setting KEY its default."""
    held = load_settings()
    held.reset(key)
    return _save(session, held, key)


def _save(session: Session, held: Settings, key: str) -> int:
    held.save()
    session.tell(_told(declared(key), held), f"{key} = {_word(held.get(key))}")
    return 0


def _told(setting: Setting, held: Settings) -> dict[str, Any]:
    return {
        "key": setting.key,
        "value": held.get(setting.key),
        "default": setting.default,
        "accepts": setting.accepts,
        "sentence": setting.sentence,
    }


def _word(value: object) -> str:
    """Return a value as the command line takes it back."""
    if isinstance(value, bool):
        return "on" if value else "off"
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
