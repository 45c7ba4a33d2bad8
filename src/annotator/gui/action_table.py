"""The table of the window's commands; menus, keys, key help and manual follow from it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from annotator.gui.actions import (
    LABEL_KEYS,
    Action,
    Run,
    has_article,
    has_project,
    is_editing,
)
from annotator.gui.shortcuts import keys_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.core.records import Codebook, Label
    from annotator.gui.window import Window


def _theme(title: str, choice: str) -> Action:
    return Action(
        id=f"view.theme-{choice}",
        title=title,
        menu="View/Theme",
        run=lambda window: window.preferences.choose_theme(choice),
        checked=lambda window: window.themes.choice == choice,
    )


def _page(id: str, title: str, *keys: str, run: Run, menu: str = "Go") -> Action:  # noqa: A002 - the field's name
    return Action(id, title, run=run, menu=menu, shortcuts=keys, when=has_article, page_only=True)


FILE = (
    Action(
        "file.open-articles",
        "Open articles…",
        run=lambda window: window.files.ask_articles(),
        menu="File",
        shortcuts=("Ctrl+O",),
        when=has_project,
    ),
    Action(
        "file.open-project",
        "Open another project…",
        run=lambda window: window.files.ask_project(),
        menu="File",
        shortcuts=("Ctrl+Shift+O",),
    ),
    Action(
        "file.new-project",
        "New project…",
        run=lambda window: window.files.ask_new_project(),
        menu="File",
        shortcuts=("Ctrl+Shift+N",),
    ),
    Action(
        "file.export",
        "Export highlights as JSON Lines…",
        run=lambda window: window.files.ask_export(),
        menu="File",
        shortcuts=("Ctrl+E",),
        when=has_project,
    ),
    Action(
        "file.quit",
        "Quit",
        run=lambda window: window.window().close(),
        menu="File",
        shortcuts=("Ctrl+Q",),
    ),
)
EDIT = (
    Action(
        "edit.undo",
        "Undo",
        run=lambda window: window.reviewing.undo(),
        menu="Edit",
        shortcuts=("Ctrl+Z",),
        when=has_project,
    ),
    Action(
        "edit.redo",
        "Redo",
        run=lambda window: window.reviewing.redo(),
        menu="Edit",
        shortcuts=("Ctrl+Shift+Z", "Ctrl+Y"),
        when=has_project,
    ),
    _page(
        "edit.delete",
        "Remove the highlight",
        "Delete",
        "Backspace",
        run=lambda window: window.reviewing.delete(),
        menu="Edit",
    ),
    _page(
        "edit.let-go",
        "Let go of what is selected or chosen",
        "Escape",
        run=lambda window: window.reviewing.let_go(),
        menu="Edit",
    ),
    Action(
        "edit.text",
        "Edit text",
        run=lambda window: window.edit_mode.begin(),
        menu="Edit",
        shortcuts=("F2",),
        when=has_article,
    ),
    Action(
        "edit.replace",
        "Replace all in the text being edited…",
        run=lambda window: window.edit_mode.replace_all(),
        menu="Edit",
        shortcuts=("Ctrl+H",),
        when=is_editing,
    ),
    Action(
        "edit.done",
        "Done: make the edited text a new revision",
        run=lambda window: window.edit_mode.finish(),
        menu="Edit",
        shortcuts=("Ctrl+Return",),
        when=is_editing,
    ),
    Action(
        "edit.discard",
        "Discard the editing of the text",
        run=lambda window: window.edit_mode.discard(),
        menu="Edit",
        when=is_editing,
    ),
    Action(
        "edit.settings",
        "Settings…",
        run=lambda window: window.preferences.show_dialog(),
        menu="Edit",
        shortcuts=("Ctrl+,",),
    ),
)
REVIEW = (
    _page(
        "review.reviewed",
        "Mark as reviewed, without a label",
        "Space",
        run=lambda window: window.reviewing.toggle_reviewed(),
        menu="Review",
    ),
    Action(
        "review.next",
        "Next sentence not reviewed yet",
        run=lambda window: window.reviewing.go_to_unreviewed(),
        menu="Review",
        shortcuts=("N",),
        when=has_article,
    ),
    Action(
        "review.changed",
        "Next highlight whose words were edited",
        run=lambda window: window.reviewing.choose_changed(),
        menu="Review",
        shortcuts=("F8",),
        when=has_article,
    ),
    Action(
        "review.keep",
        "Keep the chosen highlight with its edited words",
        run=lambda window: window.reviewing.keep_changed(),
        menu="Review",
        shortcuts=("Shift+F8",),
        when=has_article,
    ),
)
GO = (
    _page("go.down", "Next sentence", "Down", "J", run=lambda w: w.page.move_sentence(1)),
    _page("go.up", "Previous sentence", "Up", "K", run=lambda w: w.page.move_sentence(-1)),
    _page(
        "go.extend-down",
        "Extend to the next sentence",
        "Shift+Down",
        "Shift+J",
        run=lambda window: window.page.move_sentence(1, extend=True),
    ),
    _page(
        "go.extend-up",
        "Extend to the previous sentence",
        "Shift+Up",
        "Shift+K",
        run=lambda window: window.page.move_sentence(-1, extend=True),
    ),
    _page("go.first", "First sentence", "Ctrl+Home", run=lambda w: w.page.go_to_sentence(0)),
    _page("go.last", "Last sentence", "Ctrl+End", run=lambda w: w.reviewing.go_to_last()),
    _page("go.highlight", "Next highlight", "Tab", run=lambda w: w.reviewing.choose_next()),
    _page(
        "go.highlight-back",
        "Previous highlight",
        "Shift+Tab",
        run=lambda window: window.reviewing.choose_previous(),
    ),
    Action(
        "go.next-article",
        "Next article",
        run=lambda window: window.open_neighbor(1),
        menu="Go",
        shortcuts=("]",),
        when=has_project,
    ),
    Action(
        "go.previous-article",
        "Previous article",
        run=lambda window: window.open_neighbor(-1),
        menu="Go",
        shortcuts=("[",),
        when=has_project,
    ),
    Action(
        "go.command",
        "Search articles, or type a command",
        run=lambda window: window.command_field.begin(),
        menu="Go",
        shortcuts=("Ctrl+K",),
    ),
    Action(
        "go.pane",
        "Next pane",
        run=lambda window: window.focus_pane(1),
        menu="Go",
        shortcuts=("F6",),
    ),
    Action(
        "go.pane-back",
        "Previous pane",
        run=lambda window: window.focus_pane(-1),
        menu="Go",
        shortcuts=("Shift+F6",),
    ),
)
VIEW = (
    Action(
        "view.articles",
        "Articles",
        run=lambda window: window.toggle_panel(window.articles),
        menu="View",
        shortcuts=("F9",),
        checked=lambda window: not window.articles.isHidden(),
    ),
    Action(
        "view.inspector",
        "Inspector",
        run=lambda window: window.toggle_panel(window.inspector),
        menu="View",
        shortcuts=("Shift+F9",),
        checked=lambda window: not window.inspector.isHidden(),
    ),
    Action(
        "view.zoom-in",
        "Larger text",
        run=lambda window: window.zoom(window.text_zoom + 1),
        menu="View",
        shortcuts=("Ctrl++", "Ctrl+="),
    ),
    Action(
        "view.zoom-out",
        "Smaller text",
        run=lambda window: window.zoom(window.text_zoom - 1),
        menu="View",
        shortcuts=("Ctrl+-",),
    ),
    Action(
        "view.zoom-reset",
        "Text at its normal size",
        run=lambda window: window.zoom(0),
        menu="View",
        shortcuts=("Ctrl+0",),
    ),
    _theme("As the system", "system"),
    _theme("Light", "light"),
    _theme("Dark", "dark"),
    _theme("High contrast", "high-contrast"),
)
HELP = (
    Action(
        "help.keys",
        "All keys",
        run=lambda window: window.show_key_help(),
        menu="Help",
        shortcuts=("F1",),
    ),
    Action(
        "help.about",
        "About Fact Annotator",
        run=lambda window: window.show_about(),
        menu="Help",
    ),
)
ACTIONS = FILE + EDIT + REVIEW + GO + VIEW + HELP


def label_actions(codebook: Codebook | None) -> Iterator[Action]:
    """Yield the command of each label that reviewers can tag with.

    A key that something else has already stays with that: two owners would silence it for both.
    """
    taken = {key.casefold() for action in ACTIONS for key in keys_of(action)}
    for label in codebook.labels if codebook else ():
        if label.archived:
            continue
        key = label.shortcut.casefold()
        yield replace(
            LABEL_KEYS,
            id=f"review.tag-{label.key}",
            title=f"Tag as {label.name}",
            shortcuts=(label.shortcut,) if key and key not in taken else (),
            run=partial(_tag, label),
        )
        taken.add(key)


def _tag(label: Label, window: Window) -> None:
    window.reviewing.tag(label)
