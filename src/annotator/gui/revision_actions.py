"""The commands on newer texts of articles: placing what lost its place, comparing revisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.gui.actions import Action, always, can_review, has_project
from annotator.gui.team_actions import SETTLING

if TYPE_CHECKING:
    from annotator.gui.unplaced_panel import UnplacedPanel
    from annotator.gui.window import Window

UNPLACED, COMPARISON = "unplaced", "revisions"


def _panel(window: Window) -> UnplacedPanel | None:
    """Return the list of highlights without a place, where it is in sight."""
    from annotator.gui.unplaced_panel import UnplacedPanel  # noqa: PLC0415 - it tells keys

    panel = window.tools.widget(UNPLACED) if window.tools.is_open(UNPLACED) else None
    return panel if isinstance(panel, UnplacedPanel) else None


def _can_place(window: Window) -> bool:
    # Asked at every turn: what was never opened costs nothing.
    if window.tools.widget(UNPLACED) is None or not can_review(window):
        return False
    panel = _panel(window)
    return panel is not None and panel.choice() is not None


def _place_here(window: Window) -> None:
    panel = _panel(window)
    if panel is not None:
        panel.settling.place_here()


REVISIONS = (
    Action(
        "review.unplaced",
        "Highlights that need a place",
        run=lambda window: window.tools.toggle(UNPLACED),
        menu="Review",
        shortcuts=("Shift+P",),
        when=has_project,
        checked=lambda window: window.tools.is_open(UNPLACED),
    ),
    Action(
        "review.place-here",
        "Place the highlight that needs a place at the selection",
        run=_place_here,
        menu="Review",
        shortcuts=("P",),
        when=_can_place,
    ),
    *SETTLING,
    Action(
        "review.revisions",
        "Compare the revisions of this article",
        run=lambda window: window.tools.toggle(COMPARISON),
        menu="Review",
        shortcuts=("Ctrl+Shift+D",),
        when=can_review,
        checked=lambda window: window.tools.is_open(COMPARISON),
    ),
)


def _listed(id: str, title: str, *keys: str) -> Action:  # noqa: A002 - the field's name
    return Action(id, title, run=always, menu="Review", shortcuts=keys)


# What lists do by themselves with keys that mean something else on the page.
LIST_KEYS = (
    _listed(
        "list.best", "Among highlights that need a place: put it at the best one", "Return", "1"
    ),
    _listed("list.runner-up", "Among highlights that need a place: put it at the next best", "2"),
    _listed("list.other", "Among highlights that need a place: look at the other place", "Space"),
    _listed("list.keep", "Among highlights that need a place: it has none, keep its quote", "K"),
    _listed("list.drop", "Among highlights that need a place: remove it", "Delete"),
    _listed("list.ours", "Among conflicts: keep ours", "1"),
    _listed("list.theirs", "Among conflicts: keep theirs, of several the first", "2"),
    _listed("list.next-theirs", "Among conflicts: keep the next of theirs", "3", "4"),
    _listed("list.both", "Among conflicts: keep both, or all sides", "B"),
    _listed("list.jump", "Among conflicts: go to the place in the article", "Return", "Space"),
    _listed(
        "list.change", "While revisions are compared: next or previous change", "F8", "Shift+F8"
    ),
)
