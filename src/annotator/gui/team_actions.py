"""The commands by which a team exchanges its work: send, merge, settle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.gui.actions import Action, has_project

if TYPE_CHECKING:
    from annotator.gui.window import Window

CONFLICTS, CONFLICTS_TITLE, CONFLICTS_TOOL = (
    "review.conflicts",
    "Conflicts to settle",
    "conflicts",
)


def _merge(window: Window) -> None:
    from annotator.gui.merge_run import merging  # noqa: PLC0415 - the first paint needs it not

    merging(window).ask()


SENDING = (
    Action(
        "file.send",
        "Send to a colleague…",
        run=lambda window: window.tools.open("send"),
        menu="File",
        shortcuts=("Ctrl+Shift+E",),
        when=has_project,
        begins_group=True,
    ),
    Action(
        "file.merge",
        "Merge what came back…",
        run=_merge,
        menu="File",
        shortcuts=("Ctrl+Shift+M",),
        when=has_project,
    ),
)
SETTLING = (
    Action(
        CONFLICTS,
        CONFLICTS_TITLE,
        run=lambda window: window.tools.toggle(CONFLICTS_TOOL),
        menu="Review",
        shortcuts=("Shift+C",),
        when=has_project,
        checked=lambda window: window.tools.is_open(CONFLICTS_TOOL),
    ),
)
