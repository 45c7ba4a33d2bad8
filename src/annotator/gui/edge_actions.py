"""The commands that move the edges of the chosen highlight.

Alt and Ctrl together would be the natural keys for words, but desktops take them for themselves.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from annotator.gui.actions import Action, page_action
from annotator.gui.page_geometry import Edge

if TYPE_CHECKING:
    from annotator.gui.window import Window

MENU = "Edit/Edges of the highlight"


def _step(window: Window, *, edge: Edge, right: bool) -> None:
    window.reviewing.edges.step(edge, right=right)


def _step_word(window: Window, *, edge: Edge, onward: bool) -> None:
    window.reviewing.edges.step_word(edge, onward=onward)


def _actions(edge: Edge, keys: str) -> tuple[Action, ...]:
    """Return the four commands of an edge, whose keys are ``keys`` with an arrow."""
    end = edge.value
    return (
        page_action(
            f"edge.{end}-right",
            f"Move the highlight’s {end} right by a character",
            f"{keys}+Right",
            run=partial(_step, edge=edge, right=True),
            menu=MENU,
        ),
        page_action(
            f"edge.{end}-left",
            f"Move the highlight’s {end} left by a character",
            f"{keys}+Left",
            run=partial(_step, edge=edge, right=False),
            menu=MENU,
        ),
        page_action(
            f"edge.{end}-on",
            f"Move the highlight’s {end} on by a word",
            f"{keys}+Down",
            run=partial(_step_word, edge=edge, onward=True),
            menu=MENU,
        ),
        page_action(
            f"edge.{end}-back",
            f"Move the highlight’s {end} back by a word",
            f"{keys}+Up",
            run=partial(_step_word, edge=edge, onward=False),
            menu=MENU,
        ),
    )


EDGES = _actions(Edge.END, "Alt") + _actions(Edge.START, "Alt+Shift")
