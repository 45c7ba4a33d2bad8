"""The commands of the Find menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.gui.actions import Action, can_review, has_article, has_project, on_page

if TYPE_CHECKING:
    from annotator.gui.find_bar import FindBar
    from annotator.gui.window import Window


def _bar(window: Window) -> FindBar:
    """Return the strip, brought forth where it is away."""
    from annotator.gui.find_bar import FindBar  # noqa: PLC0415 - only who finds pays for it

    widget = window.tools.widget("find")
    if widget is None or not window.tools.is_open("find"):
        widget = window.tools.open("find")
    assert isinstance(widget, FindBar)  # noqa: S101 - the table of tools says so
    return widget


def _step(window: Window, direction: int) -> None:
    _bar(window).step(direction)


def _tag_all(window: Window) -> None:
    _bar(window).choose_label()


FIND = (
    Action(
        "find.in-article",
        "Find in the article",
        run=on_page(lambda window: window.tools.open("find")),
        menu="Find",
        shortcuts=("Ctrl+F",),
        when=can_review,
    ),
    Action(
        "find.next",
        "Next hit",
        run=on_page(lambda window: _step(window, 1)),
        menu="Find",
        shortcuts=("F3",),
        when=can_review,
    ),
    Action(
        "find.previous",
        "Previous hit",
        run=on_page(lambda window: _step(window, -1)),
        menu="Find",
        shortcuts=("Shift+F3",),
        when=can_review,
    ),
    Action(
        "find.tag-all",
        "Tag all hits…",
        run=_tag_all,
        menu="Find",
        shortcuts=("Ctrl+Shift+T",),
        when=has_article,
    ),
    Action(
        "find.in-project",
        "Search the project",
        run=lambda window: window.tools.open("search"),
        menu="Find",
        shortcuts=("Ctrl+Shift+F",),
        when=has_project,
    ),
    Action(
        "find.highlights",
        "Table of highlights",
        run=lambda window: window.tools.open("highlights"),
        menu="Find",
        shortcuts=("Ctrl+Shift+H",),
        when=has_project,
    ),
    Action(
        "go.command",
        "Search the project, or type a command",
        run=lambda window: window.command_field.begin(),
        menu="Find",
        shortcuts=("Ctrl+K",),
    ),
    Action(
        "go.palette",
        "Type a command",
        run=lambda window: window.command_field.begin_command(),
        menu="Find",
        shortcuts=("Ctrl+Shift+P",),
    ),
)
