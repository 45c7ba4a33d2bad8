"""What a command of the window is: data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from annotator.gui.window import Window

Run: TypeAlias = "Callable[[Window], object]"
When: TypeAlias = "Callable[[Window], bool]"


def always(_window: Window) -> bool:
    """Say yes: the command can be given at any time."""
    return True


def has_project(window: Window) -> bool:
    """Tell whether a project is open."""
    return window.reviewing.project is not None


def has_article(window: Window) -> bool:
    """Tell whether an article is open to be reviewed, and on the page rather than behind a tool."""
    seen = window.stack.currentWidget() is window.page
    return seen and window.reviewing.article is not None and not window.edit_mode.active


def can_review(window: Window) -> bool:
    """Tell whether an article is open to be reviewed, on the page or behind a tool."""
    return window.reviewing.article is not None and not window.edit_mode.active


def on_page(run: Run) -> Run:
    """Return what a command runs, with the page brought back from behind a tool first.

    It is for commands that go somewhere: nothing may be altered that was not in sight.
    """

    def show_and_run(window: Window) -> object:
        if window.stack.currentWidget() is not window.page:
            window.stack.setCurrentWidget(window.page)
            window.page.setFocus()
        return run(window)

    return show_and_run


def is_editing(window: Window) -> bool:
    """Tell whether the text of an article is being edited."""
    return window.edit_mode.active


@dataclass(frozen=True, slots=True)
class Action:
    """One command: what it is called, its keys, its menu, when it can be given, what it runs.

    ``menu`` is a path such as ``View/Theme``, empty for keys alone. With ``page_only`` the keys
    work while the page has the focus, so that lists and fields keep theirs. ``checked`` makes it
    a switch and tells how that stands. One that ``begins_group`` has a line above it in its menu.
    """

    id: str
    title: str
    run: Run
    menu: str = ""
    shortcuts: tuple[str, ...] = ()
    when: When = always
    page_only: bool = False
    checked: When | None = None
    begins_group: bool = False

    @property
    def group(self) -> str:
        """The heading under which the key help lists it."""
        return self.menu.partition("/")[0]


def page_action(id: str, title: str, *keys: str, run: Run, menu: str = "Go") -> Action:  # noqa: A002 - the field's name
    """Return a command of the page, whose keys the page has to itself.

    One that only goes somewhere can be given from the menus while a tool hides the page, too.
    """
    goes = menu == "Go"
    return Action(
        id,
        title,
        run=on_page(run) if goes else run,
        menu=menu,
        shortcuts=keys,
        when=can_review if goes else has_article,
        page_only=True,
    )


MENUS = ("File", "Edit", "Review", "Find", "Go", "View", "Help")
LABEL_KEYS = Action(
    "review.tag",
    "Tag the sentence or the selection with that label; again takes it off",
    run=lambda _window: None,
    menu="Review",
    shortcuts=("1", "2", "3", "…"),
    when=has_article,
)


def _page_own(id: str, title: str, *keys: str, menu: str = "Go") -> Action:  # noqa: A002 - the field's name
    return Action(
        id, title, run=always, menu=menu, shortcuts=keys, when=has_article, page_only=True
    )


# What the page does by itself with keys that no menu offers.
PAGE_KEYS = (
    _page_own("page.ends", "First or last sentence", "Home", "End"),
    _page_own("page.turn", "Turn the page", "PgUp", "PgDown"),
    _page_own("page.select", "Select by character", "Shift+Left", "Shift+Right", menu="Edit"),
    _page_own(
        "page.select-words",
        "Select by word",
        "Ctrl+Shift+Left",
        "Ctrl+Shift+Right",
        menu="Edit",
    ),
    _page_own(
        "page.caret",
        "Move the caret once it is shown, as Up and Down do; Shift selects, Ctrl goes by words",
        "Left",
        "Right",
        menu="Edit",
    ),
    _page_own("page.select-all", "Select the whole text", "Ctrl+A", menu="Edit"),
    _page_own("page.copy", "Copy the selected text", "Ctrl+C", menu="Edit"),
)


def grouped(actions: Iterable[Action]) -> dict[str, list[Action]]:
    """Return actions by their group, groups in the order of the menus."""
    groups: dict[str, list[Action]] = {menu: [] for menu in MENUS}
    for action in actions:
        groups[action.group].append(action)
    return groups
