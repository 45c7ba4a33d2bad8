"""The commands of the Help menu."""

from __future__ import annotations

from annotator.gui.about import show_about
from annotator.gui.actions import Action

HELP = (
    Action(
        "help.keys",
        "All keys",
        run=lambda window: window.tools.open("keys"),
        menu="Help",
        shortcuts=("F1",),
    ),
    Action(
        "help.places",
        "Where things are…",
        run=lambda window: window.tools.open("places"),
        menu="Help",
    ),
    Action(
        "help.about",
        "About Fact Annotator",
        run=show_about,
        menu="Help",
    ),
)
