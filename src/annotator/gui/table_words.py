"""The words of the tables of commands, settings and colors, in the window's language."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from annotator.gui.actions import Action
    from annotator.settings.declaration import Choice, Setting

# Under which contexts translators find them.
ACTIONS, SETTINGS, COLORS = "actions", "settings", "colors"


def action_title(action: Action) -> str:
    """Return what a command is called; one that bears a label's name has it in place already."""
    return said(ACTIONS, action.title)


def group_title(name: str) -> str:
    """Return what a menu, or a group of commands, is called."""
    return said(ACTIONS, name)


def said_setting(setting: Setting) -> Setting:
    """Return a setting with its words as the window says them, its key and group kept."""
    return replace(
        setting,
        title=said(SETTINGS, setting.title),
        sentence=said(SETTINGS, setting.sentence),
        unit=said(SETTINGS, setting.unit),
        special=said(SETTINGS, setting.special),
        choices=tuple(_said_choice(choice) for choice in setting.choices),
    )


def _said_choice(choice: Choice) -> Choice:
    return replace(choice, title=said(SETTINGS, choice.title))


def said(context: str, text: str) -> str:
    """Return a text of a table in the window's language; an empty one stays so."""
    return QCoreApplication.translate(context, text) if text else ""
