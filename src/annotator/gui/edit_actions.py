"""The commands of the Edit menu: undoing, removing, editing the text."""

from __future__ import annotations

from annotator.gui.actions import (
    Action,
    can_review,
    has_article,
    has_project,
    is_editing,
    on_page,
    page_action,
)

EDIT = (
    Action(
        "edit.undo",
        "Undo",
        run=lambda window: window.work.undo(),
        menu="Edit",
        shortcuts=("Ctrl+Z",),
        when=has_project,
    ),
    Action(
        "edit.redo",
        "Redo",
        run=lambda window: window.work.redo(),
        menu="Edit",
        shortcuts=("Ctrl+Shift+Z", "Ctrl+Y"),
        when=has_project,
    ),
    page_action(
        "edit.delete",
        "Remove the highlight",
        "Delete",
        "Backspace",
        run=lambda window: window.reviewing.delete(),
        menu="Edit",
    ),
    page_action(
        "edit.let-go",
        "Let go of what is selected or chosen",
        "Escape",
        run=lambda window: window.reviewing.let_go(),
        menu="Edit",
    ),
    Action(
        "edit.caret",
        "Select with a caret",
        run=lambda window: window.page.toggle_caret(),
        menu="Edit",
        shortcuts=("V", "F7"),
        when=has_article,
        page_only=True,
        checked=lambda window: window.page.has_caret,
    ),
    Action(
        "edit.text",
        "Edit text",
        run=on_page(lambda window: window.edit_mode.begin()),
        menu="Edit",
        shortcuts=("F2",),
        when=can_review,
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
