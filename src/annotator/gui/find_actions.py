"""The commands of the Find menu."""

from __future__ import annotations

from annotator.gui.actions import Action

FIND = (
    Action(
        "go.command",
        "Search articles, or type a command",
        run=lambda window: window.command_field.begin(),
        menu="Find",
        shortcuts=("Ctrl+K",),
    ),
)
